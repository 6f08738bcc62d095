"""Training courses, with how often they were attended."""

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Published, Sourced


class Course(Published, Sourced):
    """One course of the partnership's training."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="Its name as published")
    attendances: int = Field(gt=0, description="Attendances in the year, not people")
    about: Text = Field("", description="What it covers, where a source says so")
    for_whom: Text = Field("", description="Who it is for, where a source says so")
    changed: Text = Field("", description="What a source says changed in practice")
