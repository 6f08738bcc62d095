"""A first visit over gzip: everything that loads without a tap, beside stock Material."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, Response

from tests.bench.chromium import chromium
from tests.bench.pages import BuiltPage, built
from tests.bench.server import served
from tests.bench.stock import stock
from tests.bench.tables import kib, table
from tests.browser.views import PHONE, visit
from tests.conftest import SITE

AT_A_TIME = 4
SILENCE = 1000  # ms
HEAD = ("", "pages", "ours, median", "ours, heaviest", "stock, median", "stock, heaviest")
NOTE = "KiB over gzip. Stock: Material as it comes, built from the same articles."
Weights = Mapping[str, int]


def report(workshop: Path) -> Iterator[str]:
    """Every page and each kind of page, ours beside stock."""
    pages = built(SITE)
    with chromium() as browser:
        ours, theirs = (
            dict(_weights(browser, folder, list(pages)))
            for folder in (SITE, stock(pages, workshop))
        )
    kinds = sorted({page.kind for page in pages.values()})
    rows = [_row("all", list(pages), ours, theirs)]
    rows += [_row(kind, _of(kind, pages), ours, theirs) for kind in kinds]
    yield table("Weight of a first visit", HEAD, rows, NOTE)


def _of(kind: str, pages: Mapping[str, BuiltPage]) -> list[str]:
    return [address for address, page in pages.items() if page.kind == kind]


def _row(name: str, addresses: Sequence[str], *sites: Weights) -> tuple[str, ...]:
    each = [[site[address] for address in addresses] for site in sites]
    cells = [(kib(median(sizes)), kib(max(sizes))) for sizes in each]
    return name, str(len(addresses)), *(cell for pair in cells for cell in pair)


def _weights(browser: Browser, folder: Path, addresses: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Each page with the bytes that a fresh visitor's phone is sent."""
    with served(folder) as url:
        for start in range(0, len(addresses), AT_A_TIME):
            yield from _visits(browser, url, addresses[start : start + AT_A_TIME])


def _visits(browser: Browser, url: str, addresses: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Some visits side by side, since each waits for a moment of silence."""
    with ExitStack() as visits:
        tabs = {name: visits.enter_context(visit(browser, PHONE)) for name in addresses}
        came = {name: _noted(tab) for name, tab in tabs.items()}
        for name, tab in tabs.items():
            tab.goto(url + name, wait_until="commit")
        _wait_for_silence(list(tabs.values()), list(came.values()))
        for name in tabs:
            sizes = {one.url: int(one.headers["content-length"]) for one in came[name]}
            yield name, sum(sizes.values())


def _wait_for_silence(tabs: Sequence[Page], came: Sequence[list[Response]]) -> None:
    """Until every page is at rest and nothing has come for a while: a busy script may ask late."""
    heard = -1
    while heard < (now := sum(len(one) for one in came)):
        heard = now
        for tab in tabs:
            tab.wait_for_load_state("networkidle")
        tabs[0].wait_for_timeout(SILENCE)


def _noted(tab: Page) -> list[Response]:
    came: list[Response] = []
    tab.on("response", lambda response: came.append(response))
    return came
