"""The pages that are measured: as they were built, and ten times as many made of their words."""

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from selectolax.lexbor import LexborHTMLParser

from macros.publishing import search_index
from macros.publishing.finish import SAID
from macros.publishing.page_text import PageText, read

SEED = 20261122
OWN_LISTS = "search/"
"""Our search's own lists of every page: no engine but ours is made to search them."""


@dataclass(frozen=True)
class BuiltPage:
    """One built page: its main heading, its kind, its text as search reads it, its HTML."""

    title: str
    kind: str
    text: str
    html: str


def built(site: Path) -> dict[str, BuiltPage]:
    """Every page of a built site that has a header, by its address below the site's base."""
    html = _html(site)
    return {
        address: BuiltPage(
            reader.about["title"], reader.about["type"], _text(reader), html[f"{address}index.html"]
        )
        for address, reader in read(_parsed(html))
    }


def searched(site: Path) -> dict[str, BuiltPage]:
    """The pages that every engine searches."""
    return {name: page for name, page in built(site).items() if not name.startswith(OWN_LISTS)}


def grow(site: Path, times: int) -> None:
    """Add copies of each page, words shuffled and titles numbered, until there are `times` each.

    Our own index is built anew over all of them.
    """
    said = json.loads((site / SAID).read_text("utf-8"))
    chance = random.Random(SEED)  # noqa: S311 - the same copies each time, nothing secret
    for address, page in searched(site).items():
        for number, html in _copies(page, times, chance):
            folder = site / address / f"copy-{number}"
            folder.mkdir()
            (folder / "index.html").write_text(html, "utf-8")
            said[f"/{address}copy-{number}/"] = said.get(f"/{address}", {})
    for path, content in search_index.files(_parsed(_html(site)), said).items():
        (site / path).write_bytes(content)


def article(page: BuiltPage) -> str:
    """The article of a page as plain HTML, without what search leaves aside and what we add."""
    found = _main(BeautifulSoup(page.html, "html.parser")).find("article")
    assert isinstance(found, Tag)
    for added in found.select("[data-search-exclude], h1, .heading-link"):
        added.extract()
    found.name, found.attrs = "div", {}
    return str(found)


def _copies(page: BuiltPage, times: int, chance: random.Random) -> Iterator[tuple[int, str]]:
    soup = BeautifulSoup(page.html, "html.parser")
    main = _main(soup)
    for number in range(2, times + 1):
        _shuffle(main, chance)
        main["data-title"] = title = f"{page.title} {number}"
        for heading in main.find_all("h1"):
            heading.string = title
        yield number, str(soup)


def _shuffle(main: Tag, chance: random.Random) -> None:
    """Each word of the text in another place, as many in each place as before."""
    texts = [
        text
        for text in main.find_all(string=True)
        if text.strip() and not text.find_parent("h1") and not text.find_parent(_is_aside)
    ]
    words = " ".join(texts).split()
    chance.shuffle(words)
    left = iter(words)
    for text in texts:
        text.replace_with(f" {' '.join(islice(left, len(text.split())))} ")


def _is_aside(tag: Tag) -> bool:
    return tag.has_attr("data-search-exclude")


def _main(soup: BeautifulSoup) -> Tag:
    main = soup.find("main")
    assert isinstance(main, Tag)
    return main


def _parsed(pages: Mapping[str, str]) -> dict[str, LexborHTMLParser]:
    return {path: LexborHTMLParser(html) for path, html in pages.items()}


def _html(site: Path) -> dict[str, str]:
    paths = sorted(site.rglob("index.html"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in paths}


def _text(reader: PageText) -> str:
    return " ".join(word for part in reader.parts for word in (part.heading, *part.text))
