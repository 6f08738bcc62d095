"""Search answers in any page, says how much it found, and never falls silent."""

import csv
import difflib
import json
import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.views import GLOSSARY, PHONE, SEARCH, WORRIED, open_search, search_link, visit
from tests.conftest import ROOT, SITE

IN_THE_PAGE = re.compile("(worried|call|contact|mash)", re.IGNORECASE)
PARTS_OF_SEARCH = ("search", "lunr")
NEEDED = ["search-dialog.js", "search-worker.js", "lunr.js", "small.json", "pages.json"]
NOWHERE = "qqqqqqqq"


def status(page: Page) -> str:
    """What the search in sight says of itself."""
    return str(page.locator(".search-count").inner_text())


@pytest.mark.parametrize("name", ["", WORRIED, GLOSSARY])
def test_a_question_in_any_address_opens_search_with_the_best_first(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(f"{site_url}{name}?q=mash")
    expect(page.get_by_role("dialog", name="Search the guide")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("mash")
    results = page.locator("dialog [data-search-results] > li")
    expect(results.first.get_by_role("link").first).to_contain_text(IN_THE_PAGE)
    first = results.first.get_by_role("link").first.get_attribute("href") or ""
    # Both tell how to reach the MASH.
    ways = ("worried-about-a-child/", "thresholds/referral/")
    assert first.startswith(tuple(f"{site_url}{way}" for way in ways))


def test_the_search_page_answers_in_the_page_itself(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{SEARCH}?q=mash")
    results = page.locator("main [data-search-results] > li")
    expect(results.first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_value("mash")


@pytest.mark.parametrize("name", ["", WORRIED, GLOSSARY])
def test_nothing_of_search_is_loaded_before_it_is_opened(
    page: Page, site_url: str, name: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(site_url + name, wait_until="networkidle")
    assert not [one for one in asked if one.startswith(PARTS_OF_SEARCH) or one.endswith(".json")]
    open_search(page, "mash")
    assert "lunr.js" in asked


def test_typing_says_how_many_pages_there_are(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page)
    count = page.get_by_role("dialog").get_by_role("status")
    expect(count).to_be_empty()
    page.get_by_role("searchbox").press_sequentially("mash")
    expect(count).to_have_text(re.compile("^[0-9]+ pages for “mash”$"))
    page.get_by_role("searchbox").fill("")
    expect(count).to_be_empty()
    expect(page.locator("[data-search-results] > li")).to_have_count(0)


def test_a_word_that_is_nowhere_shows_who_to_call(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, NOWHERE)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(f"Nothing found for “{NOWHERE}”")
    numbers = page.get_by_role("region", name="Act now").locator("a")
    calls = dialog.locator("a[href^='tel:']")
    expect(calls).to_have_count(numbers.count())
    for call in calls.all():
        expect(call).to_be_visible()
    page.get_by_role("searchbox").fill("mash")
    expect(dialog.locator("[data-search-results] > li").first).to_be_visible()
    expect(calls).to_have_count(0)


@pytest.mark.parametrize("missing", NEEDED)
def test_search_that_cannot_be_loaded_says_so_or_leads_to_the_list(
    page: Page, site_url: str, missing: str
) -> None:
    """On a weak signal any file may be the one that does not come."""
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(site_url)
    search_link(page).click()
    told = page.get_by_text("Every page is listed on the search page")
    listed = page.get_by_role("heading", name="Search, and every page")
    box = page.get_by_role("searchbox")
    expect(box.or_(listed).first).to_be_visible()
    if not listed.is_visible():
        box.fill("mash")
        expect(told.or_(listed).first).to_be_visible()


def test_the_full_text_may_fail_and_titles_are_still_found(page: Page, site_url: str) -> None:
    page.route("**/full.json", lambda route: route.abort())
    page.goto(site_url)
    open_search(page, "time limits")
    expect(page.locator("[data-search-results] > li").first).to_be_visible()


@pytest.fixture
def held_back() -> Iterator[list[Route]]:
    """Requests that wait for their answer until the test lets them go."""
    waiting: list[Route] = []
    yield waiting
    for route in waiting:
        route.abort()


def test_a_slow_index_answers_what_was_typed_last(
    page: Page, site_url: str, held_back: list[Route]
) -> None:
    page.route("**/small.json", lambda route: held_back.append(route))
    page.goto(site_url)
    open_search(page)
    box = page.get_by_role("searchbox")
    with page.expect_request("**/small.json"):
        box.press_sequentially("private fostering")
    box.fill("glossary")
    assert "Nothing found" not in status(page)
    held_back.pop().continue_()
    expect(page.locator(".search-count")).to_contain_text("glossary")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def terms_in(name: str) -> set[str]:
    """Every term of one index."""
    index = json.loads((SITE / "search" / name).read_text("utf-8"))["invertedIndex"]
    return {str(term) for term, _ in index}


def word_only_in_a_text() -> str:
    """A word that the small index lacks and the full one has."""
    small, full = terms_in("small.json"), terms_in("full.json")
    alone = [word for word in full - small if word.isalpha() and len(word) == 4]
    return min(word for word in alone if not any(term.startswith(word) for term in small))


def test_nothing_is_called_missing_before_the_full_text_was_read(
    page: Page, site_url: str, held_back: list[Route]
) -> None:
    page.route("**/full.json", lambda route: held_back.append(route))
    page.goto(site_url)
    open_search(page)
    with page.expect_request("**/full.json"):
        page.get_by_role("searchbox").fill(word_only_in_a_text())
    page.evaluate("() => new Promise(requestAnimationFrame)")
    early = status(page)
    held_back.pop().continue_()
    expect(page.locator("[data-search-results] > li").first).to_be_visible()
    assert "Nothing found" not in early


def test_results_lead_to_the_part_of_the_page_that_answers(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, "what to have ready")
    part = page.get_by_role("dialog").get_by_role("link", name="What to have ready", exact=True)
    expect(part.first).to_be_visible()
    part.first.click()
    expect(page).to_have_url(f"{site_url}{WORRIED}#what-to-have-ready")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("heading", name="What to have ready")).to_be_in_viewport()


def words_of(text: str) -> set[str]:
    return set(re.split("[^a-z0-9]+", text.lower()))


def words_held_back() -> list[str]:
    """Words of rows marked not to publish that no page shows, nor any word close to them."""
    shown: set[str] = set()
    for path in SITE.rglob("index.html"):
        shown |= words_of(BeautifulSoup(path.read_text("utf-8"), "html.parser").get_text(" "))
    hidden: set[str] = set()
    for path in (ROOT / "data").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row.get("publish") == "no":
                    hidden |= words_of(" ".join(value or "" for value in row.values()))
    return sorted(
        word
        for word in hidden - shown
        if len(word) > 3
        and not any(one.startswith(word) for one in shown)
        and not difflib.get_close_matches(word, shown, n=1, cutoff=0.7)
    )


def test_what_is_held_back_is_not_found(browser: Browser, site_url: str) -> None:
    words = words_held_back()
    assert len(words) > 5
    found = []
    with visit(browser, PHONE) as page:
        page.goto(site_url)
        with page.expect_response("**/full.json"):
            open_search(page, "mash")
        for word in words:
            page.get_by_role("searchbox").fill(word)
            expect(page.locator(".search-count")).to_contain_text(f"“{word}”")
            if status(page) != f"Nothing found for “{word}”":
                found.append(word)
    assert not found
