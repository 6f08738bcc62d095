"""What golden cases cannot say of reading: any bytes, any cells, any number of faults."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.reading.headers import read_page
from macros.reading.problems import DataProblems, Problem, complaints, quoted, report
from macros.reading.rows import ROUND, Row, read_csv

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

NAME = "data/any.csv"
FOLDER = tempfile.TemporaryDirectory(prefix="rows-")
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(CELLS.filter(str.strip), min_size=width, max_size=width), min_size=1, max_size=5
    )
)
BROKEN_TEXT = st.text(st.sampled_from(",\";\t\r\n -:[]{}&*!|>%@`#'a\x00\x07\ufeffé"), max_size=60)
ANY_BYTES = (
    st.binary(max_size=80)
    | BROKEN_TEXT.map(str.encode)
    | BROKEN_TEXT.map(lambda text: text.encode("utf-16"))
)


def file_of(content: bytes) -> Path:
    """A file with this content; it lasts until the next is asked for."""
    path = Path(FOLDER.name) / "any"
    path.write_bytes(content)
    return path


def problem(line: int = 1, found: str = '"x"', field: str = "name") -> Problem:
    """A fault of which only what matters here is chosen."""
    return Problem("data/a.csv", line, field, found, "a word", "Mend it.")


@given(content=ANY_BYTES)
def test_any_bytes_are_a_table_or_a_problem(content: bytes) -> None:
    table = read_csv(file_of(content), NAME)
    assert table.columns or table.problems
    assert all(set(row.cells) == set(table.columns) for row in table.rows)
    assert all(one.file == NAME and one.found and one.wanted and one.fix for one in table.problems)


@given(content=ANY_BYTES)
def test_any_bytes_are_a_page_or_a_problem(content: bytes) -> None:
    row, _, line, problems = read_page(file_of(content), "docs/any.md")
    assert line >= 1
    assert row.cells or problems or b"---" in content
    assert all(one.found and one.wanted and one.fix for one in problems)


@given(header=BROKEN_TEXT)
def test_any_header_is_read_or_a_problem(header: str) -> None:
    content = f"---\n{header}\n---\nBody\n".encode()
    row, _, _, problems = read_page(file_of(content), "docs/any.md")
    assert all(isinstance(name, str) and "ScalarNode" not in name for name in row.cells)
    assert all(one.line >= 1 for one in problems)


@given(table=TABLES)
def test_cells_come_back_as_a_spreadsheet_wrote_them(table: list[list[str]]) -> None:
    columns = [f"column-{number}" for number in range(len(table[0]))]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([columns, *table])
    found = read_csv(file_of(out.getvalue().encode("utf-8-sig")), NAME)
    assert found.problems == ()
    assert [list(row.cells.values()) for row in found.rows] == [
        [cell.strip(ROUND) for cell in cells] for cells in table
    ]


def test_a_row_knows_the_line_it_begins_on() -> None:
    text = 'id,text\n\na,"one\ntwo\r\nthree"\nb,x\n'
    rows = read_csv(file_of(text.encode()), NAME).rows
    assert [(row.cells["id"], row.line) for row in rows] == [("a", 3), ("b", 6)]
    assert rows[0].cells["text"] == "one\ntwo\r\nthree"


def test_a_very_long_cell_is_no_traceback() -> None:
    table = read_csv(file_of(b"id,text\na," + b"x" * 200_000 + b"\n"), NAME)
    assert table.rows or table.problems


def test_rows_above_a_fault_are_still_read() -> None:
    table = read_csv(file_of(b'id,text\na,b\nc,"d\n'), NAME)
    assert [row.cells["id"] for row in table.rows] == ["a"]
    assert [one.line for one in table.problems] == [3]


def test_a_header_knows_the_line_of_each_name() -> None:
    text = "---\npage:\n  title: A\n  topics:\n    - b\n    - c\n---\nBody\n"
    row, body, line, _ = read_page(file_of(text.encode()), "docs/any.md")
    assert row.cells == {"title": "A", "topics": ("b", "c")}
    assert (row.line_of("title"), row.line_of("topics"), row.line_of("owner")) == (3, 4, 1)
    assert (body, line) == ("Body\n", 8)


def test_a_row_without_lines_of_its_own_gives_its_first() -> None:
    assert Row("data/a.csv", 7, {}, {"date": 9}).line_of("name") == 7
    assert Row("data/a.csv", 7, {}, {"date": 9}).line_of("date") == 9


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([0], "data/a.csv, name"),
        ([3], "data/a.csv, line 3, name"),
        ([5, 3], "data/a.csv, lines 3, 5, name"),
        (range(2, 10), "data/a.csv, lines 2, 3, 4, 5, 6, 7, 8, 9, name"),
        (range(2, 11), "data/a.csv, lines 2, 3, 4, 5, 6, 7, 8, 9 and 1 more, name"),
    ],
)
def test_lines_are_counted_out_up_to_eight(lines: list[int], words: str) -> None:
    (complaint,) = complaints(problem(line) for line in lines)
    assert complaint.where == words


def test_the_same_fault_keeps_what_was_found_first_and_counts_the_rest() -> None:
    (complaint,) = complaints([problem(4, '"y"'), problem(3, '"x"'), problem(5, '"x"')])
    assert complaint.found == '"x" (and 1 more)'


def test_faults_of_different_fields_stay_apart() -> None:
    found = complaints([problem(4, field="name"), problem(3, field="date")])
    assert [one.where for one in found] == ["data/a.csv, line 3, date", "data/a.csv, line 4, name"]


@given(st.lists(st.builds(problem, st.integers(0, 99), CELLS, st.sampled_from("ab")), min_size=1))
def test_the_order_in_which_faults_are_found_does_not_matter(problems: list[Problem]) -> None:
    assert report(problems) == report(problems[::-1])
    assert str(DataProblems(problems)) == str(DataProblems([*problems[::-1], *problems]))


@given(CELLS)
def test_a_quoted_text_is_short_enough_to_read(text: str) -> None:
    seen = quoted(text)
    assert len(seen) <= 62
    assert seen.isprintable()
    assert text.isprintable() <= (seen == (f'"{text}"' if text else "an empty cell"))


def test_a_long_text_is_cut_with_a_mark() -> None:
    assert quoted("x" * 60) == '"' + "x" * 60 + '"'
    assert quoted("x" * 61) == '"' + "x" * 59 + '…"'
