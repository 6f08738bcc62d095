"""The ways in which the arrangements work day to day, by area."""

from enum import StrEnum

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Published, Sourced


class Area(StrEnum):
    """What part of the arrangements it belongs to."""

    INTRODUCTION = "introduction"
    EQUALITY = "equality"
    SCRUTINY = "scrutiny"
    EDUCATION = "education"
    YOUTH_CUSTODY = "youth-custody"
    RESIDENTIAL = "residential"
    BOARDS = "boards"
    REGIONAL = "regional"
    LEARNING = "learning"
    TRAINING = "training"
    RESOURCES = "resources"
    IMPACT = "impact"
    PARTICIPATION = "participation"
    INFORMATION_SHARING = "information-sharing"
    THRESHOLDS = "thresholds"
    DISPUTES = "disputes"
    FUNDING = "funding"


class Route(Published, Sourced):
    """One mechanism or statement of the arrangements."""

    id: Id = Field(description="Short name, never changed")
    area: Area = Field(description="What part of the arrangements it belongs to")
    order: int = Field(gt=0, description="Its place in the area, from 1")
    name: Text = Field(description="What it is, in a few words")
    what: Text = Field(description="What happens")
    who: Text = Field("", description="Who does it")
    how_often: Text = Field("", description="How often, as published")
