"""Themes that come back in reviews."""

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Record


class Theme(Record):
    """One theme under which findings are gathered."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="Its name in plain words")
    summary: Text = Field(description="What it is about, in one sentence")
