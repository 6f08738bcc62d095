"""Questions asked of an engine in a real browser, and what came of them."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page

from tests.bench.engines import Engine
from tests.bench.server import served, slow_4g
from tests.browser.views import DESK, visit

ASK = (Path(__file__).parent / "harness/ask.js").read_text("utf-8")
WARM_UP = ("qqqqqqqq", "children", "who to call", "what happens next")
# In the path of every file that search loads, in each of the four, and of no other file.
OF_SEARCH = re.compile(r"(search|lunr|pagefind).*[^/]$")


class Answer(NamedTuple):
    """How long it took from key to results, at full speed, and the first addresses, best first."""

    ms: float
    addresses: tuple[str, ...]


class First(NamedTuple):
    """What a fresh visitor waits for, over a slow link: until the first result is drawn."""

    bytes: float
    seconds: float


def answers(browser: Browser, engine: Engine, questions: Sequence[str]) -> Iterator[Answer]:
    """The answer to each question, asked of a visitor who has searched before."""
    with served(engine.folder) as url, visit(browser, DESK) as page:
        page.goto(url + engine.page, wait_until="networkidle")
        for question in WARM_UP:
            _ask(page, engine, question)
            page.wait_for_load_state("networkidle")
        for question in questions:
            came = _ask(page, engine, question)
            found = (link.removeprefix(url).partition("#")[0] for link in came["links"])
            yield Answer(came["ms"], tuple(found))


def first(browser: Browser, engine: Engine, questions: Sequence[str]) -> First:
    """The median over visitors who each ask one of the questions, and nothing before."""
    found = [_first(browser, engine, question) for question in questions]
    return First(median(one.bytes for one in found), median(one.seconds for one in found))


def _first(browser: Browser, engine: Engine, question: str) -> First:
    link = slow_4g()
    with served(engine.folder, link) as url, visit(browser, DESK) as page:
        page.goto(url + engine.page, wait_until="networkidle")
        came = _ask(page, engine, question)
        sizes = [size for path, size in link.carried if OF_SEARCH.search(path)]
    return First(sum(sizes), came["ms"] / 1000)


def _ask(page: Page, engine: Engine, question: str) -> dict[str, Any]:
    page.locator(engine.box.box).focus()
    came: dict[str, Any] = page.evaluate(ASK, engine.box.asking(question))
    return came
