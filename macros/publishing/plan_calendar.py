"""The plan's target dates as a calendar."""

import calendar
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from macros.library import Library


def plan_calendar(library: Library, site_url: str, site_name: str) -> bytes:
    """The plan's target dates as an iCalendar file: the last day of each target month."""
    found = Calendar()
    found.add("prodid", f"-//{site_name}//plan//EN")
    found.add("version", "2.0")
    stamp = datetime.combine(library.today, time(), UTC)
    for action in sorted(library.actions.values(), key=lambda one: (one.target, one.id)):
        year, month = action.month
        event = Event()
        event.add("uid", f"{action.id}@{site_url.split('/')[2]}")
        event.add("dtstamp", stamp)
        event.add("dtstart", date(year, month, calendar.monthrange(year, month)[1]))
        event.add("summary", f"Target: {action.action}")
        event.add("description", f"Lead: {action.lead}. Status: {action.status}.")
        event.add("url", f"{site_url}priorities/plan/")
        found.add_component(event)
    return bytes(found.to_ical())
