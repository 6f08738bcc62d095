"""Figures: one number each, as printed and as counted."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.fields import Id, Label, Refers, Text, matching
from macros.records.record import Record


class FigurePart(StrEnum):
    """What a number is in its table."""

    VALUE = "value"
    TOTAL = "total"
    SHARE = "share"
    AVERAGE = "average"
    COMPARATOR = "comparator"


Number = Annotated[
    Decimal,
    matching(
        r"[0-9]+(\.[0-9]+)?",
        "a number in digits, with a point before decimals",
        "Leave out commas and signs; put the number as printed into shown.",
    ),
]


class Figure(Record):
    """One number of a table. A small count about people is banded: its value is empty."""

    id: Id = Field(description="Short name, never changed")
    table: Annotated[Id, Refers("tables")] = Field(description="Id in data/tables.csv")
    item: Text = Field(description="Label of its row")
    series: Label = Field("", description="Label of its column, where there is more than one")
    order: int = Field(gt=0, description="Place of its row, from 1")
    value: Number | None = Field(None, description="The number; empty where it is not given")
    shown: Text = Field(description="The number as its source prints it")
    part: FigurePart = Field(description="What it is in its table")
    source_ref: Text = Field(description="The place in the table's source")


class Note(Record):
    """One fault of a source, shown beside the figure and never mended in silence."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Short name, never changed")
    table: Annotated[Id, Refers("tables")] = Field(description="Id in data/tables.csv")
    figure: Annotated[Id, Refers("figures")] | None = Field(
        None, description="The number concerned: an id in data/figures.csv"
    )
    says: Text = Field("", description="What the source prints")
    computed: Text = Field("", description="What its own rows give")
    text: Text = Field(description="The fault in a plain sentence")
