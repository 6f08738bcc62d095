"""What changed on the site, for its readers: the one record of it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import AsWords, Id, PageAddress, Refers, Text
from macros.records.record import Record


class Kind(StrEnum):
    """How a reader should take a change."""

    NEW = "new"
    CHANGED = "changed"
    CORRECTED = "corrected"
    REMOVED = "removed"


class Change(Record):
    """One change that a reader would want to know of."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Date and a word or two, never changed")
    date: Day = Field(description="Day of the change")
    kind: Kind = Field(description="How to take it")
    pages: Annotated[tuple[PageAddress, ...], AsWords, Refers("pages")] = Field(
        min_length=1, description="Addresses of all pages that say something else since"
    )
    what: Text = Field(max_length=240, description="What changed, and what it means for practice")


def newest_first(changes: Iterable[Change]) -> list[Change]:
    """The changes in the order in which a reader wants them."""
    return sorted(changes, key=lambda one: (one.date, one.id), reverse=True)
