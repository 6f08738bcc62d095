"""Where a page may be read beside a person who harms, the reader can leave at once."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.views import FOR_FAMILIES, PHONE, WORRIED, visit
from tests.conftest import ROOT, SITE

OUTSIDE = "https://www.bbc.co.uk/weather"
LEFT = "<title>Weather</title><p>Rain later"


def arrive(page: Page, site_url: str) -> None:
    """Come to the page from another one, with the outside host answered here."""
    page.route(f"{OUTSIDE}**", lambda route: route.fulfill(body=LEFT, content_type="text/html"))
    page.goto(site_url + WORRIED)
    page.goto(site_url + FOR_FAMILIES)


@pytest.mark.parametrize("width", [1280, 360])
def test_the_link_is_in_sight_when_the_page_opens(
    browser: Browser, site_url: str, width: int
) -> None:
    view = PHONE._replace(width=width)
    with visit(browser, view, height=640) as page:
        page.goto(site_url + FOR_FAMILIES)
        expect(page.get_by_role("link", name="Leave this site")).to_be_in_viewport(ratio=1)
        expect(page.get_by_text("This does not clear your history")).to_be_visible()


def test_only_pages_that_ask_for_it_carry_the_link() -> None:
    asking = {
        path.relative_to(ROOT / "docs").as_posix().removesuffix(".md")
        for path in (ROOT / "docs").rglob("*.md")
        if "\n  quick_exit: yes\n" in path.read_text("utf-8")
    }
    carrying = {
        path.parent.relative_to(SITE).as_posix()
        for path in SITE.rglob("index.html")
        if 'class="button exit-link"' in path.read_text("utf-8")
    }
    assert carrying == asking
    assert FOR_FAMILIES.strip("/") in carrying


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
