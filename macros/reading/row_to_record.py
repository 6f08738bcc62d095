"""Rows become records here, and pydantic's complaints become words for an editor."""

from collections.abc import Iterator
from typing import TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.reading.plain_words import PLAIN, Said
from macros.reading.problems import Problem, near, quoted
from macros.reading.rows import Row, Table
from macros.records.characters import shown
from macros.records.record import Record

MOST_WRONG_COLUMNS = 3  # told one by one; where most are wrong, the file is another
R = TypeVar("R", bound=Record)


def checked(
    table: Table, model: type[R], *, may_be_empty: bool = False
) -> tuple[dict[str, R], dict[str, Row], list[Problem]]:
    """Records by id in the file's order, the row of each, and every problem of the table."""
    records: dict[str, R] = {}
    rows: dict[str, Row] = {}
    other = _another_file(table, model)
    problems = [other] if other else [*table.problems, *_column_problems(table, model)]
    if problems and not _columns_fit(table, model):
        return records, rows, problems
    for row in table.rows:
        record, faults = record_of(row, model)
        problems += faults
        if record is None:
            rows.setdefault(str(row.cells[model.key]), row)
            continue
        name = str(getattr(record, model.key))
        if name in records:
            problems.append(_repeated(row, model.key, name, rows[name].line))
        records.setdefault(name, record)
        rows.setdefault(name, row)
    if not (table.problems or may_be_empty) and len(table.rows) < model.least:
        problems.append(_too_few(table, model.least))
    return records, rows, problems


def record_of(row: Row, model: type[R]) -> tuple[R | None, list[Problem]]:
    """The record of one row, or the problems that stopped it. An empty cell counts as absent."""
    lists = list(_lists(row, model))
    if lists:
        return None, lists
    cells = {name: cell for name, cell in row.cells.items() if cell}
    try:
        return model.model_validate(cells), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
    inside = {fault["loc"][0] for fault in faults if len(fault["loc"]) > 1}
    # A list whose only word is wrong is not empty as well
    told = [one for one in faults if one["type"] != "too_short" or one["loc"][0] not in inside]
    return None, [_problem(row, model, fault) for fault in told]


def _lists(row: Row, model: type[Record]) -> Iterator[Problem]:
    for name in model.typed():
        info = model.model_fields[name]
        cell = row.cells.get(name, "")
        if isinstance(cell, tuple) and get_origin(info.annotation) is not tuple:
            fix = f"Take it out of the square brackets. {info.description}."
            yield Problem(row.file, row.line_of(name), name, "a list", "one value", fix)


def _columns_fit(table: Table, model: type[Record]) -> bool:
    return sorted(table.columns) == sorted(model.typed())


def _another_file(table: Table, model: type[Record]) -> Problem | None:
    """One problem instead of many, where most columns are those of something else."""
    known, here = set(model.typed()), set(table.columns)
    wrong, shared = len(known ^ here), len(known & here)
    if not here or (shared and (wrong <= MOST_WRONG_COLUMNS or wrong * 2 <= shared)):
        return None
    found = f"what looks like another file: {quoted(','.join(table.columns))}"
    wanted = f"the columns {', '.join(model.typed())}"
    fix = "Put the file back from the history, with its first line."
    return Problem(table.file, 1, "", found, wanted, fix)


def _column_problems(table: Table, model: type[Record]) -> Iterator[Problem]:
    known = model.typed()
    if not table.columns:
        return
    wanted = f"the columns {', '.join(known)}"
    for name in table.columns:
        if name not in known:
            fix = near(name, known) + "Correct the name in the first line, or remove the column."
            found = f"a column {quoted(name)}" if name else "a column without a name"
            yield Problem(table.file, 1, shown(name), found, wanted, fix)
        elif table.columns.count(name) > 1:
            fix = "Remove one of the two."
            yield Problem(table.file, 1, name, f"the column {quoted(name)} twice", wanted, fix)
    for name in known:
        if name not in table.columns:
            yield Problem(table.file, 1, name, f"no column {quoted(name)}", wanted, "Put it back.")


def _too_few(table: Table, least: int) -> Problem:
    rows = len(table.rows) or "no"
    found = f"{rows} row{'s' * (rows != 1)}"
    fix = "The guide needs them: put the missing rows back from the history."
    return Problem(table.file, 0, "", found, f"at least {least}", fix)


def _repeated(row: Row, key: str, name: str, line: int) -> Problem:
    fix = f"It is already used in line {line}. Give the new row an id of its own."
    return Problem(row.file, row.line_of(key), key, quoted(name) + " again", "each id once", fix)


def _problem(row: Row, model: type[Record], fault: ErrorDetails) -> Problem:
    field, *place = map(str, fault["loc"] or ("",))
    text = _typed(row.cells.get(field, ""), place)
    wanted, fix = PLAIN[fault["type"]](
        Said(fault.get("ctx", {}), text, row.in_page, bool(place), field, model)
    )
    found = "nothing" if row.in_page and not text else quoted(text)
    if fault["type"] == "extra_forbidden":
        found = f"the name {quoted(field)}"
    if not field:
        found = "a row that does not agree with itself"
    return Problem(row.file, row.line_of(field), field, found, wanted, fix)


def _typed(cell: str | tuple[str, ...], place: list[str]) -> str:
    """What was typed: the whole cell, or the one of several words that is at fault."""
    parts = cell.split(";") if isinstance(cell, str) else cell
    if place:
        return [part.strip() for part in parts if part.strip()][int(place[0])]
    return cell if isinstance(cell, str) else "; ".join(cell)
