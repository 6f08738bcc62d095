"""What changed on the site, for its readers: the one record of it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from macros.records.days import Day, quarter_of
from macros.records.fields import AsWords, Id, PageAddress, Refers, Text, Told, wanted
from macros.records.record import Record, Role

PINNED_FOR = timedelta(days=92)


class Kind(StrEnum):
    """How a reader should take a change."""

    NEW = "new"
    CHANGED = "changed"
    CORRECTED = "corrected"
    REMOVED = "removed"


class Urgency(StrEnum):
    """How soon a reader should know of a change, soonest first."""

    NOW = "act on it now"
    SOON = "read soon"
    KNOW = "for information"


class Change(Record):
    """One change that a reader would want to know of."""

    least: ClassVar[int] = 0

    id: Id = Field(description="Date and a word or two, never changed")
    date: Day = Field(description="Day of the change")
    kind: Kind = Field(description="How to take it")
    urgency: Urgency = Field(description="How soon to know of it")
    roles: Annotated[tuple[Role, ...], AsWords] = Field(
        min_length=1, description="Whose work it changes; everyone, or the roles one by one"
    )
    title: Text = Field(max_length=60, description="What it is about, in a few words")
    do: Told = Field("", max_length=120, description="What to do differently, as one is told to")
    before: Told = Field("", max_length=200, description="What the pages said until then")
    now: Told = Field("", max_length=200, description="What they say since")
    pages: Annotated[tuple[PageAddress, ...], AsWords, Refers("pages")] = Field(
        min_length=1, description="Addresses of all pages that say something else since"
    )
    what: Text = Field(max_length=240, description="What changed, and what it means for practice")

    @model_validator(mode="after")
    def _says_what_to_do_and_what_was_wrong(self) -> Self:
        if self.urgency is Urgency.NOW and not self.do:
            fix = "Say what to do differently, or give the change a calmer urgency."
            raise wanted(f'a do where urgency is "{Urgency.NOW}"', fix)
        if bool(self.before) != bool(self.now):
            fix = "Fill both, so that a reader sees the difference, or neither."
            raise wanted("before and now together", fix)
        if self.kind is Kind.CORRECTED and not self.before:
            fix = "Say in before what was wrong, and in now what is right."
            raise wanted("before and now where kind is corrected", fix)
        if Role.EVERYONE in self.roles and len(self.roles) > 1:
            fix = "Everyone is all of them: leave it alone, or take it out."
            raise wanted("everyone, or the roles one by one", fix)
        return self

    @property
    def quarter(self) -> str:
        """The quarter of its day, such as 2024-Q4."""
        return quarter_of(self.date.year, self.date.month)

    @property
    def told(self) -> str:
        """The whole change in sentences, for a feed or a letter."""
        labels = {"": self.what, "Before: ": self.before, "Now: ": self.now, "Do: ": self.do}
        return " ".join(f"{label}{text}." for label, text in labels.items() if text)


def newest_first(changes: Iterable[Change]) -> list[Change]:
    """The changes in the order in which a reader wants them; of one day the most urgent first."""
    soonest = list(Urgency)
    ordered = sorted(changes, key=lambda one: (soonest.index(one.urgency), one.id))
    return sorted(ordered, key=lambda one: one.date, reverse=True)


def to_act_on_first(newest: Sequence[Change]) -> list[Change]:
    """The same, but what to act on now stands first until three months later."""
    last = max((one.date for one in newest), default=date.min)

    def calm(one: Change) -> bool:
        return one.urgency is not Urgency.NOW or last - one.date > PINNED_FOR

    return sorted(newest, key=calm)


def newest_on(page: str, changes: Iterable[Change]) -> Change | None:
    """The newest change of the page at this address, if there is one."""
    return next(iter(newest_first(one for one in changes if page in one.pages)), None)


def by_quarter(changes: Iterable[Change]) -> list[tuple[str, list[Change]]]:
    """The changes of each quarter, newest first."""
    quarters = groupby(newest_first(changes), key=lambda one: one.quarter)
    return [(quarter, list(rows)) for quarter, rows in quarters]
