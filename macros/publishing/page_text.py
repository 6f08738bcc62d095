"""Built pages as search reads them: what each says of itself, and its text part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

CARDS = {"emergency": ".care-999", "mash": ".care-mash"}
OWN = "li[data-row^='points/']"
# What the hub is called for everywhere stands above every result; what 999 is for, in full.
TOLD = {"emergency": "li", "mash": OWN}
NO_TEXT = frozenset({"script", "style", "svg", "template"})


@dataclass
class Part:
    """One stretch of a page: its anchor (empty for the top), heading and text."""

    anchor: str
    heading: str = ""
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class PageText:
    """What a built page says of itself, when to call whom, and its main text part by part.

    Of a call, on a page with lines of its own: its card, that card's heading, and its lines.
    """

    about: Mapping[str, str]
    calls: list[tuple[str, str, list[str]]]
    parts: list[Part]


def read(pages: Mapping[str, LexborHTMLParser]) -> Iterator[tuple[str, PageText]]:
    """Each page that has a header, with its address below the site's base, in order."""
    for path, page in sorted(pages.items()):
        main = page.css_first("main")
        if main and "data-title" in main.attributes:
            values = main.attributes.items()
            about = {name[5:]: value or "" for name, value in values if name.startswith("data-")}
            parts = [Part("")]
            _gather(main, parts)
            yield path.removesuffix("index.html"), PageText(about, list(_calls(main)), parts)


def _calls(main: LexborNode) -> Iterator[tuple[str, str, list[str]]]:
    for name, place in CARDS.items() if main.css(f".care {OWN}") else ():
        for card in main.css(place):
            head, lines = card.css_first(".care-head"), card.css(TOLD[name])
            if head and lines:
                yield name, head.text().removesuffix(":"), [line.text() for line in lines]


def _gather(node: LexborNode, parts: list[Part]) -> None:
    """Add what stands in an element to the last part; a heading of level two begins another."""
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            words = child.text_content.strip() if child.text_content else ""
            if words:
                parts[-1].text.append(words)
        elif tag in NO_TEXT or "data-search-exclude" in child.attributes:
            continue
        elif tag == "h2":
            heading = "".join(part.strip() for part in _texts(child))
            parts.append(Part(child.attributes.get("id") or "", heading))
        else:
            _gather(child, parts)


def _texts(node: LexborNode) -> Iterator[str]:
    for child in node.traverse(include_text=True):
        if child.tag == "-text":
            yield child.text_content or ""
