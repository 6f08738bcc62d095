"""Every part of a page has an address that can be copied."""

from playwright.sync_api import Browser, Page, expect

from tests.browser.views import WORRIED, visit


def test_pressing_it_copies_the_address_and_says_so(browser: Browser, site_url: str) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    with visit(browser, permissions=allowed) as page:
        page.goto(site_url + WORRIED)
        page.get_by_role("link", name="Link to this section: What to have ready").click()
        expect(page.get_by_role("status")).to_have_text("Link copied")
        address = f"{site_url}{WORRIED}#what-to-have-ready"
        assert page.evaluate("() => navigator.clipboard.readText()") == address
        expect(page).to_have_url(address)


def test_a_second_copy_is_told_for_its_whole_time(browser: Browser, site_url: str) -> None:
    with visit(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.clock.install()
        page.goto(site_url + WORRIED)
        link = page.get_by_role("link", name="Link to this section: What to have ready")
        for _ in range(2):
            link.click()
            expect(page.get_by_role("status")).to_have_text("Link copied")
            page.clock.run_for(2000)
        expect(page.get_by_role("status")).to_have_text("Link copied")


def test_where_copying_is_not_allowed_the_address_bar_has_it(page: Page, site_url: str) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
    )
    page.goto(site_url + WORRIED)
    page.get_by_role("link", name="Link to this section: What to have ready").click()
    expect(page.get_by_role("status")).to_have_text("The link is now in the address bar")
    expect(page).to_have_url(f"{site_url}{WORRIED}#what-to-have-ready")
