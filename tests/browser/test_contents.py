"""The list of a page's parts: open beside a wide page, and never closed on the reader."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.views import DESK, PHONE, WORRIED, View, hold_back, let_go, settle, visit


def contents(page: Page) -> Locator:
    return page.get_by_role("navigation", name="On this page")


def resize(page: Page, view: View) -> None:
    """Turn or resize the window, and let the page hear of it."""
    page.set_viewport_size({"width": view.width, "height": 800})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


def test_a_list_in_use_stays_open_when_its_script_arrives_and_the_phone_is_turned(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE) as page:
        late = hold_back(page, "contents.js")
        page.goto(site_url + WORRIED)
        contents(page).get_by_text("On this page").click()
        link = contents(page).get_by_role("link", name="What to have ready")
        link.focus()
        page.locator("#what-to-have-ready").evaluate("(heading) => heading.scrollIntoView()")
        let_go(page, late)
        expect(link).to_have_class("current")
        expect(link).to_be_focused()
        link.blur()
        for view in (DESK, PHONE):
            resize(page, view)
            expect(link).to_be_visible()


def test_a_list_that_opened_by_itself_folds_on_a_narrow_page_unless_in_use(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, DESK) as page:
        page.goto(site_url + WORRIED)
        settle(page)
        link = contents(page).get_by_role("link", name="What to have ready")
        link.focus()
        resize(page, PHONE)
        expect(link).to_be_focused()
        resize(page, DESK)
        link.blur()
        resize(page, PHONE)
        expect(link).to_be_hidden()
        resize(page, DESK)
        for _ in range(2):  # closed and opened by the reader
            contents(page).get_by_text("On this page").click()
        page.get_by_role("main").focus()
        resize(page, PHONE)
        expect(link).to_be_visible()
