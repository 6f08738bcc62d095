"""The search index, built from the pages as they are published.

Two indexes of one set of documents: `small` holds titles, summaries and headings and is loaded when
search opens; `full` adds the text and is loaded after it. `pages` holds what a result shows.
A document is a page, or a part of a page under a second-level heading.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from lunr import lunr

SMALL = ("title", "heading", "summary", "words")
BOOSTS = {"title": 8, "heading": 6, "summary": 3, "words": 4, "text": 1}
NO_TEXT = frozenset({"script", "style", "svg", "template"})
VOID = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "source", "wbr", "col", "area", "embed"}
)


@dataclass
class Part:
    """One stretch of a page: its anchor (empty for the top), heading and text."""

    anchor: str
    heading: str = ""
    text: list[str] = field(default_factory=list)


@dataclass
class Reader(HTMLParser):
    """Reads one built page: what it says of itself, and its main text part by part."""

    about: dict[str, str] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=lambda: [Part("")])
    stack: list[tuple[str, bool]] = field(default_factory=list)
    in_heading: bool = False

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow the main text in and out of what search leaves aside."""
        values = dict(attrs)
        if tag == "main":
            self.about = {k[5:]: v or "" for k, v in values.items() if k.startswith("data-")}
        if tag in VOID:
            return
        reading = self.stack[-1][1] if self.stack else False
        reading = (reading or tag == "main") and "data-search-exclude" not in values
        self.stack.append((tag, reading and tag not in NO_TEXT))
        if tag == "h2" and self.stack[-1][1]:
            self.parts.append(Part(values.get("id") or ""))
            self.in_heading = True

    def handle_endtag(self, tag: str) -> None:
        """Close the element, and any that were left open inside it."""
        self.in_heading = self.in_heading and tag != "h2"
        while self.stack and self.stack.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep the text of the part that is being read."""
        if not (self.stack and self.stack[-1][1]) or not data.strip():
            return
        if self.in_heading:
            self.parts[-1].heading += data.strip()
        else:
            self.parts[-1].text.append(data.strip())


def files(pages: Mapping[str, str]) -> dict[str, bytes]:
    """The two indexes and the list of pages, by path; `pages` is built HTML by path."""
    read = {address: reader for address, reader in _read(pages) if "title" in reader.about}
    documents = [
        entry for address, reader in sorted(read.items()) for entry in _documents(address, reader)
    ]
    shown = [_shown(address, reader) for address, reader in sorted(read.items())]
    return {
        "search/small.json": _index(documents, SMALL),
        "search/full.json": _index(documents, (*SMALL, "text")),
        "search/pages.json": _json(shown),
    }


def _read(pages: Mapping[str, str]) -> Iterator[tuple[str, Reader]]:
    for path, html in pages.items():
        reader = Reader()
        reader.feed(html)
        yield path.removesuffix("index.html"), reader


def _documents(address: str, reader: Reader) -> Iterator[dict[str, str]]:
    about = reader.about
    for part in reader.parts:
        whole = not part.anchor
        yield {
            "ref": f"{address}#{part.anchor}" if part.anchor else address,
            "title": about["title"] if whole else "",
            "heading": part.heading,
            "summary": about["summary"] if whole else "",
            "words": about["words"] if whole else "",
            "text": " ".join(part.text),
        }


def _shown(address: str, reader: Reader) -> dict[str, Any]:
    about = reader.about
    return {
        "address": address,
        "title": about["title"],
        "summary": about["summary"],
        "type": about["type"],
        "reviewed": about["reviewed"],
        "parts": {part.anchor: part.heading for part in reader.parts if part.anchor},
    }


def _index(documents: list[dict[str, str]], fields: tuple[str, ...]) -> bytes:
    chosen = [{"field_name": name, "boost": BOOSTS[name]} for name in fields]
    kept = ("ref", *fields)
    return _json(
        lunr("ref", chosen, [{name: one[name] for name in kept} for one in documents]).serialize()
    )


def _json(value: Any) -> bytes:
    return (
        json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
    ).encode()
