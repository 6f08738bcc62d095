"""Whatever a cell holds, its editor is answered in words: no traceback, none of pydantic's own."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.drawing.wording import limit_words
from macros.library import models
from macros.reading.headers import read_page
from macros.reading.plain_words import PLAIN
from macros.reading.problems import Problem
from macros.reading.row_to_record import record_of
from macros.reading.rows import Cells, Row, read_csv
from macros.records.days import part_day_words
from macros.records.pages import Page, PageType
from macros.records.record import Record
from macros.records.timescales import Rule, Timescale, Unit
from tests.conftest import SMALL_PROJECT

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

PAGE_FILE = SMALL_PROJECT / "docs/worried-about-a-child/index.md"
JARGON = re.compile(
    r"pydantic|Input should|ScalarNode|tuple|NoneType|_error|errors\.pydantic", re.I
)
AWKWARD = (
    "0",
    "0" * 300,
    "01",
    "999999999",
    "1.5",
    "-1",
    "1e9",
    "9" * 5000,
    "nan",
    "https://[",
    "https://[x.y",
    "https://a℀b.c/",
    "https://x.y:99999999/",
    "http://.",
    "javascript:alert(1)",
    "0000-00-00",
    "2026-02-30",
    "31/31/2026",
    "١٢/٠٣/٢٠٢٦",
    "٢٠٢٦-٠٣-١٢",
    "/",
    "//",
    "yes",
    "no",
    ";",
    "; ;",
    "x" * 300,
    "a\x00b",
    "a\u200bb",
    "\ufeff",
    "a@b",
    "é",
    "\n",
)
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
TEXTS = st.sampled_from(AWKWARD) | ANY_TEXT
LISTS = st.lists(TEXTS, max_size=3).map(tuple)


def good_cells() -> dict[type[Record], Cells]:
    """The cells of one row of every dataset, and of one page's header, which are all in order."""
    cells: dict[type[Record], Cells] = {}
    for name, model in models().items():
        cells[model] = read_csv(SMALL_PROJECT / f"data/{name}.csv", name).rows[0].cells
    header = read_page(PAGE_FILE, "docs/page.md")[0].cells
    return {**cells, Page: {**header, "address": "/worried-about-a-child/", "order": "5"}}


GOOD = good_cells()
EVERY_FIELD = [(model, field) for model in GOOD for field in model.model_fields]
FIELD_IDS = [
    f"{model.__module__.removeprefix('macros.records.')}-{field}" for model, field in EVERY_FIELD
]


def answers(model: type[Record], cells: Cells) -> list[Problem]:
    """The problems of one row."""
    return record_of(Row("data/any.csv", 2, cells, {}), model)[1]


def kinds(model: type[Record], cells: Cells) -> Iterator[str]:
    """The types of error that pydantic has for this row."""
    try:
        model.model_validate({name: cell for name, cell in cells.items() if cell})
    except ValidationError as error:
        yield from (fault["type"] for fault in error.errors())


def in_words(problem: Problem) -> bool:
    """Whether an editor could read it."""
    said = f"{problem.wanted} {problem.fix}"
    return bool(problem.wanted and problem.fix) and not JARGON.search(said)


@pytest.mark.parametrize("model", GOOD)
def test_a_good_row_is_a_record(model: type[Record]) -> None:
    record, problems = record_of(Row("data/any.csv", 2, GOOD[model], {}), model)
    assert problems == []
    assert record is not None


@pytest.mark.parametrize(("model", "field"), EVERY_FIELD, ids=FIELD_IDS)
def test_an_awkward_cell_is_taken_or_answered_in_words(model: type[Record], field: str) -> None:
    for text in AWKWARD:
        assert all(map(in_words, answers(model, {**GOOD[model], field: text})))


@pytest.mark.parametrize(("model", "field"), EVERY_FIELD, ids=FIELD_IDS)
@settings(max_examples=20)
@given(text=ANY_TEXT)
def test_any_cell_is_taken_or_answered_in_words(model: type[Record], field: str, text: str) -> None:
    """As many of them as when every second was an awkward one, which are all tried above."""
    assert all(map(in_words, answers(model, {**GOOD[model], field: text})))


@pytest.mark.parametrize("field", Page.model_fields)
@settings(max_examples=40)
@given(value=TEXTS | LISTS)
@example(value=("x",))
@example(value=("a", "b"))
@example(value="everyone")
def test_a_list_in_a_header_is_taken_or_answered_in_words(
    field: str, value: str | tuple[str, ...]
) -> None:
    assert all(map(in_words, answers(Page, {**GOOD[Page], field: value})))


@pytest.mark.parametrize(("model", "field"), EVERY_FIELD, ids=FIELD_IDS)
def test_an_empty_cell_is_allowed_or_answered_with_its_meaning(
    model: type[Record], field: str
) -> None:
    info = model.model_fields[field]
    alone = [one for one in answers(model, {**GOOD[model], field: ""}) if one.field == field]
    assert [one.wanted for one in alone] == [f"a value ({info.description})"] * info.is_required()


def test_every_kind_of_error_in_plain_can_happen() -> None:
    """Words for an error that no record raises would be words that nobody ever checks."""
    happened: set[str] = set()
    for model, field in EVERY_FIELD:
        values: list[Any] = [*AWKWARD, "", ()] + [("x",), ("a", "b")] * (model is Page)
        for value in values:
            try:
                happened |= set(kinds(model, {**GOOD[model], field: value, "no such name": ""}))
            except Exception:  # noqa: S112 - a validator that raises is another test's
                continue
        happened |= set(kinds(model, {**GOOD[model], "no such name": "x"}))
    assert set(PLAIN) <= happened


@pytest.mark.parametrize(("model", "field"), EVERY_FIELD, ids=FIELD_IDS)
def test_every_field_has_its_help(model: type[Record], field: str) -> None:
    help_text = model.model_fields[field].description or ""
    assert help_text
    assert not help_text.endswith(".")


@pytest.mark.parametrize("model", GOOD)
def test_a_record_never_changes(model: type[Record]) -> None:
    record, _ = record_of(Row("data/any.csv", 2, GOOD[model], {}), model)
    with pytest.raises(ValidationError):
        setattr(record, model.key, "another")


@pytest.mark.parametrize("model", GOOD)
def test_a_name_that_a_record_does_not_have_is_refused(model: type[Record]) -> None:
    found = answers(model, {**GOOD[model], "colour": "red"})
    assert [one.field for one in found] == ["colour"]


def page(**cells: str) -> Page:
    """A page with these cells in its header."""
    record, problems = record_of(Row("docs/any.md", 1, {**GOOD[Page], **cells}, {}), Page)
    assert problems == []
    assert record is not None
    return record


@pytest.mark.parametrize(
    ("kind", "reviewed", "due"),
    [
        (PageType.ACT_NOW, "2026-01-31", date(2026, 4, 30)),
        (PageType.ACT_NOW, "2026-10-01", date(2027, 1, 1)),
        (PageType.ACT_NOW, "2026-12-31", date(2027, 3, 31)),
        (PageType.REVIEW, "2026-08-31", date(2027, 2, 28)),
        (PageType.REVIEW, "2027-08-31", date(2028, 2, 29)),
        (PageType.GUIDE, "2028-02-29", date(2029, 2, 28)),
        (PageType.GUIDE, "2026-12-01", date(2027, 12, 1)),
    ],
)
def test_a_page_is_due_so_many_months_after_it_was_read(
    kind: PageType, reviewed: str, due: date
) -> None:
    assert page(type=kind, reviewed=reviewed).next_review == due


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), kind=st.sampled_from(PageType))
def test_a_page_is_due_after_it_was_read(day: date, kind: PageType) -> None:
    assert page(type=kind, reviewed=day.isoformat()).next_review > day


@pytest.mark.parametrize(
    ("address", "section"),
    [("/", "/"), ("/about/", "/about/"), ("/about/sources/", "/about/"), ("/a/b/c/", "/a/")],
)
def test_a_page_belongs_to_the_section_its_address_begins_with(address: str, section: str) -> None:
    assert page(address=address).section == section


@pytest.mark.parametrize(
    ("rule", "limit", "unit", "words"),
    [
        (Rule.WITHIN, 1, Unit.WORKING_DAYS, "within 1 working day"),
        (Rule.WITHIN, 15, Unit.WORKING_DAYS, "within 15 working days"),
        (Rule.EVERY, 6, Unit.WEEKS, "at least every 6 weeks"),
        (Rule.BEFORE, 2, Unit.DAYS, "at least 2 days before"),
    ],
)
def test_a_limit_is_said_as_a_reader_says_it(
    rule: Rule, limit: int, unit: Unit, words: str
) -> None:
    cells = {**GOOD[Timescale], "rule": rule, "limit": str(limit), "unit": unit}
    record, _ = record_of(Row("data/any.csv", 2, cells, {}), Timescale)
    assert record is not None
    assert limit_words(record) == words


@pytest.mark.parametrize(
    ("changed", "counted"),
    [
        ({}, True),
        ({"limit": "72", "unit": Unit.HOURS, "clock_starts": "same moment"}, True),
        ({"limit": "1", "unit": Unit.HOURS, "clock_starts": "same moment"}, False),
        ({"unit": Unit.MONTHS}, True),
        ({"rule": Rule.BEFORE}, True),
        ({"source_read": "no"}, True),
        ({"clock_starts": "not stated"}, True),
    ],
    ids=str,
)
def test_a_last_day_is_counted_where_no_newer_edition_says_otherwise(
    changed: dict[str, str], counted: bool
) -> None:
    weeks = {"limit": "6", "unit": Unit.WEEKS, "rule": Rule.WITHIN}
    known = {"source_read": "yes", "clock_starts": "same day"}
    cells = {**GOOD[Timescale], **weeks, **known, **changed}
    record, _ = record_of(Row("data/any.csv", 2, cells, {}), Timescale)
    assert record is not None
    assert record.counted is counted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024", "2024"),
        ("2024-03", "March 2024"),
        ("2024-03-02", "2 March 2024"),
        (None, "no date shown"),
    ],
)
def test_part_of_a_date_is_said_in_words(text: str | None, words: str) -> None:
    assert part_day_words(text) == words
