"""Everything that the site knows, loaded once, cross-checked, and never changed after."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

from macros.checks.crosscheck import crosschecked
from macros.reading.card import card
from macros.reading.datasets import read_datasets
from macros.reading.guide_pages import whole
from macros.reading.page_body import Body
from macros.reading.page_files import read_pages
from macros.reading.problems import DataProblems
from macros.reading.published_rows import published_rows
from macros.records.all_rows import AllRows
from macros.records.pages import Page
from macros.records.points import Point
from macros.records.record import Record


@dataclass(frozen=True)
class Library(AllRows):
    """Each dataset by id, rows marked `publish: no` left out, and the pages.

    `lines` gives the line of each row in its file, `card` the picture beside links, if any.
    """

    pages: Mapping[str, Page]
    bodies: Mapping[str, Body]
    guide_order: Body | None
    held_back: Mapping[str, frozenset[str]]
    lines: Mapping[str, Mapping[str, int]]
    card: bytes
    today: date

    def dataset(self, name: str) -> Mapping[str, Record]:
        """The publishable rows of one dataset, by id."""
        records: Mapping[str, Record] = getattr(self, name)
        return records

    def lines_on(self, address: str) -> list[Point]:
        """The lines of the guide that a page is; none if it is another page."""
        guides = {one.id for one in self.guides.values() if one.page == address}
        return [one for one in self.points.values() if one.guide in guides]


def models() -> dict[str, type[Record]]:
    """The record of each dataset that has a file in data/, in their order."""
    return {name: get_args(kept)[1] for name, kept in get_type_hints(AllRows).items()}


def load(root: Path, today: date) -> Library:
    """All data and pages below `root`, cross-checked. Raises DataProblems, with every problem."""
    pages = read_pages(root)
    data, problems = read_datasets(root, models(), pages)
    problems += crosschecked(data, today)
    if problems:
        raise DataProblems(problems)
    shown, held = published_rows(data.records)
    order, guides, points = pages.guide_order, shown["guides"], shown["points"]
    bodies = whole(pages.bodies, order, guides.values(), points.values())
    return Library(
        **shown,
        bodies=bodies,
        guide_order=order,
        held_back=held,
        lines=data.lines(),
        card=card(root),
        today=today,
    )
