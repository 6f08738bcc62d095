"""What happens, step by step: the timelines that pages draw."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.fields import Id, Refers, Text
from macros.records.record import ActedOn


class Process(StrEnum):
    """What the steps belong to."""

    AFTER_A_REFERRAL = "after-a-referral"
    DISAGREEMENT = "when-professionals-disagree"
    SERIOUS_INCIDENT = "serious-incident"


class Step(ActedOn):
    """One step, in order, with its time limit where one is known."""

    id: Id = Field(description="Short name, never changed")
    process: Process = Field(description="What the step belongs to")
    order: int = Field(gt=0, description="Its place, from 1")
    step: Text = Field(description="What happens, in a few words")
    detail: Text = Field(description="One or two sentences more")
    who: Text = Field("", description="Who does it")
    timescale: Annotated[Id, Refers("timescales")] | None = Field(
        None, description="The time limit: an id in data/timescales.csv"
    )
