"""Every page and part of it can be handed on: as an address, with its date, as a QR code."""

import re

import pytest
import segno
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from tests.browser.checks import OUTSIDE, SMALL_TARGETS
from tests.browser.views import PHONE, WORRIED, open_share, visit
from tests.pages.built import attributes, soup, text_of

SECTION = "Link to this section: What to have ready"
WHOLE = "Share this page"
PART = "#what-to-have-ready"
ALLOWED = ["clipboard-read", "clipboard-write"]
COPIED = """async () => {
  const [copied] = await navigator.clipboard.read();
  const texts = copied.types.map(async (type) => [type, await (await copied.getType(type)).text()]);
  return Object.fromEntries(await Promise.all(texts));
}"""
PRESSED = """(box) => [...box.querySelectorAll("a, button")].map((one) => one.textContent)"""
# Whether each module is dark, row by row, with the white that a reader of codes needs around it.
MODULES = """async ([address, side]) => {
  const picture = await new Promise((done, fail) => {
    const image = Object.assign(new Image(), { onload: () => done(image), onerror: fail });
    image.src = address;
  });
  const canvas = new OffscreenCanvas(side * 4, side * 4);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0, side * 4, side * 4);
  const dark = (x, y) => pen.getImageData(x * 4 + 2, y * 4 + 2, 1, 1).data[0] < 128;
  return [...Array(side).keys()].map((y) => [...Array(side).keys()].map((x) => Number(dark(x, y))));
}"""


def canonical(page: str) -> str:
    """The address under which the page is published."""
    return attributes("link", "href", soup(page))[0]


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("dialog").get_by_role("button", name=name)


@pytest.mark.parametrize(("opener", "part"), [(SECTION, PART), (WHOLE, "")])
def test_the_address_is_copied_and_said_and_the_reader_is_where_they_were(
    browser: Browser, site_url: str, opener: str, part: str
) -> None:
    with visit(browser, permissions=ALLOWED) as page:
        page.goto(site_url + WORRIED)
        open_share(page, opener)
        button(page, "Copy the address").click()
        expect(page.get_by_role("status")).to_have_text("Address copied")
        assert page.evaluate("() => navigator.clipboard.readText()") == canonical(WORRIED) + part
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_role("link", name=opener).first).to_be_focused()
        expect(page).to_have_url(site_url + WORRIED)


def test_a_second_copy_is_told_for_its_whole_time(browser: Browser, site_url: str) -> None:
    with visit(browser, permissions=ALLOWED) as page:
        page.clock.install()
        page.goto(site_url + WORRIED)
        for _ in range(2):
            open_share(page, SECTION)
            button(page, "Copy the address").click()
            expect(page.get_by_role("status")).to_have_text("Address copied")
            page.clock.run_for(2000)
        expect(page.get_by_role("status")).to_have_text("Address copied")


def wanted(page: str) -> tuple[str, str, str]:
    """Title of the section, what is said of the copy, and where it is checked."""
    here = soup(page)
    version = attributes("main", "data-version", here)[0]
    check = str(here.select(".review .share")[0]["href"]).replace(version.split("-")[0], version)
    reviewed = text_of(here.select(".review dd")[1])
    dated = f"Reviewed {reviewed}. Copy {version}: check it is current at"
    return f"{text_of(here.h1)}: What to have ready", dated, check


def test_title_address_and_date_are_copied_with_links_and_as_letters(
    browser: Browser, site_url: str
) -> None:
    title, dated, check = wanted(WORRIED)
    address = canonical(WORRIED) + PART
    with visit(browser, permissions=ALLOWED) as page:
        page.goto(site_url + WORRIED)
        open_share(page, SECTION)
        button(page, "Copy title, address and date").click()
        expect(page.get_by_role("status")).to_have_text("Title, address and date copied")
        copied = page.evaluate(COPIED)
    assert copied["text/plain"] == f"{title}\n{address}\n{dated} {check}"
    assert re.findall('href="([^"]+)"', copied["text/html"]) == [address, check]
    assert re.sub("<[^>]+>", "", copied["text/html"]) == f"{title}{dated} {check}"


def test_an_older_browser_copies_the_same_as_letters(browser: Browser, site_url: str) -> None:
    title, dated, check = wanted(WORRIED)
    with visit(browser, permissions=ALLOWED) as page:
        page.add_init_script("delete window.ClipboardItem")
        page.goto(site_url + WORRIED)
        open_share(page, SECTION)
        button(page, "Copy title, address and date").click()
        expect(page.get_by_role("status")).to_have_text("Title, address and date copied")
        text = page.evaluate("() => navigator.clipboard.readText()")
    assert text == f"{title}\n{canonical(WORRIED)}{PART}\n{dated} {check}"


def test_where_copying_is_not_allowed_the_address_is_selected(page: Page, site_url: str) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))"
    )
    page.goto(site_url + WORRIED)
    open_share(page, SECTION)
    button(page, "Copy the address").click()
    expect(page.get_by_role("alert")).to_contain_text("The address is selected")
    assert page.evaluate("() => String(getSelection())") == canonical(WORRIED) + PART


def test_the_devices_own_panel_is_offered_where_there_is_one(
    browser: Browser, site_url: str
) -> None:
    own = "Send with an app"
    with visit(browser) as page:
        page.add_init_script("delete Navigator.prototype.share")
        page.goto(site_url + WORRIED)
        open_share(page, SECTION)
        expect(button(page, own)).to_have_count(0)
    with visit(browser) as page:
        page.add_init_script("navigator.share = async (what) => (window.handedOn = what)")
        page.goto(site_url + WORRIED)
        open_share(page, SECTION)
        button(page, own).click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        handed_on = page.evaluate("() => window.handedOn")
    assert handed_on == {"title": wanted(WORRIED)[0], "url": canonical(WORRIED) + PART}


@pytest.mark.parametrize("kind", ["SVG", "PNG"])
def test_the_qr_code_of_the_lasting_address_is_saved_with_white_around_it(
    page: Page, site_url: str, kind: str
) -> None:
    page.goto(site_url + WORRIED)
    open_share(page, WHOLE)
    short = str(soup(WORRIED).select(".review .share")[0]["href"])
    link = page.get_by_role("link", name=f"Save as {kind}")
    with page.expect_download() as saved:
        link.click()
    assert saved.value.suggested_filename == f"{short.split('/')[-2]}.{kind.lower()}"
    matrix = [[*row] for row in segno.make(short, micro=False, mask=0).matrix_iter(border=4)]
    assert page.evaluate(MODULES, [link.get_attribute("href"), len(matrix)]) == matrix


def test_all_of_the_panel_is_reached_by_keyboard_and_escape_gives_the_focus_back(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + WORRIED)
    opener = page.get_by_role("link", name=SECTION)
    opener.focus()
    page.keyboard.press("Enter")
    box = page.get_by_role("dialog", name="Share this section")
    expect(button(page, "Copy the address")).to_be_focused()
    reached = []
    for _ in box.locator("a, button").all():
        reached.append(page.evaluate("() => document.activeElement.textContent"))
        page.keyboard.press("Tab")
    assert reached == box.evaluate(PRESSED)
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    expect(opener).to_be_focused()


def test_the_panel_fits_the_smallest_phone_and_a_finger(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE) as page:
        page.set_viewport_size(ViewportSize(width=320, height=480))
        page.goto(site_url + WORRIED)
        open_share(page, WHOLE)
        assert page.evaluate(OUTSIDE) == []
        assert page.evaluate(SMALL_TARGETS) == []
        for one in page.get_by_role("dialog").locator("a, button").all():
            box = one.bounding_box()
            assert box
            assert box["height"] >= 44, one.text_content()


def test_where_the_panel_cannot_come_the_link_leads_to_its_section(
    page: Page, site_url: str
) -> None:
    page.route("**/share.js", lambda route: route.abort())
    page.goto(site_url + WORRIED)
    page.get_by_role("link", name=SECTION).click()
    expect(page).to_have_url(site_url + WORRIED + PART)


def test_without_scripts_the_page_is_shared_by_its_short_address(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url + WORRIED)
        page.get_by_role("link", name=WHOLE).first.click()
        lasting = page.get_by_role("link", name=WHOLE).last
        expect(lasting).to_be_in_viewport()
        assert re.search(r"/go/\w+/$", str(lasting.get_attribute("href")))
