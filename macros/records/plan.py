"""The partnership's priorities, and the actions of its plan."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.days import Month, quarter_of
from macros.records.fields import Id, Label, Refers, Text, matching
from macros.records.record import Published, Sourced

Period = Annotated[
    str,
    matching(
        r"20\d\d-\d\d",
        "the first and the last year, such as 2024-26",
        "Write the last year in two digits.",
    ),
]


class Priority(Published, Sourced):
    """One priority of the partnership."""

    id: Id = Field(description="Short name, never changed")
    period: Period = Field(description="The years it was set for")
    order: int = Field(gt=0, description="Its place, from 1")
    name: Text = Field(description="What it is called")
    why: Text = Field("", description="Why it was chosen, where a source says so")


class ActionStatus(StrEnum):
    """What is published of an action; nothing was, so far."""

    NOT_PUBLISHED = "not published"


class Action(Published, Sourced):
    """One action of the plan, with its target date and lead as printed."""

    id: Id = Field(description="Short name, never changed")
    priority: Annotated[Id, Refers("priorities")] = Field(description="Id in data/priorities.csv")
    order: int = Field(gt=0, description="Its place under its priority, from 1")
    action: Text = Field(description="What is to be done, in our own words")
    target: Month = Field(description="Target date: year and month")
    lead: Label = Field(description="Role that leads, as printed")
    status: ActionStatus = Field(description="What is published of it")

    @property
    def month(self) -> tuple[int, int]:
        """Year and month of the target."""
        year, month = self.target.split("-")
        return int(year), int(month)

    @property
    def quarter(self) -> str:
        """The quarter of the target, such as 2024-Q4."""
        return quarter_of(*self.month)

    def passed(self, today: date) -> bool:
        """Whether the target month is over."""
        return (today.year, today.month) > self.month
