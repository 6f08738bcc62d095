"""What changed, for programs that follow a site: whole, for each role and on each topic."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.drawing.render import Renderer
from macros.drawing.wording import in_address
from macros.library import Library
from macros.records.changes import Change
from macros.records.law_changes import LawChange
from macros.records.record import Role

Told = Change | LawChange
JSON_FEED = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True)
class Entry:
    """One change in a feed. Its id is never changed: a reader's program knows it by that."""

    id: str
    title: str
    link: str
    day: date
    text: str


@dataclass(frozen=True)
class Feed:
    """One feed: its path below the site without an ending, what it is of, and its entries."""

    path: str
    of: str
    name: str
    title: str
    entries: tuple[Entry, ...]


def feeds(library: Library) -> list[Feed]:
    """Every feed: the whole one first, then those of roles, then those of topics."""
    rows: list[Told] = [*library.changes.values(), *library.law_changes.values()]
    whole = Feed("feed", "all", "Everything", "what changed", _entries(rows))
    return [whole, *_of_roles(rows), *_of_topics(library, rows)]


def files(library: Library, draw: Renderer, site_url: str, site_name: str) -> dict[str, bytes]:
    """Every feed by its path below the site, as Atom and as JSON Feed."""
    out = {}
    for feed in feeds(library):
        newest = max((one.day for one in feed.entries), default=library.today)
        values = {"feed": feed, "newest": newest, "site_url": site_url, "site_name": site_name}
        out[f"{feed.path}.xml"] = draw.file("feed.xml.jinja", **values)
        out[f"{feed.path}.json"] = _json(feed, site_url, site_name)
    return out


def _of_roles(rows: Iterable[Told]) -> Iterator[Feed]:
    for role in Role:
        if role is not Role.EVERYONE:
            theirs = {role, Role.EVERYONE}
            entries = _entries(one for one in rows if theirs.intersection(one.roles))
            title = f"what changed for {role}"
            path = f"feeds/role-{in_address(role)}"
            yield Feed(path, "role", role.capitalize(), title, entries)


def _of_topics(library: Library, rows: Iterable[Told]) -> Iterator[Feed]:
    for topic in library.topics.values():
        pages = {key for key, page in library.pages.items() if topic.id in page.topics}
        entries = _entries(one for one in rows if pages.intersection(one.pages))
        title = f"what changed on {topic.name}"
        yield Feed(f"feeds/topic-{topic.id}", "topic", topic.name, title, entries)


def _entries(rows: Iterable[Told]) -> tuple[Entry, ...]:
    found = [_of_change(one) if isinstance(one, Change) else _of_law(one) for one in rows]
    return tuple(sorted(found, key=lambda one: (one.day, one.id), reverse=True))


def _of_change(one: Change) -> Entry:
    title = f"{one.title} ({one.kind}, {one.urgency})"
    return Entry(f"about/whats-new/#{one.id}", title, one.pages[0][1:], one.date, one.told)


def _of_law(one: LawChange) -> Entry:
    place = f"about/law/#law-{one.id}"
    title = f"{one.title} ({one.standing})"
    return Entry(place, title, place, one.told_on, f"{one.what} {one.do}")


def _json(feed: Feed, site_url: str, site_name: str) -> bytes:
    items = [
        {
            "id": f"{site_url}{one.id}",
            "url": f"{site_url}{one.link}",
            "title": one.title,
            "content_text": one.text,
            "date_published": f"{one.day}T00:00:00Z",
        }
        for one in feed.entries
    ]
    whole = {
        "version": JSON_FEED,
        "title": f"{site_name}: {feed.title}",
        "home_page_url": f"{site_url}about/whats-new/",
        "feed_url": f"{site_url}{feed.path}.json",
        "language": "en-GB",
        "authors": [{"name": site_name}],
        "items": items,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
