"""The models that lead what somebody tells to a page, and to a concern: worries in, files out.

They are learned anew only when what they learn from has changed: the last are kept in a folder
that git does not know.
"""

import hashlib
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from macros.checks import names
from macros.checks.names import Headings
from macros.library import Library
from macros.publishing import page_model, question_features, stems
from macros.publishing.page_model import Model, learned
from macros.publishing.question_features import features, kinds_by_word
from macros.publishing.script_json import codes, compact
from macros.records.concerns import FirstCall
from macros.records.pages import PageType

NOWHERE = "nowhere"
HARM, CALM = "harm", "calm"
MOST_SUBJECTS = 2  # pages that one word of the vocabulary may lead to
HARM_WEIGHTS, HARM_ROUGH = 6_000, 1
CONCERN_WEIGHTS = 12_000  # some 30 KiB for the phone
NO_HARM = Model((HARM,), {}, {})
MIDDLE = 80  # a weight of nought: less speaks against a page


def fingerprint(library: Library) -> str:
    """What the model is learned from, and how, in some digits."""
    rows = [repr(one) for one in (*_taught(library), *library.kinds.values())]
    cards = [f"{one.page} {one.card} {one.concern}" for one in library.worries.values()]
    how = [inspect.getsource(module) for module in (page_model, question_features, names, stems)]
    own = inspect.getsource(sys.modules[__name__])
    return hashlib.sha256("\n".join([*rows, *cards, *how, own]).encode()).hexdigest()[:16]


def search_model(library: Library) -> bytes:
    """The model as the phone reads it: labels, kinds of words, features with their weights."""
    kinds = kinds_by_word(library.kinds.values())
    pages = learned([(features(text, kinds), page) for text, page in _taught(library)])
    worries = [(features(one.worry, kinds), _harm(one.card)) for one in library.worries.values()]
    harm = learned(worries, HARM_WEIGHTS, pages.tells, HARM_ROUGH)
    return compact(
        {
            "pages": [page.lstrip("/") for page in pages.labels],
            "gentle": sorted(page.lstrip("/") for page in _gentle(library)),
            "kinds": kinds,
            "weights": _written(pages, harm),
        }
    )


def concern_model(library: Library) -> bytes:
    """Which concern fits, as the phone reads it: by words and kinds alone, pairs add nothing."""
    kinds = kinds_by_word(library.kinds.values())
    told = [(one.worry, one.concern) for one in library.worries.values() if one.concern]
    told += [(one.concern, one.id) for one in library.concerns.values()]
    words = [({one for one in features(text, kinds) if " " not in one}, of) for text, of in told]
    concerns = learned(words, CONCERN_WEIGHTS)
    return compact({"concerns": concerns.labels, "weights": _written(concerns, NO_HARM)})


MODELS: Mapping[str, Callable[[Library], bytes]] = {
    "model": search_model,
    "concerns": concern_model,
}
"""By the name of its file, how each is made."""


def _taught(library: Library) -> Iterator[tuple[str, str]]:
    """Every text that leads to a page: worries, concerns, headings, and words that people say."""
    for worry in library.worries.values():
        yield worry.worry, worry.page or NOWHERE
    for concern in library.concerns.values():
        yield concern.concern, library.guides[concern.guide].page
    for page in library.pages.values():
        yield from ((text, page.address) for text in (page.title, page.summary))
    headings = Headings(library.pages)
    for word in library.vocabulary.values():
        for address in headings.subjects(word.meant)[:MOST_SUBJECTS]:
            yield word.said, address


def _harm(card: FirstCall | None) -> str:
    return HARM if card in (FirstCall.EMERGENCY, FirstCall.MASH) else CALM


def _gentle(library: Library) -> list[str]:
    """Pages that never come before one about harm, for somebody who fears it: by their worries."""
    cards: dict[str, list[str]] = {address: [] for address in library.pages}
    for worry in library.worries.values():
        if worry.page:
            cards[worry.page].append(_harm(worry.card))
    urgent = {page.address for page in library.pages.values() if page.type is PageType.ACT_NOW}
    return [
        address
        for address, found in cards.items()
        if address not in urgent and found.count(HARM) * 2 <= len(found)
    ]


def _written(model: Model, harm: Model) -> dict[str, str]:
    """The weights in columns, which pack well.

    Of each feature what it says, how much it tells, how far it speaks of harm and how many labels
    it has; of each label its distance from the one before, and its weight.
    """
    label = list(harm.labels).index(HARM) if HARM in harm.labels else -1  # a few rows tell no harm
    rows = sorted((feature, sorted(own.items())) for feature, own in model.weights.items())
    places = [[0, *(place for place, _ in own)] for _, own in rows]
    steps = (MIDDLE + step for _, own in rows for _, step in own)
    return {
        "features": "\n".join(feature for feature, _ in rows),
        "tells": codes(round(model.tells[feature] * 2) for feature, _ in rows),
        "harm": codes(MIDDLE + harm.weights.get(one, {}).get(label, 0) for one, _ in rows),
        "many": codes(len(own) for _, own in rows),
        "places": codes(after - before for own in places for before, after in pairwise(own)),
        "steps": codes(steps),
    }
