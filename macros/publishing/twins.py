"""The Markdown twin of each page: the same words, for programs and for notes."""

from collections.abc import Iterator, Mapping
from datetime import date
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.publishing.markdown_line import words
from macros.publishing.markdown_text import blocks
from macros.records.days import day_words

TWIN = "index.md"


def files(pages: Mapping[str, LexborHTMLParser]) -> dict[str, bytes]:
    """The twin of each built page that has a header, by its path below the site."""
    out = {}
    for path, page in pages.items():
        main, canonical = page.css_first("main[data-title]"), page.css_first("link[rel=canonical]")
        if main and canonical:
            twin = "\n\n".join(_twin(page, main, canonical.attributes.get("href") or ""))
            out[path.removesuffix("index.html") + TWIN] = f"{twin}\n".encode()
    return out


def _twin(page: LexborHTMLParser, main: LexborNode, address: str) -> Iterator[str]:
    """Its title, what must be known of a copy, its text, and what the site says of itself."""
    title, *text = blocks(main, address)
    yield title
    yield "\n".join(f"- {fact}" for fact in _facts(page, main, address))
    yield from text
    for part in page.css(".foot .notice, .foot .licence"):
        yield words(part, address)


def _facts(page: LexborHTMLParser, main: LexborNode, address: str) -> Iterator[str]:
    for link in page.css(".act-line a"):
        yield words(link, address)
    reviewed = date.fromisoformat(main.attributes.get("data-reviewed") or "")
    version = main.attributes.get("data-version")
    home = page.css_first(".site-name")
    site = urljoin(address, (home.attributes.get("href") if home else "") or "/")
    yield f"Page: {address}"
    yield f"Reviewed {day_words(reviewed)}"
    yield f"Copy {version}: check it is current at {site}go/{version}/"
