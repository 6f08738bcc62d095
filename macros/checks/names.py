"""How names are compared: by their plain words, whatever their marks, capitals or short forms."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from macros.records.glossary import Term
from macros.records.pages import Page

SECTION = re.compile(r"\b(?:s|sec|section) ?(\d{1,3})\b")
SAME_START = 5  # letters: bruise and bruising, neglect and neglected
SMALL = 4  # letters: shorter words of a heading say too little


@cache
def folded(text: str) -> str:
    """The text as search compares it: small plain letters and digits, s47 as section 47."""
    plain = unicodedata.normalize("NFKD", text.lower())
    plain = re.sub("[\u0300-\u036f\u2018\u2019']", "", plain)
    return SECTION.sub(r"section \1", " ".join(re.findall("[a-z0-9]+", plain)))


def same_names(glossary: Mapping[str, Term]) -> list[list[str]]:
    """Names of one thing, folded, from the glossary: the term, its full words, other spellings."""
    groups = ((term.term, term.expansion, *term.also) for term in glossary.values())
    found = (list(dict.fromkeys(folded(name) for name in names if name)) for names in groups)
    return [group for group in found if len(group) > 1]


def says(text: str, words: str) -> bool:
    """Whether a text says each of these words, in whatever form: abusive is said by abuse."""
    said = folded(text).split()
    starts = [word[:SMALL] for word in folded(words).split() if len(word) > len("in")]
    return all(any(word.startswith(start) for word in said) for start in starts)


class Headings:
    """The words of all pages' headings, in which the page that something is about is found."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        self.lengths = {page.address: len(page.title) for page in pages.values()}
        self.by_word: dict[str, set[str]] = {}
        for page in pages.values():
            for start in _starts(page.title):
                self.by_word.setdefault(start, set()).add(page.address)

    def subjects(self, meant: str) -> list[str]:
        """Addresses of the pages whose heading has every word of `meant`, the shortest first."""
        words = [word for word in folded(meant).split() if len(word) >= SMALL or word.isdigit()]
        each = [self.by_word.get(_start(word), set()) for word in words]
        found = set.intersection(*each) if each else set()
        return sorted(found, key=lambda address: (self.lengths[address], address))


def _start(word: str) -> str:
    return word if word.isdigit() else word[:SAME_START]


def _starts(heading: str) -> set[str]:
    """Each word as `meant` may begin it: bruis and brui stand for bruising."""
    words = folded(heading).split()
    return {word[:size] for word in words for size in (SMALL, SAME_START, len(word))}


def terms_by_name(glossary: Mapping[str, Term]) -> dict[str, Term]:
    """The glossary's terms under every name they have, folded."""
    return {
        folded(name): term
        for term in reversed(list(glossary.values()))
        for name in (term.term, term.expansion, *term.also)
        if name
    }
