"""Feeds and calendars: whole, valid, and for each role and topic what concerns it and no more."""

import re
import subprocess
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from pydantic import AnyHttpUrl, AwareDatetime, BaseModel, ConfigDict, Field

from macros.publishing import feeds
from macros.records.record import Role
from tests.browser.test_html import VNU
from tests.conftest import SITE, library
from tests.pages.built import attributes, soup

ATOM = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = Path(__file__).parent / "atom.rnc"
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"  # comes with the Nu checker
ALL = feeds.feeds(library())


class Strict(BaseModel):
    """A part of a JSON feed: nothing but what its fields name."""

    model_config = ConfigDict(extra="forbid")


class Author(Strict):
    name: str


class Item(Strict):
    id: AnyHttpUrl
    url: AnyHttpUrl
    title: str = Field(min_length=1)
    content_text: str = Field(min_length=1)
    date_published: AwareDatetime


class JsonFeed(Strict):
    """A JSON feed, after https://www.jsonfeed.org/version/1.1/."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str = Field(min_length=1)
    home_page_url: AnyHttpUrl
    feed_url: AnyHttpUrl
    language: Literal["en-GB"]
    authors: list[Author] = Field(min_length=1)
    items: list[Item]


def atom(path: str) -> ElementTree.Element:
    return ElementTree.fromstring((SITE / f"{path}.xml").read_text("utf-8"))  # noqa: S314 - our own file


def told(path: str) -> list[str]:
    """The ids of a feed's entries, below the site, in their order."""
    ids = [str(one.text) for one in atom(path).iterfind("a:entry/a:id", ATOM)]
    return [re.sub(r".*(?=about/(whats-new|law)/#)", "", one) for one in ids]


def test_every_atom_feed_is_valid() -> None:
    files = [str(SITE / f"{one.path}.xml") for one in ALL]
    command = ["java", "-cp", str(VNU), JING, "-c", str(SCHEMA), *files]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


@pytest.mark.parametrize("feed", ALL, ids=lambda one: one.path)
def test_both_forms_of_a_feed_say_the_same_and_where_they_are(feed: feeds.Feed) -> None:
    whole = atom(feed.path)
    listed = JsonFeed.model_validate_json((SITE / f"{feed.path}.json").read_bytes())
    ids = [str(one.text) for one in whole.iterfind("a:entry/a:id", ATOM)]
    days = [str(one.text) for one in whole.iterfind("a:entry/a:updated", ATOM)]
    assert [str(one.id) for one in listed.items] == ids
    assert [one.date_published for one in listed.items] == list(map(datetime.fromisoformat, days))
    assert len(ids) == len(set(ids))
    assert days == sorted(days, reverse=True)
    if days:
        assert whole.findtext("a:updated", namespaces=ATOM) == days[0]
    own = whole.find("a:link[@rel='self']", ATOM)
    assert own is not None
    assert own.get("href", "").endswith(f"/{feed.path}.xml")
    assert str(listed.feed_url).endswith(f"/{feed.path}.json")


def test_each_feed_has_an_id_of_its_own_and_the_first_keeps_that_of_the_site() -> None:
    ids = {one.path: str(atom(one.path).findtext("a:id", namespaces=ATOM)) for one in ALL}
    assert len(set(ids.values())) == len(ALL)
    assert ids["feed"].endswith("/")


def test_the_whole_feed_tells_of_every_change_under_the_id_it_always_had() -> None:
    changes = [f"about/whats-new/#{one}" for one in library().changes]
    laws = [f"about/law/#law-{one}" for one in library().law_changes]
    assert sorted(told("feed")) == sorted([*changes, *laws])


def test_a_role_hears_of_what_is_for_it_or_for_everyone() -> None:
    for role in set(Role) - {Role.EVERYONE}:
        slug = role.split(",")[0].replace(" ", "-")
        theirs = [
            key for key, one in library().changes.items() if {role, "everyone"} & set(one.roles)
        ]
        heard = [one for one in told(f"feeds/role-{slug}") if "whats-new" in one]
        assert sorted(heard) == sorted(f"about/whats-new/#{key}" for key in theirs)


def test_a_topic_hears_of_its_own_pages() -> None:
    pages = {key for key, page in library().pages.items() if "babies" in page.topics}
    theirs = [key for key, one in library().changes.items() if pages & set(one.pages)]
    heard = [one for one in told("feeds/topic-babies") if "whats-new" in one]
    assert 0 < len(theirs) < len(library().changes)
    assert sorted(heard) == sorted(f"about/whats-new/#{key}" for key in theirs)


def test_the_page_of_feeds_offers_each() -> None:
    offered = attributes("a", "href", soup("about/feeds/"))
    for feed in ALL:
        assert {f"../../{feed.path}.xml", f"../../{feed.path}.json"} <= set(offered)


def events(name: str) -> list[Any]:
    calendar: Any = Calendar.from_ical((SITE / f"data/{name}.ics").read_bytes())
    found: list[Any] = calendar.walk("VEVENT")
    return found


@pytest.mark.parametrize("name", ["plan", "law", "reviews"])
def test_a_calendar_keeps_to_its_standard_and_to_the_day_of_the_build(name: str) -> None:
    text = (SITE / f"data/{name}.ics").read_bytes()
    lines = text.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert all(not event.errors for event in events(name))
    uids = Counter(str(one["uid"]) for one in events(name))
    assert set(uids.values()) == {1}
    assert {one["dtstamp"].dt.date() for one in events(name)} == {library().today}


def test_the_calendar_of_the_law_has_each_change_whose_whole_day_is_known() -> None:
    known = [one for one in library().law_changes.values() if len(one.since or "") == 10]
    wanted = {(date.fromisoformat(str(one.since)), one.title) for one in known}
    found = {(one["dtstart"].dt, str(one["summary"]).split(": ", 1)[1]) for one in events("law")}
    assert found == wanted


def test_the_calendar_of_reviews_has_every_page_on_the_day_it_is_due() -> None:
    found = [
        (one["dtstart"].dt, str(one["summary"]).split(": ")[0], address)
        for one in events("reviews")
        for address in str(one["description"]).split("\n")
    ]
    pages = library().pages.values()
    assert sorted(found) == sorted((one.next_review, one.owner, one.address) for one in pages)
