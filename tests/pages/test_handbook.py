"""The whole guide as one file opens without a network, leads nowhere wrong, prints with its day."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.records.days import day_words
from tests.browser.views import Heard
from tests.conftest import built_pages, library
from tests.pages.handbook import NO_CHAPTER, html_of, make

URL = "https://example.org/guide/"
FEW = ("", "worried-about-a-child/", "thresholds/timescales/", "one-minute-guides/neglect/")
CHAPTERS = [one for one in built_pages()[:-1] if not one.startswith(NO_CHAPTER)]


@pytest.fixture(scope="module")
def whole() -> BeautifulSoup:
    """The handbook of every page."""
    return BeautifulSoup(html_of(CHAPTERS, URL), "html.parser")


def test_the_file_holds_every_page_under_its_title(whole: BeautifulSoup) -> None:
    titles = [heading.get_text() for heading in whole.select("article > h3")]
    assert sorted(titles) == sorted(library().pages[f"/{one}"].title for one in CHAPTERS)


def test_every_link_of_the_file_leads_to_a_place_in_it_or_out_of_it(whole: BeautifulSoup) -> None:
    ids = [str(one["id"]) for one in whole.select("[id]")]
    assert len(set(ids)) == len(ids)
    links = {str(one["href"]) for one in whole.select("a[href]")}
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside - set(ids) == set()
    outside = {link for link in links if not link.startswith("#")}
    assert not [
        one for one in outside if not one.startswith(("https://", "http://", "tel:", "mailto:"))
    ]
    pages = {f"{URL}{one}" for one in CHAPTERS}
    assert pages & outside <= {f"{URL}about/whats-new/", f"{URL}about/check/"}


@pytest.fixture(scope="module")
def made(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The handbook of a few pages, and its print."""
    folder = tmp_path_factory.mktemp("handbook")
    make(browser, folder, FEW, URL)
    return folder


def test_the_file_opens_from_a_stick_and_asks_for_nothing(made: Path, page: Page) -> None:
    heard = Heard(page)
    page.goto((made / "handbook.html").as_uri())
    assert [one for one in heard.asked if not one.endswith("handbook.html")] == []
    assert heard.complaints == []
    assert page.locator("h1").evaluate("one => getComputedStyle(one).fontFamily") != "serif"
    expect(page.locator(".table thead th").first).to_have_css("text-align", "left")


def test_the_print_has_bookmarks_tags_and_its_day_on_every_sheet(made: Path) -> None:
    pdf: Any = PdfReader(made / "handbook.pdf")
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    day = day_words(library().today)
    assert [sheet for sheet in pdf.pages if f"A copy of {day}" not in sheet.extract_text()] == []
    bookmarks = set(names(pdf.outline))
    assert {library().pages[f"/{one}"].title for one in FEW} <= bookmarks
    file = BeautifulSoup((made / "handbook.html").read_text("utf-8"), "html.parser")
    headings = {" ".join(one.get_text().split()) for one in file.select("h1, h2, h3, h4, h5, h6")}
    assert bookmarks - headings == set(), "words are joined where a line ended"
    assert b"/StructElem" not in (made / "handbook.pdf").read_bytes(), "tags are not packed"


def names(outline: list[Any]) -> list[str]:
    """The name of every bookmark, however deep."""
    found: list[str] = []
    for one in outline:
        found += names(one) if isinstance(one, list) else [str(one["/Title"])]
    return found
