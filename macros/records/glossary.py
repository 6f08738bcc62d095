"""Terms and abbreviations, each explained in a sentence."""

from pydantic import Field

from macros.records.fields import Id, Text, Words
from macros.records.record import Published, Sourced, YesNo


class Term(Published, Sourced):
    """One term: what it stands for, what it means, and whether pages explain it by themselves."""

    id: Id = Field(description="Short name, used in the term's address, never changed")
    term: Text = Field(description="The term as pages write it")
    expansion: Text = Field("", description="Full words; empty where the term is already in full")
    meaning: Text = Field(description="What it means, in one sentence")
    also: Words = Field((), description="Other spellings and old names, joined by semicolons")
    mark: YesNo = Field(description="yes where every use of the exact term can be explained so")
