"""Which fields of a record name rows elsewhere, and what is left where those are not shown."""

from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Any, TypeVar, get_args

from macros.records.fields import Refers
from macros.records.record import Record

R = TypeVar("R", bound=Record)


def references(record: Record) -> Iterator[tuple[str, str, str]]:
    """Each (field, dataset, id) in which a record names a row of another dataset."""
    for field, dataset, _ in _naming(type(record)):
        value = getattr(record, field)
        words = value if isinstance(value, tuple) else (value,)
        yield from ((field, dataset, str(word)) for word in words if word)


def without(record: R, held: Mapping[str, Set[str]]) -> R:
    """The record naming no row that is held back, but where a name is all that the field has.

    `held` gives the ids of those rows by dataset. So whoever holds a number back need not find
    every row that names it first.
    """
    left: dict[str, object] = {}
    for field, dataset, least in _naming(type(record)):
        value, gone = getattr(record, field), held.get(dataset, frozenset())
        if isinstance(value, tuple):
            words = tuple(word for word in value if word not in gone)
            if least <= len(words) < len(value):
                left[field] = words
        elif value in gone and not least:
            left[field] = None
    return record.model_copy(update=left) if left else record


@cache
def _naming(model: type[Record]) -> list[tuple[str, str, int]]:
    """The fields of a record that name rows of another dataset, which, and how many at least."""
    fields = model.model_fields.items()
    return [(field, mark.dataset, _least(info)) for field, info in fields for mark in _marks(info)]


def _least(info: Any) -> int:
    least: int = max((getattr(mark, "min_length", 0) for mark in info.metadata), default=0)
    return max(least, int(info.is_required()))


def _marks(info: Any) -> list[Refers]:
    inner = [
        mark for part in get_args(info.annotation) for mark in getattr(part, "__metadata__", ())
    ]
    return [mark for mark in (*info.metadata, *inner) if isinstance(mark, Refers)]
