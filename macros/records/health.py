"""What is known of the guide itself: what was measured, missed or looked at, and whom to ask."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.editions import RowName
from macros.records.fields import AsWords, Id, Line, PageAddress, Text
from macros.records.record import Record
from macros.records.web_addresses import WebAddress


class Part(StrEnum):
    """What a measurement is of."""

    SEARCH = "search"
    READING = "reading"
    WEIGHT = "weight"
    ACCESS = "access"


class AskedIn(StrEnum):
    """Which list a question comes from, in the order in which the lists came about."""

    OWN = "own"
    HARD = "hard"
    FRESH = "fresh"
    PUBLIC = "public"
    BLIND = "blind"


class Measurement(Record):
    """One number that `make health` measured on the built site; never typed."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Short name, never changed")
    part: Part = Field(description="What it is a measurement of")
    measure: Text = Field(description="What was counted or weighed")
    value: int = Field(gt=-1, description="How many, as a whole number")
    of: int | None = Field(None, gt=0, description="Of how many; empty where it is no share")
    unit: Text = Field(description="What is counted: pages, questions, bytes")
    day: Day = Field(description="Day of the build that was measured")
    how: Text = Field(description="What measured it")

    @property
    def percent(self) -> int:
        """The share as a whole number of hundredths; only where it is one."""
        return round(100 * self.value / self.of) if self.of else 0


class MissedQuestion(Record):
    """A question to which the right page did not come first; written by `make health`."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Its list, and its line there")
    asked_in: AskedIn = Field(description="The list that it comes from")
    question: Text = Field(description="As it was typed into search")
    # Addresses of the day of the measurement: a page may have moved since
    wanted: Annotated[tuple[PageAddress, ...], AsWords] = Field(
        description="Addresses of the pages that would be right"
    )
    came: Annotated[tuple[PageAddress, ...], AsWords] = Field(
        (), description="Addresses of the first three pages that came, best first"
    )

    @property
    def place(self) -> int:
        """At which of the three places a right page came, from 1; 0 where at none."""
        return next((n for n, page in enumerate(self.came, 1) if page in self.wanted), 0)


class LinkCheck(Record):
    """An outside address, and how it answered when it was last tried; written by `make upkeep`."""

    key: ClassVar[str] = "address"
    least: ClassVar[int] = 0

    address: WebAddress = Field(description="The address that was tried")
    tried_on: Day = Field(description="Day on which it was last tried")
    fault: Text = Field(
        "", description="Why it does not answer; empty where it does, or turns robots away"
    )


class ToConfirm(Record):
    """A question that somebody outside could answer, and the rows that would then be sure."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Short name, never changed")
    question: Line = Field(max_length=200, description="What to ask, in a sentence")
    ask: Text = Field(description="Who could say: a role or a body, never a person's name")
    rows: Annotated[tuple[RowName, ...], AsWords] = Field(
        min_length=1, description="The rows it would settle: file, slash, id; joined by semicolons"
    )
