"""What no row can know alone: that the ids it names exist and that their rows are published."""

from collections.abc import Iterator
from typing import Any, get_args

from macros.address_checks import address_faults
from macros.agreement import disagreements
from macros.fields import Refers
from macros.guide_checks import guide_faults
from macros.problems import Problem, joined, near, quoted
from macros.records import Record, held_back
from macros.rows import Row
from macros.shelves import Shelves

MOST_LISTED = 30


def crosschecked(shelves: Shelves) -> Iterator[Problem]:
    """Everything that rows say of one another and that is not so."""
    yield from _dangling(shelves)
    yield from address_faults(shelves)
    yield from disagreements(shelves)
    yield from guide_faults(shelves)


def _dangling(shelves: Shelves) -> Iterator[Problem]:
    """Words that should be the id of a row elsewhere, and are not."""
    for name, found in shelves.records.items():
        for key, record in found.items():
            for field, dataset, word in _references(record):
                target = shelves.records[dataset].get(word)
                row = shelves.rows[name][key]
                unread = word in shelves.rows[dataset] or dataset in shelves.broken
                if target is None and not unread:
                    several = isinstance(getattr(record, field), tuple)
                    yield _unknown(shelves, row, field, word, dataset, several=several)
                elif held_back(target) and not held_back(record):
                    yield _hidden(row, field, word, dataset)


def _hidden(row: Row, field: str, word: str, dataset: str) -> Problem:
    fix = f"That row of data/{dataset}.csv says publish: no. Name another, or leave this out."
    return Problem(
        row.file, row.line_of(field), field, quoted(word), "a row that is published", fix
    )


def _references(record: Record) -> Iterator[tuple[str, str, str]]:
    """Each (field, dataset, id) in which a record names a row of another dataset."""
    for field, info in type(record).model_fields.items():
        for mark in _marks(info):
            value = getattr(record, field)
            words = value if isinstance(value, tuple) else (value,)
            yield from ((field, mark.dataset, str(word)) for word in words if word)


def _marks(info: Any) -> list[Refers]:
    inner = [
        mark for part in get_args(info.annotation) for mark in getattr(part, "__metadata__", ())
    ]
    return [mark for mark in (*info.metadata, *inner) if isinstance(mark, Refers)]


def _unknown(
    shelves: Shelves, row: Row, field: str, word: str, dataset: str, *, several: bool
) -> Problem:
    known = list(shelves.published(dataset))
    where = "a page of this site" if dataset == "pages" else f"an id in data/{dataset}.csv"
    listed = f"Known are: {', '.join(known)}." if len(known) < MOST_LISTED else _look_up(dataset)
    hint = joined(word, in_page=row.in_page) if several else ""
    fix = (hint or near(word, known)) + listed
    if dataset == "pages" and word in shelves.rows["addresses"]:
        fix = "No page stands there any more. Name another, or put the page back."
    return Problem(row.file, row.line_of(field), field, quoted(word), where, fix)


def _look_up(dataset: str) -> str:
    return (
        "Copy it from the browser: what follows the site's name, with a slash at each end."
        if dataset == "pages"
        else "Look the id up there."
    )
