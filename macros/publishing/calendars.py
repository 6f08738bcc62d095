"""Days to put in a calendar: the plan's targets, changes of the law, and pages to read through."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from itertools import groupby

from icalendar import Calendar, Event

from macros.drawing.wording import in_address
from macros.library import Library
from macros.records.law_changes import LawChange, Standing

WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Marked:
    """One marked day. `name` is never given to another; `place` is an address of this site."""

    name: str
    day: date
    title: str
    told: str
    place: str


def files(library: Library, site_url: str, site_name: str) -> dict[str, bytes]:
    """Every calendar by its path below the site."""
    days = {"plan": _targets(library), "law": _laws(library), "reviews": _reviews(library)}
    stamp = datetime.combine(library.today, time(), UTC)
    return {
        f"data/{name}.ics": _calendar(list(marked), stamp, site_url, f"-//{site_name}//{name}//EN")
        for name, marked in days.items()
    }


def with_a_day(library: Library) -> list[tuple[date, LawChange]]:
    """The changes of the law of which the whole day is known, the first day first."""
    known = [one for one in library.law_changes.values() if WHOLE_DAY.fullmatch(one.since or "")]
    return sorted(
        ((date.fromisoformat(one.since or ""), one) for one in known),
        key=lambda pair: (pair[0], pair[1].id),
    )


def _targets(library: Library) -> Iterator[Marked]:
    """The last day of each target month of the plan."""
    for action in sorted(library.actions.values(), key=lambda one: (one.target, one.id)):
        year, month = action.month
        day = date(year, month, calendar.monthrange(year, month)[1])
        told = f"Lead: {action.lead}. Status: {action.status}."
        yield Marked(action.id, day, f"Target: {action.action}", told, "priorities/plan/")


def _laws(library: Library) -> Iterator[Marked]:
    for day, one in with_a_day(library):
        holds = "In force" if one.standing is Standing.IN_FORCE else str(one.standing).capitalize()
        title = f"{holds}: {one.title}"
        yield Marked(
            f"law-{one.id}", day, title, f"{one.what} {one.do}", f"about/law/#law-{one.id}"
        )


def _reviews(library: Library) -> Iterator[Marked]:
    """For each owner, each day by which pages are to be read through again."""
    due = sorted((one.next_review, one.owner, one.address) for one in library.pages.values())
    for (day, owner), rows in groupby(due, key=lambda one: one[:2]):
        pages = [address for _, _, address in rows]
        title = f"{owner}: {len(pages)} page{'s' if pages[1:] else ''} to read through"
        name = f"review-{day}-{in_address(owner)}"
        yield Marked(name, day, title, "\n".join(pages), "about/editorial-policy/")


def _calendar(marked: list[Marked], stamp: datetime, site_url: str, made_by: str) -> bytes:
    found = Calendar()
    found.add("prodid", made_by)
    found.add("version", "2.0")
    for one in marked:
        event = Event()
        event.add("uid", f"{one.name}@{site_url.split('/')[2]}")
        event.add("dtstamp", stamp)
        event.add("dtstart", one.day)
        event.add("summary", one.title)
        event.add("description", one.told)
        event.add("url", f"{site_url}{one.place}")
        found.add_component(event)
    return bytes(found.to_ical())
