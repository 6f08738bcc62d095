"""Everything can be done with a keyboard, and the reader always sees where they are."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.views import (
    DESK,
    FOR_FAMILIES,
    PHONE,
    VIEWS,
    WORRIED,
    View,
    enlarge,
    search_link,
    settle,
    visit,
)
from tests.conftest import SITE, built_pages, library

# The element with focus, by its place among all elements; none when focus has left the page.
PLACE = """() => document.activeElement === document.body ? -1
  : [...document.querySelectorAll("*")].indexOf(document.activeElement)"""
# Every place that Tab should reach, in the order of the page.
PLACES = """() => [...document.querySelectorAll("*")].flatMap((one, place) =>
  one.matches("a[href], button, input, select, summary") && one.checkVisibility() ? [place] : [])"""
HAS_FOCUS_IN_SIGHT = """() => {
  const box = document.activeElement.getBoundingClientRect();
  const style = getComputedStyle(document.activeElement);
  const drawn = parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none"
    && style.boxShadow !== "none";
  return drawn && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
}"""

BOX_AROUND = """(element) => {
  const box = element.getBoundingClientRect();
  return { x: Math.max(0, box.x - 6), y: Math.max(0, box.y - 6),
    width: box.width + 12, height: box.height + 12 };
}"""


def heaviest_guide() -> str:
    """The guide with most to press; of lists, a hundred links are walked as ten are."""
    guides = [page for page in built_pages() if page.startswith("one-minute-guides/")]
    return max(guides[1:], key=lambda page: (SITE / page / "index.html").stat().st_size)


def test_the_skip_link_comes_first_and_leads_to_the_text(page: Page, site_url: str) -> None:
    page.goto(site_url + WORRIED)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("letters", [16, 24, 40])
def test_the_skip_link_covers_nothing_before_it_has_the_focus(
    browser: Browser, site_url: str, letters: int
) -> None:
    """However large the reader's letters are."""
    with visit(browser, PHONE) as page:
        enlarge(page, letters)
        page.goto(site_url + WORRIED)
        skip = page.get_by_role("link", name="Skip to main content")
        assert skip.evaluate("(link) => parseFloat(getComputedStyle(link).fontSize)") >= letters
        expect(skip).not_to_be_in_viewport()
        # A part of a pixel would still be drawn as a line at the very top.
        assert skip.evaluate("(link) => link.getBoundingClientRect().bottom") <= -1
        page.keyboard.press("Tab")
        expect(skip).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("view", [DESK, PHONE], ids=str)
def test_the_menu_opens_by_enter_and_escape_gives_the_focus_back(
    browser: Browser, site_url: str, view: View
) -> None:
    with visit(browser, view) as page:
        page.goto(site_url + WORRIED)
        button = page.get_by_role("button", name="Menu")
        menu = page.get_by_role("navigation", name="Menu")
        expect(menu).to_be_hidden()
        button.focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.closest('#menu') !== null")
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(button).to_be_focused()


def test_a_link_of_the_menu_can_be_followed(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    name = library().sections["/thresholds/"].name
    page.get_by_role("navigation", name="Menu").get_by_role("link", name=name).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/thresholds/")


def by_its_link(page: Page) -> None:
    search_link(page).focus()
    page.keyboard.press("Enter")


def by_slash(page: Page) -> None:
    search_link(page).focus()
    page.keyboard.press("/")


def by_control_k(page: Page) -> None:
    search_link(page).focus()
    page.keyboard.press("Control+k")


@pytest.mark.parametrize("opened", [by_its_link, by_slash, by_control_k])
def test_search_opens_and_its_results_are_reached_and_escape_gives_the_focus_back(
    page: Page, site_url: str, opened: Callable[[Page], None]
) -> None:
    page.goto(site_url)
    opened(page)
    dialog = page.get_by_role("dialog", name="Search the guide")
    expect(page.get_by_role("searchbox", name="Search the guide")).to_be_focused()
    page.keyboard.type("mash")
    first = dialog.locator("[data-search-results] a").first
    expect(dialog.get_by_role("status")).to_contain_text("“mash”")
    expect(dialog.locator("[data-search-results]")).to_have_attribute("aria-busy", "false")
    page.keyboard.press("Tab")
    expect(dialog.get_by_text("Narrow the results")).to_be_focused()
    expect(dialog.locator(".search-first a")).to_have_count(3)  # whom to call
    for above in dialog.locator(".search-answers a, .search-first a").all():
        page.keyboard.press("Tab")
        expect(above).to_be_focused()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(search_link(page)).to_be_focused()


def test_enter_in_the_search_box_leads_to_the_first_result(page: Page, site_url: str) -> None:
    page.goto(site_url)
    by_slash(page)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("mash")
    first = page.get_by_role("dialog").locator("[data-search-results] a").first
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("“mash”")
    page.keyboard.press("Enter")
    expect(first).to_be_focused()


def test_escape_in_the_search_box_closes_search(page: Page, site_url: str) -> None:
    page.goto(site_url)
    by_slash(page)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("mash")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_slash_typed_into_search_is_a_slash(page: Page, site_url: str) -> None:
    page.goto(site_url)
    by_slash(page)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("s47/")
    expect(page.get_by_role("searchbox")).to_have_value("s47/")


def test_back_returns_from_a_page_that_search_led_to(page: Page, site_url: str) -> None:
    page.goto(site_url)
    by_slash(page)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("time limits")
    name = library().pages["/thresholds/timescales/"].title
    result = page.get_by_role("dialog").get_by_role("link", name=name)
    result.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/thresholds/timescales/**")
    page.go_back()
    page.wait_for_url(site_url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(("name", "view"), [(WORRIED, PHONE), (heaviest_guide(), DESK)], ids=str)
def test_tab_walks_through_the_whole_page_in_its_order_and_out_again(
    browser: Browser, site_url: str, name: str, view: View
) -> None:
    unseen = []
    with visit(browser, view) as page:
        page.goto(site_url + name)
        settle(page)
        expected = page.evaluate(PLACES)
        walked = []
        for _ in expected:
            page.keyboard.press("Tab")
            walked.append(page.evaluate(PLACE))
            if not page.evaluate(HAS_FOCUS_IN_SIGHT):
                unseen.append(page.evaluate("() => document.activeElement.outerHTML"))
        page.keyboard.press("Tab")
        left = page.evaluate(PLACE)
    assert walked == expected
    assert not unseen
    assert left in (-1, expected[0])


@pytest.mark.parametrize(("name", "view"), [(FOR_FAMILIES, VIEWS[0]), ("", VIEWS[3])], ids=str)
def test_focus_changes_the_picture_of_what_has_it(
    browser: Browser, site_url: str, name: str, view: View
) -> None:
    alike = []
    with visit(browser, view) as page:
        page.goto(site_url + name)
        for _ in page.evaluate(PLACES):
            page.keyboard.press("Tab")
            element = page.evaluate_handle("document.activeElement")
            box = page.evaluate(BOX_AROUND, element)
            focused = page.screenshot(clip=box)
            page.evaluate("(element) => element.blur()", element)
            if page.screenshot(clip=box) == focused:
                alike.append(page.evaluate("(element) => element.outerHTML", element))
            page.evaluate("(element) => element.focus({focusVisible: true})", element)
    assert not alike
