"""Rows that know their file and line, read from CSV files.

Nothing here knows what a field means; it only knows how a file can be damaged.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.reading.file_text import PAGE, SAVE_AS, text_of
from macros.reading.problems import Problem
from macros.records.damage import LONGEST

NO_EMPTY_COLUMNS = "Take the commas away; in a spreadsheet delete the empty columns at the right."
ROUND = " \t\r\n"
"""What may stand around a cell and does no harm."""
Cells = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class Row:
    """One row or page header. `lines` gives the line of each cell; `line` that of the row."""

    file: str
    line: int
    cells: Cells
    lines: Mapping[str, int]

    @property
    def in_page(self) -> bool:
        """Whether it is the header of a page, which nobody opens in a spreadsheet."""
        return self.file.endswith(PAGE)

    def line_of(self, field: str) -> int:
        """The line to look at for this field, counted from 1."""
        return self.lines.get(field, self.line)


@dataclass(frozen=True)
class Table:
    """The rows of one file under its column names, and what was wrong with the file."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_csv(path: Path, name: str) -> Table:
    """Read one CSV file. `name` is how messages call it. Never raises for damaged content."""
    text, problem = text_of(path, name)
    faults = [problem] if problem else list(_separator_problems(text, name, 1))
    if faults:
        return Table(name, (), (), tuple(faults))
    records, problem = _split(text, name)
    if not records:
        none = Problem(name, 1, "", "an empty file", "column names", "Put back the first line.")
        return Table(name, (), (), (problem or none,))
    columns = tuple(cell.strip(ROUND) for cell in records[0][1])
    return _table(name, columns, records[1:], [problem] if problem else [])


def _separator_problems(text: str, name: str, line: int) -> Iterator[Problem]:
    header, _, below = text.partition("\n")
    if re.match('"?sep=', header, re.IGNORECASE):
        found, fix = f"a line {header.strip()}", "Take it out: a spreadsheet put it there."
        yield Problem(name, line, "", found, "the column names in the first line", fix)
        yield from _separator_problems(below, name, line + 1)
        return
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if mark in header and "," not in header:
            fix = f'Cells are separated by {word}. {SAVE_AS} Or replace them with ",".'
            yield Problem(name, line, "", f"{word} between the cells", "commas", fix)


def _split(text: str, name: str) -> tuple[list[tuple[int, list[str]]], Problem | None]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        if "larger than field limit" in str(error):
            return records, _too_large(name, start)
        fix = (
            'Look for a quotation mark (") that opens a cell and is not closed, '
            'or stands inside one; inside a quoted cell write it twice ("").'
        )
        found = "a quotation mark out of place"
        return records, Problem(name, start, "", found, "each cell's quotes in pairs", fix)
    return records, None


def _too_large(name: str, line: int) -> Problem:
    found, wanted = f"a cell of more than {csv.field_size_limit():,} characters", f"{LONGEST:,}"
    fix = "Shorten it. Or a quotation mark opens here and is not closed."
    return Problem(name, line, "", found, f"{wanted} at most", fix)


def _table(
    name: str,
    columns: tuple[str, ...],
    records: list[tuple[int, list[str]]],
    problems: list[Problem],
) -> Table:
    named, longest = len(columns), {len(cells) for _, cells in records}
    if len(longest) == 1 < len(records) and _blank(records, named):
        columns += ("",) * (longest.pop() - named)
        named = len(columns)
    while named > 1 and not columns[named - 1] and _blank(records, named - 1):
        named -= 1
    if named < len(columns):
        found, wanted = "commas after the last column name", "no comma at the end of a line"
        problems.append(Problem(name, 1, "", found, wanted, NO_EMPTY_COLUMNS))
    rows = []
    for line, cells in records:
        if len(cells) != len(columns):
            problems.append(_wrong_count(name, line, len(cells), len(columns)))
            continue
        values = {key: cell.strip(ROUND) for key, cell in zip(columns, cells, strict=True)}
        if values == {key: key for key in columns}:
            found, wanted = "the column names again", "a row"
            problems.append(Problem(name, line, "", found, wanted, "Take this line out."))
            continue
        rows.append(Row(name, line, {key: values[key] for key in columns[:named]}, {}))
    return Table(name, columns[:named], tuple(rows), tuple(problems))


def _blank(records: list[tuple[int, list[str]]], column: int) -> bool:
    """Whether no row has anything in this column or after it."""
    return not any(cell.strip() for _, cells in records for cell in cells[column:])


def _wrong_count(name: str, line: int, found: int, wanted: int) -> Problem:
    short = "The row was cut short: put back the missing cells, empty ones included."
    long = (
        'A cell that holds a comma needs quotation marks: "Monday, Tuesday"'
        " (straight ones, not “ ”); or take away an extra comma at the end."
    )
    fix = short if found < wanted else long
    return Problem(name, line, "", f"{found} cells", f"{wanted} cells", fix)
