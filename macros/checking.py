"""Rows become records here, and pydantic's complaints become words for an editor."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from macros.problems import Problem, quoted
from macros.records import Record
from macros.rows import Row, Table

R = TypeVar("R", bound=Record)
Wanted = tuple[str, str]


def checked(table: Table, model: type[R]) -> tuple[dict[str, R], dict[str, Row], list[Problem]]:
    """Records by id in the file's order, the row of each, and every problem of the table."""
    problems = [*table.problems, *_column_problems(table, model)]
    records: dict[str, R] = {}
    rows: dict[str, Row] = {}
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
        return None, [_problem(row, model, fault) for fault in error.errors(include_url=False)]


def _lists(row: Row, model: type[Record]) -> Iterator[Problem]:
    for name, info in model.model_fields.items():
        cell = row.cells.get(name, "")
        if isinstance(cell, tuple) and get_origin(info.annotation) is not tuple:
            fix = f"Take it out of the square brackets. {info.description}."
            yield Problem(row.file, row.line_of(name), name, "a list", "one value", fix)


def _columns_fit(table: Table, model: type[Record]) -> bool:
    return sorted(table.columns) == sorted(model.model_fields)


def _column_problems(table: Table, model: type[Record]) -> Iterator[Problem]:
    known = model.columns()
    if not table.columns:
        return
    wanted = f"the columns {', '.join(known)}"
    for name in table.columns:
        if name not in known:
            fix = "Correct the name in the first line, or remove the column."
            found = f"a column {quoted(name)}" if name else "a column without a name"
            yield Problem(table.file, 1, name, found, wanted, fix)
        elif table.columns.count(name) > 1:
            fix = "Remove one of the two."
            yield Problem(table.file, 1, name, f"the column {quoted(name)} twice", wanted, fix)
    for name in known:
        if name not in table.columns:
            yield Problem(table.file, 1, name, f"no column {quoted(name)}", wanted, "Put it back.")


def _repeated(row: Row, key: str, name: str, line: int) -> Problem:
    fix = f"It is already used in line {line}. Give the new row an id of its own."
    return Problem(row.file, row.line_of(key), key, quoted(name) + " again", "each id once", fix)


def _problem(row: Row, model: type[Record], fault: ErrorDetails) -> Problem:
    field = str(fault["loc"][0]) if fault["loc"] else ""
    wanted, fix = _words(fault, model, field)
    cell = row.cells.get(field, "") if field else "a row that does not agree with itself"
    text = cell if isinstance(cell, str) else "; ".join(cell)
    found = quoted(text) if field else text
    return Problem(row.file, row.line_of(field), field, found, wanted, fix)


def _words(fault: ErrorDetails, model: type[Record], field: str) -> Wanted:
    context = fault.get("ctx", {})
    return PLAIN[fault["type"]](context, _help(model, field))


def _help(model: type[Record], field: str) -> str:
    known = model.model_fields.get(field)
    return (known.description or "") if known else ""


def _closed_list(context: dict[str, Any], help_text: str) -> Wanted:
    words = str(context["expected"]).replace("'", "").replace(" or ", ", ")
    return f"one of: {words}", f"{help_text}. Use one of these words exactly.".lstrip(". ")


PLAIN: dict[str, Callable[[dict[str, Any], str], Wanted]] = {
    "plain": lambda context, _: (context["wanted"], context["fix"]),
    "missing": lambda _, help_text: (f"a value ({help_text})", "Fill in the cell."),
    "enum": _closed_list,
    "extra_forbidden": lambda _, __: ("no such name", "Correct the name, or remove it."),
    "int_parsing": lambda _, help_text: ("a whole number in digits", f"{help_text}."),
    "int_parsing_size": lambda _, help_text: ("a whole number in digits", f"{help_text}."),
    "greater_than": lambda context, help_text: (f"a number above {context['gt']}", f"{help_text}."),
    "string_too_long": lambda context, help_text: (
        f"{context['max_length']} characters at most",
        f"Shorten it. {help_text}.",
    ),
    "too_short": lambda _, help_text: ("at least one word", f"{help_text}."),
}
"""Every kind of error that our records can raise; a test holds that none is missing."""
