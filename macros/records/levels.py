"""The levels of need, as far as they are published."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.fields import Id, Line, PageId, Refers, Text
from macros.records.record import Published, Sourced


class Level(Published, Sourced):
    """One level of need. A level whose text could not be read has no name here."""

    least: ClassVar[int] = 2

    id: Id = Field(description="Short name, never changed")
    number: int = Field(gt=0, description="Its place, from 1")
    name: Text = Field("", description="Its published name; empty where none could be read")
    was: Text = Field("", description="Its name in the document before")
    strapline: Text = Field(description="A few words that stand under the name")
    means: Line = Field("", description="What it means for the child")
    way_in: Line = Field("", description="How a family gets this help")
    who: Line = Field("", description="Who gives it")
    page: PageId = Field(description="Address of the page that says more")


class LevelPart(StrEnum):
    """What a line about a level says."""

    MEANS = "means"
    EXAMPLES = "examples"
    WAY_IN = "way-in"
    EXPECTED = "expected"
    SIGNS = "signs"


class LevelPoint(Published, Sourced):
    """One line about a level."""

    id: Id = Field(description="Short name, never changed")
    level: Annotated[Id, Refers("levels")] = Field(description="The level: an id in levels.csv")
    part: LevelPart = Field(description="What the line says")
    order: int = Field(gt=0, description="Its place in that part, from 1")
    text: Line = Field(description="The line itself, without a full stop at its end")
