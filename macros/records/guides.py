"""One-minute guides: what each one draws on besides its own lines."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.records.fields import Id, Line, PageId, Refers, Words, wanted
from macros.records.record import Record, YesNo


class Guide(Record):
    """One guide. Its title, its one sentence and its roles stand in its page's header."""

    id: Id = Field(description="Short name, the last part of its address, never changed")
    page: PageId = Field(description="Address of its page")
    contacts: Annotated[Words, Refers("contacts")] = Field(
        min_length=1, description="Whom to contact: ids in data/contacts.csv"
    )
    second_call: Annotated[Id, Refers("contacts")] | None = Field(
        None, description="Whom else its card for today sends to: one of its contacts"
    )
    second_when: Line = Field("", description="When the card sends there too")
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

    @model_validator(mode="after")
    def _whom_and_when(self) -> Self:
        if bool(self.second_call) != bool(self.second_when):
            raise wanted(
                "second_call and second_when filled, or both empty", "Fill or empty the other."
            )
        return self
