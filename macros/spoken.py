"""How names are compared: by their plain words, whatever their marks, capitals or short forms."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from macros.glossary import Term
from macros.pages import Page

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


def subjects(pages: Mapping[str, Page], meant: str) -> list[str]:
    """Addresses of the pages whose heading has every word of `meant`, shortest heading first."""
    words = [word for word in folded(meant).split() if len(word) >= SMALL or word.isdigit()]
    found = [
        (len(page.title), page.address)
        for page in pages.values()
        if words and all(_begins(word, folded(page.title).split()) for word in words)
    ]
    return [address for _, address in sorted(found)]


def _begins(word: str, heading: Iterable[str]) -> bool:
    start = word if word.isdigit() else word[:SAME_START]
    return any(one == word or (len(one) >= SMALL and one.startswith(start)) for one in heading)


def term_named(glossary: Mapping[str, Term], meant: str) -> Term | None:
    """The glossary's term that has this name, however it is written."""
    name = folded(meant)
    for term in glossary.values():
        if name in {folded(one) for one in (term.term, term.expansion, *term.also)}:
            return term
    return None
