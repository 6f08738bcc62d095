"""The groups through which the partners work, and who answers to whom."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.fields import Id, Refers, Text
from macros.records.record import Published, Sourced


class Kind(StrEnum):
    """What kind of group it is, from the top down."""

    LEADERS = "leaders"
    EXECUTIVE = "executive"
    BOARD = "board"
    SUBGROUP = "subgroup"
    FORUM = "forum"
    ROLE = "role"
    REGIONAL = "regional"


class Group(Published, Sourced):
    """One group or role of the arrangements."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="What it is called")
    kind: Kind = Field(description="What kind of group it is")
    reports_to: Annotated[Id, Refers("groups")] | None = Field(
        None, description="The group it answers to: an id in this file; empty where not stated"
    )
    what_for: Text = Field(description="What it does")
    members: Text = Field("", description="Who sits on it, as roles or bodies")
    meets: Text = Field("", description="How often it meets, as published")
    chair: Text = Field("", description="Who chairs, as a role")
