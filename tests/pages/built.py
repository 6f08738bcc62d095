"""The built pages as a person's tool reads them: each file is read once, for all tests."""

from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from macros.drawing.wording import in_address
from tests.conftest import SITE, built_pages

WRONG = built_pages()[-1]


def file_of(address: str) -> Path:
    """The file of a page; the page for a wrong address has its own."""
    return SITE / ("404.html" if address == WRONG else f"{address}index.html")


@cache
def soup_of(path: Path) -> BeautifulSoup:
    """What a file holds. It is shared: whoever wants to change it takes a copy."""
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def soup(address: str) -> BeautifulSoup:
    """What a page holds, by its address."""
    return soup_of(file_of(address))


def attributes(tag: str, attribute: str, of: BeautifulSoup | Tag) -> list[str]:
    """The values of an attribute on every such tag, in order."""
    return [str(one[attribute]) for one in of.find_all(tag, attrs={attribute: True})]


def row_of(place: Tag) -> str:
    """The row that a place shows. On long pages a concern's id says it, and a word itself."""
    if place["data-row"]:
        return str(place["data-row"])
    if place.has_attr("id"):
        return str(place["id"]).replace("concern-", "concerns/", 1)
    return f"vocabulary/{in_address(place.get_text().partition(':')[0])}"


def text_of(tag: Tag | None) -> str:
    """The words of a place, with single spaces; none where the place is missing."""
    return " ".join(tag.get_text(" ").split()) if tag else ""
