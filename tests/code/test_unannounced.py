"""Beside what was published before: a change told to nobody is pointed out, a loss is refused."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.desk.kept import gone
from macros.desk.record_versions import record
from macros.desk.unannounced import advice, before, unannounced
from macros.project import read_project
from tests.conftest import ROOT, SMALL_PROJECT
from tests.data.test_bad_rows import damage

GUIDE = "/worried-about-a-child/"
FILE = "docs/worried-about-a-child/index.md"
OLD = "2026-10-05-mash,2026-10-05,"
GIT = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, all its versions noted, with one commit."""
    monkeypatch.setenv("SITE_DATE", "2026-11-22")
    project = Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))
    note(project)
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "The guide"]):
        subprocess.run([*GIT, *words], cwd=project, check=True)
    return project


def note(project: Path) -> None:
    """What `make record` does."""
    found = read_project(project, "/")
    record(project, found.library, found.now)


def named(project: Path) -> list[str]:
    """The pages that are pointed out."""
    found = read_project(project, "/")
    return unannounced(found.library, found.now, before(project, "HEAD"))


def reword(project: Path) -> None:
    damage(project, FILE, "Whom to call, how soon,", "Whom to call, 100% sure,")


def test_what_did_not_change_or_is_told_needs_no_word(project: Path) -> None:
    assert named(project) == []
    damage(project, "docs/about/index.md", "What this guide rests on", "What it rests on")
    damage(project, "docs/index.md", "Begin here", "Start here")
    assert named(project) == [], "home and pages about the guide tell of what changed elsewhere"
    reword(project)
    damage(project, "data/changes.csv", OLD, "2026-11-22-mash,2026-11-22,")
    assert named(project) == []


def test_a_guide_that_changed_is_named_with_a_row_that_can_be_pasted(project: Path) -> None:
    reword(project)
    assert named(project) == [GUIDE]
    row = advice(read_project(project, "/").library, [GUIDE]).splitlines()[-1]
    with (project / "data/changes.csv").open("a", encoding="utf-8") as changes:
        changes.write(f"{row}\n")
    assert named(project) == []
    assert read_project(project, "/").library.changes["2026-11-22-name-it"].pages == (GUIDE,)


def test_a_row_of_before_the_last_version_tells_nobody_of_this_change(project: Path) -> None:
    reword(project)
    damage(project, "data/changes.csv", "The opening hours", "The hours")
    assert named(project) == [GUIDE]


def test_a_version_noted_with_the_change_hides_nothing(project: Path) -> None:
    reword(project)
    note(project)
    assert named(project) == [GUIDE]


def test_on_github_it_is_one_annotation_and_never_a_failure(project: Path) -> None:
    reword(project)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "GITHUB_ACTIONS": "true"}
    command = [sys.executable, "-m", "macros", "unannounced", "HEAD"]
    done = subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("::notice file=data/changes.csv,")
    assert done.stdout.count("\n") == 1
    assert "%0A2026-11-22-name-it,2026-11-22,changed," in done.stdout


def test_where_there_is_nothing_to_compare_with_it_says_so(project: Path) -> None:
    with pytest.raises(LookupError, match="nothing to compare with"):
        before(project, "HEAD^1")


def test_an_undone_change_keeps_what_was_published(project: Path) -> None:
    assert gone(project, "HEAD") == []
    damage(project, "data/changes.csv", OLD, "2026-10-05-renamed,2026-10-05,")
    damage(project, "data/addresses.csv", "/about/,a1,", "/about/,a9,")
    damage(project, "data/versions.csv", "a1-1,/about/,2026-11-22,", "a1-1,/about/,2026-11-21,")
    found = [(one.file, one.found) for one in gone(project, "HEAD")]
    assert found == [
        ("data/addresses.csv", 'the row "/about/" of before gone, or changed'),
        ("data/versions.csv", 'the row "a1-1" of before gone, or changed'),
        ("data/changes.csv", 'the row "2026-10-05-mash" of before gone, or changed'),
    ]


def test_new_rows_and_other_words_of_a_change_are_no_loss(project: Path) -> None:
    damage(project, "data/changes.csv", "The opening hours", "The hours")
    damage(project, "data/addresses.csv", "/about/,a1,", "/about/us/,a2,2026-11-22,\n/about/,a1,")
    assert gone(project, "HEAD") == []
