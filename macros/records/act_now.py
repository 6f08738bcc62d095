"""The three act-now cards: 999, the hub today, talk it through."""

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from macros.records.fields import Id, Text
from macros.records.record import Sourced


class Card(StrEnum):
    """Which card a sign stands on, most urgent first."""

    EMERGENCY = "emergency"
    MASH = "mash"
    TALK = "talk"


class Sign(Sourced):
    """One bullet under a card's heading."""

    least: ClassVar[int] = 3

    id: Id = Field(description="Short name, never changed")
    card: Card = Field(description="The card it stands on")
    order: int = Field(gt=0, description="Its place on the card, from 1")
    text: Text = Field(description="Words that go on after the card's heading")
