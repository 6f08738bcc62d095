"""What Zensical asks for each page: its text as it was checked, its HTML, what stands around it.

Zensical finds this module by its name, as an extension of Markdown. The project is read before it
asks, once: its own way to call a module would load it anew for each page.
"""

import re
from dataclasses import dataclass
from typing import Any

from markdown import Extension
from pydantic_core import to_jsonable_python
from zensical.extensions.context import ContextPreprocessor

from macros.drawing.page_frames import Site
from macros.project import Project

CHANGED_BY_ZENSICAL = re.compile(r' (?=(?:href|src)="(?![^"]*\.md["#])|data-search-exclude)')
HIDDEN = " data-hidden-"


@dataclass(frozen=True)
class Build:
    """The build that is going on: what it is of, and what stands around its pages."""

    project: Project
    around: Site


class Pages(Extension):
    """Converts a page as it was checked, with what its calls drew."""

    build: Build
    """Set before Zensical begins; it makes a new one of these for each page."""

    def extendMarkdown(self, md: Any) -> None:  # noqa: N802 - Markdown's name
        """Prepare the one page that Zensical is about to convert."""
        page = ContextPreprocessor.from_markdown(md).page
        project, address = self.build.project, f"/{page.url}"
        frame = self.build.around.frames[address]
        page.meta["frame"] = to_jsonable_python(frame, fallback=dict)
        for one in project.read_with():
            if isinstance(one, Extension):
                one.extendMarkdown(md)
        convert = md.convert

        def convert_checked(_: str) -> str:
            return hidden(project.whole(address, convert(project.pages[address].text)))

        md.convert = convert_checked


def hidden(html: str) -> str:
    """A page's HTML without what Zensical would change in it.

    It takes every link for one between files, which typed ones are, and takes away the mark of
    what search leaves aside.
    """
    return CHANGED_BY_ZENSICAL.sub(HIDDEN, html)


def shown(html: str) -> str:
    """The HTML of a built page with all that was hidden."""
    return html.replace(HIDDEN, " ")


def makeExtension(**_: object) -> Pages:  # noqa: N802 - Markdown's name
    """What Zensical asks this module for."""
    return Pages()
