"""What somebody acts on in a page, in twelve digits: other words or numbers, other digits.

A call's name, a template's markup and the theme are not in it: a copy is no worse for those.
"""

import hashlib
import html
import re
from collections.abc import Mapping

from macros.calls.by_name import Call
from macros.checks.contradictions import STANDING
from macros.library import Library
from macros.reading.page_body import Body
from macros.reading.page_calls import read_calls

DIGITS = 12
CALLS = re.compile(r"\{\{.*?\}\}")
TAGS = re.compile("<[^>]*>")


def fingerprints(library: Library, calls: Mapping[str, Call]) -> dict[str, str]:
    """The fingerprint of every page by its address."""
    numbers = [str(library.contacts[name].phone) for name in STANDING]
    found = {}
    for address, body in library.bodies.items():
        page = library.pages[address]
        said = [page.title, page.summary, *numbers, *_said(address, body, calls)]
        found[address] = hashlib.sha256("\n".join(said).encode()).hexdigest()[:DIGITS]
    return found


def _said(address: str, body: Body, calls: Mapping[str, Call]) -> list[str]:
    """The page's own sentences, and what its calls draw, as words without markup."""
    typed, _ = read_calls(body, calls)
    drawn = [calls[one.name](address, *one.words, **one.options) for one in typed]
    return [_words(CALLS.sub("", body.text)), *map(_words, drawn)]


def _words(text: str) -> str:
    return " ".join(html.unescape(TAGS.sub(" ", text)).split())
