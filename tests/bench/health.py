"""Measure the built site for the page on its health: `make health` writes what it finds to data/.

No row that it writes is typed. tests/code/test_worries.py holds that the share of questions
answered right is still what was written.
"""

import csv
import gzip
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from macros.records.health import AskedIn, Measurement, MissedQuestion, Part
from macros.records.record import Record
from tests.bench.chromium import chromium
from tests.bench.server import served
from tests.browser.checks import FEWER_ROWS, WAITED_FOR
from tests.browser.test_axe import faults
from tests.browser.test_every_page import first_visit
from tests.browser.test_html import VNU
from tests.browser.views import DESK, PHONE, Heard, settle, visit
from tests.code.test_worries import LISTS, WITH_PAGES, answers, lines_of, places
from tests.conftest import ROOT, SITE, built_pages, library
from tests.pages.report import read
from tests.pages.weights import ONE_ROUND_TRIP, comes_at_once

WORDS = {
    AskedIn.OWN: "our first questions",
    AskedIn.HARD: "hard questions",
    AskedIn.FRESH: "fresh questions, used for nothing else",
    AskedIn.PUBLIC: "worries that people asked in public",
    AskedIn.BLIND: "worries written by somebody who knew nothing of search",
}
BY_SEARCH = "The built search, run in Node"
BY_READING = "Flesch-Kincaid grade and 5, as make report gives it"
BY_BROWSER = "Chromium as a phone, over gzip, nothing stored before"
BY_PACKING = "The file over gzip"
OF_SEARCH = {"small": "its first index", "text": "its full text", "model": "what it learned"}


def row(
    part: Part, name: str, measure: str, value: int, unit: str, how: str, of: int | None = None
) -> Measurement:
    """One measurement of today's build."""
    return Measurement(
        id=name, part=part, measure=measure, value=value, of=of, unit=unit,
        day=library().today, how=how,
    )  # fmt: skip


def searched() -> Iterator[Measurement]:
    """How often the right page comes first, or among the first three, list by list."""
    for name, asked_in in LISTS.items():
        found, words = places(name), WORDS[asked_in]
        first, three = found.count(0), len(found) - found.count(None)
        for key, what, many in (("first", "first", first), ("three", "among the first 3", three)):
            measure = f"Right page {what}: {words}"
            yield row(
                Part.SEARCH, f"{asked_in}-{key}", measure, many, "questions", BY_SEARCH, len(found)
            )
    for name in WITH_PAGES:
        yield from told(name, LISTS[name])


def told(name: str, asked_in: AskedIn) -> Iterator[Measurement]:
    """How often search says that the first page fits, or one of three, and how often it is so."""
    fits = [one["fit"] for one in answers()[name]]
    found = list(zip(fits, places(name), strict=True))
    right = {
        "first": [place == 0 for fit, place in found if fit == "first"],
        "three": [place is not None for fit, place in found if fit == "three"],
    }
    for fit, said in (("first", "the first page fits"), ("three", "one of the first 3 fits")):
        for key, wanted in (("right", True), ("wrong", False)):
            measure = f"Search says that {said}, and is {key}: {WORDS[asked_in]}"
            many = right[fit].count(wanted)
            yield row(
                Part.SEARCH, f"{asked_in}-{fit}-{key}", measure, many, "questions", BY_SEARCH,
                len(fits),
            )  # fmt: skip


def missed() -> Iterator[MissedQuestion]:
    """The questions to which the right page did not come first, with what came."""
    for name, asked_in in LISTS.items():
        each = zip(lines_of(name), answers()[name], places(name), strict=True)
        for number, (line, answer, place) in enumerate(each, 1):
            if place != 0:
                yield MissedQuestion(
                    id=f"{asked_in}-{number}",
                    asked_in=asked_in,
                    question=line[0],
                    wanted=tuple(wanted(name, line[1])),
                    came=tuple(answer["addresses"]),
                )


def wanted(name: str, right: str) -> list[str]:
    """Addresses of the pages that are right: named in the public list, else by their headings."""
    if name in WITH_PAGES:
        return right.split(" | ")
    pages = library().pages.values()
    return [one.address for one in pages if re.search(right, one.title, re.IGNORECASE)]


def readings() -> Iterator[Measurement]:
    """How many pages ask for which reading age."""
    known = library().pages
    ages = [round(one.grade) + 5 for one in read(SITE) if one.grade and one.address in known]
    bands = (
        ("up-to-11", "Reading age 11 or below", 0, 11),
        ("12-to-14", "Reading age 12 to 14", 12, 14),
        ("above-14", "Reading age above 14", 15, 99),
    )
    for name, measure, least, most in bands:
        many = sum(least <= age <= most for age in ages)
        yield row(Part.READING, f"reading-{name}", measure, many, "pages", BY_READING, len(ages))


def weighed(browser: Browser, site_url: str) -> Iterator[Measurement]:
    """What a first visit brings to a phone, and what is needed to read a page at once."""
    weights, at_once = [], []
    with visit(browser, PHONE) as page:
        forgetful = page.context.new_cdp_session(page)
        forgetful.send("Network.enable")
        forgetful.send("Network.setCacheDisabled", {"cacheDisabled": True})
        heard = Heard(page)
        for name in built_pages():
            weights.append(first_visit(page, heard, site_url, name)[0])
            if comes_at_once(name):
                at_once.append(page.evaluate(WAITED_FOR)["bytes"])
    for key, measure, size in (
        ("middle", "A first visit, in the middle of all pages", median(weights)),
        ("heaviest", "A first visit to the heaviest page", max(weights)),
    ):
        yield row(Part.WEIGHT, f"visit-{key}", measure, round(size), "bytes", BY_BROWSER)
    measure = "The fullest of home, guides and act now, of what comes in one round trip"
    yield row(Part.WEIGHT, "at-once", measure, max(at_once), "bytes", BY_BROWSER, ONE_ROUND_TRIP)
    for name, what in OF_SEARCH.items():
        packed = gzip.compress((SITE / f"search/{name}.json").read_bytes(), 9, mtime=0)
        yield row(
            Part.WEIGHT, f"search-{name}", f"Search: {what}", len(packed), "bytes", BY_PACKING
        )


def looked_at(browser: Browser, site_url: str) -> Iterator[Measurement]:
    """What axe-core finds on the pages, and the Nu checker in the files."""
    found, pages = 0, built_pages()
    with visit(browser, DESK) as page:
        for name in pages:
            page.goto(site_url + name)
            settle(page)
            page.evaluate(FEWER_ROWS)
            found += len(faults(page, name))
    how = "axe-core in Chromium, 1,280 pixels wide, light"
    yield row(
        Part.ACCESS,
        "axe-faults",
        "Faults that axe-core finds",
        found,
        f"on {len(pages)} pages",
        how,
    )
    files = len(list(SITE.rglob("*.html")))
    command = ["java", "-jar", str(VNU), "--errors-only", "--skip-non-html", str(SITE)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = len(checked.stderr.splitlines())
    yield row(
        Part.ACCESS, "html-errors", "Errors in the HTML", errors, f"in {files} files", "Nu checker"
    )


def measured() -> Iterator[Measurement]:
    """Every number of the page, part by part."""
    yield from searched()
    yield from readings()
    with chromium() as browser, served(SITE) as site_url:
        yield from weighed(browser, site_url)
        yield from looked_at(browser, site_url)


def write(file: Path, rows: Iterable[Record]) -> int:
    """Write the rows, instead of what the file held before; return how many there are."""
    found = list(rows)
    columns = type(found[0]).typed()
    cells = [one.model_dump(mode="json") for one in found]
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(one[name]) for name in columns] for one in cells)
    return len(found)


def _cell(value: object) -> str:
    return (
        "; ".join(map(str, value))
        if isinstance(value, list)
        else str("" if value is None else value)
    )


if __name__ == "__main__":
    for name, rows in (("missed_questions", missed()), ("measurements", measured())):
        print(f"data/{name}.csv: {write(ROOT / f'data/{name}.csv', rows)} rows")
