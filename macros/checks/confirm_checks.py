"""Whether each question for somebody outside is about rows that are there, and still open."""

from collections.abc import Iterator

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.health import ToConfirm
from macros.records.record import Confidence, Sourced, held_back

FILE = "to_confirm"


def confirm_faults(data: Datasets) -> Iterator[Problem]:
    """Questions about rows that do not exist, and questions of which every row is sure by now."""
    for one in data.records[FILE].values():
        rows = [name.partition("/")[::2] for name in one.rows]
        if any(dataset in data.broken for dataset, _ in rows):
            continue
        missing = [row for row in rows if row[1] not in data.rows.get(row[0], {})]
        yield from (_missing(data, one, "/".join(row)) for row in missing)
        if not missing and all(_settled(data, *row) for row in rows):
            yield _answered(data, one)


def _settled(data: Datasets, dataset: str, key: str) -> bool:
    row = data.records[dataset].get(key)
    sure = isinstance(row, Sourced) and row.confidence is Confidence.HIGH
    return sure and not held_back(row)


def _missing(data: Datasets, one: ToConfirm, name: str) -> Problem:
    row = data.rows[FILE][one.id]
    fix = "Name a file of data/ and an id in it; or take the row out of the question."
    return Problem(row.file, row.line_of("rows"), "rows", quoted(name), "a row that exists", fix)


def _answered(data: Datasets, one: ToConfirm) -> Problem:
    row = data.rows[FILE][one.id]
    fix = "Each of its rows is sure by now: take the question out."
    wanted = "a row that is not sure yet, or is held back"
    return Problem(row.file, row.line_of("rows"), "rows", quoted("; ".join(one.rows)), wanted, fix)
