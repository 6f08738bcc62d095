"""How dates, limits and numbers are put into words, the same everywhere."""

import re
from collections.abc import Callable, Iterable

from macros.records.days import MONTHS, day_words, part_day_words
from macros.records.law_changes import LawChange, Standing
from macros.records.timescales import Rule, Timescale, Unit

CALLED = re.compile(r"(?<=[Cc]all )(999|111|101)\b")
SPELT = {"fgm": "female genital mutilation", "send": "special educational needs"}
ONE = {
    Unit.HOURS: "hour",
    Unit.WORKING_DAYS: "working day",
    Unit.DAYS: "day",
    Unit.WEEKS: "week",
    Unit.MONTHS: "month",
}


def limit_words(timescale: Timescale) -> str:
    """The limit as a reader says it: within 5 working days, at least every 6 weeks."""
    count = f"{timescale.limit} {_unit_words(timescale)}"
    if timescale.rule is Rule.BEFORE:
        return f"at least {count} before"
    if timescale.rule is Rule.EVERY:
        return f"at least every {count}"
    return f"within {count}"


def _unit_words(timescale: Timescale) -> str:
    return ONE[timescale.unit] if timescale.limit == 1 else timescale.unit.value


def since_words(change: LawChange) -> str:
    """How far a change of the law has come: in force since 1 September 2026."""
    if not change.since:
        return str(change.standing)
    known = part_day_words(change.since)
    return f"in force since {known}" if change.standing is Standing.IN_FORCE else f"from {known}"


def dialled(phone: str) -> str:
    """A number as a telephone dials it: digits only."""
    return phone.replace(" ", "")


def calls(line: str) -> list[str]:
    """A line in pieces: every second one is a short number that the line tells to call."""
    return CALLED.split(line)


def topic_words(topics: Iterable[str]) -> str:
    """Topics of time limits in words, as a table's caption names them."""
    return ", ".join(SPELT.get(topic, topic.replace("-", " ")) for topic in topics)


def in_address(name: str) -> str:
    """A name as an address says it, social-work; of names with commas between them the first."""
    return name.split(",")[0].lower().replace(" ", "-").replace("/", "-")


def quarter_words(quarter: str) -> str:
    """October to December 2024, for 2024-Q4."""
    year, number = quarter.split("-Q")
    first = 3 * int(number) - 3
    return f"{MONTHS[first]} to {MONTHS[first + 2]} {year}"


FILTERS: dict[str, Callable[..., str | list[str]]] = {
    "day": day_words,
    "part_day": part_day_words,
    "limit": limit_words,
    "since": since_words,
    "topics": topic_words,
    "dialled": dialled,
    "calls": calls,
    "in_address": in_address,
    "quarter": quarter_words,
}


def letter(title: str) -> str:
    """The letter of an A to Z that the title stands under."""
    return title[0].upper() if title[0].isalpha() else "0 to 9"
