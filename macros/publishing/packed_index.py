"""A search index in columns, which pack well; search/index.js puts it together again.

lunr writes every word of a document twice, once for each way to look it up. Here it stands once.
"""

from collections.abc import Mapping
from itertools import chain, pairwise
from typing import Any

from macros.publishing.script_json import codes

Vectors = Mapping[str, list[tuple[int, int]]]


def packed(serialized: Mapping[str, Any]) -> dict[str, Any]:
    """An index as lunr serializes it, whose documents are numbered from 0, in columns.

    `terms` are in lunr's order. For each field: how many terms each document has, of each term its
    distance from the one before, and how much it tells, a whole number.
    """
    numbers = {
        entry["_index"]: place for place, (_, entry) in enumerate(serialized["invertedIndex"])
    }
    vectors = {
        name: sorted(
            (numbers[term], round(weight))
            for term, weight in zip(vector[::2], vector[1::2], strict=True)
        )
        for name, vector in serialized["fieldVectors"]
    }
    fields = serialized["fields"]
    return {
        "version": serialized["version"],
        "pipeline": serialized["pipeline"],
        "terms": "\n".join(term for term, _ in serialized["invertedIndex"]),
        "columns": {field: _columns(vectors, field) for field in fields},
    }


def _columns(vectors: Vectors, field: str) -> list[str]:
    """How many, distances and weights, one document after the other, as characters."""
    many = sum(name.startswith(f"{field}/") for name in vectors)
    own = [vectors[f"{field}/{number}"] for number in range(many)]
    return [
        codes(len(one) for one in own),
        codes(chain.from_iterable(_steps(one) for one in own)),
        codes(weight for one in own for _, weight in one),
    ]


def _steps(vector: list[tuple[int, int]]) -> list[int]:
    """Each term's distance from the one before, the first one's from nought."""
    places = [0, *(term for term, _ in vector)]
    return [after - before for before, after in pairwise(places)]
