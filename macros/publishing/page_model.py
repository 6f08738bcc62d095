"""A small linear model that leads a question to pages: learned from worries, read by the phone.

Online passive-aggressive learning, averaged (Crammer and others, 2006, PA-I): each question moves
the weights of its own page up and of the best wrong page down, only as far as it must. It is plain
arithmetic in a fixed order, so the same rows give the same file everywhere.
"""

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

ROUNDS = 4
AT_MOST = 0.5  # how far one question may move a weight: some rows are odd
# How often a word and a pair must be said: what a few rows say teaches little, and weighs much
WORD_TELLS, PAIR_TELLS = 2, 5
MOST_WEIGHTS = 36_500  # the strongest ones: some 75 KiB for the phone
Example = tuple[Set[str], str]
Weights = dict[str, dict[int, float]]


class Model(NamedTuple):
    """Labels, how much each feature tells, and its weights by the label's place."""

    labels: Sequence[str]
    tells: Mapping[str, float]
    weights: Mapping[str, Mapping[int, int]]


def learned(examples: Sequence[Example], most: int = MOST_WEIGHTS) -> Model:
    """A model of these questions, each a set of features and its label; `most` weights are kept."""
    many = Counter(feature for features, _ in examples for feature in features)
    told = {
        feature: _rounded(math.log(1 + len(examples) / count))
        for feature, count in many.items()
        if count >= (PAIR_TELLS if " " in feature else WORD_TELLS)
    }
    counts = Counter(label for _, label in examples)
    labels = sorted(counts, key=lambda label: (-counts[label], label))
    places = {label: place for place, label in enumerate(labels)}
    rows = [(_vector(features, told), places[label]) for features, label in _in_order(examples)]
    return _published(labels, told, _averaged(rows, told, len(labels)), most)


def _in_order(examples: Sequence[Example]) -> list[Example]:
    """Mixed, by no chance: examples of one page must not come in a row."""
    return sorted(examples, key=lambda one: (zlib.crc32(" ".join(sorted(one[0])).encode()), one[1]))


def _rounded(number: float) -> float:
    return round(number * 8) / 8  # whatever the last digit of this machine's logarithm is


def _vector(features: Set[str], told: Mapping[str, float]) -> list[tuple[str, float]]:
    known = sorted(features & told.keys())
    length = math.sqrt(sum(told[one] ** 2 for one in known)) or 1
    return [(one, told[one] / length) for one in known]


def _averaged(
    rows: Sequence[tuple[list[tuple[str, float]], int]], told: Mapping[str, float], many: int
) -> Weights:
    weights: Weights = {feature: {} for feature in told}
    sums: Weights = {feature: {} for feature in told}
    clock = 1
    for _ in range(ROUNDS):
        for vector, right in rows:
            _learn(weights, sums, clock, vector, right, many)
            clock += 1
    for feature, own in weights.items():
        for place in own:
            own[place] -= sums[feature][place] / clock
    return weights


def _learn(
    weights: Weights,
    sums: Weights,
    clock: int,
    vector: list[tuple[str, float]],
    right: int,
    many: int,
) -> None:
    scores = [0.0] * many
    for feature, value in vector:
        for place, weight in weights[feature].items():
            scores[place] += weight * value
    own, scores[right] = scores[right], -math.inf
    wrong = max(range(many), key=scores.__getitem__)
    step = min(AT_MOST, (1 - own + scores[wrong]) / 2)
    if step <= 0:
        return
    for feature, value in vector:
        for place, change in ((right, step * value), (wrong, -step * value)):
            weights[feature][place] = weights[feature].get(place, 0) + change
            sums[feature][place] = sums[feature].get(place, 0) + clock * change


def _published(
    labels: Sequence[str], told: Mapping[str, float], weights: Weights, most: int
) -> Model:
    """The strongest weights in whole steps; what tells nothing any more is left out."""
    steps = (
        (feature, place, round(weight * told[feature]))
        for feature, own in weights.items()
        for place, weight in own.items()
    )
    strongest = sorted(
        (one for one in steps if one[2]), key=lambda one: (-abs(one[2]), one[0], one[1])
    )
    kept: dict[str, dict[int, int]] = {}
    for feature, place, step in sorted(strongest[:most]):
        kept.setdefault(feature, {})[place] = step
    return Model(labels, {feature: told[feature] for feature in kept}, kept)
