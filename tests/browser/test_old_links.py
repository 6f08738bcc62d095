"""An old link to a part of a page lands where that part is now."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.views import PHONE, visit
from tests.conftest import library


def moved_to_another_page() -> str:
    """The old address of a part that is now on another page."""
    found = (
        address
        for address, one in library().anchors.items()
        if one.moved_to and not one.moved_to.startswith(one.page + "#") and one.moved_to != one.page
    )
    return next(found)[1:]


def test_a_part_that_moved_leads_on_and_without_a_script_says_where_it_is(
    browser: Browser, page: Page, site_url: str
) -> None:
    old = moved_to_another_page()
    page.goto(site_url + old)
    new = str(library().anchors[f"/{old}"].moved_to)
    expect(page).to_have_url(site_url + new[1:])
    with visit(browser, PHONE, java_script_enabled=False) as plain:
        plain.goto(site_url + old.partition("#")[0])
        place = plain.locator(".part-elsewhere")
        expect(place).to_be_hidden()
        plain.goto(site_url + old)
        expect(place).to_be_in_viewport()
        title = library().pages[new.partition("#")[0]].title
        expect(place.get_by_role("link", name=title)).to_be_visible()


def test_a_renamed_heading_is_reached_by_its_old_name(page: Page, site_url: str) -> None:
    old, one = next(
        (address, one)
        for address, one in library().anchors.items()
        if re.match(rf"{re.escape(one.page)}#", one.moved_to or "")
    )
    page.goto(site_url + old[1:])
    expect(page.locator(f"[id='{(one.moved_to or '').partition('#')[2]}']")).to_be_in_viewport()
