"""What a question is made of for the model of pages: stems, kinds of things, and pairs of either.

theme/assets/scripts/search/model.js reads questions in the same way; a test holds both together.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from macros.checks.names import folded
from macros.publishing.stems import stem
from macros.records.worries import Kind


def kinds_by_word(kinds: Iterable[Kind]) -> dict[str, list[str]]:
    """The kinds of each word, as marks that no word can be: `#1`, `#2` and so on."""
    found: dict[str, list[str]] = {}
    for number, kind in enumerate(kinds, 1):
        for word in kind.words:
            found.setdefault(word, []).append(f"#{number}")
    return found


def features(text: str, kinds: Mapping[str, list[str]]) -> set[str]:
    """Everything that a question is made of, each once."""
    return set(_features(folded(text).split(), kinds))


def _features(words: list[str], kinds: Mapping[str, list[str]]) -> Iterator[str]:
    stems = [stem(word) for word in words]
    marks = [mark for word in words for mark in kinds.get(word, ())]
    yield from stems
    yield from marks
    for one, other in (*pairwise(stems), *pairwise(marks)):
        yield f"{one} {other}"
