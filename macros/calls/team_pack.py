"""What the page of team packs may call: packs that are ready, and all pages to choose from."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.render import Renderer
from macros.drawing.wording import in_address
from macros.library import Library
from macros.records.pages import Page, PageType
from macros.records.record import Role
from macros.records.sections import Section

FOR_A_TEAM = frozenset({PageType.GUIDE, PageType.REVIEW, PageType.LEVELS})
"""Kinds of page that a team may talk through; so may any other page that has questions."""


@dataclass(frozen=True)
class TeamPack:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def ready_packs(self, here: str) -> Markup:
        """Each pack that is ready, with its pages."""
        packs = sorted(self.library.packs.values(), key=lambda one: one.order)
        return self.draw.html("ready_packs.html.jinja", here, packs=packs, library=self.library)

    def pack_pages(self, here: str) -> Markup:
        """Every page that may stand in a pack, by the part of the site; a script lets choose."""
        shelves = self._shelves()
        pages = [page for _, some in shelves for page in some]
        roles = [(in_address(one), one.capitalize()) for one in Role if one is not Role.EVERYONE]
        used = {topic for page in pages for topic in page.topics}
        topics = [(one.id, one.name) for one in self.library.topics.values() if one.id in used]
        return self.draw.html(
            "pack_pages.html.jinja",
            here,
            shelves=shelves,
            count=len(pages),
            choices=[("topic", "Topic", topics), ("role", "Your role", roles)],
            codes=self._codes(),
        )

    def _shelves(self) -> list[tuple[Section, list[Page]]]:
        """Each section with its pages for a team, in the order of the menu."""
        asked = {one.page for one in self.library.prompts.values()}
        pages = [
            page
            for page in sorted(self.library.pages.values(), key=lambda one: one.place)
            if page.type in FOR_A_TEAM or page.address in asked
        ]
        sections = sorted(self.library.sections.values(), key=lambda one: one.order)
        shelves = [(one, [page for page in pages if page.section == one.page]) for one in sections]
        return [shelf for shelf in shelves if shelf[1]]

    def _codes(self) -> dict[str, list[str]]:
        """Every code that leads to a page, by its address: its own first, then those of old."""
        found = {one.address: [one.code] for one in self.library.addresses.values()}
        for one in self.library.addresses.values():
            if one.moved_to:
                found[one.moved_to].append(one.code)
        return found
