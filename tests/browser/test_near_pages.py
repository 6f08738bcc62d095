"""A page that a reader is about to open is fetched a moment before, and nothing else is."""

import pytest
from playwright.sync_api import Page

from tests.browser.views import WORRIED

DATA = "about/data/"
LINK = "main a[href$='worried-about-a-child/']"
SAVES_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


@pytest.fixture(autouse=True)
def clock(page: Page) -> None:
    """The page's clock is ours."""
    page.clock.install()


def asked_for(page: Page) -> list[str]:
    """The addresses that this tab asks for from now on."""
    asked: list[str] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda one: asked.append(one.url))
    return asked


def let_time_pass(page: Page) -> None:
    """Ends when whatever the page waited to do is done, and a request of our own is answered."""
    page.clock.run_for(1000)
    page.evaluate("async () => { await fetch('?last'); }")


def test_resting_on_a_link_fetches_its_page_once(page: Page, site_url: str) -> None:
    page.goto(site_url)
    asked = asked_for(page)
    with page.expect_response(site_url + WORRIED):
        page.locator(LINK).first.hover()
        page.clock.run_for(1000)
    page.mouse.move(0, 0)
    page.locator(LINK).first.hover()
    let_time_pass(page)
    assert asked == [site_url + WORRIED, f"{site_url}?last"]


def test_a_link_reached_by_keyboard_is_fetched_too(page: Page, site_url: str) -> None:
    page.goto(site_url)
    with page.expect_response(site_url + WORRIED):
        page.locator(LINK).first.focus()
        page.clock.run_for(1000)


@pytest.mark.parametrize(
    ("name", "link"), [(WORRIED, "main a.outside"), (DATA, "main a[href$='.csv']")]
)
def test_resting_on_a_link_to_another_site_or_to_a_file_fetches_nothing(
    page: Page, site_url: str, name: str, link: str
) -> None:
    page.goto(site_url + name)
    asked = asked_for(page)
    page.locator(link).first.hover()
    let_time_pass(page)
    assert asked == [f"{site_url}{name}?last"]


def test_a_reader_who_saves_data_loads_only_what_is_opened(page: Page, site_url: str) -> None:
    page.add_init_script(SAVES_DATA)
    page.goto(site_url)
    asked = asked_for(page)
    page.locator(LINK).first.hover()
    let_time_pass(page)
    assert asked == [f"{site_url}?last"]
