"""Search with ten times the pages: what it costs in bytes and in time, not what it finds."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from tests.bench.asking import answers, first
from tests.bench.chromium import chromium
from tests.bench.engines import Engine, engines
from tests.bench.pages import grow, searched
from tests.bench.search import FILES, questions, sample, speed
from tests.bench.tables import kib, table
from tests.conftest import SITE

TIMES = 10
HEAD = ("", "KiB to first result", "first result, s", "ms at 4x, median", "95th")
NOTE = (
    "The copies have the words of their page in another order, so the words are no more but each "
    f"stands on {TIMES} times the pages. Columns as under Search."
)


def report(workshop: Path) -> Iterator[str]:
    """The four engines over the copies."""
    site = Path(shutil.copytree(SITE, workshop / "ours"))
    grow(site, TIMES)
    with chromium() as browser:
        rows = [_row(browser, engine) for engine in engines(site, workshop, menu=False)]
    many = len(searched(site))
    yield table(f"Search with {TIMES} times the pages: {many:,}", HEAD, rows, NOTE)


def _row(browser: Browser, engine: Engine) -> tuple[str, ...]:
    file = questions(FILES[0])
    start = first(browser, engine, sample(file))
    times = speed(list(answers(browser, engine, [question.text for question in file])))
    return engine.name, kib(start.bytes), f"{start.seconds:.1f}", *times
