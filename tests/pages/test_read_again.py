"""A number or a time limit that is changed was read again in its source.

The lists that are typed by hand are the last state that is known: they hold each value with the
day on which its source gave it. Whoever changes a value without a newer day is told what to do.
"""

from dataclasses import replace
from datetime import date

import pytest

from macros.reading.problems import report
from macros.records.contacts import Contact
from tests.conftest import library
from tests.pages.second_list import NUMBERS, Stated, differences, left_to_do, lines

OLD, NEW = date(2026, 11, 22), date(2026, 12, 1)
LINE = lines(NUMBERS)["nspcc"].line


def told(**changed: object) -> str:
    """What is left to do where the helpline's row says something else."""
    contacts = library().contacts
    nspcc = Contact.model_validate(contacts["nspcc"].model_dump() | changed)
    known = replace(library(), contacts={**contacts, "nspcc": nspcc})
    return report(left_to_do(known))


def test_both_lists_hold_the_same_numbers_and_limits() -> None:
    assert left_to_do(library()) == []
    assert len(lines(NUMBERS)) > 4


def test_a_number_that_was_typed_without_reading_is_pointed_out_in_its_row() -> None:
    row = library().lines["contacts"]["nspcc"]
    assert (
        f'data/contacts.csv, line {row}, phone: found "0808 800 5001", wanted "0808 800 5000"'
        in (told(phone="0808 800 5001"))
    )


def test_a_number_that_was_read_again_is_asked_for_in_the_other_list() -> None:
    wanted = (
        f'{NUMBERS.by_hand}, line {LINE}, number: found "0808 800 5000", wanted "0808 800 5001"'
    )
    assert wanted in told(phone="0808 800 5001", read_on=NEW)


def test_a_number_that_is_held_back_asks_for_nothing_else() -> None:
    contacts = {key: one for key, one in library().contacts.items() if key != "nspcc"}
    held = {**library().held_back, "contacts": frozenset({"nspcc"})}
    assert left_to_do(replace(library(), contacts=contacts, held_back=held)) == []
    assert f'{NUMBERS.by_hand}, line {LINE}, id: found "nspcc"' in report(
        left_to_do(replace(library(), contacts=contacts))
    )


def test_a_new_number_is_typed_twice() -> None:
    contacts = {**library().contacts, "other": library().contacts["nspcc"]}
    at = {**library().lines, "contacts": {**library().lines["contacts"], "other": 99}}
    found = report(left_to_do(replace(library(), contacts=contacts, lines=at)))
    assert f'line 99, phone: found "0808 800 5000", wanted a line "other" in {NUMBERS.by_hand}' in (
        found
    )


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (Stated("Police", "101", OLD, 4), ""),
        (Stated("The police", "101", OLD, 4), "Both say whose it is in the same words"),
        (Stated("Police", "101", NEW, 4), "both give the later one"),
        (Stated("Police", "102", OLD, 4), "Was it read again, and gives it 102?"),
        (Stated("Police", "102", None, 4), "Was it read again, and gives it 102?"),
        (Stated("Police", "102", NEW, 4), "Type it here, with its day, from the source"),
    ],
)
def test_the_editor_is_told_what_is_left_to_do(now: Stated, words: str) -> None:
    told = [one.fix for one in differences(NUMBERS, Stated("Police", "101", OLD, 7), now)]
    assert [words in one for one in told] == [True] * bool(words)
