"""Whether a copy is current: an answer for each version of each page that ever was, by its code."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.drawing.render import Renderer
from macros.library import Library
from macros.publishing.policy import POLICY
from macros.publishing.script_json import compact
from macros.records.addresses import Address
from macros.records.changes import Change
from macros.records.pages import Page
from macros.records.record import YesNo

State = tuple[date, str]  # since when, and the fingerprint


@dataclass(frozen=True)
class Later:
    """What a page said differently from a day on; no note where nobody wrote one."""

    day: date
    note: Change | None


class Went(StrEnum):
    """How a page left its address."""

    NOT = "not"
    MOVED = "moved"  # the same page stands elsewhere
    ELSEWHERE = "elsewhere"  # another page holds what it said
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Copy:
    """A page as it was from one day to another; `until` is none for the page of today.

    `page` is where it is read today, and `went` how the page left the copy's address, if it did.
    """

    code: str
    page: Page
    since: date
    until: date | None
    went: Went
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
        (one for one in newest.values() if one.went == Went.NOT),
        key=lambda one: one.page.title.casefold(),
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
        own, after = _states(library, entry.address, now), _states(library, page.address, now)
        went = _went(library, entry, own)
        days = [day for day, _ in [*own, *(_different(own, after) if went == Went.MOVED else ())]]
        for number, since in enumerate(days[: len(own)], 1):
            later = _later(since, days[number:], told.get(page.address, ()))
            until = days[number] if number < len(days) else None
            yield Copy(f"{entry.code}-{number}", page, since, until, went, later)


def _states(library: Library, address: str, now: Mapping[str, str]) -> list[State]:
    """Since when the page said what, version by version; one that no row notes yet since today."""
    noted = [
        (one.since, one.fingerprint) for one in library.versions.values() if one.page == address
    ]
    if address in now and (not noted or noted[-1][1] != now[address]):
        noted.append((library.today, now[address]))
    return noted


def _different(own: Sequence[State], after: Sequence[State]) -> Sequence[State]:
    """The states at the new address without the first, where it says what the old one said last."""
    return after[1:] if own and after and after[0][1] == own[-1][1] else after


def _went(library: Library, entry: Address, own: Sequence[State]) -> Went:
    """How it left; a page that stood at the new address before is another page."""
    if not entry.moved_to:
        return Went.NOT
    if entry.withdrawn == YesNo.YES:
        return Went.WITHDRAWN
    new = library.addresses[entry.moved_to].first_published
    return Went.MOVED if own and new >= own[-1][0] else Went.ELSEWHERE


def _later(since: date, days: Sequence[date], told: Iterable[Change]) -> tuple[Later, ...]:
    """What came after a version, newest first: every note since its day, and each day without."""
    if not days:
        return ()
    notes = [Later(one.date, one) for one in told if one.date >= since]
    silent = set(days) - {one.day for one in notes}
    found = [*notes, *(Later(day, None) for day in silent)]
    found.sort(key=lambda one: (one.day, one.note.id if one.note else ""), reverse=True)
    return tuple(found)
