"""England's bank holidays, which are no working days."""

from typing import ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import Text
from macros.records.record import Sourced


class BankHoliday(Sourced):
    """One bank holiday in England."""

    key: ClassVar[str] = "date"
    least: ClassVar[int] = 8

    date: Day = Field(description="The day")
    name: Text = Field(description="What it is called")
