"""Days in cells and in words: whole ones, and those of which only the year or month is known."""

import re
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from macros.records.fields import matching, wanted

FIRST_YEAR, LAST_YEAR = 1900, 2100
SPREADSHEET_DAY_0 = date(1899, 12, 30)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date) -> str:
    """6 August 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def part_day_words(text: str | None) -> str:
    """A year, a month or a day in words; "no date shown" where a source shows none."""
    if not text:
        return "no date shown"
    parts = [int(part) for part in text.split("-")]
    words = [str(parts[0]), *(MONTHS[month - 1] for month in parts[1:2]), *map(str, parts[2:])]
    return " ".join(reversed(words))


def quarter_of(year: int, month: int) -> str:
    """The quarter in which a month lies, such as 2024-Q4."""
    return f"{year}-Q{(month + 2) // 3}"


def _day(text: str | date) -> date:
    if isinstance(text, date):
        return text
    _as_typed(text)
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text) or not _exists(text):
        fix = "Write year, month and day with hyphens, and check that the day exists."
        raise wanted("a date such as 2026-03-12", fix)
    return date.fromisoformat(_of_our_time(text))


def _as_typed(text: str) -> None:
    """Refuse a date in the form into which a spreadsheet rewrites it."""
    in_page = "Write year, month and day with hyphens."
    if re.fullmatch(r"[1-9]\d{4}(\.\d+)?", text):
        guess = date.fromordinal(SPREADSHEET_DAY_0.toordinal() + int(text[:5]))
        fix = (
            "This looks like a date turned into a number by a spreadsheet:"
            " format the column as text and type it again."
        )
        raise wanted(f"the date, such as {guess}", fix, in_page=in_page)
    found = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})", text)
    if found:
        day, month, year = found.groups()
        likely = f"{year if len(year) == 4 else '20' + year}-{month:0>2}-{day:0>2}"
        likely = likely if _exists(likely) else "2026-03-12"
        fix = "A spreadsheet has rewritten the date: format the column as text and type it again."
        raise wanted(f"the year first, such as {likely}", fix, in_page=in_page)


def _exists(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _of_our_time(text: str) -> str:
    if not FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        raise wanted(f"a year from {FIRST_YEAR} to {LAST_YEAR}", "Correct the year.")
    return text


def _part_day(text: str) -> str:
    _as_typed(text)
    pattern = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
    if not re.fullmatch(pattern, text) or (len(text) == 10 and not _exists(text)):
        fix = "Leave the cell empty where the source shows no date."
        raise wanted("a year, a month or a day, such as 2024, 2024-03 or 2024-03-12", fix)
    return _of_our_time(text)


def _month(text: str) -> str:
    _as_typed(text)
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        fix = "Write the year and the month with a hyphen; without a month, hold the row back."
        raise wanted("a year and a month, such as 2024-03", fix)
    return _of_our_time(text)


Day = Annotated[date, BeforeValidator(_day)]
PartDay = Annotated[str, BeforeValidator(_part_day)]
Month = Annotated[str, BeforeValidator(_month)]
Years = Annotated[
    str,
    matching(
        r"[0-9]{4}(-[0-9]{2})?",
        "a year, or two that follow, such as 2024 or 2023-24",
        "Write the first year whole, and of a second one its last two digits.",
    ),
]
