"""Which words, numbers and contacts a page has had, and since when: a copy may be of any."""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import PageAddress, Refers, matching
from macros.records.record import Record

VersionId = Annotated[
    str,
    matching(
        r"[a-z]{1,2}[0-9]{1,3}-[1-9][0-9]*",
        "the page's short code, a hyphen and a number that counts up, such as g32-2",
        "These rows are written by make record: run it again instead of typing one.",
    ),
]
Fingerprint = Annotated[
    str,
    matching(
        r"[0-9a-f]{12}",
        "twelve digits or letters from a to f",
        "These rows are written by make record: run it again instead of typing one.",
    ),
]


class Version(Record):
    """One state of a page. A row is never changed: a copy on paper may be of it."""

    least: ClassVar[int] = 0

    id: VersionId = Field(description="The page's short code, and the number of this version of it")
    page: Annotated[PageAddress, Refers("addresses")] = Field(description="Address of the page")
    since: Day = Field(description="Day from which the page said this")
    fingerprint: Fingerprint = Field(
        description="Changes when the words, numbers or contacts of the page do"
    )

    @property
    def number(self) -> int:
        """Its place among the versions of its page, from 1."""
        return int(self.id.rpartition("-")[2])


def last_of_each(versions: Iterable[Version]) -> dict[str, Version]:
    """The newest version of each page that has one, by address."""
    return {one.page: one for one in versions}


def number_now(last: Version | None, fingerprint: str) -> int:
    """Which version a page with this fingerprint is: the last that is noted, or the next."""
    if not last:
        return 1
    return last.number if last.fingerprint == fingerprint else last.number + 1


def changed_after(
    reviewed: date, last: Version | None, fingerprint: str, today: date
) -> date | None:
    """The day on which a page last said something else, if that was after it was read through.

    A change that no version notes yet counts from the day of the build: never older than it is.
    """
    if not last:
        return None
    day = last.since if last.fingerprint == fingerprint else today
    return day if day > reviewed else None
