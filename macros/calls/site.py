"""What a page may call of the site itself: its pages, sources and files."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.calls.choosing import WrongName, having, named
from macros.drawing.render import Renderer
from macros.drawing.wording import in_address, letter
from macros.library import Library
from macros.publishing import downloads
from macros.records.pages import MONTHS_BETWEEN_REVIEWS, USUAL_MONTHS, Page, PageType
from macros.records.sources import Source


@dataclass(frozen=True)
class SiteLists:
    """Lists of the site's own pages, sources and files. `here` is the calling page."""

    library: Library
    draw: Renderer

    def doors(self, here: str) -> Markup:
        """A card for each section of the site."""
        chosen = sorted(self.library.sections.values(), key=lambda one: one.order)
        return self.draw.html("doors.html.jinja", here, sections=chosen)

    def pages_here(self, here: str, fold: str = "", *under: str) -> Markup:
        """The other pages of the section, with their summaries; those at or below `under` fold."""
        if under:
            named(self.library.pages, under)
        section = self.library.pages[here].section
        chosen = [one for one in self._in_order(section) if one.address != here]
        later = [one for one in chosen if one.address.startswith(under)] if under else []
        first = [one for one in chosen if one not in later]
        return self.draw.html("page_list.html.jinja", here, pages=first, fold=fold, later=later)

    def prompts(self, here: str, *under: str) -> Markup:
        """The questions for a team on every page, or on those at or below the addresses named."""
        rows = sorted(self.library.prompts.values(), key=lambda one: one.order)
        asked = {page: [one for one in rows if one.page == page] for page in {r.page for r in rows}}
        pages = sorted((self.library.pages[one] for one in asked), key=lambda page: page.place)
        chosen = []
        for start in under or ("/",):
            found = [page for page in pages if page.address.startswith(start)]
            if not found:
                raise WrongName(start, [page.address for page in pages])
            chosen += found
        return self.draw.html("prompts.html.jinja", here, pages=chosen, asked=asked)

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

    def check_copy(self, here: str) -> Markup:
        """The field for the code of a copy, and the list of all codes."""
        return self.draw.html("check_copy.html.jinja", here)

    def keep_here(self, here: str) -> Markup:
        """The place of the buttons that keep the guide on a phone and remove it."""
        return self.draw.html("keep_here.html.jinja", here)

    def handbook_here(self, here: str) -> Markup:
        """The place of the links to the whole guide as one file."""
        return self.draw.html("handbook_here.html.jinja", here)

    def downloads(self, here: str) -> Markup:
        """The files in which the data can be taken away, with what each holds."""
        files = downloads.offers(self.library)
        return self.draw.html("downloads.html.jinja", here, files=files)

    def sources(self, here: str, *shelves: str) -> Markup:
        """Documents relied on and how each was read: official, services, others, or all."""
        known = self.library.sources
        chosen = having(known, "shelf", shelves) if shelves else list(known.values())
        chosen.sort(key=lambda one: one.title.casefold())
        by_letter: dict[str, list[Source]] = {}
        for source in chosen:
            by_letter.setdefault(letter(source.title), []).append(source)
        kinds = sorted({one.kind for one in chosen})
        return self.draw.html(
            "sources.html.jinja",
            here,
            shelves=by_letter.items(),
            count=len(chosen),
            choices=[("kind", "Kind", [(in_address(one), one.capitalize()) for one in kinds])],
        )

    def components(self, here: str) -> Markup:
        """What others made and readers are sent, with licences and the bill of materials."""
        return self.draw.html(
            "components.html.jinja", here, rows=list(self.library.components.values())
        )

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
