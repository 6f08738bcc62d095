"""What worried people type, and where it should lead: search learns from it, no page shows it."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.concerns import FirstCall
from macros.records.fields import Id, PageId, Refers, Text, Words
from macros.records.record import Record


class Asker(StrEnum):
    """Who says it: people of one kind use the same words."""

    CHILD = "child"
    FAMILY = "family"
    PUBLIC = "public"
    WORKER = "worker"


class Worry(Record):
    """One worry in its asker's own words. Made up from the guide, never from a test's question."""

    key: ClassVar[str] = "worry"
    worry: Text = Field(max_length=120, description="What somebody types, misspelt or not")
    asked_by: Asker = Field(description="child, family, public or worker")
    concern: Annotated[Id, Refers("concerns")] | None = Field(
        None, description="The concern that fits: an id in data/concerns.csv"
    )
    page: PageId | None = Field(
        None, description="The page to open first; empty where nothing here answers"
    )
    card: FirstCall | None = Field(
        None, description="Whom to call first; empty where no child is spoken of"
    )


class Kind(Record):
    """Words that name people, acts, body parts or places of one kind."""

    id: Id = Field(description="Short name, never changed")
    kind: Text = Field(max_length=40, description="What the words have in common")
    words: Words = Field(min_length=1, description="The words, small letters, joined by semicolons")
