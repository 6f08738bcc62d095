"""At 320 pixels, or 1280 with 400% zoom, nothing is cut off, scrolls sideways or is hard to hit."""

from playwright.sync_api import Browser, expect

from tests.browser.checks import OUTSIDE, SMALL_TARGETS
from tests.browser.views import (
    DESK,
    PHONE,
    TIMESCALES,
    WORRIED,
    View,
    explain_a_term,
    open_menu,
    search_to_the_end,
    visit,
)

NARROW = View(320, "light")


def test_nothing_that_opens_scrolls_sideways_or_hides_its_end(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, NARROW, height=200, device_scale_factor=4) as page:
        page.goto(site_url + WORRIED)
        open_menu(page)
        assert not page.evaluate(OUTSIDE)
        assert not page.evaluate(SMALL_TARGETS)
        last = page.locator("#menu a").last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        explain_a_term(page)
        assert not page.evaluate(OUTSIDE)
        search_to_the_end(page, "mash")
        assert not page.evaluate(OUTSIDE)
        last = page.get_by_role("dialog").get_by_role("link").last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport()


def test_on_a_phone_each_row_of_a_table_is_a_card_with_labels(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE) as page:
        page.goto(f"{site_url}training/")
        table = page.locator("table").first
        heads = table.locator("thead th").all_text_contents()
        cells = table.locator("tbody tr").first.locator("td").all()
        assert len(cells) == len(heads) - 1
        for head, cell in zip(heads[1:], cells, strict=True):
            label = cell.evaluate("(cell) => getComputedStyle(cell, '::before').content")
            assert label == f'"{head}"'
        tops = [cell.evaluate("(cell) => cell.getBoundingClientRect().top") for cell in cells]
        assert tops == sorted(set(tops)), "the cells of a card stand one under another"
        assert page.locator("thead").first.evaluate("(head) => head.offsetHeight") <= 1


def test_a_table_is_a_table_to_a_screen_reader_on_any_screen(
    browser: Browser, site_url: str
) -> None:
    for view in (DESK, PHONE):
        with visit(browser, view) as page:
            page.goto(site_url + TIMESCALES)
            table = page.get_by_role("table").first
            expect(table.get_by_role("columnheader")).to_have_count(3)
            expect(table.get_by_role("rowheader").first).to_be_visible()
            expect(table.get_by_role("cell").first).to_be_visible()
