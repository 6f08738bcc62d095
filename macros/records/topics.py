"""The topics that pages and links belong to."""

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Record, YesNo


class Topic(Record):
    """One topic, as filters and search name it."""

    id: Id = Field(description="Short name used in page headers and rows, never changed")
    name: Text = Field(max_length=40, description="What readers see")
    quick_exit: YesNo = Field(
        description="yes where a guide or an act-now page may be read beside someone who harms"
    )
