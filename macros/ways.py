"""The ways around the site that a page may call, and every call by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from macros import publish
from macros.arrangements import Arrangements
from macros.calls import Calls, having
from macros.changes import newest_first
from macros.finding import Finding
from macros.guidance import Guidance
from macros.learning import Learning
from macros.library import Library
from macros.numbers import Numbers
from macros.pages import MONTHS_BETWEEN_REVIEWS, USUAL_MONTHS, Page, PageType
from macros.render import Renderer
from macros.training import Training

Call = Callable[..., str]


@dataclass(frozen=True)
class Ways:
    """Lists of the site's own pages, changes, sources and files. `here` is the calling page."""

    library: Library
    draw: Renderer

    def changes(self, here: str, most: int = 0) -> Markup:
        """What changed, newest first: all of it, or the `most` newest."""
        newest = newest_first(self.library.changes.values())
        chosen = newest[:most] if most else newest
        pages = self.library.pages
        return self.draw.html("changes.html.jinja", here, changes=chosen, pages=pages)

    def doors(self, here: str) -> Markup:
        """A card for each section of the site."""
        chosen = sorted(self.library.sections.values(), key=lambda one: one.order)
        return self.draw.html("doors.html.jinja", here, sections=chosen)

    def pages_here(self, here: str) -> Markup:
        """A list of the other pages in the calling page's section, with their summaries."""
        section = self.library.pages[here].section
        chosen = [one for one in self._in_order(section) if one.address != here]
        return self.draw.html("page_list.html.jinja", here, pages=chosen)

    def every_page(self, here: str) -> Markup:
        """Every page of the site, section by section: the way around without search."""
        sections = sorted(self.library.sections.values(), key=lambda one: one.order)
        shelves = [(section, self._in_order(section.page)) for section in sections]
        return self.draw.html("every_page.html.jinja", here, shelves=shelves)

    def search_entry(self, here: str) -> Markup:
        """The way into search: a link to its page, which a script opens over this one."""
        return self.draw.html("search_entry.html.jinja", here)

    def search_here(self, here: str) -> Markup:
        """The place in which the search page's own search stands."""
        return self.draw.html("search_here.html.jinja", here)

    def downloads(self, here: str) -> Markup:
        """The files in which the data can be taken away, with what each holds."""
        files = publish.offers(self.library)
        return self.draw.html("downloads.html.jinja", here, files=files)

    def sources(self, here: str, *shelves: str) -> Markup:
        """Documents relied on and how each was read: official, services, others, or all."""
        known = self.library.sources
        chosen = having(known, "shelf", shelves) if shelves else list(known.values())
        chosen.sort(key=lambda one: one.title.casefold())
        return self.draw.html("sources.html.jinja", here, sources=chosen)

    def review_intervals(self, here: str) -> Markup:
        """How often each type of page is read through."""
        months = {one: MONTHS_BETWEEN_REVIEWS.get(one, USUAL_MONTHS) for one in PageType}
        shelves = [
            (many, [one for one in PageType if months[one] == many])
            for many in sorted(set(months.values()))
        ]
        return self.draw.html("review_intervals.html.jinja", here, shelves=shelves)

    def _in_order(self, section: str) -> list[Page]:
        pages = [page for page in self.library.pages.values() if page.section == section]
        return sorted(pages, key=lambda page: page.place)


Group = Calls | Guidance | Finding | Learning | Numbers | Training | Arrangements | Ways
GROUPS: tuple[type[Group], ...] = (
    Calls,
    Guidance,
    Finding,
    Learning,
    Numbers,
    Training,
    Arrangements,
    Ways,
)


def by_name(library: Library, draw: Renderer) -> dict[str, Call]:
    """Every call under the name that pages use; each is drawn once, however often it is asked."""
    found: dict[str, Call] = {}
    for group in (group(library, draw) for group in GROUPS):
        names = [name for name in vars(type(group)) if not name.startswith("_")]
        found |= {name: cache(getattr(group, name)) for name in names}
    return found


def names() -> list[str]:
    """The names of all calls, where there is no library to call."""
    return [name for group in GROUPS for name in vars(group) if not name.startswith("_")]
