"""What search knows besides the pages: other words for a thing, and answers in one line."""

from collections import defaultdict

from macros.checks.names import Headings, folded, same_names
from macros.library import Library
from macros.publishing.script_json import compact
from macros.publishing.search_answers import CONTACTS, GLOSSARY, answers, contact_names


def files(library: Library) -> dict[str, bytes]:
    """By path: what the browser is given, and what the index takes for each page."""
    words = {
        "same": same_names(library.glossary),
        "said": _said(library),
        "answers": answers(library),
        "topics": {topic.id: topic.name for topic in library.topics.values()},
        "place": folded(library.ours.place).split(),
    }
    return {"search/words.json": compact(words), "search/page-words.json": compact(_pages(library))}


def _said(library: Library) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in library.vocabulary.values():
        found.setdefault(folded(word.said), []).append(folded(word.meant))
    return found


def _pages(library: Library) -> dict[str, dict[str, str]]:
    """By address: words said for the page's subject, and the concerns that lead to it."""
    headings = Headings(library.pages)
    words, asked = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for word in library.vocabulary.values():
        for address in headings.subjects(word.meant):
            words[address].append(folded(word.said))
    for group in same_names(library.glossary):
        about = {address for name in group for address in headings.subjects(name)}
        # A term that no page is about is explained in the glossary
        for address in about or {GLOSSARY}:
            words[address] += group
    for contact in library.contacts.values():
        words[CONTACTS] += contact_names(library, contact)
    for concern in library.concerns.values():
        asked[library.guides[concern.guide].page].append(concern.concern)
    return {
        address: {
            "words": " ".join(dict.fromkeys(words[address])),
            "asked": " ".join(asked[address]),
        }
        for address in sorted({*words, *asked})
    }
