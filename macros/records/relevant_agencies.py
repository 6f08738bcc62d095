"""The bodies named as relevant agencies."""

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Published, Sourced


class RelevantAgency(Published, Sourced):
    """One kind of body that has to co-operate with the safeguarding partners."""

    id: Id = Field(description="Short name, never changed")
    name: Text = Field(description="Name in the published list")
    order: int = Field(gt=0, description="Its place in the published list, from 1")
    plain: Text = Field("", description="Plain words, where the name needs them")
