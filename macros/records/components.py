"""What others made and readers are sent with the pages, and under which licence."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from macros.records.fields import Id, Label, Text, matching
from macros.records.record import Record


class Licence(StrEnum):
    """A licence by the short name that SPDX gives it; its text stands in assets/licences.txt."""

    MIT = "MIT"


PublishedFile = Annotated[
    str,
    matching(
        r"[a-z0-9.-]+(/[a-z0-9.-]+)*",
        "a file of the site, such as assets/site.css",
        "Write it as it stands below the site's address, without a slash before it.",
    ),
]


class Component(Record):
    """One thing that others made, as it stands in a published file."""

    id: Id = Field(description="Short name, never changed")
    name: Label = Field(description="What its makers call it")
    what_for: Text = Field(description="What it does for readers")
    file: PublishedFile = Field(
        description="The published file that holds it, below the site's address"
    )
    package: Text = Field(description="The package it comes in: a name in requirements.txt")
    version: Text = Field("", description="Its own version, where it is not that of the package")
    licence: Licence = Field(description="MIT")
    holder: Text = Field(description="Whose it is, in the words of its licence")
