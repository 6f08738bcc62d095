"""One-minute guides: what each one draws on besides its own lines."""

from typing import Annotated

from pydantic import Field

from macros.records.fields import Id, PageId, Refers, Words
from macros.records.record import Record, YesNo


class Guide(Record):
    """One guide. Its title, its one sentence and its roles stand in its page's header."""

    id: Id = Field(description="Short name, the last part of its address, never changed")
    page: PageId = Field(description="Address of its page")
    contacts: Annotated[Words, Refers("contacts")] = Field(
        min_length=1, description="Whom to contact: ids in data/contacts.csv"
    )
    timescales: Annotated[Words, Refers("timescales")] = Field(
        (), description="Its time limits: ids in data/timescales.csv"
    )
    links: Annotated[Words, Refers("links")] = Field(
        min_length=1, description="Where to read more: ids in data/links.csv"
    )
    tell_nobody: YesNo = Field(
        description="yes where telling somebody first could hurt a child, an adult or evidence"
    )
    see: Annotated[Words, Refers("guides")] = Field(
        (), description="Guides to read next: ids in this file"
    )
