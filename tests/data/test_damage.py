"""What no cell holds on purpose is refused in every column, and named for what it is."""

import unicodedata

import pytest

from macros.records.characters import hidden_characters, shown
from macros.records.record import Record
from tests.data.test_records import EVERY_FIELD, FIELD_IDS, GOOD, answers

CONTROLS = "\x00\x07\x1b\x7f\x85"
DIRECTIONS = "\u061c\u200e\u200f\u202a\u202e\u2066\u2069"
JOINERS = "\u00ad\u034f\u180e\u200b\u200d\u2060\u2062\ufeff\ufff9"
LINE_ENDS = "\n\r\u2028\u2029"
FILLERS = "\u115f\u1160\u2800\u3164\uffa0\ufe0f\U000e0100"
UNNAMED = "\u0378\ue000\ufffe\U000e0041\U0010ffff"
SPACES = "\t\u00a0\u2009\u202f\u3000"
HIDDEN = CONTROLS + DIRECTIONS + JOINERS + LINE_ENDS + FILLERS + UNNAMED + SPACES
SEEN = "aé£½\u2013\u2019“…€中א😀 -"
FAULTS = ("#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "Err:502")
SHORTENED = ("3.17E+05", "3,17E+05", "2E-07", "1.2e+11", "4E10")
FORMULAS = ("=A1", "=", "=SUM(A1:A9)", "+A1", "-$B$2+1", "@SUM(1)", "+1+1", "-2+3", "+cmd|' /C'!A0")
LIKE_A_FORMULA = (
    "-5",
    "-4%",
    "+44",
    "- item",
    "@name",
    "-1 to 3",
    "a = b",
    "#1",
    "C#",
    "2E",
    "5110e5",
)
DAMAGED = ("a\u200bb", "a\u00a0b", "a\nb", "see #REF!", "#####", "3.17E+05", "=A1", "x" * 5001)


def wanted_of(cell: str) -> list[str]:
    """What is wanted instead of this cell, in a field for any words."""
    model, field = next((one, name) for one, name in EVERY_FIELD if name == "note")
    return [one.wanted for one in answers(model, {**GOOD[model], field: cell})]


@pytest.mark.parametrize("character", HIDDEN, ids=lambda one: f"{ord(one):04X}")
def test_what_nobody_sees_is_found_and_named(character: str) -> None:
    (hidden,) = hidden_characters(f"one{character}two")
    assert hidden.place == len("one")
    assert hidden.name.isprintable()
    assert shown(f"one{character}two") == f"one[{hidden.name}]two"
    assert wanted_of(f"one{character}two")
    assert wanted_of(f"one {character}") or character in "\t\n\r"


@pytest.mark.parametrize("character", SEEN, ids=unicodedata.name)
def test_what_is_seen_is_taken(character: str) -> None:
    assert wanted_of(f"one{character}two") == []


def test_a_page_keeps_its_line_ends() -> None:
    assert hidden_characters("one\ntwo\t\u200b", allowed="\n\t") == [(8, "\u200b")]


@pytest.mark.parametrize("cell", FAULTS)
def test_a_spreadsheets_fault_is_named(cell: str) -> None:
    assert all(cell in wanted for wanted in (*wanted_of(cell), *wanted_of(f"from {cell} on")))
    assert len(wanted_of(cell)) == 1


@pytest.mark.parametrize("cell", SHORTENED)
def test_a_shortened_number_is_named(cell: str) -> None:
    assert wanted_of(cell) == ["every digit of a number that a spreadsheet has shortened"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_is_named(cell: str) -> None:
    assert wanted_of(cell) == ["words or a number, not a spreadsheet's formula"]


@pytest.mark.parametrize("cell", LIKE_A_FORMULA)
def test_what_only_looks_a_little_like_it_is_taken(cell: str) -> None:
    assert wanted_of(cell) == []


@pytest.mark.parametrize(("model", "field"), EVERY_FIELD, ids=FIELD_IDS)
def test_damage_is_refused_in_every_column(model: type[Record], field: str) -> None:
    for cell in DAMAGED:
        found = [one.wanted for one in answers(model, {**GOOD[model], field: cell})]
        assert [wanted for wanted in wanted_of(cell) if wanted not in found] == []
