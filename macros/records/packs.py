"""Team packs that are ready to use, and the questions that a team talks through."""

import re
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from macros.records.fields import AsWords, Id, Line, PageAddress, PageId, Refers, Text, wanted
from macros.records.record import Record

QUESTIONS = 3


def _question(text: str) -> str:
    if not re.fullmatch(r"[^?!]*[^?!.\s]\?", text) or re.search(r"[.] [A-Z]", text):
        raise wanted("one question", "Write one sentence that ends in a question mark.")
    return text


class Pack(Record):
    """A pack made for one kind of meeting."""

    id: Id = Field(description="Short name, never changed: its lasting address ends in it")
    title: Text = Field(max_length=60, description="What stands on its cover")
    summary: Text = Field(max_length=160, description="For whom it is, in one sentence")
    pages: Annotated[tuple[PageAddress, ...], AsWords, Refers("pages")] = Field(
        min_length=1, max_length=24, description="Addresses of its pages, in their order"
    )
    order: int = Field(gt=0, description="Its place in the list, from 1")

    def address(self, home: str) -> str:
        """The address that lasts, below the page where packs are made: it goes into agendas."""
        return f"{home}{self.id}/"

    def opened(self, home: str) -> str:
        """The address at which it opens, on the page where packs are made."""
        return f"{home}#pack-{self.id}"


class Prompt(Record):
    """One question about a page, for a team to talk through."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Short name, never changed")
    page: PageId = Field(description="Address of the page that it is about")
    order: int = Field(gt=0, description="Its place among the page's, from 1")
    question: Annotated[Line, BeforeValidator(_question)] = Field(
        max_length=160, description="The question, in one sentence"
    )
