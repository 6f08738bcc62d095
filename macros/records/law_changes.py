"""What is changing in law and guidance, and who must do what differently."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from macros.records.days import Day, PartDay
from macros.records.fields import AsWords, Id, PageAddress, Refers, Text, wanted
from macros.records.record import Confidence, Published, Role, Sourced

FIRM = re.compile(
    r"\bmust\b|(?<!would )(?<!will )\b(?:have|has) to\b|\b(?:is|are) required\b", re.IGNORECASE
)


class Standing(StrEnum):
    """How far it has come."""

    IN_FORCE = "in force"
    PASSED = "passed, not in force"
    NOT_FOUND = "passed, start not found"
    DRAFT = "only the draft was read"
    PLANNED = "planned"


class LawChange(Published, Sourced):
    """One change: what, since when, who does what differently, and what is not known."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Short name, never changed")
    edition: Annotated[Id, Refers("editions")] | None = Field(
        None, description="The instrument that brings it: an id in data/editions.csv"
    )
    title: Text = Field(max_length=90, description="What it is, in a few words")
    standing: Standing = Field(description="How far it has come")
    since: PartDay | None = Field(None, description="Since when it holds, or from when it will")
    what: Text = Field(max_length=240, description="What changes, in a sentence")
    do: Text = Field(max_length=240, description="What somebody does differently, in a sentence")
    before: Text = Field("", max_length=200, description="How it was until then, if it is known")
    not_known: Text = Field("", max_length=200, description="What was looked for and not found")
    roles: Annotated[tuple[Role, ...], AsWords] = Field(
        min_length=1, description="Whose work it changes"
    )
    pages: Annotated[tuple[PageAddress, ...], AsWords, Refers("pages")] = Field(
        (), description="Addresses of the pages that it touches"
    )
    also_in: Annotated[tuple[str, ...], AsWords, Refers("sources")] = Field(
        (), description="Further documents that it was read in: ids in data/sources.csv"
    )
    told_on: Day = Field(description="Day on which this guide first told of it")

    @model_validator(mode="after")
    def _no_firmer_than_it_is(self) -> Self:
        firm = FIRM.search(f"{self.what} {self.do}")
        if firm and self.standing is not Standing.IN_FORCE:
            fix = f'It says "{firm[0]}" of what is not in force. Write "will" or "would".'
            raise wanted("no duty told as one that holds already", fix)
        if self.standing is Standing.IN_FORCE and not self.since:
            raise wanted("a day, month or year in since", "Say since when it is in force.")
        if self.confidence is Confidence.LOW:
            raise wanted("a confidence of medium or high", "Find a better source, or leave it out.")
        return self

    @property
    def certain(self) -> bool:
        """Whether it was read in an official text."""
        return self.confidence is Confidence.HIGH


def by_date(changes: Iterable[LawChange]) -> list[LawChange]:
    """What is in force, newest first; then what is to come, soonest first and unknown last."""
    rows = sorted(changes, key=lambda one: one.id)
    held = [one for one in rows if one.standing is Standing.IN_FORCE]
    coming = [one for one in rows if one.standing is not Standing.IN_FORCE]
    held.sort(key=lambda one: one.since or "", reverse=True)
    return [*held, *sorted(coming, key=lambda one: one.since or "9999")]
