"""The header of a page: what it is, who looks after it, and when it was last read through."""

import calendar
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import AsWords, PageAddress, Refers, Text, TopicIds, Words, matching
from macros.records.record import Record, Role, YesNo
from macros.records.topics import Topic


class PageType(StrEnum):
    """What kind of page it is; the type sets how often it is reviewed."""

    ACT_NOW = "act now"
    LEVELS = "levels of need"
    GUIDE = "guide"
    REVIEW = "review"
    DATA = "data"
    ARRANGEMENTS = "arrangements"
    LIST = "list"
    ABOUT = "about"


MONTHS_BETWEEN_REVIEWS = {PageType.ACT_NOW: 3, PageType.REVIEW: 6}
USUAL_MONTHS = 12
STANDS_IN = {"audits": "reviews", "inspections": "reviews"}
READ_AT_HOME = frozenset({PageType.ACT_NOW, PageType.GUIDE})
"""Kinds of page on which the quick exit follows from the topic; the rest is read at work."""
WITHOUT_A_DOOR = frozenset({"/", "/search/"})
"""Sections that every page leads to in another way than by the menu."""


ONE_SENTENCE = matching(
    r"(?!.*[.!?] [A-Z]).*",
    "one sentence",
    "Join the two, or drop one: lists and the preview of a link show it as it stands.",
)


class Page(Record):
    """One page's header. `address` follows from where the file stands in docs/."""

    key: ClassVar[str] = "address"

    address: PageAddress = Field(description="Address of the page")
    title: Text = Field(max_length=65, description="Main heading, key words first")
    summary: Annotated[Text, ONE_SENTENCE] = Field(
        max_length=160, description="What the page gives, in one sentence"
    )
    type: PageType = Field(description="What kind of page it is")
    owner: Text = Field(description="Role that looks after it, never a person's name")
    reviewed: Day = Field(description="Day on which the whole page was last read through")
    sources: Annotated[Words, Refers("sources")] = Field(
        (), description="What its text relies on: ids in data/sources.csv"
    )
    topics: TopicIds = Field(min_length=1, description="Ids in data/topics.csv")
    roles: Annotated[tuple[Role, ...], AsWords] = Field(
        min_length=1, description="Whom it is written for"
    )
    order: int = Field(50, gt=0, description="Its place in its section's menu")
    quick_exit: YesNo = Field(
        YesNo.NO, description="yes where it needs one that none of its topics asks for"
    )

    @property
    def section(self) -> str:
        """Address of the section's first page: / for the home page."""
        parts = self.address.split("/")
        return f"/{STANDS_IN.get(parts[1], parts[1])}/" if parts[1] else "/"

    @property
    def short_title(self) -> str:
        """The title up to a colon: what a menu says."""
        return self.title.split(": ", 1)[0]

    @property
    def place(self) -> tuple[bool, int, str]:
        """Where it stands among the pages of its section: the section's own page comes first."""
        return self.address != self.section, self.order, self.title

    @property
    def next_review(self) -> date:
        """The day by which the page is to be read through again, counted from `reviewed`."""
        months = MONTHS_BETWEEN_REVIEWS.get(self.type, USUAL_MONTHS)
        years, month = divmod(self.reviewed.month - 1 + months, 12)
        year, month = self.reviewed.year + years, month + 1
        last = calendar.monthrange(year, month)[1]
        return date(year, month, min(self.reviewed.day, last))


def with_exits(pages: Mapping[str, Page], topics: Mapping[str, Topic]) -> Mapping[str, Page]:
    """The pages, each with the quick exit that its header or one of its topics asks for."""
    asking = {key for key, one in topics.items() if one.quick_exit is YesNo.YES}
    found = {
        key: one.type in READ_AT_HOME and not asking.isdisjoint(one.topics)
        for key, one in pages.items()
    }
    exits = {"quick_exit": YesNo.YES}
    return MappingProxyType(
        {key: one.model_copy(update=exits) if found[key] else one for key, one in pages.items()}
    )
