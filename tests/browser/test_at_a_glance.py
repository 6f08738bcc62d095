"""The point stands first: tools on the first screen, charts beside tables, pages with an end."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.views import DESK, PHONE, visit
from tests.conftest import SITE, built_pages
from tests.pages.built import WRONG

TRACKER = "reviews/recommendations/"
FIGURES = "figures/child-protection/"
SCREEN = 740  # pixels of a small phone's window
MOST_SCREENS = 26
# Lists in which something is looked up, by search, by a filter or from a link; and the old reports.
LOOKED_UP = (
    "about/glossary/",
    "about/law/",
    "about/resources/",
    "about/sources/",
    "figures/history/",
    "one-minute-guides/",
    "reviews/thread/",
    "worried-about-a-child/find/",
)
LONGEST = 15


def test_the_tracker_can_be_narrowed_on_its_first_screen(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, height=SCREEN) as page:
        page.goto(site_url + TRACKER)
        expect(page.get_by_role("searchbox", name="Words")).to_be_in_viewport(ratio=1)
        for choice in page.get_by_role("combobox").all():
            expect(choice).to_be_in_viewport(ratio=1)


def test_a_chart_stands_beside_its_table_on_a_desk(browser: Browser, site_url: str) -> None:
    with visit(browser, DESK, java_script_enabled=False) as page:
        page.goto(site_url + FIGURES)
        chart = page.locator(".bars").first.bounding_box()
        table = page.get_by_role("table").first
        expect(table.get_by_role("rowheader").first).to_be_visible()
        beside = table.bounding_box()
        assert chart
        assert beside
        assert beside["x"] >= chart["x"] + chart["width"]
        assert beside["y"] < chart["y"] + chart["height"]


def test_a_table_that_repeats_its_chart_is_folded_on_a_phone(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url + FIGURES)
        table = page.locator(".numbers table").first
        expect(table).not_to_be_visible()
        page.get_by_text("The numbers as a table").first.click()
        expect(table).to_be_visible()


def test_a_table_that_is_folded_on_a_phone_stands_on_paper(page: Page, site_url: str) -> None:
    page.goto(site_url + FIGURES)
    page.emulate_media(media="print")
    expect(page.locator(".numbers table").first).to_be_visible()


def longest_texts() -> list[str]:
    """The heaviest pages to read, but for those in which something is looked up."""
    read = [one for one in built_pages() if not one.startswith(LOOKED_UP)]
    read.remove(WRONG)
    return sorted(read, key=lambda one: -(SITE / one / "index.html").stat().st_size)[:LONGEST]


def test_a_page_has_an_end_on_a_phone(browser: Browser, site_url: str) -> None:
    screens = {}
    with visit(browser, PHONE, height=SCREEN, java_script_enabled=False) as page:
        for name in longest_texts():
            page.goto(site_url + name, wait_until="domcontentloaded")
            screens[name] = page.evaluate("document.documentElement.scrollHeight") / SCREEN
    assert {name: n for name, n in screens.items() if n > MOST_SCREENS} == {}
