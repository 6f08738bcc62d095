"""When pages are to be read through again."""

from datetime import date, timedelta
from enum import StrEnum

from macros.library import Library
from macros.records.pages import Page

SOON = timedelta(days=90)


class State(StrEnum):
    """Where a page stands between two reviews, what is to be done first coming first."""

    OVERDUE = "overdue"
    SOON = "due within 90 days"
    LATER = "due later"


def state(page: Page, today: date) -> State:
    """Where the page stands on this day; on its last day it is not overdue yet."""
    if page.next_review < today:
        return State.OVERDUE
    return State.SOON if page.next_review <= today + SOON else State.LATER


def by_state(library: Library) -> dict[State, list[Page]]:
    """The pages in each state, those that are due first before the others."""
    pages = sorted(library.pages.values(), key=lambda one: (one.next_review, one.address))
    return {one: [page for page in pages if state(page, library.today) is one] for one in State}
