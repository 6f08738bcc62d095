"""Every page, opened once for each way to look at it, and held there to all that it promises.

A check is a sentence and a script that lists what breaks it. What is found is told by page and by
sentence, all at once.
"""

from statistics import median

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.checks import (
    CUT_WORDS,
    FEWER_ROWS,
    FOCUS_JUMPS,
    FOLDED,
    MOVED,
    OUTSIDE,
    SMALL_TARGETS,
    SPACED,
    STORED,
    UNLINKED,
    WAITED_FOR,
    WITHOUT_SCRIPT,
    WITHOUT_STYLES,
)
from tests.browser.test_axe import COLOURS, copies, faults
from tests.browser.views import DESK, PHONE, SEARCH, Heard, enlarge, open_whole, settle, visit
from tests.conftest import built_pages
from tests.pages.built import WRONG
from tests.pages.weights import KIB, MOST, MOST_FOR_HALF, ONE_ROUND_TRIP, comes_at_once

Found = dict[str, object]
PARTS = 8
each_part = pytest.mark.parametrize("part", range(PARTS))


def pages_of(part: int) -> list[str]:
    """A share of the pages, so that both cores have something to do."""
    return built_pages()[part::PARTS]


def broken(page: Page, name: str, checks: dict[str, str]) -> Found:
    """What the page as it stands breaks, by page and sentence."""
    told = {f"/{name}: {sentence}": page.evaluate(script) for sentence, script in checks.items()}
    return {sentence: what for sentence, what in told.items() if what}


def spaced(page: Page, name: str) -> Found:
    """What is cut where a reader spaces the text more widely."""
    page.evaluate(SPACED, True)
    cut = broken(page, name, {"widely spaced text is cut": CUT_WORDS})
    page.evaluate(SPACED, False)
    return cut


def enlarged(page: Page, name: str) -> Found:
    """What is cut where a reader's letters are twice as large."""
    enlarge(page)
    cut = broken(page, name, {"text of twice the size is cut": CUT_WORDS})
    enlarge(page, 16)
    return cut


def moves(page: Page, address: str) -> list[float]:
    """How far things moved while the page opened, each time.

    A page drawn while its text still arrives may move once; a fault moves every time.
    """
    shifts: list[float] = [page.evaluate(MOVED)]
    while shifts[-1] and len(shifts) < 3:
        page.goto(address)
        settle(page)
        shifts.append(page.evaluate(MOVED))
    return shifts if shifts[-1] else []


def unasked(page: Page, heard: Heard, site_url: str, name: str) -> Found:
    """What a first visit asks of other hosts, keeps, or complains of."""
    # The browser itself notes that the server answered 404.
    wrong = [one for one in heard.complaints if name != WRONG or "status of 404" not in one]
    found: Found = {
        "asks another host": [one for one in heard.asked if not one.startswith(site_url)],
        "complains": wrong,
        "sets a cookie": page.context.cookies(),
        "stores something": page.evaluate(STORED),
    }
    return {f"/{name}: {sentence}": what for sentence, what in found.items() if what}


def first_visit(page: Page, heard: Heard, site_url: str, name: str) -> tuple[int, Found]:
    """How heavy the page is when nothing is known yet, over gzip, and what it breaks."""
    heard.clear()
    open_whole(page, site_url + name)
    settle(page)
    files = {one.url: one.headers for one in heard.answers}
    assert {f"{site_url}assets/site.css", f"{site_url}assets/scripts/site.js"} <= set(files)
    assert all(headers["content-encoding"] == "gzip" for headers in files.values())
    found = unasked(page, heard, site_url, name)
    if name != SEARCH:
        data = f"{site_url}search/"
        early = [one for one in files if one.startswith(data) and one.endswith(".json")]
        found |= {f"/{name}: loads search unasked": early} if early else {}
    if comes_at_once(name):
        waited = page.evaluate(WAITED_FOR)
        assert waited["files"] == [f"{site_url}assets/site.css"], name
        if waited["bytes"] > ONE_ROUND_TRIP:
            found[f"/{name}: needs a second round trip to be read"] = waited["bytes"]
    return sum(int(headers["content-length"]) for headers in files.values()), found


@each_part
def test_on_a_phone_a_first_visit_is_light_and_private_and_all_is_in_reach(
    browser: Browser, site_url: str, part: int
) -> None:
    found: Found = {}
    weights: dict[str, int] = {}
    with visit(browser, PHONE) as page:
        forgetful = page.context.new_cdp_session(page)
        forgetful.send("Network.enable")
        forgetful.send("Network.setCacheDisabled", {"cacheDisabled": True})
        heard = Heard(page)
        for name in pages_of(part):
            weights[name], faulty = first_visit(page, heard, site_url, name)
            found |= faulty
            if shifts := moves(page, site_url + name):
                found[f"/{name}: moves while it opens"] = shifts
            found |= broken(page, name, IN_REACH | {"the focus jumps back up": FOCUS_JUMPS})
            found |= enlarged(page, name)
    assert found == {}
    heaviest_first = sorted(weights.items(), key=lambda pair: -pair[1])
    table = "\n".join(f"{size / KIB:6.1f} KiB  /{name}" for name, size in heaviest_first)
    assert median(weights.values()) <= MOST_FOR_HALF, table
    assert max(weights.values()) <= MOST, table


IN_REACH = {
    "a heading has no link to itself, named after it": UNLINKED,
    "something to press is smaller than 24 pixels": SMALL_TARGETS,
}


@each_part
def test_at_any_width_all_is_in_reach_and_axe_finds_no_fault(
    browser: Browser, site_url: str, part: int
) -> None:
    found: Found = {}
    with visit(browser, DESK) as page, copies(browser, site_url, DESK) as few:
        for name in pages_of(part):
            page.set_viewport_size({"width": DESK.width, "height": 800})
            page.goto(site_url + name)
            settle(page)
            if shifts := moves(page, site_url + name):
                found[f"/{name}: moves while it opens"] = shifts
            found |= broken(page, name, IN_REACH) | spaced(page, name)
            page.set_viewport_size(ZOOMED)
            found |= broken(page, name, {"stands out or scrolls sideways": OUTSIDE})
            found |= spaced(page, name)
            page.evaluate(FEWER_ROWS)
            found |= at_fault(few.put(page), name)
    assert found == {}


# A window of 1280 by 800 pixels, zoomed to 400%.
ZOOMED = ViewportSize(width=320, height=200)


def at_fault(page: Page, name: str) -> Found:
    """What axe finds in what the page says of its own.

    Its frame and its colours, drawn alike everywhere, are looked at by tests/browser/test_axe.py.
    """
    found = faults(page, name, within="main", without=COLOURS)
    return {f"/{name}: axe": found} if found else {}


@each_part
def test_without_scripts_a_page_says_all_and_without_styles_whom_to_call_first(
    browser: Browser, site_url: str, part: int
) -> None:
    found: Found = {}
    with visit(browser, PHONE, java_script_enabled=False) as page:
        for name in pages_of(part):
            page.goto(site_url + name)
            found |= broken(page, name, {"is not whole without a script": WITHOUT_SCRIPT})
            page.emulate_media(media="print")
            found |= broken(page, name, {"is folded on paper": FOLDED})
            page.emulate_media(media="screen")
            found |= broken(page, name, {"is out of order without styles": WITHOUT_STYLES})
    assert found == {}
