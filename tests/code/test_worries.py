"""Worried people's own words lead to the right page, and search says where it is not sure."""

import functools
import gzip
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from macros.checks.names import folded
from macros.publishing.page_model import Example, learned
from macros.publishing.question_features import features, kinds_by_word
from macros.records.health import AskedIn
from tests.conftest import ROOT, SITE, library

QUESTIONS = ROOT / "tests/browser"
ANSWERING = ROOT / "tests/code/scripts/answering.js"
OWN = ("questions", "fresh-questions", "hard-questions")
PUBLIC, BLIND = "public-questions", "blind-questions"
NO_WORRIES = "no-worries"  # what people type here by mistake: no page is right
SHORT_WORRIES, SHORT_NO_WORRIES = "short-worries", "short-no-worries"  # for the list of concerns
WITH_PAGES = (PUBLIC, BLIND)  # the others name what a right title says
LISTS = {
    "questions": AskedIn.OWN,
    "hard-questions": AskedIn.HARD,
    "fresh-questions": AskedIn.FRESH,
    PUBLIC: AskedIn.PUBLIC,
    BLIND: AskedIn.BLIND,
}
MOST_OF_A_MODEL = 80 * 1024
STALE = 0.02  # how far what was written of search may be from what it does today
FINE = 0.01  # four questions weigh little
EXAMPLES: list[Example] = [
    ({"hungri", "fridg"}, "/neglect/"),
    ({"hungri", "lunch"}, "/neglect/"),
    ({"bruis", "babi"}, "/bruises/"),
    ({"bruis", "fridg"}, "/bruises/"),
]


def lines_of(name: str) -> list[list[str]]:
    text = (QUESTIONS / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


@functools.cache
def answers() -> dict[str, list[dict[str, Any]]]:
    """What the built search answers to every question, by file."""
    names = (*LISTS, NO_WORRIES)
    files = [str(QUESTIONS / f"{name}.tsv") for name in names]
    ran = subprocess.run(["node", str(ANSWERING), *files], capture_output=True, check=True)
    return dict(zip(names, json.loads(ran.stdout), strict=True))


def places(name: str) -> list[int | None]:
    """For each question the place of the first right page, from 0; None where none of three is."""
    found = []
    for line, answer in zip(lines_of(name), answers()[name], strict=True):
        if name in WITH_PAGES:
            right = [one in line[1].split(" | ") for one in answer["addresses"]]
        else:
            right = [bool(re.search(line[1], one, re.IGNORECASE)) for one in answer["titles"]]
        found.append(right.index(True) if True in right else None)
    return found


@pytest.mark.parametrize("name", LISTS)
def test_what_the_page_on_health_says_of_search_is_still_so(name: str) -> None:
    """Where it is not, `make health` measures anew."""
    written = library().measurements[f"{LISTS[name]}-first"]
    found = places(name)
    assert written.of == len(found)
    assert abs(written.value - found.count(0)) <= STALE * len(found)
    missed = [
        one.question for one in library().missed_questions.values() if one.asked_in is LISTS[name]
    ]
    assert len(missed) == written.of - written.value
    assert set(missed) <= {line[0] for line in lines_of(name)}


@pytest.mark.parametrize(
    ("name", "first", "in_three"),
    [
        ("questions", 0.94, 0.97),
        ("fresh-questions", 0.89, 0.95),
        ("hard-questions", 0.82, 0.90),
        (PUBLIC, 0.76, 0.90),
        (BLIND, 0.84, 0.94),
    ],
)
def test_the_right_page_comes_first_or_soon(name: str, first: float, in_three: float) -> None:
    found = places(name)
    assert sum(place == 0 for place in found) / len(found) >= first
    assert sum(place is not None for place in found) / len(found) >= in_three


@pytest.mark.parametrize("name", WITH_PAGES)
def test_where_search_says_how_far_pages_fit_it_is_seldom_wrong(name: str) -> None:
    fits = [one["fit"] for one in answers()[name]]
    found = list(zip(fits, places(name), strict=True))
    assert fits.count("first") / len(fits) > 0.4
    assert sum(fit == "first" and place != 0 for fit, place in found) / len(fits) < 0.03
    assert fits.count("none") / len(fits) < 0.25
    assert sum(fit == "three" and place is None for fit, place in found) / len(fits) < 0.03


def test_search_is_seldom_sure_of_a_page_where_there_is_no_worry() -> None:
    fits = [one["fit"] for one in answers()[NO_WORRIES] if one["addresses"]]
    asked = len(lines_of(NO_WORRIES))
    assert fits.count("first") / asked < 0.05
    assert fits.count("three") / asked < 0.15


def test_the_phone_reads_a_question_as_the_model_learned_it() -> None:
    kinds = kinds_by_word(library().kinds.values())
    for name in LISTS:
        for line, answer in zip(lines_of(name), answers()[name], strict=True):
            assert answer["features"] == sorted(features(line[0], kinds)), line[0]


def test_no_worry_is_a_question_of_a_test() -> None:
    names = (*LISTS, NO_WORRIES, SHORT_WORRIES, SHORT_NO_WORRIES)
    asked = {folded(line[0]) for name in names for line in lines_of(name)}
    assert [one.worry for one in library().worries.values() if folded(one.worry) in asked] == []


def test_every_guide_has_worries_of_more_than_one_kind_of_asker() -> None:
    askers: dict[str, set[str]] = {}
    for worry in library().worries.values():
        askers.setdefault(worry.page or "", set()).add(worry.asked_by)
    for guide in library().guides.values():
        assert len(askers.get(guide.page, ())) > 1, guide.page


def test_a_model_is_light_enough_for_a_weak_signal() -> None:
    model = (SITE / "search/model.json").read_bytes()
    assert len(gzip.compress(model, 9, mtime=0)) <= MOST_OF_A_MODEL


def test_a_model_learns_what_leads_where_and_forgets_what_is_rare() -> None:
    model = learned(EXAMPLES, rough=FINE)
    neglect, bruises = (model.labels.index(label) for label in ("/neglect/", "/bruises/"))
    assert model.weights["hungri"][neglect] > 0 > model.weights["hungri"][bruises]
    assert model.weights["bruis"][bruises] > 0 > model.weights["bruis"][neglect]
    assert "lunch" not in model.weights


def test_the_same_rows_give_the_same_model_in_whatever_order_they_come() -> None:
    assert learned(EXAMPLES, rough=FINE) == learned(EXAMPLES[::-1], rough=FINE)


def test_only_the_strongest_weights_are_kept() -> None:
    model = learned(EXAMPLES, 2, rough=FINE)
    assert sum(map(len, model.weights.values())) == 2


def test_the_model_that_is_kept_is_the_one_that_is_published() -> None:
    kept = list((ROOT / ".learned").glob("search-model-*.json"))
    assert [path.read_bytes() for path in kept] == [Path(SITE / "search/model.json").read_bytes()]
