"""Without JavaScript, and without style sheets, every page says all that it has to say."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.views import PHONE, WORRIED, search_link, visit
from tests.conftest import built_pages, library


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """The tab of a visitor on a phone whose browser runs no script."""
    with visit(browser, PHONE, java_script_enabled=False) as page:
        yield page


def test_the_list_of_contents_opens_and_leads_to_a_part(plain: Page, site_url: str) -> None:
    plain.goto(site_url + WORRIED)
    contents = plain.get_by_role("navigation", name="On this page")
    link = contents.get_by_role("link", name="What to have ready")
    expect(link).to_be_hidden()
    contents.get_by_text("On this page").click()
    link.click()
    expect(plain).to_have_url(f"{site_url}{WORRIED}#what-to-have-ready")
    expect(plain.get_by_role("heading", name="What to have ready")).to_be_in_viewport()


def test_the_menu_opens_and_closes(plain: Page, site_url: str) -> None:
    plain.goto(site_url)
    menu = plain.locator("#menu")
    expect(menu).to_be_hidden()
    plain.get_by_role("button", name="Menu").click()
    name = library().sections["/thresholds/"].name
    expect(menu.get_by_role("link", name=name)).to_be_visible()
    menu.get_by_role("button", name="Close").click()
    expect(menu).to_be_hidden()


def test_the_search_link_leads_to_a_list_of_every_page(plain: Page, site_url: str) -> None:
    plain.goto(site_url)
    search_link(plain).click()
    plain.wait_for_url(f"{site_url}search/")  # and until the whole list is there
    links = plain.locator("a").evaluate_all("(links) => links.map((link) => link.href)")
    assert not [name for name in built_pages()[:-1] if f"{site_url}{name}" not in links]


def test_a_term_leads_to_its_meaning_on_the_page(plain: Page, site_url: str) -> None:
    plain.goto(site_url + WORRIED)
    term = plain.locator(".term").first
    target = (term.get_attribute("href") or "").removeprefix("#")
    term.click()
    expect(plain).to_have_url(f"{site_url}{WORRIED}#{target}")
    meaning = plain.locator(f"#{target} dd")
    expect(meaning).to_be_in_viewport()
    expect(meaning).not_to_be_empty()
