"""The main tasks by keyboard alone: at each press the focus is marked, in sight and not lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.checks import FOCUS_HIDDEN
from tests.browser.states import CHECK, CODES, COUNT, FIND, GUIDES, PACK
from tests.browser.views import (
    DESK,
    PHONE,
    TIMESCALES,
    WORRIED,
    search_link,
    settle,
    visit,
)
from tests.conftest import library

FARTHEST = 150  # presses: nothing that a task needs is farther than that
LOOKS = {"desk": (DESK, 600), "phone": (PHONE, 740)}  # the window and its height


class Keyboard:
    """A reader with no mouse, who sees where they are after each press."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.page, self._site_url = page, site_url
        self.unseen: list[str] = []

    def open(self, name: str) -> None:
        """Start on a page, from its top."""
        self.page.goto("about:blank")
        self.page.goto(self._site_url + name)
        settle(self.page)

    def press(self, key: str) -> None:
        """One press, and a look at where the focus is now."""
        self.page.keyboard.press(key)
        if hidden := self.page.evaluate(FOCUS_HIDDEN):
            self.unseen.append(f"{self.page.url} {key}: {hidden}")

    def go_to(self, wanted: Locator, key: str = "Tab") -> None:
        """Press until the focus is there."""
        for _ in range(FARTHEST):
            self.press(key)
            if wanted.first.evaluate("(one) => document.activeElement === one"):
                return
        raise AssertionError(f"{FARTHEST} presses of {key} did not reach {wanted}")

    def choose(self, wanted: Locator) -> None:
        """Go there and press Enter."""
        self.go_to(wanted)
        self.page.keyboard.press("Enter")


@pytest.fixture(params=[*LOOKS.values()], ids=[*LOOKS])
def keyboard(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Keyboard]:
    """Whatever a journey leads to, it ends with every focus seen."""
    view, height = request.param
    with visit(
        browser, view, height=height, locale="en-GB", permissions=["clipboard-write"]
    ) as page:
        reader = Keyboard(page, site_url)
        yield reader
    assert reader.unseen == []


def test_from_the_first_page_to_a_call_and_a_guide(keyboard: Keyboard) -> None:
    page = keyboard.page
    keyboard.open("")
    keyboard.choose(page.get_by_role("link", name="Skip to main content"))
    keyboard.choose(page.locator(f"main a[href$='{WORRIED}']"))
    page.wait_for_url(f"**/{WORRIED}")
    settle(page)
    find = page.get_by_role("link", name="Find by concern")
    keyboard.choose(find)
    page.wait_for_url(f"**/{FIND}")
    settle(page)
    keyboard.go_to(page.get_by_label("What you saw or heard"))
    page.keyboard.type("bruise baby")
    expect(page.locator(COUNT)).to_contain_text(" of ")
    keyboard.choose(page.locator("[data-item]:visible summary"))
    concern = page.locator("[data-item][open]")
    keyboard.go_to(concern.locator("a[href^='tel:']"))
    keyboard.go_to(page.get_by_label("What you saw or heard"), "Shift+Tab")
    keyboard.choose(concern.locator("a[href*='one-minute-guides/']"))
    page.wait_for_url("**/one-minute-guides/**")
    settle(page)
    keyboard.go_to(page.locator("main a[href^='tel:']"))
    keyboard.go_to(page.get_by_role("link", name="Skip to main content"), "Shift+Tab")


def test_the_menu_shows_where_the_reader_is_and_makes_way_when_they_leave_it(
    keyboard: Keyboard,
) -> None:
    page = keyboard.page
    menu, button = page.get_by_role("navigation", name="Menu"), page.get_by_role("button")
    keyboard.open(WORRIED)
    keyboard.go_to(button.filter(has_text="Menu"))
    keyboard.press("Enter")
    expect(button.filter(has_text="Close")).to_be_focused()
    for _ in menu.get_by_role("link").all():
        keyboard.press("Tab")
    expect(menu.get_by_role("link").last).to_be_focused()
    keyboard.press("Tab")
    expect(menu).to_be_hidden()
    keyboard.go_to(button.filter(has_text="Menu"), "Shift+Tab")
    keyboard.press("Enter")
    keyboard.press("Shift+Tab")
    expect(menu).to_be_hidden()
    expect(button.filter(has_text="Menu")).to_be_focused()


def test_search_and_sharing_give_the_focus_back(keyboard: Keyboard) -> None:
    page = keyboard.page
    keyboard.open(WORRIED)
    keyboard.go_to(search_link(page))
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("mash")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("“mash”")
    results = page.get_by_role("dialog").locator("[data-search-results]")
    expect(results).to_have_attribute("aria-busy", "false")
    keyboard.go_to(results.locator("a"))
    keyboard.go_to(page.get_by_role("searchbox"), "Shift+Tab")
    keyboard.press("Escape")
    expect(search_link(page)).to_be_focused()
    share = page.get_by_role("link", name="Share this page")
    keyboard.choose(share)
    expect(page.get_by_role("button", name="Copy the address")).to_be_focused()
    keyboard.go_to(page.get_by_role("button", name="Close"))
    keyboard.go_to(page.get_by_role("button", name="Copy the address"), "Shift+Tab")
    keyboard.press("Enter")
    expect(page.locator(".say")).to_have_text("Address copied")
    expect(share.first).to_be_focused()


def test_a_deadline_a_narrowed_list_and_the_check_of_a_copy(keyboard: Keyboard) -> None:
    page = keyboard.page
    keyboard.open(TIMESCALES)
    keyboard.go_to(page.get_by_label("What happened"))
    keyboard.press("ArrowDown")
    keyboard.go_to(page.get_by_label("On which day"))
    page.keyboard.type("27112026")
    expect(page.locator(".deadlines-found")).to_contain_text("call 999")
    keyboard.go_to(page.locator(".deadlines ~ details summary"))
    keyboard.go_to(page.get_by_label("What happened"), "Shift+Tab")

    keyboard.open(GUIDES)
    keyboard.go_to(page.get_by_role("combobox", name="Topic"))
    keyboard.press("ArrowDown")
    expect(page.locator(COUNT)).to_contain_text(" of ")
    keyboard.go_to(page.locator("[data-item]:visible a"))
    keyboard.go_to(page.get_by_role("button", name="Show all"), "Shift+Tab")
    keyboard.press("Enter")
    expect(page.locator(COUNT)).to_have_text(f"{len(library().guides)} guides")

    keyboard.open(CHECK)
    keyboard.go_to(page.get_by_label("Code on your copy"))
    page.keyboard.type(f"{CODES[0]}-1")
    keyboard.choose(page.get_by_role("button", name="Check"))
    answer = page.locator("main").get_by_role("status")
    expect(answer).to_contain_text("This copy is")
    keyboard.go_to(answer.locator("a"))


def test_a_pack_is_chosen_changed_and_opened(keyboard: Keyboard) -> None:
    page = keyboard.page
    keyboard.open(f"{PACK}#choose&p={','.join(CODES)}")
    boxes = page.get_by_role("checkbox")
    keyboard.go_to(boxes)
    for _ in range(25):
        keyboard.press("Tab")
    for _ in range(25):
        keyboard.press("Shift+Tab")
    expect(boxes.first).to_be_focused()
    keyboard.press("Space")
    keyboard.go_to(page.get_by_role("button", name="Move up").nth(2))
    keyboard.press("Enter")
    keyboard.go_to(page.get_by_role("button", name="Take out").nth(2))
    keyboard.press("Enter")
    keyboard.choose(page.get_by_role("button", name="Open the pack"))
    expect(page.locator(".cover h1")).to_be_focused()
    keyboard.go_to(page.get_by_role("link", name="Change the choice"))
    page.keyboard.press("Enter")
    expect(page.get_by_label("Title")).to_be_focused()
    keyboard.press("Shift+Tab")
