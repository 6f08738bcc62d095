"""What the text of a page may become, and what is said of anything else."""

import re
from typing import NamedTuple

from macros.records.fields import TYPED_LIMIT, TYPED_PHONE

ALLOWED = {
    **dict.fromkeys(("h2", "h3", "h4"), frozenset({"id"})),
    **dict.fromkeys(
        ("p", "ul", "ol", "li", "blockquote", "strong", "em", "br", "hr", "pre"), frozenset()
    ),
    "a": frozenset({"href"}),
    "code": frozenset({"class"}),
}
"""The elements that a page's own text may become, each with its attributes."""
IN_THE_GUIDE = re.compile(r"(?:\.\./|[a-z0-9-]+/)*(?:[a-z0-9-]+\.md)?(?:#[a-z0-9-]+)?")


class Fault(NamedTuple):
    """What was found, what was wanted, and how to mend it."""

    found: str
    wanted: str
    fix: str


NOT_A_TEXT = {
    "h1": Fault(
        "a main heading",
        "section headings (##) only",
        "The title in the header is the main heading.",
    ),
    "table": Fault(
        "a typed table",
        "a table from data",
        "Put the rows into a file in data/ and call its macro.",
    ),
    "img": Fault("a picture", "words", "Say in words what it shows: a page carries no pictures."),
}
TYPED_LINK = Fault(
    "a typed web address",
    "the link from its row",
    'Add a row to data/links.csv and write {{ link("its-id") }}.',
)
IN_WORDS = (
    (re.compile(r"\b(?:https?:|www\.)|[^ @]@[^ @]+\.[a-z]"), TYPED_LINK),
    (
        TYPED_PHONE,
        Fault(
            "a typed telephone number",
            "the number from its row",
            'Write {{ phone("mash") }} with the contact\'s id.',
        ),
    ),
    (
        TYPED_LIMIT,
        Fault(
            "a typed time limit",
            "the limit from its row",
            'Write {{ limit("lado-report") }} with the id in data/timescales.csv.',
        ),
    ),
    (
        re.compile(r"(?<!\{)\{(?!\{)|(?<!\})\}(?!\})"),
        Fault(
            "a call with one brace",
            "two braces on each side",
            'Write it like this: {{ phone("mash") }}.',
        ),
    ),
    (
        re.compile(r"<[a-zA-Z/!?]"),
        Fault("HTML", "plain Markdown", "Markup lives in macros/drawing/templates/."),
    ),
)
IN_CODE = Fault(
    "a call inside code",
    "the call outside it",
    "To show how a call is typed, put {% raw %} before it and {% endraw %} after it.",
)
