"""What is overdue, open or broken, as the text of an issue: `python -m macros.desk.upkeep`.

The one module that opens outside addresses. No build and no test of a build calls it. How each
address answered is noted in data/link_checks.csv, for the page on the guide's health.
"""

import csv
import dataclasses
import http.client
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from macros.checks.holiday_checks import FILE, NEXT, counted_until
from macros.health.links import outside, tried
from macros.health.places import Place
from macros.health.reviews import State, by_state
from macros.health.rows import resting, unasked
from macros.library import Library, load
from macros.reading.problems import DataProblems
from macros.reading.site_date import today
from macros.records.editions import Found
from macros.records.health import LinkCheck

SECONDS = 20
WARNED_BEFORE = 365  # days
AGENT = "Mozilla/5.0 (link check of a guidance site)"
REFUSES_ROBOTS = frozenset({401, 403, 405, 406, 429})
CHECKS = "data/link_checks.csv"


def overdue(library: Library) -> list[str]:
    """A line for each page past its next review, oldest first."""
    late = by_state(library)[State.OVERDUE]
    return [f"{page.address}: was due by {page.next_review}, owner {page.owner}" for page in late]


def replaced(library: Library) -> list[str]:
    """A line for each replaced edition that rows rest on, the oldest edition first."""
    return [
        f"{one.old.short}, replaced by {one.new.short}: {one.not_compared} of {len(one.rows)} rows"
        f" not compared, {one.found[Found.CHANGED]} changed ({_named(one.rows)})"
        for one in resting(library)
    ]


def open_questions(library: Library) -> list[str]:
    """A line for each question to somebody outside, and one for unsure rows that have none."""
    asked = [
        f"{one.question} Ask: {one.ask} ({', '.join(one.rows)})"
        for one in library.to_confirm.values()
    ]
    left = unasked(library)
    return [*asked, *[f"Not sure, and no question yet: {_named(left)}"] * bool(left)]


def ending(library: Library) -> list[str]:
    """A line for what is known for less than a year from today, and stops the builds one day."""
    last = max(one.date for one in library.bank_holidays.values())
    until = counted_until(library.today, library.timescales.values())
    stops = last - (until - library.today) + timedelta(days=1)
    soon = last < library.today + timedelta(days=WARNED_BEFORE)
    return [f"{FILE} ends on {last}, and from {stops} on nothing is built. {NEXT}"] * soon


def fault(address: str) -> str:
    """Why an address does not answer, or an empty text where it does or turns robots away."""
    try:
        request = urllib.request.Request(address, headers={"User-Agent": AGENT})  # noqa: S310 - checked rows hold http and https only
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310 - as above
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in REFUSES_ROBOTS else f"answers {error.code}"
    # ValueError: an answer may lead on to an address that cannot be
    except (OSError, http.client.HTTPException, ValueError) as error:
        return f"does not answer ({error.__class__.__name__})"


def faults(addresses: Iterable[str]) -> dict[str, str]:
    """Why each address does not answer, by address; an empty text where it does."""
    listed = sorted(addresses)
    with ThreadPoolExecutor(8) as pool:
        return dict(zip(listed, pool.map(fault, listed), strict=True))


def note(root: Path, checks: Iterable[LinkCheck]) -> None:
    """Write how each address answered, instead of what was noted before."""
    with (root / CHECKS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(LinkCheck.typed())
        writer.writerows([one.address, one.tried_on, one.fault] for one in checks)


def broken(library: Library) -> list[str]:
    """A line for each address that did not answer, with the rows that name it."""
    known = tried(library)
    return [
        f"{one.address} {one.fault} ({_named(known.rows[one.address])})" for one in known.faulty
    ]


def _named(places: Iterable[Place]) -> str:
    return ", ".join(one.row for one in places)


TITLES = (
    "Pages overdue for review",
    "Data that runs out",
    "Rows that rest on a replaced edition",
    "Facts to confirm",
    "Outside links",
)


def report(library: Library) -> Iterator[str]:
    """The lines of the issue, a part for each title; none where no part has a line."""
    parts = (overdue, ending, replaced, open_questions, broken)
    for title, part in zip(TITLES, parts, strict=True):
        listed = [f"- {line}" for line in part(library)]
        if listed:
            yield from (f"## {title}", "", *listed, "")


if __name__ == "__main__":
    root = Path.cwd()
    try:
        known = load(root, today(root))
    except DataProblems as wrong:
        sys.exit(str(wrong))
    found = faults(outside(known))
    checks = {
        one: LinkCheck(address=one, tried_on=known.today, fault=why) for one, why in found.items()
    }
    note(root, checks.values())
    known = dataclasses.replace(known, link_checks=checks)
    sys.stdout.write("\n".join(report(known)))
