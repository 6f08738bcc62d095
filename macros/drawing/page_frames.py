"""What the theme shows around a page: menu, act-now line, review block, code and QR code.

Ready values, nothing to call: the templates of a builder that is not in Python only show.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.drawing.link_preview import link_preview
from macros.drawing.qr_code import qr_code
from macros.drawing.render import ANYWHERE, Renderer
from macros.drawing.section_menus import Sibling, section_menus
from macros.library import Library
from macros.reading.settings import Settings
from macros.records.changes import newest_on
from macros.records.contacts import Contact
from macros.records.days import day_words
from macros.records.law_changes import by_date
from macros.records.pages import Page
from macros.records.partnership import Partnership
from macros.records.sections import Section
from macros.records.versions import Version, changed_after, last_of_each, number_now

REPORT = "/issues/new?template=page.yml&code="  # the form, its first cell filled with the version


@dataclass(frozen=True)
class Frame:
    """What surrounds one page.

    `reviewed` and `changed` are days in words: when it was last read through, and when it last said
    something else, empty if that did not come since; `modified` is the later of both.
    """

    page: Page
    section: Section | None
    siblings: tuple[Sibling, ...]
    version: str
    copy_address: str
    reviewed: str
    changed: str
    modified: date
    preview: Markup
    qr: Markup
    laws: Markup
    review: Markup


@dataclass(frozen=True)
class Site:
    """What surrounds every page. `frames` is keyed by the page's address.

    `name` and `kind` are the site's name up to its colon, and what follows it.
    """

    name: str
    kind: str
    frames: Mapping[str, Frame]
    sections: tuple[Section, ...]
    contacts: Mapping[str, Contact]
    ours: Partnership
    card: bool
    not_found: Markup
    not_kept: Markup


def site(library: Library, draw: Renderer, settings: Settings, now: Mapping[str, str]) -> Site:
    """Everything the theme needs.

    `now` gives the fingerprint of each page by its address, and with it when a page last changed.
    """
    last = last_of_each(library.versions.values())
    menus = section_menus(library)
    frames = {
        address: _frame(library, draw, page, menus, settings, last.get(address), now[address])
        for address, page in library.pages.items()
    }
    sections = tuple(sorted(library.sections.values(), key=lambda one: one.order))
    not_found = draw.html("not_found.html.jinja", ANYWHERE, library=library, sections=sections)
    not_kept = draw.html("not_kept.html.jinja", ANYWHERE, library=library)
    name, _, kind = settings.name.partition(": ")
    around = (library.contacts, library.ours, bool(library.card), not_found, not_kept)
    return Site(name, kind, frames, sections, *around)


def _frame(
    library: Library,
    draw: Renderer,
    page: Page,
    menus: Mapping[str, tuple[Sibling, ...]],
    settings: Settings,
    last: Version | None,
    now: str,
) -> Frame:
    changed = changed_after(page.reviewed, last, now, library.today)
    version = f"{library.addresses[page.address].code}-{number_now(last, now)}"
    copy = f"{settings.url}go/{version}/"
    modified = changed or page.reviewed
    return Frame(
        page=page,
        section=library.sections.get(page.section),
        siblings=menus.get(page.section, ()),
        version=version,
        copy_address=copy,
        reviewed=day_words(page.reviewed),
        changed=day_words(changed) if changed else "",
        modified=modified,
        preview=link_preview(page, modified, settings.name),
        qr=qr_code(copy),
        laws=_laws(library, draw, page),
        review=_review(library, draw, page, settings, version, changed),
    )


def _review(
    library: Library, draw: Renderer, page: Page, settings: Settings, version: str, day: date | None
) -> Markup:
    """Who looks after the page, when it was read through, and where to report what is wrong."""
    code = library.addresses[page.address].code
    return draw.html(
        "review.html.jinja",
        page.address,
        page=page,
        changed=day,
        code=code,
        lasting=f"{settings.url}go/{code}/",
        overdue=page.next_review < library.today,
        adopted=library.ours.adopted == "yes",
        sources=[library.sources[name] for name in page.sources],
        newest=newest_on(page.address, library.changes.values()),
        feedback=f"{settings.repository}{REPORT}{version}" if settings.repository else "",
    )


def _laws(library: Library, draw: Renderer, page: Page) -> Markup:
    """A line for each change of the law that touches the page."""
    rows = [one for one in library.law_changes.values() if page.address in one.pages]
    return draw.html("law_here.html.jinja", page.address, rows=by_date(rows)) if rows else Markup()
