"""Figures: every printed total adds up or is noted, and a page shows what its rows say."""

import re
from collections import defaultdict
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup, Tag

from macros.records.figures import Figure, FigurePart
from macros.records.tables import Chart, Table
from tests.conftest import every_row, library
from tests.pages.built import soup

TABLES = sorted(library().tables)
COUNTED = frozenset({FigurePart.VALUE, FigurePart.COMPARATOR})
SMALL = 5
COUNTS_OF_CHILDREN = frozenset({"children", "families", "cases", "assessments"})


def page(address: str) -> BeautifulSoup:
    """The built page at an address of the site."""
    return soup(address[1:])


def drawn(table: Table) -> Tag:
    """The table with all that belongs to it, as it stands on its page."""
    found = page(table.page).select_one(f"#table-{table.id}")
    assert isinstance(found, Tag)
    return found


def rows(table: str) -> list[Figure]:
    """The figures of a table."""
    return [one for one in library().figures.values() if one.table == table]


def noted() -> set[str | None]:
    """The figures of which a fault of their source is told beside them."""
    return {note.figure for note in library().notes.values()}


def sums(total: Figure) -> set[Decimal]:
    """What a total may add up: every row of its column, or the last ones above it."""
    column = [one for one in rows(total.table) if one.series == total.series]
    parts = [one for one in column if one.part is FigurePart.VALUE]
    above = [one for one in parts if one.order < total.order]
    some = [parts, *(above[place:] for place in range(len(above)))]
    return {sum((one.value or Decimal(0) for one in part), Decimal(0)) for part in some}


def adds_up(total: Figure) -> bool:
    """Whether the sum is printed; where some numbers are not given, it can only be more."""
    column = [one for one in rows(total.table) if one.series == total.series]
    banded = any(one.value is None for one in column if one.part is FigurePart.VALUE)
    return total.value in sums(total) or (banded and (total.value or 0) > max(sums(total)))


SPELT = {
    "no": 0,
    "once": 1,
    "one": 1,
    "both": 2,
    "second": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}


def test_a_figure_is_the_number_that_its_source_prints() -> None:
    wrong = []
    for one in library().figures.values():
        digits = [
            Decimal(text.replace(",", "")) for text in re.findall(r"\d[\d,]*(?:\.\d+)?", one.shown)
        ]
        words = [SPELT[word] for word in re.findall("[a-z]+", one.shown.lower()) if word in SPELT]
        if one.value is not None and one.value not in (digits or words):
            wrong.append((one.id, one.value, one.shown))
    assert wrong == []


@pytest.mark.parametrize("name", TABLES)
def test_a_printed_total_is_the_sum_of_its_rows_or_the_fault_is_told(name: str) -> None:
    totals = [one for one in rows(name) if one.part is FigurePart.TOTAL and one.value is not None]
    wrong = [one.id for one in totals if not adds_up(one) and one.id not in noted()]
    assert wrong == [], "tell the fault in a row of data/notes.csv that names the figure"


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
            told = share.id in noted()
            assert round(worked, places) == share.value or told, f"{share.id}: {worked}"
    assert checked


@pytest.mark.parametrize("name", TABLES)
def test_every_number_on_the_page_is_the_number_of_its_row(name: str) -> None:
    table = library().tables[name]
    shown = {
        str(tag["data-row"]).removeprefix("figures/"): tag.get_text(strip=True)
        for tag in drawn(table).select('[data-row^="figures/"]')
    }
    assert shown == {one.id: one.shown for one in rows(name)}


def compared(table: Table) -> list[Figure]:
    """The numbers that a table's chart draws: its counts, or its shares where it has no others."""
    if table.chart is Chart.NONE:
        return []
    counts = [one for one in rows(table.id) if one.part in COUNTED]
    shares = [one for one in rows(table.id) if one.part is FigurePart.SHARE]
    some = shares if table.chart is Chart.SHARES or not counts else counts
    return [one for one in some if one.value is not None]


@pytest.mark.parametrize("name", TABLES)
def test_a_chart_draws_the_numbers_of_its_table(name: str) -> None:
    table = library().tables[name]
    numbers = compared(table)
    figure = drawn(table).select_one("figure")
    assert bool(figure) == (len(numbers) > 1)
    if figure is None:
        return
    side = "height" if "columns" in figure["class"] else "width"
    lengths = [float(str(rect[side])) for rect in figure.select("rect")]
    values = [one.value or Decimal(0) for one in numbers]
    wanted = [float(round(100 * value / max(values), 2)) for value in values if value]
    assert sorted(length for length in lengths if length) == sorted(wanted)
    if side == "width":
        beside = [tag.get_text(strip=True) for tag in figure.select(".bar-value")]
        assert sorted(beside) == sorted(one.shown for one in numbers)
    else:
        assert figure.select_one("title")
        assert figure.select_one("desc")


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
    attendances = sum(Decimal(row["attendances"]) for row in every_row("courses"))
    listed = sum(one.value or 0 for one in rows("training-attendances"))
    assert attendances == listed == Decimal(2114)
