"""Documents, forms and pages elsewhere that are worth opening."""

from enum import StrEnum

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import Id, Text, TopicIds
from macros.records.record import Published, Sourced
from macros.records.web_addresses import WebAddress


class Kind(StrEnum):
    """What a reader finds behind the link."""

    FORM = "form"
    PROCEDURE = "procedure"
    POLICY = "policy"
    GUIDE = "guide"
    LAW = "law"
    TRAINING = "training"
    NEWS = "news"
    TOOL = "tool"
    DIRECTORY = "directory"


class Link(Published, Sourced):
    """One outside resource."""

    id: Id = Field(description="Short name used in pages, never changed")
    title: Text = Field(description="Title of what the link opens")
    publisher: Text = Field(description="Who publishes it")
    kind: Kind = Field(description="What a reader finds there")
    what_for: Text = Field(description="When it helps")
    url: WebAddress = Field(description="Its address")
    topics: TopicIds = Field((), description="Topics it belongs to: ids in data/topics.csv")
    read_on: Day | None = Field(None, description="Day on which the address was read; empty if not")
