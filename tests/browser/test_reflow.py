"""At 320 pixels, or 1280 with 400% zoom, nothing is cut off, scrolls sideways or is hard to hit."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.views import (
    DESK,
    PHONE,
    TIMESCALES,
    WORRIED,
    View,
    explain_a_term,
    open_menu,
    open_search,
    visit,
)
from tests.conftest import built_pages

NARROW = View(320, "light")
# What stands out to the left or right, in the window or in a box that scrolls or cuts.
OUTSIDE = """() => [...document.body.querySelectorAll("*")].flatMap((one) => {
  if (!one.checkVisibility() || one.closest("svg, thead")) return [];
  const box = one.getBoundingClientRect();
  const wide = box.right > document.documentElement.clientWidth + 0.5 || box.left < -0.5;
  const cut = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth;
  return box.width && (wide || cut) ? [one.outerHTML.slice(0, 120)] : [];
})"""
# Words whose own box leaves the window or the nearest box that cuts.
CUT_WORDS = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const text = words.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
    if (text.parentElement.closest("thead, .skip")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const cutter = (one) => !one ? document.documentElement
      : /hidden|clip/.test(getComputedStyle(one).overflow) ? one : cutter(one.parentElement);
    const around = cutter(text.parentElement);
    const box = around.getBoundingClientRect();
    const bottom = around === document.documentElement ? Infinity : box.bottom;
    for (const line of range.getClientRects())
      if (line.right > box.right + 1 || line.left < box.left - 1 || line.bottom > bottom + 1)
        found.push(text.data.trim().slice(0, 80));
  }
  return found;
}"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
# Everything that is pressed, except a link within a sentence, with its smaller side.
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, summary")]
  .flatMap((one) => {
    const style = getComputedStyle(one);
    if (!one.checkVisibility() || (style.display === "inline" && one.closest("main, footer p")))
      return [];
    const box = one.getBoundingClientRect();
    return Math.min(box.width, box.height) < 23.99
      ? [`${one.outerHTML.slice(0, 90)}: ${box.width} x ${box.height}`] : [];
  })"""


def test_no_page_scrolls_sideways(browser: Browser, site_url: str) -> None:
    """A window of 1280 by 800 pixels, zoomed to 400%, is 320 by 200."""
    found = {}
    with visit(browser, NARROW, height=200, device_scale_factor=4) as page:
        for name in built_pages():
            page.goto(site_url + name)
            outside = page.evaluate(OUTSIDE)
            if outside:
                found[name] = outside
    assert not found


def test_nothing_that_opens_scrolls_sideways_or_hides_its_end(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, NARROW, height=200, device_scale_factor=4) as page:
        page.goto(site_url + WORRIED)
        open_menu(page)
        assert not page.evaluate(OUTSIDE)
        last = page.locator("#menu a").last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport(ratio=1)
        page.keyboard.press("Escape")
        explain_a_term(page)
        assert not page.evaluate(OUTSIDE)
        open_search(page, "mash")
        assert not page.evaluate(OUTSIDE)
        last = page.get_by_role("dialog").get_by_role("link").last
        last.scroll_into_view_if_needed()
        expect(last).to_be_in_viewport()


@pytest.mark.parametrize("view", [DESK, NARROW], ids=str)
def test_wider_spacing_of_text_cuts_nothing(browser: Browser, site_url: str, view: View) -> None:
    found = {}
    with visit(browser, view, bypass_csp=True) as page:
        for name in built_pages():
            page.goto(site_url + name)
            page.add_style_tag(content=SPACED)
            cut = page.evaluate(CUT_WORDS)
            if cut:
                found[name] = cut
    assert not found


@pytest.mark.parametrize("view", [DESK, PHONE], ids=str)
def test_all_that_is_pressed_is_24_pixels_high_and_wide(
    browser: Browser, site_url: str, view: View
) -> None:
    found = {}
    with visit(browser, view) as page:
        for name in built_pages():
            page.goto(site_url + name)
            small = page.evaluate(SMALL_TARGETS)
            if small:
                found[name] = small
        open_menu(page)
        assert not page.evaluate(SMALL_TARGETS)
    assert not found


def test_on_a_phone_each_row_of_a_table_is_a_card_with_labels(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE) as page:
        page.goto(site_url + TIMESCALES)
        heads = page.locator("table").first.locator("thead th").all_text_contents()
        cells = page.locator("table").first.locator("tbody tr").first.locator("td").all()
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
            expect(table.get_by_role("columnheader")).to_have_count(4)
            expect(table.get_by_role("rowheader").first).to_be_visible()
            expect(table.get_by_role("cell").first).to_be_visible()
