"""Reviews, audits, inspections and national reports: what was looked at, and by whom."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.days import PartDay, Years
from macros.records.fields import AsWords, Id, Line, PageId, Refers, Text
from macros.records.record import Published, Sourced


class ReviewKind(StrEnum):
    """What kind of look at practice it was."""

    PRACTICE_REVIEW = "practice review"
    AUDIT = "audit"
    VISIT = "visit"
    INSPECTION = "inspection"
    LOCAL_THEMES = "local themes"
    NATIONAL_RESPONSE = "national response"
    NATIONAL_REPORT = "national report"
    PEER_REPORT = "peer report"


class Agency(StrEnum):
    """Who is asked to learn from it."""

    SCHOOL = "school"
    EARLY_YEARS = "early years"
    HEALTH = "health"
    POLICE = "police"
    SOCIAL_WORK = "social work"
    HOUSING = "housing"
    VOLUNTARY = "voluntary, faith and sport"
    PARTNERSHIP = "partnership"
    NATIONAL = "national bodies"


class Review(Published, Sourced):
    """One look at practice, from which findings come."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="What it is called here; a child only by the published name")
    kind: ReviewKind = Field(description="What kind of look at practice it was")
    period: Years = Field(description="Year it speaks of, or year it was published")
    published: PartDay | None = Field(None, description="Date it shows; empty where none was read")
    agencies: Annotated[tuple[Agency, ...], AsWords] = Field(
        min_length=1, description="Who is asked to learn from it"
    )
    looked_at: Line = Field(description="What it looked at, in one sentence")
    page: PageId = Field(description="Address of the page that tells of it")
    link: Annotated[Id, Refers("links")] | None = Field(
        None, description="The full report: an id in data/links.csv"
    )
    order: int = Field(gt=0, description="Its place in the list")


class ReviewPart(StrEnum):
    """The part of a review's page that a line stands in."""

    LOOKED_AT = "looked-at"
    HELPED = "helped"
    BARRIER = "barrier"
    DO = "do"
    FOUND = "found"
    RESPONSE = "response"


class ReviewPoint(Published, Sourced):
    """One line of a review's page."""

    id: Id = Field(description="Short name, never changed")
    review: Annotated[Id, Refers("reviews")] = Field(description="Id in data/reviews.csv")
    part: ReviewPart = Field(description="The part of the page it stands in")
    order: int = Field(gt=0, description="Its place in that part, from 1")
    text: Text = Field(description="The line itself")
