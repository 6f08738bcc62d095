"""Tables of figures: what each counts, when and where, and what it shows."""

from enum import StrEnum

from pydantic import Field

from macros.records.fields import Id, PageId, Text
from macros.records.record import Published, Sourced


class TableKind(StrEnum):
    """Whether it tells of now or of the past."""

    CURRENT = "current"
    COMPARISON = "comparison"
    HISTORY = "history"


class Chart(StrEnum):
    """How it is drawn, beside its table."""

    BARS = "bars"
    COLUMNS = "columns"
    FUNNEL = "funnel"
    SHARES = "shares"
    NONE = "none"


class Table(Published, Sourced):
    """One set of figures that were read together."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="What it counts")
    finding: Text = Field(description="What it shows, in one sentence, without a cause")
    kind: TableKind = Field(description="Whether it tells of now or of the past")
    unit: Text = Field(description="What a number is a number of")
    period: Text = Field(description="The time it covers, as the source gives it")
    area: Text = Field(description="The place it covers")
    definition: Text = Field(description="What is counted, as the source says it")
    caveat: Text = Field("", description="What a reader must know before using it")
    chart: Chart = Field(description="How it is drawn beside its table")
    page: PageId = Field(description="Address of the page it stands on")
    order: int = Field(gt=0, description="Its place on that page")
