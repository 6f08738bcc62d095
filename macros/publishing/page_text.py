"""Built pages as search reads them: what each says of itself, and its text part by part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

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


def read(pages: Mapping[str, str]) -> Iterator[tuple[str, Reader]]:
    """Each page that has a header, with its address below the site's base, in order."""
    for path, html in sorted(pages.items()):
        reader = Reader()
        reader.feed(html[html.find("<main") : html.find("</main>")])
        if "title" in reader.about:
            yield path.removesuffix("index.html"), reader
