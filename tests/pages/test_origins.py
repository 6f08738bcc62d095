"""An editor who sees something wrong on a page is led to the line that says it."""

import re

import pytest
from bs4 import Tag

from tests.conftest import ROOT, built_pages, library
from tests.pages.built import WRONG, row_of, soup

PAGES = [page for page in built_pages() if page != WRONG]
OF_THE_SITE = ("sections/",)


def origins(page: str) -> Tag:
    """The list to which the end of a page leads."""
    link = soup(page).select_one(".review a:-soup-contains('Change this page')")
    assert link is not None
    code = library().addresses[f"/{page}"].code
    assert str(link["href"]).endswith(f"go/{code}/rows/")
    listed = soup(f"go/{code}/rows/").main
    assert listed is not None
    return listed


def named(page: str) -> set[str]:
    """Each row in a page's list, after it is found at the line that the list gives."""
    found = set()
    for file in origins(page).select("li:has(> ul)"):
        name = re.match(r"[\w/.-]+", file.get_text()).group()  # type: ignore[union-attr]
        lines = (ROOT / name).read_text("utf-8").splitlines()
        for row in file.select("li"):
            line, key = re.fullmatch(r"line (\d+): (\S+)", row.get_text()).groups()  # type: ignore[union-attr]
            assert lines[int(line) - 1].split(",")[0].strip('"') == key
            found.add(f"{name.removeprefix('data/').removesuffix('.csv')}/{key}")
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_lists_its_file_and_each_row_that_it_shows_at_its_line(page: str) -> None:
    shown = {row_of(one) for one in soup(page).select("article [data-row]")}
    assert {row for row in shown if not row.startswith(OF_THE_SITE)} <= named(page)
    own = origins(page).select_one("li")
    assert own is not None
    assert (ROOT / own.get_text().partition(":")[0]).is_file()


def test_a_row_that_only_a_sentence_names_is_listed_too() -> None:
    assert {"contacts/mash", "links/mash-consent"} <= named("thresholds/consent/")


def test_a_guide_lists_the_row_that_names_its_contacts_and_limits() -> None:
    assert "guides/neglect" in named("one-minute-guides/neglect/")
