"""A link to a part of a page, once published, leads to that part for ever."""

import shutil
from pathlib import Path

import pytest

from macros.desk import record_anchors
from macros.desk.moved import note
from macros.project import Project, read_project
from macros.reading.problems import DataProblems
from tests.conftest import SITE, SMALL_PROJECT, library
from tests.pages.built import soup_of

LEDGER, HOME = "data/anchors.csv", "docs/index.md"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, to be changed."""
    monkeypatch.setenv("SITE_DATE", "2026-11-22")
    return Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))


def change(project: Path, file: str, old: str, new: str) -> None:
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), "utf-8")


def read(project: Path) -> Project:
    return read_project(project, "/")


def refused(project: Path) -> list[str]:
    """What the editor of this project is told, a line for each thing."""
    with pytest.raises(DataProblems) as found:
        read(project)
    return str(found.value).splitlines()[1:]


def test_every_part_ever_published_is_still_reached() -> None:
    lost = []
    for address, one in library().anchors.items():
        entry = library().addresses[one.page]
        page = entry.moved_to or one.page
        if not soup_of(SITE / page[1:] / "index.html").find(id=one.name):
            lost.append(address)
    assert lost == []


def test_a_renamed_heading_is_missed_in_words_that_say_how_to_mend_it(project: Path) -> None:
    change(project, HOME, "## Find your way", "## The way around")
    lost, led_there = refused(project)
    assert lost.startswith(
        "- data/anchors.csv, line 2, moved_to: found no heading for /#find-your-way"
    )
    assert (
        "make moved OLD=/#find-your-way NEW=/#the-way-around. Known are: /#the-way-around." in lost
    )
    assert led_there.startswith("- data/anchors.csv, line 3, moved_to: found")


def test_one_command_mends_it_for_all_its_names(project: Path) -> None:
    change(project, HOME, "## Find your way", "## The way around")
    assert note(project, "/#find-your-way", "/#the-way-around") == LEDGER
    assert read(project).headings["/"] == ("the-way-around",)
    rows = (project / LEDGER).read_text("utf-8").splitlines()
    assert "/#the-way,2026-10-03,/#the-way-around" in rows


def test_a_heading_that_stands_has_not_moved(project: Path) -> None:
    note(project, "/#find-your-way", "/about/")
    assert any("wanted an empty cell" in line for line in refused(project))


def test_a_new_heading_is_noted_once_and_the_old_ones_stay(project: Path) -> None:
    before = (project / LEDGER).read_text("utf-8").splitlines()
    known = read(project)
    new = record_anchors.record(project, known.library, known.headings)
    assert "/about/#sources" in new
    after = (project / LEDGER).read_text("utf-8").splitlines()
    assert set(before) < set(after)
    known = read(project)
    assert record_anchors.record(project, known.library, known.headings) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("", "", "OLD: found an empty cell"),
        ("/#find-your-way", "/#find-your-way", "NEW: .* wanted another address"),
        ("/#find-your-wey", "/about/", "OLD: .* Did you mean /#find-your-way?"),
        ("/#find-your-way", "/abut/", "NEW: .* no page stands there. Did you mean /about/?"),
        ("https://example.org/#way", "/about/", "OLD: .* copied from the browser"),
        ("/help/", "/about/#words", "NEW: .* wanted the address of another page"),
        ("/about/", "/", "OLD: the page /about/ still stands"),
    ],
)
def test_what_did_not_move_is_refused_in_words(
    project: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        note(project, old, new)


def test_a_page_that_moved_is_noted_with_the_code_of_its_new_address(project: Path) -> None:
    (project / "docs/about/index.md").rename(project / "docs/about/guide.md")
    assert note(project, "/about/", "/about/guide/") == "data/addresses.csv"
    rows = (project / "data/addresses.csv").read_text("utf-8").splitlines()
    assert "/about/,a1,2026-10-03,/about/guide/," in rows
    assert "/about/guide/,a2,2026-11-22,," in rows


def test_the_parts_of_a_page_that_went_lead_to_the_page_in_its_place(project: Path) -> None:
    with (project / LEDGER).open("a", encoding="utf-8") as rows:
        rows.write("/about/#sources,2026-10-03,\n/about/#rules,2026-10-03,/about/#sources\n")
    (project / "docs/about/index.md").unlink()
    note(project, "/about/", "/")
    rows_now = (project / LEDGER).read_text("utf-8").splitlines()
    assert {"/about/#sources,2026-10-03,/", "/about/#rules,2026-10-03,/"} <= set(rows_now)
