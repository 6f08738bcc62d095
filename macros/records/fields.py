"""The kinds of cell that every subject shares.

A kind refuses a wrong cell with two texts for the editor: what was wanted, and how to mend it.
"""

import re
from dataclasses import dataclass
from typing import Annotated

import phonenumbers
from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

SHORT_NUMBERS = frozenset({"101", "111", "999"})
TYPED_PHONE = re.compile(
    r"(?:\+44 ?(?:\(0\) ?)?\(?\d{2,4}|\(0\d{2,4}|\b0\d{2,4})\)?[ -]?\d{3,4}[ -]?\d{3,4}\b"
    r"|\b0800 ?1111\b"
)
TYPED_LIMIT = re.compile(
    r"\b(?:within|in|every|after|by) (?:the )?(?:first |next )?"
    r"(?:\d+|one|two|three|four|five|six|seven|ten|twelve|fifteen|twenty) "
    r"(?:working |calendar |school )?(?:minute|hour|day|week|month)s?\b",
    re.IGNORECASE,
)
ADDRESS = r"/([a-z0-9]+(-[a-z0-9]+)*/)*"


@dataclass(frozen=True)
class Refers:
    """Marks a field whose words are ids of another dataset."""

    dataset: str


@dataclass(frozen=True)
class Typed:
    """Marks a field that holds whatever an editor types."""


DERIVED = "derived"
"""Marks a field that follows from other rows: no column of the file, but one of the download."""


def wanted(what: str, fix: str, *, in_page: str = "") -> PydanticCustomError:
    """The error a kind raises: what was wanted, how to mend it, and how in a page."""
    texts = {"wanted": what, "fix": fix, "in_page": in_page or fix}
    return PydanticCustomError("plain", "{wanted}", texts)


def matching(pattern: str, what: str, fix: str) -> BeforeValidator:
    """A check that the whole cell fits the pattern; the error says what was wanted."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise wanted(what, fix)
        return text

    return BeforeValidator(check)


def _phone(text: str) -> str:
    what = "a telephone number that exists in the United Kingdom, such as 020 7946 0101"
    if not re.fullmatch(r"[0-9]+( [0-9]+)*", text):
        raise wanted(what, "Use digits and single spaces only; no letters, brackets or +44.")
    if text in SHORT_NUMBERS:
        return text
    if text[0] != "0":
        raise wanted(what, "A spreadsheet drops the first 0: format the column as text.")
    try:
        number = phonenumbers.parse(text, "GB")
        valid = phonenumbers.is_valid_number(number)
    except phonenumbers.NumberParseException:
        valid = False
    if not valid:
        digits = len(text.replace(" ", ""))
        raise wanted(what, f"It has {digits} digits. Compare it, one by one, with the source.")
    if not re.fullmatch(r"[0-9]{2,6}( [0-9]{2,6})+", text):
        grouped = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        raise wanted("a number in groups, as people read it out", f"Write it {grouped}.")
    return text


def _words(text: str | tuple[str, ...]) -> tuple[str, ...]:
    parts = text.split(";") if isinstance(text, str) else text
    return tuple(part.strip() for part in parts if part.strip())


def _told(text: str) -> str:
    if TYPED_PHONE.search(text):
        raise wanted("no typed telephone number", "Say whose number it is; its page gives it.")
    return text


def _line(text: str) -> str:
    if TYPED_PHONE.search(text):
        raise wanted("no typed telephone number", "Name the contact in its own field instead.")
    if TYPED_LIMIT.search(text):
        raise wanted("no typed time limit", "Name the row of data/timescales.csv instead.")
    return text


Id = Annotated[
    str,
    matching(
        r"[a-z0-9]+(-[a-z0-9]+)*",
        "an id of lower-case letters, digits and single hyphens",
        "Such as out-of-hours. Never change an id that is already published.",
    ),
]
Text = Annotated[str, Typed()]
Label = Annotated[
    str,
    matching(
        r"[A-Za-z0-9 ,'()/&.-]+",
        "a short label of letters, digits and plain marks",
        "It stands in a list of choices or over a column.",
    ),
]
Line = Annotated[Text, BeforeValidator(_line)]
Told = Annotated[Text, BeforeValidator(_told)]
Phone = Annotated[str, BeforeValidator(_phone)]
Email = Annotated[
    str,
    matching(
        r"[\w.+-]+@[\w-]+(\.[\w-]+)+",
        "an e-mail address",
        "Such as name@example.org, and nothing else.",
    ),
]
AsWords = BeforeValidator(_words)
Words = Annotated[tuple[str, ...], AsWords]
PageAddress = Annotated[
    str,
    matching(
        ADDRESS,
        "the address of a page on this site, such as /about/sources/",
        "Begin and end with a slash; leave out the site's name.",
    ),
]
SourceId = Annotated[Id, Refers("sources")]
PageId = Annotated[PageAddress, Refers("pages")]
TopicIds = Annotated[Words, Refers("topics")]
