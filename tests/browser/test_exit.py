"""Where a page may be read beside a person who harms, the reader can leave at once."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.browser.views import FOR_FAMILIES, PHONE, WORRIED, visit
from tests.conftest import ROOT, built_pages, every_row
from tests.pages.built import soup

OUTSIDE = "https://www.bbc.co.uk/weather"
READ_IN_SECRET = {
    *("domestic-abuse", "exploitation", "families", "parents", "sexual-abuse", "violence"),
}
# Guides whose topics are mostly read at work, so that their own headers ask.
NO_TOPIC_ASKS = {
    *("disabled-children", "faith-settings", "female-genital-mutilation"),
    *("injuries-and-body-maps", "when-a-child-tells-you"),
}
LEFT = "<title>Weather</title><p>Rain later"


def arrive(page: Page, site_url: str) -> None:
    """Come to the page from another one, with the outside host answered here."""
    page.route(f"{OUTSIDE}**", lambda route: route.fulfill(body=LEFT, content_type="text/html"))
    page.goto(site_url + WORRIED)
    page.goto(site_url + FOR_FAMILIES)


@pytest.mark.parametrize("width", [1366, 1280])
def test_on_a_desk_the_link_stands_in_the_line_that_stays_beside_the_numbers(
    browser: Browser, site_url: str, width: int
) -> None:
    with visit(browser, PHONE._replace(width=width), height=640) as page:
        page.goto(site_url + FOR_FAMILIES)
        page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
        leave = page.get_by_role("link", name="Leave this site")
        expect(leave).to_be_in_viewport(ratio=1)
        way_out = leave.bounding_box() or {"x": 0, "y": 99, "height": 0}
        line = page.locator(".top").bounding_box() or {"height": 0}
        assert way_out["y"] + way_out["height"] <= line["height"]
        for number in page.locator(".act-line a").all():
            box = number.bounding_box() or {"x": width, "width": 0}
            assert box["x"] + box["width"] < way_out["x"]


@pytest.mark.parametrize("width", [1024, 360])
def test_the_link_stays_in_sight_and_covers_no_heading_that_one_goes_to(
    browser: Browser, site_url: str, width: int
) -> None:
    view = PHONE._replace(width=width)
    with visit(browser, view, height=640) as page:
        page.goto(site_url + FOR_FAMILIES)
        leave = page.get_by_role("link", name="Leave this site")
        expect(leave).to_be_in_viewport(ratio=1)
        expect(page.get_by_text("Leaving does not clear your history")).to_be_visible()
        page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
        expect(leave).to_be_in_viewport(ratio=1)
        heading = page.get_by_role("heading", level=2).last
        page.goto(f"{site_url}{FOR_FAMILIES}#{heading.get_attribute('id')}")
        expect(heading).to_be_in_viewport(ratio=1)
        line = page.get_by_role("region", name="Leave this site").bounding_box()
        assert line
        assert line["y"] + line["height"] <= (heading.bounding_box() or {"y": 0})["y"]


def test_what_may_be_read_beside_someone_who_harms_is_known_by_its_topic() -> None:
    asking = {row["id"] for row in every_row("topics") if row["quick_exit"] == "yes"}
    assert asking >= READ_IN_SECRET


def headers() -> Iterator[tuple[str, dict[str, Any]]]:
    """The header of each page as it is written, by the page's address."""
    for page in built_pages()[:-1]:
        path = ROOT / "docs" / f"{page.rstrip('/')}.md"
        path = path if path.is_file() else ROOT / "docs" / page / "index.md"
        yield page, yaml.safe_load(path.read_text("utf-8").split("\n---\n")[0])["page"]


def test_a_page_carries_the_link_where_its_topic_or_header_asks_and_nowhere_else() -> None:
    topics = {row["id"] for row in every_row("topics") if row["quick_exit"] == "yes"}
    by_topic, by_header = set(), set()
    for page, header in headers():
        if header["type"] in {"act now", "guide"} and topics & set(header["topics"]):
            by_topic.add(page)
        elif header.get("quick_exit"):
            by_header.add(page)
    assert {page.split("/")[1] for page in by_header} >= NO_TOPIC_ASKS
    assert FOR_FAMILIES in by_topic
    marks = (".exit a.exit-link[href][rel=noreferrer]", "script[src$='scripts/exit.js']")
    for mark in marks:
        carrying = {page for page in built_pages() if soup(page).select(mark)}
        assert carrying == by_topic | by_header


def test_the_link_leaves_and_takes_the_place_of_the_page(page: Page, site_url: str) -> None:
    arrive(page, site_url)
    visited = page.evaluate("() => history.length")
    with page.expect_request(f"{OUTSIDE}**") as left:
        page.get_by_role("link", name="Leave this site").click()
    assert left.value.is_navigation_request()
    assert "referer" not in left.value.headers
    page.wait_for_url(f"{OUTSIDE}**")
    assert page.evaluate("() => history.length") == visited
    page.go_back()
    expect(page).to_have_url(site_url + WORRIED)


def test_three_escapes_leave(page: Page, site_url: str) -> None:
    arrive(page, site_url)
    visited = page.evaluate("() => history.length")
    with page.expect_request(f"{OUTSIDE}**"):
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(f"{OUTSIDE}**")
    assert page.evaluate("() => history.length") == visited


@pytest.mark.parametrize(("presses", "held"), [(2, 1), (1, 20)])
def test_two_escapes_or_one_held_down_stay(
    page: Page, site_url: str, presses: int, held: int
) -> None:
    arrive(page, site_url)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for _ in range(presses):
        for _ in range(held):  # a key that is down already repeats itself
            page.keyboard.down("Escape")
        page.keyboard.up("Escape")
    assert not page.evaluate("() => document.documentElement.hidden")
    assert not [address for address in asked if address.startswith(OUTSIDE)]
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(site_url + FOR_FAMILIES)


def test_three_escapes_leave_from_search_too(page: Page, site_url: str) -> None:
    arrive(page, site_url)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    with page.expect_request(f"{OUTSIDE}**"):
        for _ in range(3):
            page.keyboard.press("Escape")


def test_without_script_the_link_is_a_link(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        arrive(page, site_url)
        with page.expect_request(f"{OUTSIDE}**") as left:
            page.get_by_role("link", name="Leave this site").click()
        assert "referer" not in left.value.headers
        page.wait_for_url(f"{OUTSIDE}**")
