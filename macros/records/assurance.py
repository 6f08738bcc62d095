"""How the partnership looks at the quality of its work: four lenses, and what crosses them."""

from enum import StrEnum

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Published, Sourced


class Lens(StrEnum):
    """From whose side the work is seen."""

    INDEPENDENT = "independent"
    PROVIDER = "provider"
    PROFESSIONAL = "professional"
    CITIZEN = "citizen"
    ACROSS = "across"


class Activity(Published, Sourced):
    """One way in which quality is looked at."""

    id: Id = Field(description="Short name, never changed")
    lens: Lens = Field(description="From whose side the work is seen")
    order: int = Field(gt=0, description="Its place under the lens, from 1")
    name: Text = Field(description="What it is called")
    what: Text = Field(description="What happens")
    who: Text = Field("", description="Who does it")
    how_often: Text = Field("", description="How often, as published")
