"""How long there is: the time limits of law, guidance and local procedure."""

from enum import StrEnum

from pydantic import Field

from macros.records.fields import Id, Text, Words
from macros.records.record import ActedOn, YesNo


class Topic(StrEnum):
    """What the limit belongs to, in the order a reader meets it."""

    REFERRAL = "referral"
    ASSESSMENT = "assessment"
    CHILD_PROTECTION = "child-protection"
    DISAGREEMENT = "disagreement"
    ALLEGATIONS = "allegations"
    MISSING = "missing"
    FGM = "fgm"
    VIOLENCE = "violence"
    CHILDREN_IN_CARE = "children-in-care"
    PRIVATE_FOSTERING = "private-fostering"
    DOMESTIC_ABUSE = "domestic-abuse"
    SEND = "send"
    SERIOUS_INCIDENTS = "serious-incidents"
    PARTNERSHIP = "partnership"


class Rule(StrEnum):
    """How the limit is to be read."""

    WITHIN = "within"
    BEFORE = "at least before"
    EVERY = "at least every"


class Unit(StrEnum):
    """What the limit is counted in."""

    HOURS = "hours"
    WORKING_DAYS = "working days"
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class ClockStarts(StrEnum):
    """Whether the day of the event counts as day one; hours run from the moment itself."""

    SAME_DAY = "same day"
    NEXT_WORKING_DAY = "next working day"
    SAME_MOMENT = "same moment"
    NOT_STATED = "not stated"


class Timescale(ActedOn):
    """One limit: who must do what, how long after what."""

    id: Id = Field(description="Short name used in pages, never changed")
    topic: Topic = Field(description="What the limit belongs to")
    event: Text = Field(description="What starts the clock")
    action: Text = Field(description="What must be done")
    rule: Rule = Field(description="How the limit is to be read")
    limit: int = Field(gt=0, description="How many, as a whole number")
    unit: Unit = Field(description="What it is counted in")
    clock_starts: ClockStarts = Field(description="When the source starts counting")
    who: Text = Field(description="Role or body that must do it")
    sooner: Text = Field("", description="When not to wait that long")
    caution: Text = Field(
        "", description="What another source says instead, with its name and year"
    )
    also: Words = Field(
        (), description="Short names that people search for it by, joined by semicolons"
    )
    source_read: YesNo = Field(description="yes only where a text that states the limit was read")

    @property
    def counted(self) -> bool:
        """Whether its last day can be counted from a day that a reader gives.

        No newer edition is known to say otherwise, and it ends with a day, not within one. Where
        no source says which day is day 1, or the text was not read, the reader is told so.
        """
        whole_days = self.unit is not Unit.HOURS or self.limit % 24 == 0
        return whole_days and self.superseded is YesNo.NO
