"""What somebody acts on in a page, in twelve digits: other words or numbers, other digits.

In it are the page's words and numbers, where its links leave the site for, and the law that is
changing for it. A call's name, a template's markup and the theme are not: a copy is no worse for
those. Nor is what says shortly what follows in full, nor the day: a page that nobody touched says
the same tomorrow.
"""

import hashlib
import html
import re
from collections.abc import Mapping

from macros.calls.rehearsal import Rehearsed
from macros.checks.contradictions import STANDING
from macros.drawing.wording import since_words
from macros.library import Library
from macros.records.law_changes import LawChange, by_date

DIGITS = 12
CALLS = re.compile(r"\{\{.*?\}\}")
SHORTLY = re.compile(r'<(\w+) class="shortly".*?</\1>', re.DOTALL)
TAGS = re.compile("<[^>]*>")
OUTSIDE = re.compile('href="(https?:[^"]*)"')


def fingerprints(library: Library, pages: Mapping[str, Rehearsed]) -> dict[str, str]:
    """The fingerprint of every page by its address."""
    numbers = [str(library.contacts[name].phone) for name in STANDING]
    laws = _laws(library)
    found = {}
    for address, rehearsed in pages.items():
        page = library.pages[address]
        own = _words(CALLS.sub("", library.bodies[address].text))
        outside = [link for piece in rehearsed.drawn for link in OUTSIDE.findall(piece)]
        said = [page.title, page.summary, *numbers, own, *map(_words, rehearsed.drawn)]
        said += [*outside, *laws.get(address, ())]
        found[address] = hashlib.sha256("\n".join(said).encode()).hexdigest()[:DIGITS]
    return found


def _laws(library: Library) -> dict[str, list[str]]:
    """The lines of the law that stand below each page, as they are told there."""
    found: dict[str, list[str]] = {}
    for row in by_date(library.law_changes.values()):
        for page in row.pages:
            found.setdefault(page, []).append(_law(row))
    return found


def _law(row: LawChange) -> str:
    return f"{row.title} ({since_words(row)})"


def _words(text: str) -> str:
    return " ".join(html.unescape(TAGS.sub(" ", SHORTLY.sub(" ", text))).split())
