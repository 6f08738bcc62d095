"""Files that cannot be read, are others than ours, or lost their rows: told in few lines."""

import dataclasses
import os
import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.checks.crosscheck import crosschecked
from macros.library import models
from macros.reading.datasets import Datasets, read_datasets
from macros.reading.guide_pages import ORDER
from macros.reading.page_files import read_pages
from macros.reading.problems import complaints
from macros.reading.row_to_record import checked
from macros.reading.rows import read_csv
from tests.conftest import ROOT
from tests.data.test_bad_rows import ABOUT, CONTACTS, answer, damage, project

__all__ = ["project"]
FEW = 5
DAY = date(2026, 11, 26)
LEAST = {"act_now": 3, "contacts": 4, "levels": 2, "bank_holidays": 8, "timescales": 1}
HOLIDAYS = "data/bank_holidays.csv"
INSTEAD: dict[str, Callable[[Path], None]] = {
    "no such file": lambda _: None,
    "a folder of this name": Path.mkdir,
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "something else than a file": os.mkfifo,
    "a file that cannot be read (Input/output error)": lambda path: path.symlink_to(
        "/proc/self/mem"
    ),
}

STRAYS: dict[str, Callable[[Path], object]] = {
    "page.html": Path.touch,
    "page.js": Path.touch,
    "page.csv": Path.touch,
    "page.png": Path.touch,
    "page.MD": Path.touch,
    "page.markdown": Path.touch,
    "page.md~": Path.touch,
    "page": Path.touch,
    "folder.md": Path.mkdir,
    "gone.md": lambda path: path.symlink_to("nowhere"),
    "gone.png": lambda path: path.symlink_to("nowhere"),
    "linked": lambda path: path.symlink_to(".."),
    "pipe.md": os.mkfifo,
}


@cache
def ours() -> Datasets:
    """The rows of the whole guide, as they are."""
    return read_datasets(ROOT, models(), read_pages(ROOT))[0]


@pytest.mark.parametrize("found", INSTEAD)
def test_what_stands_in_the_place_of_a_file_is_named(project: Path, found: str) -> None:
    (project / CONTACTS).unlink()
    INSTEAD[found](project / CONTACTS)
    assert [(one.where, one.found) for one in answer(project)] == [(CONTACTS, found)]


def test_a_file_that_is_locked_is_named(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name in {"contacts.csv", "index.md"} and path.parent.name != "docs":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    found = [(one.where, one.found) for one in answer(project)]
    assert (CONTACTS, "a file that may not be read") in found
    assert (ABOUT, "a file that may not be read") in found


@pytest.mark.parametrize("length", [6_000, 1_000_000])
def test_a_cell_without_an_end_is_one_message(project: Path, length: int) -> None:
    damage(project, CONTACTS, "Emergency services", "x" * length)
    (found,) = answer(project)
    assert found.where.startswith(f"{CONTACTS}, line 2")
    assert "5,000" in found.wanted
    assert len(str(found)) < 400


@pytest.mark.parametrize("model", models())
def test_another_of_our_files_is_told_in_few_lines(model: str) -> None:
    for name in models().keys() - {model}:
        table = read_csv(ROOT / f"data/{name}.csv", f"data/{model}.csv")
        found = complaints(checked(table, models()[model])[2])
        assert 1 <= len(found) <= FEW, name


@pytest.mark.parametrize("name", [*models(), "pages"])
def test_a_file_that_lost_its_rows_is_told_in_few_lines(name: str) -> None:
    empty: dict[str, Any] = {name: {}}
    data = dataclasses.replace(
        ours(), records={**ours().records, **empty}, rows={**ours().rows, **empty}
    )
    assert len(complaints(crosschecked(data, DAY))) <= FEW


def test_nothing_of_ours_is_lost() -> None:
    assert list(crosschecked(ours(), DAY)) == []


@pytest.mark.parametrize("name", STRAYS)
def test_what_is_no_page_is_refused_among_pages(project: Path, name: str) -> None:
    STRAYS[name](project / "docs/about" / name)
    assert [one.where for one in answer(project)] == [f"docs/about/{name}"]


@pytest.mark.parametrize("name", [".DS_Store", ".folder/page.html", "templates/picture.png"])
def test_what_no_build_publishes_may_lie_there(project: Path, name: str) -> None:
    (project / "docs" / name).parent.mkdir(exist_ok=True)
    (project / "docs" / name).touch()
    assert answer(project) == []


def test_two_pages_have_two_addresses(project: Path) -> None:
    shutil.copy(project / ABOUT, project / "docs/about.md")
    assert [(one.where, one.found) for one in answer(project)] == [
        ("docs/about.md", "a second page at /about/")
    ]


def test_a_damaged_order_of_the_parts_of_a_guide_is_named(project: Path) -> None:
    (project / ORDER).parent.mkdir()
    (project / ORDER).write_bytes("Zeichen für zwei".encode("latin-1"))
    assert [one.where for one in answer(project)] == [f"{ORDER}, line 1"]


@pytest.mark.parametrize("name", LEAST)
def test_a_file_keeps_the_rows_that_the_guide_counts_on(project: Path, name: str) -> None:
    path = project / f"data/{name}.csv"
    path.write_text("".join(path.read_text("utf-8").splitlines(True)[: LEAST[name]]), "utf-8")
    rows = {1: "no rows", 2: "1 row"}.get(LEAST[name], f"{LEAST[name] - 1} rows")
    told = [(one.where, one.found, one.wanted) for one in answer(project)]
    assert (f"data/{name}.csv", rows, f"at least {LEAST[name]}") in told


def test_each_card_has_a_sign(project: Path) -> None:
    damage(project, "data/act_now.csv", "danger,emergency,1", "danger,talk,2")
    assert [one.found for one in answer(project)] == ['no row with "emergency"']


def test_each_year_has_its_bank_holidays(project: Path) -> None:
    damage(
        project, HOLIDAYS, "2026-05-04,Early May bank holiday,mash-page,Opening hours,high\n", ""
    )
    assert [(one.where, one.found) for one in answer(project)] == [
        (f"{HOLIDAYS}, date", "7 in 2026")
    ]


@pytest.mark.parametrize(("day", "stops"), [("2027-11-23", False), ("2027-11-24", True)])
def test_bank_holidays_reach_as_far_as_deadlines_are_counted(
    project: Path, monkeypatch: pytest.MonkeyPatch, day: str, *, stops: bool
) -> None:
    monkeypatch.setenv("SITE_DATE", day)
    assert [one.found for one in answer(project)] == ["none after 2027-12-28"] * stops
