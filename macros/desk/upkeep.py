"""What is overdue or broken, as the text of an issue: `python -m macros.desk.upkeep`.

The one module that opens outside addresses. No build and no test of a build calls it.
"""

import http.client
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

from macros.checks.holiday_checks import FILE, NEXT, counted_until
from macros.library import Library, load, models
from macros.reading.problems import DataProblems
from macros.reading.site_date import today
from macros.records.record import Sourced

SECONDS = 20
WARNED_BEFORE = 365  # days
AGENT = "Mozilla/5.0 (link check of a guidance site)"
REFUSES_ROBOTS = frozenset({401, 403, 405, 406, 429})


def overdue(library: Library) -> list[str]:
    """A line for each page past its next review, oldest first."""
    late = [page for page in library.pages.values() if page.next_review < library.today]
    late.sort(key=lambda page: (page.next_review, page.address))
    return [f"{page.address}: was due by {page.next_review}, owner {page.owner}" for page in late]


def replaced(library: Library) -> list[str]:
    """A line for each row that rests on a replaced edition, the oldest edition first."""
    found = []
    for name in models():
        for key, row in library.dataset(name).items():
            if isinstance(row, Sourced) and row.edition_note:
                old = library.editions[library.sources[row.source_id].edition or ""]
                found.append((old.published or "", f"{name}/{key}: {row.edition_note}"))
    return [line for _, line in sorted(found)]


def ending(library: Library) -> list[str]:
    """A line for what is known for less than a year from today, and stops the builds one day."""
    last = max(one.date for one in library.bank_holidays.values())
    until = counted_until(library.today, library.timescales.values())
    stops = last - (until - library.today) + timedelta(days=1)
    soon = last < library.today + timedelta(days=WARNED_BEFORE)
    return [f"{FILE} ends on {last}, and from {stops} on nothing is built. {NEXT}"] * soon


def outside(library: Library) -> dict[str, list[str]]:
    """Each outside address with the rows that name it."""
    found: dict[str, list[str]] = {}
    for dataset in ("contacts", "links", "sources"):
        for name, row in library.dataset(dataset).items():
            address = getattr(row, "url", None)
            if address:
                found.setdefault(address, []).append(f"{dataset} {name}")
    return found


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


def broken(addresses: dict[str, list[str]]) -> list[str]:
    """A line for each address that does not answer, with the rows that name it."""
    with ThreadPoolExecutor(8) as pool:
        faults = pool.map(fault, addresses)
    pairs = zip(addresses.items(), faults, strict=True)
    return [f"{address} {why} ({', '.join(rows)})" for (address, rows), why in pairs if why]


TITLES = (
    "Pages overdue for review",
    "Data that runs out",
    "Rows that rest on a replaced edition",
    "Outside links",
)


def report(*parts: Iterable[str]) -> Iterator[str]:
    """The lines of the issue, a part for each title; none where no part has a line."""
    for title, lines in zip(TITLES, parts, strict=True):
        listed = [f"- {line}" for line in lines]
        if listed:
            yield from (f"## {title}", "", *listed, "")


if __name__ == "__main__":
    root = Path.cwd()
    try:
        known = load(root, today(root))
    except DataProblems as wrong:
        sys.exit(str(wrong))
    sys.stdout.write(
        "\n".join(report(overdue(known), ending(known), replaced(known), broken(outside(known))))
    )
