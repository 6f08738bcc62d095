"""What somebody acts on in a page, in twelve digits: other words or numbers, other digits.

A call's name, a template's markup and the theme are not in it: a copy is no worse for those.
"""

import hashlib
import html
import re
from collections.abc import Mapping

from macros.calls.rehearsal import Rehearsed
from macros.checks.contradictions import STANDING
from macros.library import Library

DIGITS = 12
CALLS = re.compile(r"\{\{.*?\}\}")
TAGS = re.compile("<[^>]*>")


def fingerprints(library: Library, pages: Mapping[str, Rehearsed]) -> dict[str, str]:
    """The fingerprint of every page by its address."""
    numbers = [str(library.contacts[name].phone) for name in STANDING]
    found = {}
    for address, rehearsed in pages.items():
        page = library.pages[address]
        own = _words(CALLS.sub("", library.bodies[address].text))
        said = [page.title, page.summary, *numbers, own, *map(_words, rehearsed.drawn)]
        found[address] = hashlib.sha256("\n".join(said).encode()).hexdigest()[:DIGITS]
    return found


def _words(text: str) -> str:
    return " ".join(html.unescape(TAGS.sub(" ", text)).split())
