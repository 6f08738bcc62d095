"""The documents that the site relies on."""

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.records.days import Day, PartDay
from macros.records.fields import DERIVED, Id, Refers, Text, wanted
from macros.records.record import Record
from macros.records.web_addresses import WebAddress


class Kind(StrEnum):
    """What sort of document a source is."""

    LAW = "law"
    STATUTORY = "statutory guidance"
    NATIONAL = "national guidance"
    PARTNERSHIP = "partnership document"
    COUNCIL = "council page"
    REGIONAL = "regional procedures"
    HEALTH = "health page"
    POLICE = "police page"
    CHARITY = "charity page"
    NEIGHBOUR = "neighbouring area"
    OTHER = "other"


OF_SERVICES = frozenset({Kind.HEALTH, Kind.POLICE, Kind.CHARITY})
OF_OTHERS = frozenset({Kind.NEIGHBOUR, Kind.OTHER})


SECOND_HALF = "m"  # with it begins the second list of others
LONG_TITLE = 30  # characters


class Shelf(StrEnum):
    """The page that lists it; one list of all would be too heavy for a bad signal."""

    OFFICIAL = "official"
    SERVICES = "services"
    OTHERS = "others"
    OTHERS_LATER = "others-m-to-z"


class ReadAs(StrEnum):
    """How much of it was read, and in what form."""

    WHOLE = "whole"
    PART = "part"
    STORED = "stored copy"
    SECOND_HAND = "second-hand"
    NOT_READ = "not read"


class Licence(StrEnum):
    """What may be done with its words."""

    OGL = "open government licence"
    COPYRIGHT = "copyright"
    NOT_STATED = "not stated"


class Source(Record):
    """A document relied on: who published it, when, and how it was read."""

    id: Id = Field(description="Short name of the source, never changed")
    title: Text = Field(description="Title as published")
    publisher: Text = Field(description="Who published it")
    kind: Kind = Field(description="What sort of document it is")
    url: WebAddress | None = Field(None, description="Where it can be read; empty where not known")
    published: PartDay | None = Field(None, description="Date it shows; empty where it shows none")
    read_on: Day | None = Field(None, description="Day it was read; empty where it was not")
    read_as: ReadAs = Field(description="How much of it was read, and in what form")
    licence: Licence = Field(description="What may be done with its words")
    note: Text = Field("", description="What a reader should know before relying on it")
    edition: Annotated[Id, Refers("editions")] | None = Field(
        None, description="The edition that it is or repeats: an id in data/editions.csv"
    )
    edition_note: Annotated[str, DERIVED] = Field(
        "", description="What has become of that edition, if it was replaced"
    )

    @model_validator(mode="after")
    def _read_on_a_day(self) -> Self:
        if (self.read_as is ReadAs.NOT_READ) == bool(self.read_on):
            fix = "Fill read_on with the day it was read; leave it empty where read_as is not read."
            raise wanted("a day in read_on exactly where the source was read", fix)
        return self

    @property
    def shelf(self) -> Shelf:
        """Which of the lists of sources it stands in."""
        if self.kind in OF_SERVICES:
            return Shelf.SERVICES
        if self.kind not in OF_OTHERS:
            return Shelf.OFFICIAL
        return Shelf.OTHERS_LATER if self.title.casefold() >= SECOND_HALF else Shelf.OTHERS

    @property
    def short_title(self) -> str:
        """A long title up to a colon or a bracket, for where many stand on one page."""
        long = len(self.title) > LONG_TITLE
        return re.split(r"(?<=\w): | \(", self.title, maxsplit=1)[0] if long else self.title

    @property
    def place(self) -> str:
        """The address of its entry, below the site's own."""
        below = "" if self.shelf is Shelf.OFFICIAL else f"{self.shelf}/"
        return f"/about/sources/{below}#{self.id}"
