"""The page on the guide's own health says what is so, and nothing of it is found by search."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from macros.calls.by_name import by_name
from macros.drawing.render import renderer
from macros.drawing.wording import FILTERS
from macros.health.rows import COUNTED_ON
from macros.library import load
from tests.conftest import SMALL_PROJECT, library, rows_held_back
from tests.pages.built import row_of, soup, text_of

PAGE = "about/health/"
ALMOST, LATE = date(2027, 1, 3), date(2027, 1, 4)
"""The last day on which the small project's first page was to be read through, and the next."""


def drawn(call: str, day: date) -> BeautifulSoup:
    """What a call draws of the small project on a day."""
    calls = by_name(load(SMALL_PROJECT, day), renderer("/", FILTERS))
    return BeautifulSoup(calls[call]("/about/"), "html.parser")


def test_a_page_past_its_review_stands_first_with_the_day_it_was_due() -> None:
    late = drawn("review_states", LATE).select("details")[0]
    assert text_of(late.summary).endswith("overdue")
    assert [link["href"] for link in late.select("a")] == ["../"]
    assert "by 3 January 2027" in text_of(late)
    assert not drawn("review_states", ALMOST).find("summary", string=lambda it: "overdue" in it)


def test_the_sentence_on_top_counts_the_same_overdue_pages_as_the_list() -> None:
    pages = len(load(SMALL_PROJECT, LATE).pages)
    for day, many in ((ALMOST, 0), (LATE, 1)):
        first = drawn("health_in_short", day).select("li")[0]
        assert text_of(first).startswith(f"{many} of {pages} pages are overdue")


def test_the_page_leads_to_every_number_limit_and_step_that_is_not_sure() -> None:
    listed = {text_of(link) for link in soup(PAGE).select("main a")}
    known = library()
    unsure = {
        str(getattr(row, name))
        for dataset, name in zip(COUNTED_ON, ("name", "action", "step"), strict=True)
        for row in known.dataset(dataset).values()
        if getattr(row, "confidence", "high") != "high"
    }
    assert unsure
    assert unsure <= listed


def test_the_page_counts_the_rows_that_are_held_back() -> None:
    assert f" {len(rows_held_back())} are held back." in text_of(soup(PAGE).select_one("main"))


def test_nothing_is_said_of_links_before_they_were_tried() -> None:
    page = text_of(soup(PAGE).select_one("main"))
    assert ("have not been tried yet" in page) == ("Not checked yet" in page)
    assert ("Not checked yet" in page) == (not library().link_checks)


def test_search_is_not_led_here_by_the_questions_that_it_missed() -> None:
    """A question that stands here word for word would find this page before the right one."""
    rows = soup(PAGE).select("[data-row^=missed_questions]")
    assert {row_of(row) for row in rows} == {
        f"missed_questions/{one}" for one in library().missed_questions
    }
    assert [row for row in rows if not row.find_parent(attrs={"data-search-exclude": True})] == []


@pytest.mark.parametrize("page", ["about/", "about/editorial-policy/"])
def test_readers_are_led_to_the_page(page: str) -> None:
    assert soup(page).select_one("main a[href$='health/']")
