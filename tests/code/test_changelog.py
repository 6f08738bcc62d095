"""The changelog is what the rows of data/changes.csv tell, and nothing else."""

import csv
import re
from pathlib import Path

from macros.desk.changelog import FILE, behind, changelog, write
from macros.records.changes import Change, Kind, Urgency
from tests.conftest import ROOT, library

CHANGES = list(library().changes.values())


def test_it_tells_every_change_under_its_day_newest_first() -> None:
    text = changelog(CHANGES)
    days = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert days == sorted({str(one.date) for one in CHANGES}, reverse=True)
    assert text.count("\n- **") == len(CHANGES)


def test_what_a_cell_says_is_shown_and_never_marks_anything() -> None:
    one = CHANGES[0].model_copy(update={"title": "A *star* and <b>", "what": "[a](b) `c` d_e"})
    (line,) = (line for line in changelog([one]).splitlines() if line.startswith("- "))
    assert r"**A \*star\* and \<b\>**" in line
    assert r"\[a\](b) \`c\` d\_e" in line


def test_it_is_written_anew_once_a_row_tells_more(tmp_path: Path) -> None:
    assert write(tmp_path, CHANGES[1:]) == [FILE]
    assert behind(tmp_path, CHANGES)
    assert write(tmp_path, CHANGES) == [FILE]
    assert write(tmp_path, CHANGES) == []


def test_the_row_to_copy_in_contributing_is_one_that_can_be_pasted() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (typed,) = re.findall(r"```csv\n(.+?)\n *```", text, re.DOTALL)
    (cells,) = csv.reader([typed.strip()])
    row = dict(zip(Change.typed(), cells, strict=True))
    change = Change.model_validate({name: cell for name, cell in row.items() if cell})
    assert (change.kind, change.urgency) == (Kind.CORRECTED, Urgency.NOW)
    assert set(change.pages) <= library().pages.keys()
