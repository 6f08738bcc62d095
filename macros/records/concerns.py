"""Find by concern: what was seen, said or heard, and where it leads."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.fields import Id, Line, Refers, Text
from macros.records.record import ActedOn


class Kind(StrEnum):
    """How the concern came to somebody's notice."""

    SEEN = "seen"
    SAID = "said"
    HEARD = "heard"
    TOLD = "told"


class FirstCall(StrEnum):
    """Which of the three act-now cards it leads to; where readings differ, the safer one."""

    EMERGENCY = "emergency"
    MASH = "mash"
    TALK = "talk"


class Concern(ActedOn):
    """One concern in a practitioner's own words. Contacts and limits come from its guide."""

    id: Id = Field(description="Short name, never changed")
    concern: Line = Field(description="What was seen, said or heard, as a practitioner says it")
    subject: Text = Field(
        max_length=40, description="What it is about, in one to three words that its guide says"
    )
    kind: Kind = Field(description="How it came to notice")
    topic: Annotated[Id, Refers("topics")] = Field(description="Id in data/topics.csv")
    card: FirstCall = Field(description="Whom to call first")
    route: Line = Field(description="What is likely to happen next")
    reason: Line = Field(description="Why, as the source says it")
    guide: Annotated[Id, Refers("guides")] = Field(description="The guide: an id in guides.csv")
    contact: Annotated[Id, Refers("contacts")] | None = Field(
        None, description="Someone else to call: one of its guide's contacts"
    )
    timescale: Annotated[Id, Refers("timescales")] | None = Field(
        None, description="The time limit: one of its guide's"
    )
    form: Annotated[Id, Refers("links")] | None = Field(
        None, description="The form to use: an id in data/links.csv"
    )
    order: int = Field(gt=0, description="Its place in its topic, from 1")

    @property
    def sooner(self) -> str:
        """When 999 comes before the hub: how the route of a line for the hub begins, or nothing."""
        first, more, _ = self.route.partition(". ")
        return first if more and self.card is FirstCall.MASH and "999" in first else ""

    @property
    def likely(self) -> str:
        """The rest of the route."""
        return self.route.removeprefix(f"{self.sooner}. ") if self.sooner else self.route
