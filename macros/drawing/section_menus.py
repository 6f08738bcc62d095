"""The menu of each section: its pages, in their order."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.library import Library
from macros.records.pages import Page

MOST_SIBLINGS = 24


@dataclass(frozen=True)
class Sibling:
    """A page of the same section, as the menu names it."""

    address: str
    name: str


def section_menus(library: Library) -> Mapping[str, tuple[Sibling, ...]]:
    """The pages of each section; none where they would crowd a page's own text."""
    found: dict[str, list[Page]] = {section: [] for section in library.sections}
    for page in library.pages.values():
        found.get(page.section, []).append(page)
    return {
        section: tuple(
            Sibling(one.address, one.short_title)
            for one in sorted(pages, key=lambda one: one.place)
        )
        for section, pages in found.items()
        if 1 < len(pages) <= MOST_SIBLINGS
    }
