"""What Markdown adds to a page's own text: marked terms and a link on every heading."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from macros.library import Library
from macros.records.record import YesNo

HEADINGS = frozenset({"h2", "h3", "h4"})
UNMARKED = frozenset({"a", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "abbr"})
AFTER_CONTENTS = 1
FIRST_OF_ALL = 15


class Meaning(NamedTuple):
    """What a marked term leads to: its id in the glossary, its full words, and a sentence."""

    id: str
    expansion: str
    sentence: str


def meanings(library: Library) -> dict[str, Meaning]:
    """What each term that pages mark leads to, by the term as it is written."""
    terms = [term for term in library.glossary.values() if term.mark is YesNo.YES]
    return {term.term: Meaning(term.id, term.expansion, term.meaning) for term in terms}


class Prose(Extension):
    """Marks the first use of each term, lists their meanings, and links each heading to itself.

    `terms` gives the meaning of each term, exactly as it is written.
    """

    def __init__(self, terms: Mapping[str, Meaning], **options: Any) -> None:
        super().__init__(**options)
        self.terms = terms

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Register both steps: terms before inline text is final, links after the contents list."""
        md.treeprocessors.register(TermMarker(md, self.terms), "terms", FIRST_OF_ALL)
        md.treeprocessors.register(HeadingLinks(md), "heading_links", AFTER_CONTENTS)


class TermMarker(Treeprocessor):
    """Turns the first use of each term into a link to its meaning at the end of the page."""

    def __init__(self, md: Markdown, terms: Mapping[str, Meaning]) -> None:
        super().__init__(md)
        self.terms = terms
        longest_first = sorted(terms, key=lambda term: (-len(term), term))
        words = "|".join(re.escape(term) for term in longest_first)
        whole_words = rf"(?<![\w-])(?:{words})(?![\w-])"
        self.pattern = re.compile(whole_words) if words else None

    def run(self, root: Element) -> None:
        """Mark the terms of one page, in the order of its text, and end it with their meanings."""
        seen: dict[str, str] = {}
        if self.pattern:
            self._mark(root, seen)
        if seen:
            root.append(self._meanings(seen))

    def _mark(self, parent: Element, seen: dict[str, str]) -> None:
        if parent.tag in UNMARKED:
            return
        parent.text = self._split(parent, 0, parent.text, seen)
        for child in list(parent):
            self._mark(child, seen)
            place = list(parent).index(child) + 1
            child.tail = self._split(parent, place, child.tail, seen)

    def _split(
        self, parent: Element, place: int, text: str | None, seen: dict[str, str]
    ) -> str | None:
        """Put links into `parent` from `place` on; returns the text that stays before them."""
        before, links = text, list[Element]()
        for start, end, term in self._first_uses(text or "", seen):
            link = Element("a", {"class": "term", "href": f"#term-{self.terms[term].id}"})
            link.text, link.tail = term, (text or "")[end:]
            if links:
                links[-1].tail = (links[-1].tail or "")[: start - len(text or "")]
            else:
                before = (text or "")[:start]
            links.append(link)
        for offset, link in enumerate(links):
            parent.insert(place + offset, link)
        return before

    def _first_uses(self, text: str, seen: dict[str, str]) -> Iterator[tuple[int, int, str]]:
        for found in self.pattern.finditer(text) if self.pattern else ():
            name = self.terms[found.group()].id
            if name not in seen:
                seen[name] = found.group()
                yield found.start(), found.end(), found.group()

    def _meanings(self, seen: dict[str, str]) -> Element:
        """The list at the end of the page that the marked terms lead to."""
        block = Element("div", {"class": "words", "data-search-exclude": ""})
        SubElement(block, "p", {"class": "menu-title"}).text = "Words used on this page"
        words = SubElement(block, "dl")
        for name, term in sorted(seen.items(), key=lambda pair: pair[1].casefold()):
            entry = SubElement(words, "div", {"id": f"term-{name}"})
            SubElement(entry, "dt").text = AtomicString(term)
            meaning = self.terms[term]
            full = f"{meaning.expansion}. " if meaning.expansion else ""
            SubElement(entry, "dd").text = AtomicString(full + meaning.sentence)
        return block


class HeadingLinks(Treeprocessor):
    """Puts a link to itself beside each heading, named after it."""

    def run(self, root: Element) -> None:
        """Wrap every heading that has an id, so that its own text stays clean."""
        for parent in list(root.iter()):
            for place, heading in enumerate(list(parent)):
                if heading.tag in HEADINGS and heading.get("id"):
                    parent[place] = _with_link(heading)


def _with_link(heading: Element) -> Element:
    wrap = Element("div", {"class": "heading"})
    wrap.tail, heading.tail = heading.tail, None
    wrap.append(heading)
    words = "".join(heading.itertext())
    link = SubElement(wrap, "a", {"class": "heading-link", "href": f"#{heading.get('id')}"})
    link.set("aria-label", f"Link to this section: {words}")
    link.text = "link"
    return wrap
