"""A marked term is explained where it stands: to a mouse, a finger and a keyboard."""

from collections import Counter
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.views import PHONE, WORRIED, hold_back, let_go, settle, visit
from tests.conftest import built_pages
from tests.pages.built import soup

PAGES = built_pages()[:-1]


@pytest.fixture
def term(page: Page, site_url: str) -> Locator:
    """The first marked term of a page, once its script has loaded; the page's clock is ours."""
    page.clock.install()
    page.goto(site_url + WORRIED)
    settle(page)
    term = page.locator(".term").first
    term.scroll_into_view_if_needed()
    return term


def meaning(page: Page, term: Locator) -> str:
    """What the list at the end of the page says of the term."""
    return page.locator(f"{term.get_attribute('href')} dd").inner_text()


def test_a_mouse_over_a_term_shows_its_meaning_until_it_leaves(page: Page, term: Locator) -> None:
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_hidden()
    term.hover()
    expect(tip).to_have_text(meaning(page, term))
    expect(tip).to_be_in_viewport(ratio=1)
    page.mouse.move(2, 2)
    page.clock.run_for(1000)
    expect(tip).to_be_hidden()


def test_the_meaning_itself_can_be_pointed_at(page: Page, term: Locator) -> None:
    term.hover()
    tip = page.get_by_role("tooltip")
    tip.hover()
    page.clock.run_for(1000)
    expect(tip).to_be_visible()


def test_focus_shows_the_meaning_and_names_it_as_the_description(page: Page, term: Locator) -> None:
    term.focus()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    expect(term).to_have_accessible_description(meaning(page, term))
    page.keyboard.press("Tab")
    page.clock.run_for(1000)
    expect(tip).to_be_hidden()


def test_escape_hides_the_meaning_and_leaves_the_focus(page: Page, term: Locator) -> None:
    term.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(term).to_be_focused()


@pytest.mark.parametrize("come_to", [Locator.focus, Locator.hover])
def test_a_term_reached_before_its_script_is_explained_once_that_is_there(
    page: Page, site_url: str, come_to: Callable[[Locator], None]
) -> None:
    late = hold_back(page, "terms.js")
    page.goto(site_url + WORRIED)
    term = page.locator(".term").first
    come_to(term)
    let_go(page, late)
    expect(page.get_by_role("tooltip")).to_have_text(meaning(page, term))


def test_a_tap_shows_the_meaning_and_a_tap_elsewhere_hides_it(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, has_touch=True, is_mobile=True) as page:
        page.goto(site_url + WORRIED)
        settle(page)
        term = page.locator(".term").first
        term.tap()
        tip = page.get_by_role("tooltip")
        expect(tip).to_have_text(meaning(page, term))
        expect(tip).to_be_in_viewport(ratio=1)
        expect(page).to_have_url(site_url + WORRIED)
        page.get_by_role("heading", name="Call, then send the form").tap()
        expect(tip).to_be_hidden()


def test_only_the_first_use_is_marked_and_none_in_a_link_or_heading() -> None:
    found = {}
    for name in PAGES:
        page = soup(name)
        marked = Counter(str(term["href"]) for term in page.select(".term"))
        twice = [href for href, times in marked.items() if times > 1]
        misplaced = page.select("a .term, h1 .term, h2 .term, h3 .term, h4 .term")
        lost = [href for href in marked if not page.select(f"{href} dd")]
        if twice or misplaced or lost:
            found[name] = (twice, misplaced, lost)
    assert not found


def test_some_pages_have_marked_terms() -> None:
    marked = [name for name in PAGES if soup(name).select_one(".term")]
    assert len(marked) > len(PAGES) / 4
