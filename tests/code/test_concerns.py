"""Find by concern leads what people asked in public to a guide that fits, and is never too calm."""

import functools
import gzip
import json
import subprocess
from typing import Any, NamedTuple

import pytest

from macros.records.concerns import FirstCall
from tests.code.test_worries import (
    NO_WORRIES,
    PUBLIC,
    SHORT_NO_WORRIES,
    SHORT_WORRIES,
    lines_of,
)
from tests.conftest import ROOT, SITE, library

ASKED = ROOT / "tests/code/scripts/concerning.js"
CALMER = list(FirstCall)  # the most urgent first
BASE = "https://guide.test"
MOST_OF_A_MODEL = 40 * 1024
NAMED = ["knife", "drunk", "overdose"]  # lines for 999 and for the MASH tell of each
GOES_ON = ["dad is hitting mum right now", "stepdad hits the kids, its happening now"]


class Told(NamedTuple):
    """A worry that names a card, the guides with concerns that answer it, and what was found."""

    guides: set[str]
    card: FirstCall
    found: list[str]
    sure: bool

    @property
    def place(self) -> int | None:
        """Where the first concern of a right guide stands, from 0."""
        led = [library().concerns[one].guide in self.guides for one in self.found]
        return led.index(True) if True in led else None


@functools.cache
def told(name: str = PUBLIC) -> list[Told]:
    """Each worry of a list that tells a card and is answered by a guide with concerns here."""
    with_concerns = {one.guide for one in library().concerns.values()}
    by_page = {library().guides[one].page: one for one in with_concerns}
    asked = []
    for text, pages, card in lines_of(name):
        guides = {by_page[page] for page in pages.split(" | ") if page in by_page}
        if card and guides:
            asked.append((text, guides, FirstCall(card)))
    answers = _answers([text for text, *_ in asked])
    return [
        Told(guides, card, answer["order"], answer["sure"])
        for (_, guides, card), answer in zip(asked, answers, strict=True)
    ]


def _answers(questions: list[str]) -> list[dict[str, Any]]:
    lines = [
        {
            "id": one.id,
            "title": one.concern,
            "guide": BASE + library().guides[one.guide].page,
            "card": one.card,
        }
        for one in library().concerns.values()
    ]
    asked = json.dumps({"lines": lines, "questions": questions})
    ran = subprocess.run(
        ["node", str(ASKED)], input=asked.encode(), capture_output=True, check=True
    )
    found: list[dict[str, Any]] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("name", [PUBLIC, SHORT_WORRIES])
def test_a_concern_of_a_right_guide_comes_first_or_soon(name: str) -> None:
    places = [one.place for one in told(name)]
    assert len(places) > 150
    assert places.count(0) / len(places) >= 0.75
    assert sum(place in (0, 1, 2) for place in places) / len(places) >= 0.9


def test_few_lines_stand_under_what_is_no_worry_and_some_under_every_worry() -> None:
    for name, least in ((NO_WORRIES, 0.7), (SHORT_NO_WORRIES, 0.66)):
        answers = _answers([line[0] for line in lines_of(name)])
        assert not any(one["sure"] for one in answers)
        assert sum(not one["order"] for one in answers) / len(answers) > least, name
    assert all(one.found for name in (PUBLIC, SHORT_WORRIES) for one in told(name))


def test_the_first_concern_is_seldom_calmer_than_the_worry() -> None:
    calmer = [
        one
        for one in told()
        if one.found
        and CALMER.index(library().concerns[one.found[0]].card) > CALMER.index(one.card)
    ]
    assert len(calmer) / len(told()) <= 0.03


def test_where_find_is_sure_it_is_seldom_wrong() -> None:
    sure = [one for one in told() if one.sure]
    assert len(sure) / len(told()) > 0.35
    assert sum(one.place != 0 for one in sure) / len(told()) < 0.03


def test_no_calm_line_leads_where_find_is_not_sure() -> None:
    unsure = [one.found for one in told() if not one.sure and one.found]
    calm = [cards for cards in map(_cards, unsure) if cards[0] is FirstCall.TALK]
    assert len(unsure) > 50
    assert all(set(cards[:3]) == {FirstCall.TALK} for cards in calm)


def _cards(found: list[str]) -> list[FirstCall]:
    return [library().concerns[one].card for one in found]


def test_a_word_that_only_names_a_danger_leads_to_999_first() -> None:
    for word, answer in zip(NAMED, _answers(NAMED), strict=True):
        assert library().concerns[answer["order"][0]].card is FirstCall.EMERGENCY, word


def test_harm_that_goes_on_now_leads_to_999_first() -> None:
    for words, answer in zip(GOES_ON, _answers(GOES_ON), strict=True):
        assert library().concerns[answer["order"][0]].card is FirstCall.EMERGENCY, words


def test_what_find_loads_besides_is_light() -> None:
    model = (SITE / "search/concerns.json").read_bytes()
    assert len(gzip.compress(model, 9, mtime=0)) <= MOST_OF_A_MODEL
