"""A small linear model that leads a question to pages: learned from worries, read by the phone.

Multinomial logistic regression on weighed words (tf-idf), by stochastic gradient descent with
weight decay, averaged over its later rounds. Questions come in a fixed order, so the same rows give
the same file everywhere.
"""

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROUNDS, AVERAGED = 6, 3  # times that all questions are read; of these the last ones count
STEP, SLOWER = 2.0, 0.5  # how far a question moves a weight, and how that falls by the round
DECAY = 0.001  # the share of a weight that is forgotten, times the step, when its feature is seen
DOUBT = 0.01  # a page that is less likely than this is left as it is
# How often a word and a pair must be said: what a few rows say teaches little, and weighs much
WORD_TELLS, PAIR_TELLS = 2, 5
MOST_WEIGHTS = 50_000  # those worth most: some 75 KiB for the phone
ROUGH = 6  # units of log-odds to one step of a published weight
FURTHEST = 80  # steps that a published weight may have
Example = tuple[Set[str], str]
Floats = NDArray[np.float64]


class Model(NamedTuple):
    """Labels, how much each feature tells, and its weights by the label's place, in steps."""

    labels: Sequence[str]
    tells: Mapping[str, float]
    weights: Mapping[str, Mapping[int, int]]


class Row(NamedTuple):
    """A question as numbers: its features, what each counts in it, and the place of its label."""

    features: NDArray[np.intp]
    counts: Floats
    label: int


def learned(
    examples: Sequence[Example],
    most: int = MOST_WEIGHTS,
    told: Mapping[str, float] | None = None,
    rough: float = ROUGH,
) -> Model:
    """A model of these questions, each a set of features and its label.

    At most `most` weights are kept: strong ones, and those of what is often said. Where `told`
    is given, its features alone are looked at, and tell what it says.
    """
    many = Counter(feature for features, _ in examples for feature in features)
    told = _told(many, len(examples)) if told is None else told
    counts = Counter(label for _, label in examples)
    labels = sorted(counts, key=lambda label: (-counts[label], label))
    rows = _numbered(examples, list(told), labels, np.array(list(told.values())))
    weights = _averaged(rows, len(told), len(labels)) / rough
    often = np.sqrt([many[feature] for feature in told])[:, np.newaxis]
    return _published(labels, told, weights, abs(weights) * often, most)


def _told(many: Mapping[str, int], examples: int) -> dict[str, float]:
    return {
        feature: _rounded(math.log(1 + examples / count))
        for feature, count in sorted(many.items())
        if count >= (PAIR_TELLS if " " in feature else WORD_TELLS)
    }


def _in_order(examples: Sequence[Example]) -> list[Example]:
    """Mixed, by no chance: examples of one page must not come in a row."""
    return sorted(examples, key=lambda one: (zlib.crc32(" ".join(sorted(one[0])).encode()), one[1]))


def _rounded(number: float) -> float:
    return round(number * 2) / 2  # as much as shows; whatever the last digit of a logarithm is


def _numbered(
    examples: Sequence[Example], features: Sequence[str], labels: Sequence[str], tells: Floats
) -> list[Row]:
    numbers = {feature: number for number, feature in enumerate(features)}
    places = {label: place for place, label in enumerate(labels)}
    rows = []
    for said, label in _in_order(examples):
        own = np.array(sorted(numbers[one] for one in said if one in numbers), dtype=np.intp)
        counts = tells[own]
        rows.append(Row(own, counts / (np.sqrt((counts**2).sum()) or 1), places[label]))
    return rows


def _averaged(rows: Sequence[Row], features: int, labels: int) -> Floats:
    weights, total = np.zeros((features, labels)), np.zeros((features, labels))
    for turn in range(ROUNDS):
        for number, row in enumerate(rows):
            _learn(weights, row, STEP / (1 + SLOWER * (turn + number / len(rows))))
        if turn >= ROUNDS - AVERAGED:
            total += weights
    return total / AVERAGED


def _learn(weights: Floats, row: Row, step: float) -> None:
    own, counts = weights[row.features], row.counts[:, np.newaxis]
    scores = (own * counts).sum(axis=0)
    likely = np.exp(scores - scores.max())
    error = likely / likely.sum()
    error[row.label] -= 1
    error[abs(error) < DOUBT] = 0
    weights[row.features] = own - step * (counts * error + DECAY * own)


def _published(
    labels: Sequence[str], told: Mapping[str, float], weights: Floats, worth: Floats, most: int
) -> Model:
    """The weights that are worth most in whole steps; what tells nothing any more is left out."""
    strongest = np.argsort(-worth, axis=None, kind="stable")[:most]
    steps = np.zeros(weights.size)
    steps[strongest] = weights.ravel()[strongest]
    tells = np.array(list(told.values()))[:, np.newaxis]
    steps = np.clip(np.round(steps.reshape(weights.shape) * tells), -FURTHEST, FURTHEST)
    kept = {
        feature: {int(place): int(own[place]) for place in np.flatnonzero(own)}
        for feature, own in zip(told, steps, strict=True)
        if own.any()
    }
    return Model(labels, {feature: told[feature] for feature in kept}, kept)
