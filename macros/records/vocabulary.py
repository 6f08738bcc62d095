"""What people type, and this guide's own words for it, which search and the A to Z lead to."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from macros.records.fields import Id, SourceId, Text, wanted
from macros.records.record import Published


class Speech(StrEnum):
    """How a word came to be said."""

    ACRONYM = "acronym"
    OLD_NAME = "old name"
    MISSPELLING = "misspelling"
    FAMILY = "family words"
    EVERYDAY = "everyday words"
    TRADE = "trade words"


NEEDS_A_SOURCE = frozenset({Speech.ACRONYM, Speech.OLD_NAME})
"""That two names mean the same is a fact; how people speak is not."""


class Word(Published):
    """One word or phrase that people type, and what the guide calls it."""

    id: Id = Field(description="Short name, never changed")
    said: Text = Field(max_length=40, description="What people type")
    meant: Text = Field(max_length=60, description="The guide's own words for it")
    kind: Speech = Field(description="How it came to be said")
    source_id: SourceId | None = Field(
        None, description="For an acronym or old name: where the two names were read"
    )
    source_ref: Text = Field("", description="The place in that document")

    @model_validator(mode="after")
    def _sourced_where_it_is_a_fact(self) -> Self:
        needed = self.kind in NEEDS_A_SOURCE
        if bool(self.source_id) != bool(self.source_ref) or (needed and not self.source_id):
            fix = "Fill both cells for an acronym or an old name; otherwise both or neither."
            raise wanted("source_id and source_ref together", fix)
        return self
