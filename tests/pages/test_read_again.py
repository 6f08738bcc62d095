"""A number or a time limit that is changed was read again in its source.

The lists that are typed by hand are the last state that is known: they hold each value with the
day on which its source gave it. Whoever changes a value without a newer day is told what to do.
"""

from datetime import date

import pytest

from macros.records.days import day_words
from tests.conftest import library
from tests.pages.built import row_of, soup, text_of
from tests.pages.test_vital import limits, numbers

NUMBERS = ("read_on in data/contacts.csv", "tests/pages/vital-numbers.csv")
LIMITS = ("read_on of its source in data/sources.csv", "tests/pages/vital-limits.csv")
OLD, NEW = date(2026, 11, 22), date(2026, 12, 1)


def to_do(before: tuple[str, date], now: tuple[str, date], cell: str, list_by_hand: str) -> str:
    """What is left to do after a change of a value or of its day; nothing if both lists agree."""
    if now == before:
        return ""
    if now[0] == before[0]:
        return f"was read on {day_words(now[1])}: write that day in {list_by_hand} too"
    changed = f"changed from {before[0]} to {now[0]}"
    if now[1] <= before[1]:
        return (
            f"{changed}, but was last read on {day_words(now[1])}. Read its source again. If that "
            f"gives {now[0]}, write the day on which you read it in {cell}; "
            f"else put {before[0]} back"
        )
    return f"{changed}: type it and its day in {list_by_hand} too, from the source"


def test_a_number_that_changed_was_read_again() -> None:
    told = {}
    for key, row in numbers().items():
        contact, before = (
            library().contacts[key],
            (row["number"], date.fromisoformat(row["read_on"])),
        )
        told[row["name"]] = to_do(before, (str(contact.phone), contact.read_on), *NUMBERS)
    assert {name: what for name, what in told.items() if what} == {}


def test_a_limit_that_changed_was_read_again() -> None:
    told, table = {}, soup("thresholds/timescales/")
    drawn = {row_of(one): text_of(one.select_one(".limit")) for one in table.select("tr[data-row]")}
    for key, row in limits().items():
        source = library().sources[library().timescales[key].source_id]
        shown = drawn[f"timescales/{key}"]
        now = (shown[:1].lower() + shown[1:], source.read_on or OLD)
        before = (row["limit"], date.fromisoformat(row["read_on"] or str(OLD)))
        told[f"{row['action']} ({key})"] = to_do(before, now, *LIMITS)
    assert {name: what for name, what in told.items() if what} == {}


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (("101", OLD), ""),
        (("101", NEW), "write that day in tests/pages/vital-numbers.csv too"),
        (("102", OLD), "Read its source again. If that gives 102, write the day"),
        (("102", NEW), "type it and its day in tests/pages/vital-numbers.csv too"),
    ],
)
def test_the_editor_is_told_what_is_left_to_do(now: tuple[str, date], words: str) -> None:
    told = to_do(("101", OLD), now, *NUMBERS)
    assert words in told
    assert bool(words) == bool(told)
