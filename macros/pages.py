"""The header of a page: what it is, who looks after it, and when it was last read through."""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from macros.days import Day
from macros.fields import (
    TYPED_LIMIT,
    TYPED_PHONE,
    AsWords,
    PageAddress,
    Refers,
    Text,
    TopicIds,
    Words,
)
from macros.records import Record, Role, YesNo


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


class Page(Record):
    """One page's header. `address` follows from where the file stands in docs/."""

    key: ClassVar[str] = "address"

    address: PageAddress = Field(description="Address of the page")
    title: Text = Field(max_length=65, description="Main heading, key words first")
    summary: Text = Field(max_length=160, description="What the page gives, in one sentence")
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
        YesNo.NO, description="yes where a reader may live with someone who harms them"
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


WRONG_IN_BODY = (
    (
        re.compile(r"^#(?!#)|^=+\s*$"),
        "a main heading",
        "section headings (##) only",
        "The title in the header is the main heading.",
    ),
    (
        TYPED_PHONE,
        "a typed telephone number",
        "the number from its row",
        'Write {{ phone("mash") }} with the contact\'s id.',
    ),
    (
        TYPED_LIMIT,
        "a typed time limit",
        "the limit from its row",
        'Write {{ limit("lado-report") }} with the id in data/timescales.csv.',
    ),
    (
        re.compile(r"^\s*\|.*\|\s*$|^\s*:?-{3,}:?\s*\|"),
        "a typed table",
        "a table from data",
        "Put the rows into a file in data/ and call its macro.",
    ),
    (
        re.compile(r"^\s+\{\{|^(?:[-*+>]|\d+\.) *\{\{ *[a-z_]+\([^)]*\) *\}\} *$"),
        "an indented macro",
        "the call at the start of its line",
        "A table or card inside a list loses its shape.",
    ),
    (
        re.compile(r"\]\(\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE),
        "a typed web address",
        "the link from its row",
        'Add a row to data/links.csv and write {{ link("its-id") }}.',
    ),
    (
        re.compile(r"<[a-zA-Z/!]"),
        "HTML",
        "plain Markdown",
        "Markup lives in macros/templates/.",
    ),
)
Fault = tuple[int, str, str, str]


def faults_in(body: str) -> Iterator[Fault]:
    """What a page's text must not hold: (line from 0, found, wanted, how to mend it)."""
    fenced = False
    for number, line in enumerate(body.split("\n")):
        fenced ^= line.startswith("```") and "`" not in line[3:]
        if fenced:
            continue
        for pattern, found, wanted, fix in WRONG_IN_BODY:
            if pattern.search(line):
                yield number, found, wanted, fix
