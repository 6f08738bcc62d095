"""Files for other programs: a table of figures each, a calendar of the plan, a data package."""

import calendar
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, get_args

from icalendar import Calendar, Event

from macros.figures import Figure
from macros.library import Library
from macros.records import Record

KINDS = {int: "integer", date: "date"}
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def figures_of(library: Library) -> Iterator[tuple[str, list[Figure]]]:
    """Each published table's figures by the table's id, in the order of its rows."""
    for table in library.tables:
        rows = [one for one in library.figures.values() if one.table == table]
        yield table, sorted(rows, key=lambda one: one.order)


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


def datapackage(
    titles: Mapping[str, str], records: Mapping[str, type[Record]], site_url: str, site_name: str
) -> dict[str, Any]:
    """The published files as a Data Package, with a Table Schema of each from its record."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "safeguarding-children-in-coventry",
        "title": site_name,
        "homepage": site_url,
        "licenses": [LICENCE],
        "resources": [_resource(name, title, records[name]) for name, title in titles.items()],
    }


def _resource(name: str, title: str, record: type[Record]) -> dict[str, Any]:
    return {
        "name": name.replace("_", "-"),
        "title": title,
        "path": f"{name}.csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(record, column) for column in record.columns()],
            "primaryKey": [record.key],
        },
    }


def _field(record: type[Record], column: str) -> dict[str, Any]:
    info = record.model_fields[column]
    kinds = {info.annotation, *get_args(info.annotation)}
    kind = next((word for type_, word in KINDS.items() if type_ in kinds), "string")
    required = {"constraints": {"required": True}} if info.is_required() else {}
    return {"name": column, "type": kind, "description": info.description or "", **required}
