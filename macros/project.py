"""The whole project, read and rehearsed: what a build, a check or another builder starts from."""

import dataclasses
from dataclasses import dataclass
from pathlib import Path

from markdown import Extension

from macros.calls.by_name import by_name, names
from macros.calls.fingerprints import fingerprints
from macros.calls.headings import Headings, headings
from macros.calls.origins import Rows, origins
from macros.calls.rehearsal import Rehearsed, rehearse
from macros.checks.anchor_checks import anchor_faults
from macros.drawing.old_parts import with_old_parts
from macros.drawing.page_frames import Site, site
from macros.drawing.prose import Prose, meanings
from macros.drawing.render import Renderer, renderer
from macros.drawing.wording import FILTERS
from macros.library import Library, load
from macros.publishing import finish, published_files
from macros.reading.call_marks import put_back
from macros.reading.guide_pages import ALL_PARTS
from macros.reading.markdown_parser import extensions
from macros.reading.page_calls import misread
from macros.reading.page_files import bodies
from macros.reading.problems import DataProblems, Problem
from macros.reading.settings import Settings, wrong_settings
from macros.reading.site_date import today


@dataclass(frozen=True)
class Project:
    """The library, the renderer, and by address a page, its fingerprint, origins and headings."""

    library: Library
    draw: Renderer
    pages: dict[str, Rehearsed]
    now: dict[str, str]
    origins: dict[str, Rows]
    headings: dict[str, tuple[str, ...]]

    def whole(self, address: str, html: str) -> str:
        """A page's converted text with what its calls drew, and the old addresses of its parts."""
        drawn = put_back(html, self.pages[address].drawn)
        return with_old_parts(drawn, address, self.library, self.draw)

    def read_with(self) -> list[str | Extension]:
        """What pages are converted with: what judged them, and what marks their terms."""
        return [*extensions(), Prose(meanings(self.library))]

    def around(self, settings: Settings) -> Site:
        """What the theme shows around the pages."""
        return site(self.library, self.draw, settings, self.now)

    def files(self, settings: Settings, kept: Path) -> dict[str, bytes]:
        """All that is published beside the pages. `kept` is a folder for what takes long."""
        added = published_files.files(self.library, self.draw, self.now, self.origins, settings)
        return {**added, **finish.learned(kept, self.library)}


def read_project(root: Path, base: str) -> Project:
    """Read, check and rehearse everything below `root`, to be published under the path `base`.

    Raises DataProblems, with every problem of every file, if anything is wrong.
    """
    wrong = wrong_settings()
    try:
        library = load(root, today(root))
    except DataProblems as found:
        # What shows in the pages without the data is told at once with what is wrong in the data
        unread = misread(bodies(root), [*names(), ALL_PARTS])
        raise DataProblems([*wrong, *found.problems, *unread]) from None
    draw = renderer(base, FILTERS)
    try:
        pages = rehearse(library, by_name(library, draw))
    except DataProblems as found:
        raise DataProblems([*wrong, *found.problems]) from None
    known = headings(pages)
    wrong += _lost_parts(library, known)
    if wrong:
        raise DataProblems(wrong)
    marks, made_of = fingerprints(library, pages), origins(library, pages)
    return Project(library, draw, pages, marks, made_of, known)


def _lost_parts(library: Library, known: Headings) -> list[Problem]:
    """What is wrong with old addresses of parts, each with its line in the file."""
    faults, lines = (
        anchor_faults(library.anchors, library.addresses, known),
        library.lines["anchors"],
    )
    return [dataclasses.replace(one, line=lines[address]) for address, one in faults]
