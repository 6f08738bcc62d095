"""Figures: every printed total adds up or is noted, and a page shows what its rows say."""

from collections import defaultdict
from decimal import Decimal
from functools import cache

import pytest
from bs4 import BeautifulSoup, Tag

from macros.figures import Figure, FigurePart
from macros.tables import Chart, Table
from tests.conftest import SITE, library

TABLES = sorted(library().tables)
SMALL = 5
COUNTS_OF_CHILDREN = frozenset({"children", "families", "cases", "assessments"})


@cache
def page(address: str) -> BeautifulSoup:
    """The built page at an address of the site."""
    return BeautifulSoup(
        (SITE / address.strip("/") / "index.html").read_text("utf-8"), "html.parser"
    )


def drawn(table: Table) -> Tag:
    """The table with all that belongs to it, as it stands on its page."""
    found = page(table.page).select_one(f"#table-{table.id}")
    assert isinstance(found, Tag)
    return found


def rows(table: str) -> list[Figure]:
    """The figures of a table."""
    return [one for one in library().figures.values() if one.table == table]


def noted(table: str) -> bool:
    """Whether a fault of the table's source is told beside it."""
    return any(note.table == table for note in library().notes.values())


@pytest.mark.parametrize("name", TABLES)
def test_a_printed_total_is_the_sum_of_its_rows_or_the_fault_is_told(name: str) -> None:
    shelves: dict[str, list[Figure]] = defaultdict(list)
    for one in rows(name):
        shelves[one.series].append(one)
    for some in shelves.values():
        parts = [one.value for one in some if one.part is FigurePart.VALUE]
        totals = [one.value for one in some if one.part is FigurePart.TOTAL]
        banded = None in parts
        wrong = [
            total
            for total in totals
            if total is not None
            and total != sum((part or Decimal(0) for part in parts), Decimal(0))
        ]
        assert not wrong or banded or noted(name), f"{name}: {wrong}"


def test_a_printed_share_of_a_total_follows_from_its_row_or_the_fault_is_told() -> None:
    """Where a table prints counts, their total and their shares in columns of their own."""
    checked = 0
    for name in TABLES:
        by_item: dict[str, dict[FigurePart, Figure]] = defaultdict(dict)
        for one in rows(name):
            by_item[one.item][one.part] = one
        totals = [one.value for one in rows(name) if one.part is FigurePart.TOTAL]
        counts = [one.value or Decimal(0) for one in rows(name) if one.part is FigurePart.VALUE]
        whole = totals[0] if totals else sum(counts, Decimal(0))
        for cells in by_item.values():
            share, count = cells.get(FigurePart.SHARE), cells.get(FigurePart.VALUE)
            if not (share and count and share.value is not None and count.value and whole):
                continue
            checked += 1
            worked = 100 * count.value / whole
            places = len(str(share.value).partition(".")[2])
            assert round(worked, places) == share.value or noted(name), f"{share.id}: {worked}"
    assert checked


@pytest.mark.parametrize("name", TABLES)
def test_every_number_on_the_page_is_the_number_of_its_row(name: str) -> None:
    table = library().tables[name]
    shown = {
        str(tag["data-row"]).removeprefix("figures/"): tag.get_text(strip=True)
        for tag in drawn(table).select('[data-row^="figures/"]')
    }
    assert shown == {one.id: one.shown for one in rows(name)}


@pytest.mark.parametrize("name", TABLES)
def test_a_chart_draws_the_numbers_of_its_table(name: str) -> None:
    table = library().tables[name]
    numbers = {one.shown for one in rows(name)}
    bars = [tag.get_text(strip=True) for tag in drawn(table).select(".bar-value")]
    assert set(bars) <= numbers
    if table.chart is Chart.NONE:
        assert not drawn(table).select("figure")
    for svg in drawn(table).select(".columns svg"):
        assert svg.select_one("title")
        assert svg.select_one("desc")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_it_counts_when_where_and_by_whom(name: str) -> None:
    table = library().tables[name]
    text = " ".join(drawn(table).get_text(" ").split())
    for part in (table.finding, table.period, table.area, table.definition):
        assert part in text
    assert library().sources[table.source_id].title in text
    assert drawn(table).select_one(f'a[href$="data/figures/{name}.csv"]')


def test_every_fault_of_a_source_stands_beside_its_figure() -> None:
    for note in library().notes.values():
        beside = drawn(library().tables[note.table])
        assert note.text in " ".join(beside.get_text(" ").split())


@pytest.mark.parametrize("name", TABLES)
def test_a_small_count_of_children_is_banded(name: str) -> None:
    table = library().tables[name]
    if table.unit not in COUNTS_OF_CHILDREN:
        return
    counts = [one for one in rows(name) if one.part is FigurePart.VALUE and one.value is not None]
    assert [one.id for one in counts if 0 < (one.value or 0) < SMALL] == []


def test_the_courses_add_up_to_what_is_said_of_them() -> None:
    attendances = sum(one.attendances for one in library().courses.values())
    listed = sum(one.value or 0 for one in rows("training-attendances"))
    assert attendances == listed == Decimal(2114)
