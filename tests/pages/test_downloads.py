"""What other programs take away: a data package that holds to its schema, a calendar, the plan."""

import json
import zipfile
from collections import Counter
from typing import Any

import frictionless
import pytest
from icalendar import Calendar

from macros.publishing.downloads import OPEN_DATA
from tests.conftest import SITE, every_row, library
from tests.pages.built import soup

ACTIONS = 28
PACKAGE = json.loads((SITE / "data/datapackage.json").read_text("utf-8"))


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=lambda one: one["name"])
def test_each_file_holds_to_the_schema_that_the_package_gives(resource: dict[str, Any]) -> None:
    descriptor = {**resource, "path": str(SITE / "data" / str(resource["path"]))}
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(frictionless.Resource.from_descriptor(descriptor))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])[:5]


def test_every_dataset_is_in_the_package_with_each_field_described() -> None:
    assert [one["path"] for one in PACKAGE["resources"]] == [f"{name}.csv" for name in OPEN_DATA]
    for resource in PACKAGE["resources"]:
        assert all(field["description"] for field in resource["schema"]["fields"])
    assert PACKAGE["licenses"][0]["name"] == "CC-BY-4.0"


def test_one_file_holds_every_table_as_it_is_published_alone() -> None:
    with zipfile.ZipFile(SITE / "data/everything.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    tables = {
        path.relative_to(SITE / "data").as_posix(): path.read_bytes()
        for path in (SITE / "data").rglob("*.csv")
    }
    assert held == {**tables, "datapackage.json": (SITE / "data/datapackage.json").read_bytes()}


def test_the_calendar_has_every_action_on_the_last_day_of_its_month() -> None:
    calendar: Any = Calendar.from_ical((SITE / "data/plan.ics").read_bytes())
    events: list[Any] = calendar.walk("VEVENT")
    actions = library().actions.values()
    assert len(events) == len(actions)
    assert len(every_row("actions")) == ACTIONS
    months = Counter((one["dtstart"].dt.year, one["dtstart"].dt.month) for one in events)
    assert months == Counter(one.month for one in actions)
    assert {str(one["summary"]) for one in events} == {f"Target: {one.action}" for one in actions}


def test_an_action_past_its_target_says_so_and_no_more() -> None:
    plan = soup("priorities/plan/")
    for action in library().actions.values():
        row = plan.select_one(f'[data-row="actions/{action.id}"]')
        assert row is not None
        late = action.passed(library().today)
        assert ("Target date passed, status not published" in row.get_text(" ")) == late


def test_what_was_said_stands_beside_what_was_done() -> None:
    voice = soup("voice/")
    said = [one for one in library().statements.values() if one.kind == "you said"]
    done = {one.order: one for one in library().statements.values() if one.kind == "we did"}
    cards = [" ".join(one.get_text(" ").split()) for one in voice.select(".card")]
    for one in said:
        both = (one.text, done[one.order].text)
        assert [card for card in cards if all(text in card for text in both)]
