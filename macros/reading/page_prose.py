"""What the text of a page becomes: read as the build reads it, and held against a short list.

No pattern can say what Markdown will make of a line; the parser can. So a page is judged on the
elements, links and words that come out, and a fault is then looked for in the lines.
"""

import re
from collections import Counter
from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.reading.call_marks import BLOCK, WORDS, marked
from macros.reading.markdown_parser import parser
from macros.reading.page_rules import (
    ALLOWED,
    IN_CODE,
    IN_THE_GUIDE,
    IN_WORDS,
    NOT_A_TEXT,
    TYPED_LINK,
    Fault,
)
from macros.reading.problems import quoted
from macros.records.characters import hidden_characters

ANY_CALL = re.compile(r"\{\{.*?\}\}|[{}]", re.DOTALL)
MARKDOWN = parser()
INLINE = frozenset({"-text", "a", "code", "strong", "em", "br"})
NOT_JUDGED_ALONE = frozenset({"body", "thead", "tbody", "tr", "th", "td"})


def faults_in(text: str) -> list[tuple[int, Fault]]:
    """What a page's text must not become, each with the line it comes from, counted from 0."""
    lines = text.split("\n")
    found = Counter(_faults(text))
    places = {(line, fault) for fault, many in found.items() for line in _lines(lines, fault, many)}
    return sorted({*places, *_hidden(lines)})


def _hidden(lines: list[str]) -> Iterator[tuple[int, Fault]]:
    for number, line in enumerate(lines):
        for one in hidden_characters(line):
            found, fix = (
                f"a hidden {one.name}",
                "Delete the line's text around it and type it anew.",
            )
            yield number, Fault(found, "characters that can be seen", fix)


def _lines(lines: list[str], fault: Fault, many: int) -> Iterator[int]:
    """The first lines with which the text has the fault once, twice, and so on up to `many`."""
    seen = 0
    for number in range(len(lines)):
        now = Counter(_faults("\n".join(lines[: number + 1])))[fault]
        if now > seen:
            yield from [number] * (min(now, many) - seen)
            seen = now
        if seen >= many:
            return


def _faults(text: str) -> Iterator[Fault]:
    body = LexborHTMLParser(MARKDOWN.reset().convert(_with_marks(text))).body
    if not body:
        return
    for node in body.traverse():
        if node.tag not in NOT_JUDGED_ALONE:
            yield from _of_element(node)
    for words in _blocks(body):
        yield from (fault for pattern, fault in IN_WORDS if pattern.search(words))


def _with_marks(text: str) -> str:
    try:
        return marked(text)
    except TemplateSyntaxError:  # told where calls are read
        return ANY_CALL.sub("", text)


def _of_element(node: LexborNode) -> Iterator[Fault]:
    tag, attributes = node.tag or "", node.attributes
    more = attributes.keys() - ALLOWED.get(tag, frozenset())
    if tag in NOT_A_TEXT:
        yield NOT_A_TEXT[tag]
    elif tag not in ALLOWED or more:
        found = quoted(" ".join([tag, *sorted(more)]))
        yield Fault(found, "headings, sentences, lists and links only", "Say it in plain words.")
    if tag == "a":
        yield from _of_link(attributes.get("href") or "")
    if tag == "code" and {BLOCK, WORDS} & set(node.text()):
        yield IN_CODE


def _of_link(href: str) -> Iterator[Fault]:
    if re.search(r"^[^/]*:|^//|\\\\", href):
        yield TYPED_LINK
    elif not href or not IN_THE_GUIDE.fullmatch(href):
        fix = "Write the file of the page as this page reaches it: [Contacts](contacts.md)."
        yield Fault(f"a link to {quoted(href)}", "the file of a page of this guide", fix)


def _blocks(node: LexborNode) -> Iterator[str]:
    """The words of each block, but for blocks of code."""
    words = ""
    for child in node.iter(include_text=True):
        if child.tag == "pre":
            continue
        if child.tag in INLINE:
            words += child.text()
        else:
            yield " ".join(words.split())
            words = ""
            yield from _blocks(child)
    yield " ".join(words.split())
