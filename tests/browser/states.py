"""What a reader can make of a page: each state, the page it is on, and how it comes about."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from playwright.sync_api import Page, expect

from tests.browser.views import (
    TIMESCALES,
    WORRIED,
    explain_a_term,
    open_menu,
    open_share,
    search_to_the_end,
    settle,
)
from tests.conftest import library

CHECK = "about/check/"
FIND = "worried-about-a-child/find/"
GUIDES = "one-minute-guides/"
PACK = (library().ours.packs or "")[1:]
CODES = [one.code for one in library().addresses.values() if one.code.startswith("g")][1:13]
COUNT = ".filter-count [role=status]"
ALLOWED = ["clipboard-read", "clipboard-write"]  # what a visitor allows who copies


class State(NamedTuple):
    """One of them."""

    page: str
    reach: Callable[[Page], None]


def search_with_results(page: Page) -> None:
    search_to_the_end(page, "mash")


def search_without_results(page: Page) -> None:
    search_to_the_end(page, "qqqqqqqq")


def copy_the_address(page: Page) -> None:
    open_share(page)
    page.get_by_role("dialog").get_by_role("button", name="Copy the address").click()
    expect(page.locator(".say")).to_have_text("Address copied")


def narrow_the_guides(page: Page) -> None:
    page.get_by_role("combobox", name="Topic").select_option("exploitation")
    expect(page.locator(COUNT)).to_contain_text(" of ")


def open_a_concern(page: Page) -> None:
    page.get_by_label("What you saw or heard").fill("bruise baby")
    expect(page.locator(COUNT)).to_contain_text(" of ")
    page.locator("[data-item]:visible summary").first.click()


def count_a_deadline(page: Page) -> None:
    counted = next(one for one in library().timescales.values() if one.counted)
    page.get_by_label("What happened").select_option(counted.event)
    page.get_by_label("On which day").fill(date(2026, 11, 27).isoformat())
    expect(page.locator(".deadlines-found li").first).to_be_visible()


def choose_a_pack(page: Page) -> None:
    expect(page.locator(".pack-order li")).to_have_count(len(CODES))


def open_a_pack(page: Page) -> None:
    expect(page.get_by_role("button", name="Print the pack")).to_be_visible()


def check_a_copy(page: Page) -> None:
    page.get_by_label("Code on your copy").fill(f"{CODES[0]}-1")
    page.get_by_role("button", name="Check").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text("This copy is")


STATES = {
    "the menu is open": State(WORRIED, open_menu),
    "search has answered": State(WORRIED, search_with_results),
    "search found nothing": State(WORRIED, search_without_results),
    "a term is explained": State(WORRIED, explain_a_term),
    "the page is shared": State(WORRIED, open_share),
    "the address is copied": State(WORRIED, copy_the_address),
    "a list is narrowed": State(GUIDES, narrow_the_guides),
    "a concern is found": State(FIND, open_a_concern),
    "a deadline is counted": State(TIMESCALES, count_a_deadline),
    "a pack is chosen": State(f"{PACK}#choose&p={','.join(CODES)}", choose_a_pack),
    "a pack is open": State(f"{PACK}#p={','.join(CODES[:3])}", open_a_pack),
    "a copy is checked": State(CHECK, check_a_copy),
}


def bring_about(page: Page, site_url: str, state: State) -> None:
    """Open the page anew and bring it into the state."""
    page.goto("about:blank")  # an address that differs in its # alone would not load
    page.goto(site_url + state.page)
    settle(page)
    state.reach(page)
    page.wait_for_function("() => document.getAnimations().length === 0")
