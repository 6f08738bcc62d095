"""What reports say beside their figures: single statements, in the order of their source."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.fields import Id, Refers, Text
from macros.records.record import Published, Sourced


class Subject(StrEnum):
    """What the statements are about."""

    PRIORITIES = "priorities"
    VOICE = "voice"
    FORUM = "forum"
    TRAINING = "training"
    SCRUTINY = "scrutiny"
    NEIGHBOUR = "neighbour"
    HISTORY = "history"


class Statement(Published, Sourced):
    """One statement, in our own words."""

    id: Id = Field(description="Short name, never changed")
    subject: Subject = Field(description="What it is about")
    topic: Text = Field("", description="The part of the subject it belongs to")
    kind: Text = Field("", description="What it does: heard, you said, done, objective …")
    order: int = Field(gt=0, description="Its place, from 1")
    agency: Text = Field("", description="Whose statement it is, where one agency speaks")
    theme: Text = Field("", description="A few words that name it")
    course: Annotated[Id, Refers("courses")] | None = Field(
        None, description="The course it tells of: an id in data/courses.csv"
    )
    text: Text = Field(description="The statement itself")
