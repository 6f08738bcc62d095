"""A page on paper says what it is, how old it is and where the newest one stands."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from macros.records.days import day_words
from tests.browser.checks import FOLDED
from tests.browser.views import CHANGE_A_PAGE, GLOSSARY, TIMESCALES, WORRIED
from tests.conftest import ROOT, library
from tests.pages.built import soup
from tests.pages.test_vital import numbers as numbers_kept

RESOURCES = "about/resources/"
COLUMNS = "about/data/"
FIND = "worried-about-a-child/find/"
ON_PAPER = ("emergency", "mash", "out-of-hours")
PRINTED = ["", WORRIED, TIMESCALES, GLOSSARY, CHANGE_A_PAGE, RESOURCES]
BRIEFINGS = sorted(path.stem for path in (ROOT / "docs/reviews/briefings").glob("*.md"))
# Addresses of links to other sites that the page's own text holds, not a card or a side note.
ADDRESSES = """() => [...document.querySelectorAll("article .outside")]
  .filter((link) => !link.closest(".small, .card")).map((link) => link.getAttribute("href"))"""
SMALLEST_QR = 70  # pixels: 20 mm at most a third less, and a phone still reads it


def squeezed(text: str) -> str:
    """Without what a printed line adds: spaces, line ends, letters drawn as one."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def paper(page: Page) -> str:
    """The words of the page, printed on A4."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    for sheet in pdf.pages:
        assert round(float(sheet.mediabox.width)) in range(594, 597)
    return "\n".join(sheet.extract_text() for sheet in pdf.pages)


@pytest.mark.parametrize("name", PRINTED)
def test_paper_carries_the_code_the_day_and_the_short_address(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(site_url + name)
    text = paper(page)
    code = str(soup(name).select("main")[0]["data-version"])
    assert code.startswith(f"{library().addresses[f'/{name}'].code}-")
    assert library().pages[f"/{name}"].title.split(":")[0] in text
    assert f"Code {code}, reviewed {day_words(library().pages[f'/{name}'].reviewed)}" in text
    assert "Check it is current:" in text
    assert f"/go/{code}/" in squeezed(text)
    assert not re.search(r"^(Menu|Search|Close|On this page|#)$", text, re.MULTILINE)
    assert "Skip to main content" not in text


@pytest.mark.parametrize("name", [*PRINTED, "one-minute-guides/neglect/", "reviews/stephen/"])
def test_paper_says_whom_to_call_on_its_first_side(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + name)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    first = squeezed(pdf.pages[0].extract_text())
    numbers = [row["number"] for row in (numbers_kept()[one] for one in ON_PAPER)]
    assert [one for one in numbers if squeezed(one) not in first] == []


def test_each_further_side_says_whom_to_call_at_its_foot(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    _, *further = [squeezed(sheet.extract_text()) for sheet in pdf.pages]
    numbers = [squeezed(numbers_kept()[one]["number"]) for one in ON_PAPER]
    assert len(further) > 1
    for place, text in enumerate(further, 2):
        assert all(one in text for one in numbers)
        assert f"{place}of{len(pdf.pages)}" in text


WIDTHS = "(all) => all.map((one) => parseFloat(getComputedStyle(one).borderTopWidth))"


@pytest.mark.parametrize("name", [WORRIED, "one-minute-guides/neglect/"])
def test_paper_ranks_whom_to_call_without_colours(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + name)
    page.emulate_media(media="print")
    widths = page.locator(".care").evaluate_all(WIDTHS)
    assert widths == sorted(set(widths), reverse=True)
    text = squeezed(paper(page))
    assert text.index("Indanger999") < text.index(squeezed(library().pages[f"/{name}"].title))


# How thick the line under each place to write is, and how much room there is above it, in pixels.
LINES = """(all) => all.map((one) =>
  [parseFloat(getComputedStyle(one).borderBottomWidth), one.getBoundingClientRect().height])"""


@pytest.mark.parametrize("name", ["thresholds/consent/", RESOURCES])
def test_paper_shows_where_outside_links_lead(page: Page, site_url: str, name: str) -> None:
    page.goto(site_url + name)
    addresses = page.evaluate(ADDRESSES)
    text = squeezed(paper(page))
    assert addresses
    assert [one for one in addresses if squeezed(one) not in text] == []


@pytest.mark.parametrize("name", [WORRIED, f"{WORRIED}record/", "stag/agenda/", "stag/new-member/"])
def test_what_hangs_on_a_wall_or_goes_from_hand_to_hand_is_one_side(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(site_url + name)
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(pdf.pages) == 1
    text = squeezed(pdf.pages[0].extract_text())
    known = library().contacts
    for contact in ("emergency", "mash", "out-of-hours"):
        assert squeezed(str(known[contact].phone)) in text


def test_a_record_has_lines_to_write_on_that_printers_draw(page: Page, site_url: str) -> None:
    """Browsers leave backgrounds out when they print: a line is a border."""
    page.goto(f"{site_url}{WORRIED}record/")
    page.emulate_media(media="print")
    lines = page.locator(".record .rule").evaluate_all(LINES)
    assert len(lines) == 2 * page.locator(".record .label").count()
    assert all(width > 0 and height > 15 for width, height in lines)


@pytest.mark.parametrize("name", BRIEFINGS)
def test_a_briefing_is_two_sides_of_paper_at_most(page: Page, site_url: str, name: str) -> None:
    page.goto(f"{site_url}reviews/briefings/{name}/")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(pdf.pages) <= 2


def test_the_list_to_choose_a_pack_from_fills_no_paper(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}stag/pack/")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    assert len(pdf.pages) <= 2
    text = squeezed(paper(page))
    assert all(squeezed(pack.title) in text for pack in library().packs.values())


def test_where_a_line_was_read_is_said_once_on_paper(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}thresholds/consent/")
    page.emulate_media(media="print")
    for note in page.locator(".source-note:is(details)").all():
        expect(note.locator("summary")).not_to_be_visible()
        expect(note.locator("p")).to_be_visible()
        assert note.locator("p").inner_text().startswith("Source: ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_has_a_qr_code_in_black_on_white(page: Page, site_url: str, scheme: str) -> None:
    page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
    page.goto(site_url + WORRIED)
    drawing = page.locator(".paper .qr svg")
    expect(drawing).to_be_visible()
    box = drawing.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= SMALLEST_QR
    colours = drawing.locator("path").last.evaluate(
        "(path) => [getComputedStyle(path).stroke, getComputedStyle(path).fill]"
    )
    assert "rgb(0, 0, 0)" in colours
    back = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert back == "rgb(255, 255, 255)"


def test_what_is_folded_on_a_screen_stands_open_on_paper(page: Page, site_url: str) -> None:
    """Without scripts, tests/browser/test_every_page.py looks at every page so."""
    page.emulate_media(media="print")
    for name in (COLUMNS, TIMESCALES, "worried-about-a-child/reasons/"):
        page.goto(site_url + name)
        assert page.locator("details:not([open])").count(), name
        assert page.evaluate(FOLDED) == [], name


def test_all_concerns_are_a_list_on_paper_and_those_that_were_chosen_stand_whole(
    page: Page, site_url: str
) -> None:
    """Whole, they would fill some seventy sides."""
    page.emulate_media(media="print")
    page.goto(site_url + FIND)
    lines, routes = page.locator(".concern summary"), page.locator(".concern p:last-child")
    assert lines.count() == lines.filter(visible=True).count() == len(library().concerns)
    assert lines.filter(has=page.locator("[data-card]:visible")).count() == lines.count()
    assert routes.filter(visible=True).count() == 0
    page.emulate_media(media="screen")
    page.get_by_label("What you saw or heard").fill("bruise baby")
    expect(page.locator("form[data-asked]")).to_be_visible()
    page.emulate_media(media="print")
    shown = lines.filter(visible=True).count()
    assert 0 < shown == routes.filter(visible=True).count()


def test_paper_has_every_column_of_the_data(page: Page, site_url: str) -> None:
    page.goto(site_url + COLUMNS)
    text = squeezed(paper(page))
    columns = soup(COLUMNS).select("article details :is(dt, dd)")
    assert len(columns) > 100
    assert [one for one in columns if squeezed(one.get_text()) not in text] == []


def test_the_screen_shows_nothing_that_is_for_paper(page: Page, site_url: str) -> None:
    page.goto(site_url + WORRIED)
    expect(page.locator(".paper")).to_be_hidden()
