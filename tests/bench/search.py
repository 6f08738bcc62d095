"""Search beside other engines: the same pages, the same questions, each in its own box."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from playwright.sync_api import Browser

from tests.bench.asking import Answer, answers, first
from tests.bench.chromium import chromium
from tests.bench.engines import Engine, engines
from tests.bench.pages import built
from tests.bench.tables import kib, percent, table
from tests.conftest import ROOT, SITE

FILES = ("questions", "hard-questions")
FIRST_VISITS = 5
SLOWER = 4
HEAD = (
    *("", "first", "in three", "hard: first", "hard: in three"),
    *("KiB to first result", "first result, s", "ms at 4x, median", "95th"),
)
NOTE = (
    "First, in three: the main heading of the page matches what the question file calls right.\n"
    "KiB: what search loads over gzip until the first result is drawn; Material loads it on every "
    "page, before anyone types.\n"
    "First result: from the first key, page at rest, on Lighthouse's slow 4G at this machine's "
    f"speed; like KiB the median of {FIRST_VISITS} fresh visitors.\n"
    f"ms: from key to results drawn, {SLOWER} times what it took at full speed. Chromium's own "
    "slowdown cannot be used: it holds back a page but not its workers, where all but MiniSearch "
    "search. What Pagefind fetches for each new question comes from this machine, so on a real "
    "link it takes longer."
)


class Question(NamedTuple):
    """What someone typed, and the main heading of a right page."""

    text: str
    right: re.Pattern[str]


def questions(name: str) -> list[Question]:
    """One file of questions, in its order."""
    lines = (ROOT / f"tests/browser/{name}.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return [Question(text, re.compile(right, re.IGNORECASE)) for text, right in pairs]


def report(workshop: Path) -> Iterator[str]:
    """The four engines side by side."""
    files = [questions(name) for name in FILES]
    titles = {address: page.title for address, page in built(SITE).items()}
    with chromium() as browser:
        rows = [_row(browser, engine, files, titles) for engine in engines(SITE, workshop)]
    yield table("Search", HEAD, rows, NOTE)


def sample(file: Sequence[Question]) -> list[str]:
    """A few questions from all over a file, for visitors who search for the first time."""
    return [question.text for question in file[:: len(file) // FIRST_VISITS]][:FIRST_VISITS]


def speed(found: Sequence[Answer]) -> tuple[str, str]:
    """Median and 95th percentile of the time from key to results, on a slow phone."""
    times = [SLOWER * one.ms for one in found]
    return f"{median(times):.0f}", f"{quantiles(times, n=20)[-1]:.0f}"


def _row(
    browser: Browser,
    engine: Engine,
    files: Sequence[Sequence[Question]],
    titles: Mapping[str, str],
) -> tuple[str, ...]:
    asked = [(file, _answered(browser, engine, file)) for file in files]
    shares = [share for pair in asked for share in _shares(*pair, titles)]
    start = first(browser, engine, sample(files[0]))
    times = speed([answer for _, found in asked for answer in found])
    return engine.name, *shares, kib(start.bytes), f"{start.seconds:.1f}", *times


def _answered(browser: Browser, engine: Engine, file: Sequence[Question]) -> list[Answer]:
    return list(answers(browser, engine, [question.text for question in file]))


def _shares(
    file: Sequence[Question], found: Sequence[Answer], titles: Mapping[str, str]
) -> tuple[str, str]:
    """How often a right page comes first, and how often it is among the first three."""
    headings = [[titles.get(address, "") for address in answer.addresses] for answer in found]
    right = [
        [bool(question.right.search(heading)) for heading in three]
        for question, three in zip(file, headings, strict=True)
    ]
    at_once, soon = (sum(any(three[:most]) for three in right) for most in (1, 3))
    return percent(at_once / len(file)), percent(soon / len(file))
