"""Rows that know their file and line, read from CSV files.

Nothing here knows what a field means; it only knows how a file can be damaged.
"""

import codecs
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.reading.problems import Problem

SAVE_AS = 'In the spreadsheet choose "Save as", then "CSV UTF-8 (comma delimited)".'
PAGE = ".md"
SAVE_PAGE_AS = "In the editor choose the encoding UTF-8 when you save."
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
    if not path.is_file():
        return _refused(name, 0, "no such file", "the file", "Put it back from the history.")
    text, problem = decoded(path.read_bytes(), name)
    problem = problem or _separator_problem(text, name)
    if problem:
        return Table(name, (), (), (problem,))
    records, problem = _split(text, name)
    if not records:
        none = Problem(name, 1, "", "an empty file", "column names", "Put back the first line.")
        return Table(name, (), (), (problem or none,))
    columns = tuple(cell.strip(ROUND) for cell in records[0][1])
    return _table(name, columns, records[1:], [problem] if problem else [])


def _refused(name: str, line: int, found: str, wanted: str, fix: str) -> Table:
    return Table(name, (), (), (Problem(name, line, "", found, wanted, fix),))


def decoded(content: bytes, name: str) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file, with or without a byte-order mark, or what is wrong with it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        content = b"\x00"
    fix = SAVE_PAGE_AS if name.endswith(PAGE) else SAVE_AS
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = "a character that is not UTF-8"
        return "", Problem(name, line, "", found, "a file saved as UTF-8", fix)
    if "\x00" in text:
        return "", Problem(name, 1, "", "a file saved as UTF-16", "a file saved as UTF-8", fix)
    return text, None


def _separator_problem(text: str, name: str) -> Problem | None:
    header = text.split("\n", 1)[0]
    for mark, word in ((";", "semicolons"), ("\t", "tabs")):
        if mark in header and "," not in header:
            fix = f'Cells are separated by {word}. {SAVE_AS} Or replace them with ","'
            return Problem(name, 1, "", f"{word} between the cells", "commas", fix + ".")
    return None


def _split(text: str, name: str) -> tuple[list[tuple[int, list[str]]], Problem | None]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                records.append((start, cells))
            start = reader.line_num + 1
    except csv.Error:
        fix = (
            'Look for a quotation mark (") that opens a cell and is not closed, '
            'or stands inside one; inside a quoted cell write it twice ("").'
        )
        found = "a quotation mark out of place"
        return records, Problem(name, start, "", found, "each cell's quotes in pairs", fix)
    return records, None


def _table(
    name: str,
    columns: tuple[str, ...],
    records: list[tuple[int, list[str]]],
    problems: list[Problem],
) -> Table:
    rows = []
    for line, cells in records:
        if len(cells) != len(columns):
            problems.append(_wrong_count(name, line, len(cells), len(columns)))
            continue
        values = {key: cell.strip(ROUND) for key, cell in zip(columns, cells, strict=True)}
        rows.append(Row(name, line, values, {}))
    return Table(name, columns, tuple(rows), tuple(problems))


def _wrong_count(name: str, line: int, found: int, wanted: int) -> Problem:
    short = "The row was cut short: put back the missing cells, empty ones included."
    long = (
        'A cell that holds a comma needs quotation marks: "Monday, Tuesday"'
        " (straight ones, not “ ”); or take away an extra comma at the end."
    )
    fix = short if found < wanted else long
    return Problem(name, line, "", f"{found} cells", f"{wanted} cells", fix)
