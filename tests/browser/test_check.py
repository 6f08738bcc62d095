"""Whoever holds a copy learns whether it is current; an old address keeps the part it names."""

from itertools import groupby

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_axe import faults
from tests.browser.views import PHONE, Heard, visit
from tests.conftest import SITE, library
from tests.pages.built import soup

CHECK = "about/check/"
VERSIONS = {
    page: [one.id for one in rows]
    for page, rows in groupby(library().versions.values(), key=lambda one: one.page)
}
CHANGED = next(page for page, codes in VERSIONS.items() if len(codes) > 1)
OLD = VERSIONS[CHANGED][0]
NOW = str(soup(CHANGED[1:]).select("main")[0]["data-version"])
TODAY = "This copy is current"
NO_LONGER = "This copy is out of date"


def check(page: Page, typed: str) -> None:
    """Type a code and ask."""
    page.get_by_label("Code on your copy").fill(typed)
    page.get_by_role("button", name="Check").click()


def test_the_code_of_today_is_current_however_it_is_typed(page: Page, site_url: str) -> None:
    page.goto(site_url + CHECK)
    for typed in (NOW, f" {NOW.upper().replace('-', ' - ')} "):
        check(page, typed)
        expect(page.locator("main").get_by_role("status")).to_contain_text(TODAY)
        page.get_by_label("Code on your copy").fill("")


def test_an_old_code_says_what_changed_and_leads_to_the_page(page: Page, site_url: str) -> None:
    heard = Heard(page)
    page.goto(f"{site_url}{CHECK}#{OLD}")
    answer = page.locator("main").get_by_role("status")
    expect(answer).to_contain_text(NO_LONGER)
    expect(answer.locator("li").first).not_to_be_empty()
    number = str(library().contacts["mash"].phone)
    expect(answer.get_by_role("link", name=number)).to_be_visible()
    answer.get_by_role("link", name=library().pages[CHANGED].title, exact=True).click()
    expect(page).to_have_url(f"{site_url}{CHANGED[1:]}")
    assert not heard.complaints


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the code"),
        ("x99-1", "is not a code of this guide"),
        (f"{NOW}99", "newer than what your browser has kept"),
        (NOW.partition("-")[0], "without the number of a copy"),
    ],
)
def test_what_is_no_code_of_a_copy_is_answered_in_plain_words(
    page: Page, site_url: str, typed: str, said: str
) -> None:
    page.goto(site_url + CHECK)
    check(page, typed)
    expect(page.locator("main").get_by_role("status")).to_contain_text(said)


def test_without_a_script_the_address_on_paper_answers(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url + CHECK)
        expect(page.get_by_label("Code on your copy")).to_be_hidden()
        page.get_by_role("link", name="Every page with its code of today").click()
        page.get_by_role("link", name=NOW, exact=True).click()
        expect(page.locator("main")).to_contain_text(TODAY)
        page.goto(f"{site_url}go/{OLD}/")
        expect(page.locator("main")).to_contain_text(NO_LONGER)


def test_every_copy_ever_noted_has_its_answer_and_only_the_newest_is_current() -> None:
    for page, codes in VERSIONS.items():
        newest = str(soup(page[1:]).select("main")[0]["data-version"])
        for code in {*codes, newest}:
            text = (SITE / f"go/{code}/index.html").read_text("utf-8")
            assert (TODAY in text, NO_LONGER in text) == (code == newest, code != newest), code


@pytest.mark.parametrize("name", [f"go/{OLD}/", f"go/{NOW}/", "go/"])
def test_axe_finds_no_fault_where_a_copy_is_answered(
    browser: Browser, site_url: str, name: str
) -> None:
    with visit(browser, PHONE) as page:
        page.goto(site_url + name)
        assert faults(page, name) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE.width


def test_an_old_address_keeps_the_part(page: Page, site_url: str) -> None:
    code = NOW.partition("-")[0]
    page.goto(f"{site_url}go/{code}/#main")
    expect(page).to_have_url(f"{site_url}{CHANGED[1:]}#main")


def test_an_old_address_needs_no_script(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site_url}go/{NOW.partition('-')[0]}/")
        page.wait_for_url(f"{site_url}{CHANGED[1:]}")
