"""A one-minute guide on paper and on a phone: one side of A4, and the reader's own role."""

import io
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.drawing.wording import in_address
from macros.records.days import day_words
from macros.records.points import Part
from tests.browser.views import DESK, visit
from tests.conftest import library
from tests.pages.built import soup
from tests.pages.test_guides import GUIDES

SMALLEST_PRINT = 13.3  # CSS pixels: 10 pt
WITH_ROLES = sorted({one.guide for one in library().points.values() if one.part is Part.ROLE})
# Text of the guide's own parts that is printed smaller; the review line and citations may be.
SMALL_TEXT = """(smallest) => [...document.querySelectorAll("article :is(p, li)")]
  .filter((one) => one.checkVisibility() && !one.closest(".review, .small, .rests-on"))
  .filter((one) => parseFloat(getComputedStyle(one).fontSize) < smallest)
  .map((one) => one.textContent)"""

# In how many columns each list lies.
PIECES = "(all) => all.map((one) => one.getClientRects().length)"


def roles_of(guide: str) -> list[str]:
    """The addresses' words for the roles that have a panel in this guide."""
    found = {one.role for one in library().points.values() if one.guide == guide and one.role}
    return sorted(in_address(role) for role in found)


def paper(page: Page) -> PdfReader:
    """The page as Chromium prints it."""
    return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """One tab for all guides, which shows each as on paper."""
    with visit(browser, DESK) as page:
        page.emulate_media(media="print")
        yield page


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_one_side_of_paper_that_can_be_read(
    sheet: Page, site_url: str, guide: str
) -> None:
    record = library().guides[guide]
    header = library().pages[record.page]
    sheet.goto(f"{site_url}{record.page[1:]}")
    assert len(paper(sheet).pages) == 1
    roles = sheet.locator(".role")
    assert roles.filter(visible=True).count() == roles.count() == len(roles_of(guide))
    code = soup(record.page[1:]).select("main")[0]["data-version"]
    foot = sheet.locator(".paper")
    assert f"Code {code}, reviewed {day_words(header.reviewed)}" in foot.inner_text()
    assert foot.locator(".qr svg").is_visible()
    assert sheet.evaluate(SMALL_TEXT, SMALLEST_PRINT) == []
    assert sheet.locator("article").evaluate("(one) => getComputedStyle(one).columnCount") == "2"


@pytest.mark.parametrize("guide", ["neglect", "child-sexual-abuse", "section-47"])
def test_on_paper_the_boxes_give_their_numbers_and_no_list_is_split(
    sheet: Page, site_url: str, guide: str
) -> None:
    sheet.goto(f"{site_url}{library().guides[guide].page[1:]}")
    numbers = sheet.locator(".care .button")
    wanted = [library().contacts[name].phone for name in ("emergency", "mash", "out-of-hours")]
    assert [one.removeprefix("Call ") for one in numbers.all_inner_texts()] == wanted
    assert all(one.is_visible() for one in numbers.all())
    pieces = sheet.locator(".points:not(.limits):visible").evaluate_all(PIECES)
    assert pieces == [1] * len(pieces)
    assert pieces


@pytest.mark.parametrize("guide", WITH_ROLES[:3])
def test_a_link_opens_the_panel_of_one_role(page: Page, site_url: str, guide: str) -> None:
    chosen, *others = roles_of(guide)
    page.goto(f"{site_url}{library().guides[guide].page[1:]}#role-{chosen}")
    expect(page.locator(f"#role-{chosen}")).to_be_visible()
    for other in others:
        expect(page.locator(f"#role-{other}")).to_be_hidden()
    page.get_by_role("link", name="All roles").click()
    for role in roles_of(guide):
        expect(page.locator(f"#role-{role}")).to_be_visible()
    expect(page.get_by_role("link", name="All roles")).to_be_hidden()


def test_choosing_a_role_puts_it_into_the_address(page: Page, site_url: str) -> None:
    guide = WITH_ROLES[0]
    page.goto(f"{site_url}{library().guides[guide].page[1:]}")
    first = roles_of(guide)[0]
    page.locator(f"#role-{first} .role-name a").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#role-{first}")


@pytest.mark.parametrize("anchor", ["", "chosen"])
def test_without_a_script_every_role_stands_open(
    browser: Browser, site_url: str, anchor: str
) -> None:
    guide = WITH_ROLES[0]
    address = f"{site_url}{library().guides[guide].page[1:]}"
    with visit(browser, DESK, java_script_enabled=False) as page:
        page.goto(address + (f"#role-{roles_of(guide)[0]}" if anchor else ""))
        for role in roles_of(guide):
            expect(page.locator(f"#role-{role}")).to_be_visible()


def test_paper_holds_the_chosen_role_and_all_if_none_is_chosen(page: Page, site_url: str) -> None:
    guide = WITH_ROLES[0]
    address = f"{site_url}{library().guides[guide].page[1:]}"
    chosen, *others = roles_of(guide)
    lines = {
        in_address(one.role): one.text
        for one in library().points.values()
        if one.guide == guide and one.role
    }
    page.goto(address)
    plain = " ".join(paper(page).pages[0].extract_text().split())
    assert [line for line in lines.values() if line not in plain] == []
    page.goto("about:blank")
    page.goto(f"{address}#role-{chosen}")
    text = " ".join(paper(page).pages[0].extract_text().split())
    assert "In your role" in text
    assert lines[chosen] in text
    assert not [lines[other] for other in others if lines[other] in text]
