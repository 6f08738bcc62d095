"""A row is held back with one cell: the rows that name it let go of it by themselves."""

from datetime import date
from pathlib import Path

from macros.library import load
from tests.data.test_bad_rows import answer, damage, project

__all__ = ["project"]
DAY = date(2026, 11, 22)


def test_a_number_held_back_leaves_the_lists_that_name_others_too(project: Path) -> None:
    damage(project, "data/guides.csv", "mash; childline", "mash; childline; old-line")
    assert answer(project) == []
    assert load(project, DAY).guides["worried"].contacts == ("mash", "childline")


def test_a_limit_held_back_leaves_the_step_that_gave_it(project: Path) -> None:
    damage(project, "data/timescales.csv", "no,medium,yes,", "no,medium,no,Being checked")
    assert answer(project) == []
    step = load(project, DAY).steps["referral-2"]
    assert (step.step, step.timescale) == ("A conference meets", None)


def test_what_would_name_nothing_any_more_says_so(project: Path) -> None:
    damage(project, "data/links.csv", "Forms,high,yes,", "Forms,high,no,Being checked")
    complaint = next(one for one in answer(project) if one.file == "data/guides.csv")
    assert str(complaint) == (
        'data/guides.csv, line 2, links: found "referral-form", wanted a row that is published.'
        " That row of data/links.csv says publish: no, and no other is named here. Name another."
    )
