"""Who has to do what under the arrangements, one statement a row."""

from enum import StrEnum

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Published, Sourced


class Holder(StrEnum):
    """Whose duty it is."""

    PURPOSE = "partnership-purpose"
    STATUTORY = "safeguarding-partners-statutory"
    LEAD = "lead-partners"
    DELEGATED = "delegated-partners"
    RELEVANT_AGENCIES = "relevant-agencies"
    SUBGROUP_MEMBERS = "subgroup-members"
    SCRUTINY = "independent-scrutiny"
    EQUALITY = "equality"
    REVIEW_SUBGROUP = "review-subgroup"


class Duty(Published, Sourced):
    """One duty or aim, in the order of its source."""

    id: Id = Field(description="Short name, never changed")
    holder: Holder = Field(description="Whose duty it is")
    order: int = Field(gt=0, description="Its place in the source's list, from 1")
    duty: Text = Field(description="What is to be done")
