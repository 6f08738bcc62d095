"""The parts of the site, in the order of the menu."""

from typing import ClassVar

from pydantic import Field

from macros.records.fields import PageId, Text
from macros.records.record import Record


class Section(Record):
    """One part of the site: the door to it on the home page and its line in the menu."""

    key: ClassVar[str] = "page"

    page: PageId = Field(description="Address of the section's first page")
    name: Text = Field(max_length=40, description="What the menu calls it")
    summary: Text = Field(max_length=120, description="What is behind the door")
    order: int = Field(gt=0, description="Its place in the menu, from 1")
