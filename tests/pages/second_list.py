"""The second list: numbers and time limits on which a life can hang, typed by hand from their
sources and never taken from data/. So a slip in one of both is seen.

`python -m tests.pages.second_list` tells whoever changed a cell of data/ what is left to do. A row
that is held back asks for nothing here: its line may stay until it is shown again.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from macros.desk.annotations import told
from macros.drawing.wording import limit_words
from macros.library import Library, load
from macros.reading.problems import DataProblems, Problem, quoted
from macros.reading.rows import Row, read_csv
from macros.reading.site_date import today

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Stated:
    """A value with the name of what it is of, and the day on which its source gave it."""

    name: str
    value: str
    read_on: date | None
    line: int


@dataclass(frozen=True)
class Pair:
    """A list by hand and the dataset that it is held against.

    `columns` are those of name and value, `cell` that of the value in data, `day` where its day is.
    """

    by_hand: str
    columns: tuple[str, str]
    dataset: str
    cell: str
    day: str

    @property
    def data(self) -> str:
        """The dataset's file."""
        return f"data/{self.dataset}.csv"


NUMBERS = Pair(
    "tests/pages/vital-numbers.csv",
    ("name", "number"),
    "contacts",
    "phone",
    "in read_on",
)
LIMITS = Pair(
    "tests/pages/vital-limits.csv",
    ("action", "limit"),
    "timescales",
    "limit",
    "in read_on of its source in data/sources.csv",
)


@cache
def lines(pair: Pair) -> Mapping[str, Row]:
    """The lines of a list by id. Raises DataProblems where its file is damaged."""
    table = read_csv(ROOT / pair.by_hand, pair.by_hand)
    if table.problems:
        raise DataProblems(table.problems)
    return {str(row.cells["id"]): row for row in table.rows}


def shown(pair: Pair, library: Library) -> dict[str, dict[str, str]]:
    """The cells of each line whose row readers may see."""
    held = library.held_back[pair.dataset]
    return {
        key: {name: str(cell) for name, cell in row.cells.items()}
        for key, row in lines(pair).items()
        if key not in held
    }


def left_to_do(library: Library) -> list[Problem]:
    """What whoever changed a number or a limit has not done yet, in both lists."""
    found = [(NUMBERS, _phones(library)), (LIMITS, _limits(library))]
    return [one for pair, in_data in found for one in _compared(pair, in_data, library)]


def _phones(library: Library) -> dict[str, Stated]:
    at = library.lines["contacts"]
    return {
        key: Stated(one.name, one.phone, one.read_on, at[key])
        for key, one in library.contacts.items()
        if one.phone
    }


def _limits(library: Library) -> dict[str, Stated]:
    at, sources = library.lines["timescales"], library.sources
    return {
        key: Stated(one.action, limit_words(one), sources[one.source_id].read_on, at[key])
        for key, one in library.timescales.items()
    }


def _compared(pair: Pair, in_data: Mapping[str, Stated], library: Library) -> Iterator[Problem]:
    for key in sorted(in_data.keys() - lines(pair).keys()):
        one = in_data[key]
        fix = "Read its source once more, and type there what it says, not what stands here."
        wanted = f"a line {quoted(key)} in {pair.by_hand} too"
        yield Problem(pair.data, one.line, pair.cell, quoted(one.value), wanted, fix)
    for key in shown(pair, library):
        row = lines(pair)[key]
        name, value = (str(row.cells[column]) for column in pair.columns)
        day = str(row.cells["read_on"])
        listed = Stated(name, value, date.fromisoformat(day) if day else None, row.line)
        if key not in in_data:
            wanted, fix = (
                f"the id of a row of {pair.data} with a {pair.cell}",
                "Take this line out.",
            )
            yield Problem(pair.by_hand, row.line, "id", quoted(key), wanted, fix)
        else:
            yield from differences(pair, listed, in_data[key])


def differences(pair: Pair, listed: Stated, now: Stated) -> Iterator[Problem]:
    """In what the line of a list and the row of data differ, and what to do about it."""
    name, value = pair.columns
    if listed.name != now.name:
        found, fix = quoted(listed.name), "Both say whose it is in the same words: correct one."
        yield Problem(pair.by_hand, listed.line, name, found, quoted(now.name), fix)
    day, before = str(now.read_on or ""), str(listed.read_on or "")
    if listed.value == now.value and day != before:
        fix = f"{pair.data} gives another day of reading {pair.day}: both give the later one."
        yield Problem(pair.by_hand, listed.line, "read_on", quoted(before), quoted(day), fix)
    elif listed.value != now.value and day <= before:
        wanted = f"{quoted(listed.value)}, which its source gave on {before}"
        fix = (
            f"Was it read again, and gives it {now.value}? Then write the day of that {pair.day},"
            f" and type both in {pair.by_hand}, line {listed.line}. Else put the old one back."
        )
        yield Problem(pair.data, now.line, pair.cell, quoted(now.value), wanted, fix)
    elif listed.value != now.value:
        fix = (
            f"{pair.data} has changed. Type it here, with its day, from the source: not from there."
        )
        yield Problem(
            pair.by_hand, listed.line, value, quoted(listed.value), quoted(now.value), fix
        )


if __name__ == "__main__":
    try:
        wrong = left_to_do(load(ROOT, today(ROOT)))
    except DataProblems as found:
        sys.exit(told(found))
    if wrong:
        sys.exit(told(DataProblems(wrong)))
