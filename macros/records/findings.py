"""What reviews, audits and inspections asked for or found, and where the learning went."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.records.fields import Id, Refers, Text, Words, wanted
from macros.records.record import Published, Sourced


class FindingKind(StrEnum):
    """What the row is."""

    RECOMMENDATION = "recommendation"
    AREA = "area for development"
    STRENGTH = "strength"
    THEME = "key theme"
    REFORM = "reform"
    FINDING = "finding"


class Status(StrEnum):
    """What the source says has become of it; never a guess."""

    DONE = "done"
    UNDER_WAY = "under way"
    PLANNED = "planned"
    NOT_ACCEPTED = "not accepted"
    NOT_PUBLISHED = "not published"


ASKS_FOR_NOTHING = frozenset({FindingKind.STRENGTH, FindingKind.FINDING})


class Finding(Published, Sourced):
    """One thing that was asked for or found, in our own words."""

    id: Id = Field(description="Short name, never changed")
    review: Annotated[Id, Refers("reviews")] = Field(description="Id in data/reviews.csv")
    kind: FindingKind = Field(description="What the row is")
    number: int = Field(gt=0, description="Its number in its source, counted from 1")
    short: Text = Field(max_length=60, description="The same in a few words, for who scans a list")
    text: Text = Field(description="What was asked for or found, in our own words")
    asks: Text = Field("", description="Who is asked; empty where nobody is")
    done: Text = Field("", description="What the source says was done")
    status: Status | None = Field(None, description="What became of it; empty where nothing is due")
    status_why: Text = Field("", description="How the status follows from the source")
    evidence: Annotated[Id, Refers("links")] | None = Field(
        None, description="Where it can be seen: an id in data/links.csv"
    )
    themes: Annotated[Words, Refers("themes")] = Field(
        min_length=1, description="Ids in data/themes.csv"
    )
    guides: Annotated[Words, Refers("guides")] = Field(
        (), description="Guides that carry it: ids in data/guides.csv"
    )
    courses: Annotated[Words, Refers("courses")] = Field(
        (), description="Training that carries it: ids in data/courses.csv"
    )
    audits: Annotated[Words, Refers("reviews")] = Field(
        (), description="Reviews that looked at the same again: ids in data/reviews.csv"
    )

    @model_validator(mode="after")
    def _status_where_something_was_asked(self) -> Self:
        asked = self.kind not in ASKS_FOR_NOTHING
        if asked != (self.status is not None) or asked != bool(self.status_why):
            fix = "Fill status and status_why for what was asked; leave both empty for the rest."
            raise wanted("a status, and how it follows, where something was asked for", fix)
        return self
