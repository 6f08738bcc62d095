"""The text of a page, and what it must not hold, line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.records.fields import TYPED_LIMIT, TYPED_PHONE

WRONG_IN_BODY = (
    (
        re.compile(r"^#(?!#)|^=+\s*$"),
        "a main heading",
        "section headings (##) only",
        "The title in the header is the main heading.",
    ),
    (
        TYPED_PHONE,
        "a typed telephone number",
        "the number from its row",
        'Write {{ phone("mash") }} with the contact\'s id.',
    ),
    (
        TYPED_LIMIT,
        "a typed time limit",
        "the limit from its row",
        'Write {{ limit("lado-report") }} with the id in data/timescales.csv.',
    ),
    (
        re.compile(r"^\s*\|.*\|\s*$|^\s*:?-{3,}:?\s*\|"),
        "a typed table",
        "a table from data",
        "Put the rows into a file in data/ and call its macro.",
    ),
    (
        re.compile(r"^\s+\{\{"),
        "an indented macro",
        "the call at the start of its line",
        "A table or card inside a list loses its shape.",
    ),
    (
        re.compile(r"(?<!\{)\{ *[a-z_]+\("),
        "a call with one brace",
        "two braces on each side",
        'Write it like this: {{ phone("mash") }}.',
    ),
    (
        re.compile(r"\]\(\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE),
        "a typed web address",
        "the link from its row",
        'Add a row to data/links.csv and write {{ link("its-id") }}.',
    ),
    (
        re.compile(r"<[a-zA-Z/!]"),
        "HTML",
        "plain Markdown",
        "Markup lives in macros/drawing/templates/.",
    ),
)
Fault = tuple[int, str, str, str]


@dataclass(frozen=True)
class Body:
    """A page's text, and for each line of it the line of the page's file that it comes from."""

    file: str
    text: str
    lines: tuple[int, ...]

    def line_of(self, number: int) -> int:
        """The line of the file for a line of the text, both counted from 1."""
        return self.lines[number - 1]


def body(file: str, text: str, start: int) -> Body:
    """A text that stands in its file as it is, from the line `start` on."""
    return Body(file, text, tuple(range(start, start + text.count("\n") + 1)))


def faults_in(body: str) -> Iterator[Fault]:
    """What a page's text must not hold: (line from 0, found, wanted, how to mend it)."""
    fenced = False
    for number, line in enumerate(body.split("\n")):
        fenced ^= line.startswith("```") and "`" not in line[3:]
        if fenced:
            continue
        for pattern, found, wanted, fix in WRONG_IN_BODY:
            if pattern.search(line):
                yield number, found, wanted, fix
