"""On GitHub each fault of a proposed change is marked on its line, in the words of the build."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.desk.annotations import TITLE, annotation
from tests.conftest import ROOT, SMALL_PROJECT
from tests.data.test_bad_rows import damage

BIN = Path(sys.executable).parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small project, ready to be damaged."""
    return Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))


def marked(project: Path) -> list[str]:
    """What GitHub reads of a check of the project."""
    github = {"GITHUB_ACTIONS": "true", "PYTHONPATH": str(ROOT), "SITE_DATE": "2026-11-22"}
    command = [sys.executable, "-m", "macros"]
    done = subprocess.run(
        command, cwd=project, env=os.environ | github, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    return done.stderr.splitlines()


def test_a_fault_of_a_row_and_one_of_a_page_are_marked_where_they_stand(project: Path) -> None:
    damage(project, "data/contacts.csv", ",020 7946 0101,", ",20 7946 0101,")
    damage(project, "docs/about/index.md", "  owner: ", "  ownr: ")
    head, number, *page = marked(project)
    assert head == "3 things have to be mended before the site can be built:"
    assert number.startswith(f"::error file=data/contacts.csv,line=3,title={TITLE}::data/contacts")
    assert "A spreadsheet drops the first 0" in number
    missing, misspelt = (one.partition(",title")[0] for one in page)
    assert missing == "::error file=docs/about/index.md,line=1"
    assert misspelt == "::error file=docs/about/index.md,line=6"


def test_no_text_can_end_its_command_or_begin_another() -> None:
    said = annotation("error", "a,b.md", 0, "At 5%: a", "100%\n::error::\r")
    assert said == "::error file=a%2Cb.md,line=1,title=At 5%25%3A a::100%25%0A::error::%0D"


def test_a_slip_of_spelling_is_marked_too(tmp_path: Path) -> None:
    """GitHub finds the line by a pattern, which has to fit what the checker prints."""
    page = tmp_path / "docs/a-page.md"
    page.parent.mkdir()
    page.write_text("One line.\nThey recieve it.\n", "utf-8")  # codespell:ignore recieve
    done = subprocess.run(
        [BIN / "codespell", "docs"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    (pattern,) = json.loads((ROOT / ".github/spelling.json").read_text("utf-8"))["problemMatcher"][
        0
    ]["pattern"]
    found = [re.match(pattern["regexp"], line) for line in done.stdout.splitlines()]
    assert [one and one.groups() for one in found] == [
        ("docs/a-page.md", "2", "recieve ==> receive")  # codespell:ignore recieve
    ]
