"""Whether a copy is current: an answer for each version of each page that ever was, by its code."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.drawing.render import Renderer
from macros.library import Library
from macros.publishing.policy import POLICY
from macros.publishing.script_json import compact
from macros.records.changes import Change
from macros.records.pages import Page
from macros.records.versions import number_now


@dataclass(frozen=True)
class Later:
    """What a page said differently from a day on; no note where nobody wrote one."""

    day: date
    note: Change | None


@dataclass(frozen=True)
class Copy:
    """A page as it was from one day to another; `until` is none for the page of today.

    `page` is where it is read today. `moved` says that this is another page than the copy's.
    """

    code: str
    page: Page
    since: date
    until: date | None
    moved: bool
    later: tuple[Later, ...]


def files(
    library: Library, draw: Renderer, now: Mapping[str, str], site_url: str
) -> dict[str, bytes]:
    """An answer at /go/<code of a version>/, the list of all, and the newest number of each code.

    `now` gives the fingerprint of each page by its address.
    """
    common = {"library": library, "site_url": site_url, "policy": POLICY}
    copies = list(_copies(library, now))
    out = {
        f"go/{one.code}/index.html": draw.html(
            "copy.html.jinja", f"/go/{one.code}/", copy=one, **common
        ).encode()
        for one in copies
    }
    newest = {one.code.rpartition("-")[0]: one for one in copies}
    current = sorted(
        (one for one in newest.values() if not one.moved), key=lambda one: one.page.title.casefold()
    )
    out["go/index.html"] = draw.html("copies.html.jinja", "/go/", copies=current, **common).encode()
    numbers = {code: int(one.code.rpartition("-")[2]) for code, one in newest.items()}
    every = dict.fromkeys((one.code for one in library.addresses.values()), 0)
    out["go/codes.json"] = compact(every | numbers)
    return out


def _copies(library: Library, now: Mapping[str, str]) -> Iterator[Copy]:
    """Every version of every page, the oldest of each page first."""
    told: dict[str, list[Change]] = {}
    for change in library.changes.values():
        for address in change.pages:
            told.setdefault(address, []).append(change)
    for entry in library.addresses.values():
        page = library.pages[entry.moved_to or entry.address]
        days = _days(library, entry.address, now)
        for number, since in enumerate(days, 1):
            later = _later(since, days[number:], told.get(page.address, ()))
            until = days[number] if number < len(days) else None
            moved = bool(entry.moved_to)
            yield Copy(f"{entry.code}-{number}", page, since, until, moved, later)


def _days(library: Library, address: str, now: Mapping[str, str]) -> list[date]:
    """Since when the page said what it says, version by version; one not yet noted since today."""
    noted = [one for one in library.versions.values() if one.page == address]
    days = [one.since for one in noted]
    if address in now and number_now(noted[-1] if noted else None, now[address]) > len(days):
        days.append(library.today)
    return days


def _later(since: date, days: Sequence[date], told: Iterable[Change]) -> tuple[Later, ...]:
    """What came after a version, newest first: every note since its day, and each day without."""
    if not days:
        return ()
    notes = [Later(one.date, one) for one in told if one.date >= since]
    silent = set(days) - {one.day for one in notes}
    found = [*notes, *(Later(day, None) for day in silent)]
    found.sort(key=lambda one: (one.day, one.note.id if one.note else ""), reverse=True)
    return tuple(found)
