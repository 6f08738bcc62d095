"""What the theme shows around a page: menu, act-now line, review block, code and QR code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.drawing.link_preview import link_preview
from macros.drawing.qr_code import qr_code
from macros.drawing.render import ANYWHERE, Renderer
from macros.library import Library
from macros.records.changes import newest_on
from macros.records.contacts import Contact
from macros.records.days import day_words
from macros.records.law_changes import by_date
from macros.records.pages import Page
from macros.records.partnership import Partnership
from macros.records.sections import Section
from macros.records.versions import Version, changed_after, last_of_each, number_now

MOST_SIBLINGS = 24


@dataclass(frozen=True)
class Frame:
    """What surrounds one page."""

    page: Page
    section: Section | None
    siblings: tuple[Page, ...]
    version: str
    copy_address: str
    changed_on: date | None
    qr: Markup
    laws: Markup
    review: Markup

    @property
    def reviewed(self) -> str:
        """The day on which it was last read through, in words."""
        return day_words(self.page.reviewed)

    @property
    def changed(self) -> str:
        """The day on which it last said something else, in words; empty if none came since."""
        return day_words(self.changed_on) if self.changed_on else ""

    @property
    def modified(self) -> date:
        """The later of both days."""
        return self.changed_on or self.page.reviewed

    def preview(self, site_name: str) -> Markup:
        """What programs that show a link read of the page."""
        return link_preview(self.page, self.modified, site_name)


@dataclass(frozen=True)
class Site:
    """What surrounds every page. `frames` is keyed by the page's address."""

    frames: Mapping[str, Frame]
    sections: tuple[Section, ...]
    contacts: Mapping[str, Contact]
    ours: Partnership
    card: bool
    not_found: Markup
    not_kept: Markup


def site(
    library: Library, draw: Renderer, site_url: str, repository: str, now: Mapping[str, str]
) -> Site:
    """Everything the theme needs. `site_url` ends in a slash; `repository` may be empty.

    `now` gives the fingerprint of each page by its address, and with it when a page last changed.
    """
    last = last_of_each(library.versions.values())
    siblings = _siblings(library)
    frames = {
        address: _frame(
            library,
            draw,
            page,
            siblings.get(page.section, ()),
            site_url,
            f"{repository}/issues/new/choose" if repository else "",
            last.get(address),
            now[address],
        )
        for address, page in library.pages.items()
    }
    sections = tuple(sorted(library.sections.values(), key=lambda one: one.order))
    not_found = draw.html("not_found.html.jinja", ANYWHERE, library=library, sections=sections)
    not_kept = draw.html("not_kept.html.jinja", ANYWHERE, library=library)
    around = (library.contacts, library.ours, bool(library.card), not_found, not_kept)
    return Site(frames, sections, *around)


def _frame(
    library: Library,
    draw: Renderer,
    page: Page,
    siblings: tuple[Page, ...],
    site_url: str,
    feedback: str,
    last: Version | None,
    now: str,
) -> Frame:
    changed = changed_after(page.reviewed, last, now, library.today)
    code = library.addresses[page.address].code
    version = f"{code}-{number_now(last, now)}"
    short = f"{site_url}go/{code}/"
    copy = f"{site_url}go/{version}/"
    review = draw.html(
        "review.html.jinja",
        page.address,
        page=page,
        changed=changed,
        code=code,
        lasting=short,
        overdue=page.next_review < library.today,
        adopted=library.ours.adopted == "yes",
        sources=[library.sources[name] for name in page.sources],
        newest=newest_on(page.address, library.changes.values()),
        feedback=feedback,
    )
    section = library.sections.get(page.section)
    drawn = (qr_code(copy), _laws(library, draw, page), review)
    return Frame(page, section, siblings, version, copy, changed, *drawn)


def _laws(library: Library, draw: Renderer, page: Page) -> Markup:
    """A line for each change of the law that touches the page."""
    rows = [one for one in library.law_changes.values() if page.address in one.pages]
    return draw.html("law_here.html.jinja", page.address, rows=by_date(rows)) if rows else Markup()


def _siblings(library: Library) -> dict[str, tuple[Page, ...]]:
    """The pages of each section; none where they would crowd a page's own text."""
    found: dict[str, list[Page]] = {section: [] for section in library.sections}
    for page in library.pages.values():
        found.get(page.section, []).append(page)
    return {
        section: tuple(sorted(pages, key=lambda one: one.place))
        for section, pages in found.items()
        if 1 < len(pages) <= MOST_SIBLINGS
    }
