"""The safeguarding partners: lead, delegated, and those at the board."""

from enum import StrEnum

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Published, Sourced


class Kind(StrEnum):
    """What part a partner plays."""

    LEAD = "lead"
    DELEGATED = "delegated"
    BOARD = "board"


class Partner(Published, Sourced):
    """One partner: a role and its organisation, never a person's name."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="The role, or the organisation where no role is named")
    kind: Kind = Field(description="What part it plays")
    organisation: Text = Field("", description="The body it belongs to")
    meets: Text = Field("", description="How often it meets, as published")
    chair: Text = Field("", description="Who chairs, as a role")
    note: Text = Field("", description="What a reader should know, such as a fault of the source")
