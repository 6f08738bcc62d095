"""Whom to call, write to or report through."""

from enum import StrEnum
from typing import ClassVar, Self

from pydantic import Field, model_validator

from macros.records.days import Day
from macros.records.fields import Email, Id, Phone, Text, wanted
from macros.records.record import ActedOn
from macros.records.web_addresses import WebAddress


class Group(StrEnum):
    """What a contact is for."""

    EMERGENCY = "emergency"
    POLICE = "police"
    FRONT_DOOR = "front-door"
    OTHER_FRONT_DOORS = "other-front-doors"
    OUT_OF_HOURS = "out-of-hours"
    ALLEGATIONS = "allegations"
    CHILDREN_AND_FAMILIES = "children-and-families"
    HEALTH = "health"
    SEXUAL_ABUSE = "sexual-abuse"
    DOMESTIC_ABUSE = "domestic-abuse"
    EXPLOITATION = "exploitation"
    PRIVATE_FOSTERING = "private-fostering"
    FAMILY_HUBS = "family-hubs"
    PARTNERSHIP = "partnership"


class Audience(StrEnum):
    """Who may use it."""

    EVERYONE = "everyone"
    PRACTITIONERS = "practitioners"
    CHILDREN = "children"
    PARENTS = "parents and carers"


class Contact(ActedOn):
    """One line or form, with the page that gives it and the day that page was read."""

    least: ClassVar[int] = 4

    id: Id = Field(description="Short name used in pages, never changed")
    name: Text = Field(description="What it is called")
    group: Group = Field(description="What it is for")
    audience: Audience = Field(description="Who may use it")
    what_for: Text = Field(description="When to use it")
    phone: Phone | None = Field(None, description="Telephone number, grouped with spaces")
    email: Email | None = Field(None, description="Shared mailbox, never a person's own")
    hours: Text = Field("", description="Opening hours as published; empty where none were read")
    url: WebAddress | None = Field(None, description="Page or form that gives it")
    url_text: Text = Field("", description="What the link to that page is called")
    read_on: Day = Field(description="Day on which the number or address was read there")

    @model_validator(mode="after")
    def _named_link(self) -> Self:
        if bool(self.url) != bool(self.url_text):
            raise wanted("url and url_text together", "Fill both cells, or leave both empty.")
        return self

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if not (self.phone or self.email or self.url):
            raise wanted("a way to reach it", "Fill phone, email, or url and url_text.")
        return self
