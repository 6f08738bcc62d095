"""The kinds of cell that every subject shares.

A kind refuses a wrong cell with two texts for the editor: what was wanted, and how to mend it.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

import phonenumbers
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

SHORT_NUMBERS = frozenset({"101", "111", "999"})


@dataclass(frozen=True)
class Refers:
    """Marks a field whose words are ids of another dataset."""

    dataset: str


def wanted(what: str, fix: str) -> PydanticCustomError:
    """The error a kind raises: what was wanted, and how to mend it."""
    return PydanticCustomError("plain", "{wanted}", {"wanted": what, "fix": fix})


def matching(pattern: str, what: str, fix: str) -> BeforeValidator:
    """A check that the whole cell fits the pattern; the error says what was wanted."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise wanted(what, fix)
        return text

    return BeforeValidator(check)


def _day(text: str | date) -> date:
    if isinstance(text, date):
        return text
    spreadsheet = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})", text)
    if spreadsheet:
        day, month, year = spreadsheet.groups()
        guess = f"{year if len(year) == 4 else '20' + year}-{month:0>2}-{day:0>2}"
        fix = "A spreadsheet has rewritten the date: format the column as text and type it again."
        raise wanted(f"the year first, such as {guess}", fix)
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else _no_day()
    except ValueError:
        return _no_day()


def _no_day() -> date:
    fix = "Write year, month and day with hyphens, and check that the day exists."
    raise wanted("a date such as 2026-03-12", fix)


def _phone(text: str) -> str:
    what = "a telephone number that exists in the United Kingdom, such as 024 7683 3333"
    if not re.fullmatch(r"\d+( \d+)*", text):
        raise wanted(what, "Use digits and single spaces only.")
    if text in SHORT_NUMBERS:
        return text
    if text[0] != "0":
        raise wanted(what, "A spreadsheet drops the first 0: format the column as text.")
    number = phonenumbers.parse(text, "GB")
    if not phonenumbers.is_valid_number(number):
        raise wanted(what, "Compare it, digit by digit, with the source.")
    return text


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if (
        parts.scheme not in {"http", "https"}
        or "." not in parts.netloc
        or re.search(r"[\s<>\"]", text)
    ):
        fix = "Copy the address from the browser; it begins with https://."
        raise wanted("a web address that begins with https:// or http://", fix)
    return text


def _words(text: str | tuple[str, ...]) -> tuple[str, ...]:
    parts = text.split(";") if isinstance(text, str) else text
    return tuple(part.strip() for part in parts if part.strip())


def _visible(text: str) -> str:
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", text):
        raise wanted("text without hidden characters", "Type the cell again instead of pasting it.")
    return text


Id = Annotated[
    str,
    matching(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "an id of lower-case letters, digits and single hyphens",
        "Such as out-of-hours. Never change an id that is already published.",
    ),
]
Text = Annotated[str, BeforeValidator(_visible)]
Day = Annotated[date, BeforeValidator(_day)]
PartDay = Annotated[
    str,
    matching(
        r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?",
        "a year, a month or a day, such as 2024, 2024-03 or 2024-03-12",
        "Leave the cell empty where the source shows no date.",
    ),
]
Phone = Annotated[str, BeforeValidator(_phone)]
Email = Annotated[
    str,
    matching(
        r"[\w.+-]+@[\w-]+(\.[\w-]+)+",
        "an e-mail address",
        "Such as name@example.org, and nothing else.",
    ),
]
WebAddress = Annotated[str, BeforeValidator(_web_address)]
Words = Annotated[tuple[str, ...], BeforeValidator(_words)]
PageAddress = Annotated[
    str,
    matching(
        r"/([a-z0-9]+(-[a-z0-9]+)*/)*",
        "the address of a page on this site, such as /about/sources/",
        "Begin and end with a slash; leave out the site's name.",
    ),
]
SourceId = Annotated[Id, Refers("sources")]
PageId = Annotated[PageAddress, Refers("pages")]
TopicIds = Annotated[Words, Refers("topics")]
