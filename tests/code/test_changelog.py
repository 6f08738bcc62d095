"""The changelog is what the rows of data/changes.csv tell, and nothing else."""

from pathlib import Path

from macros.desk.changelog import FILE, behind, changelog, write
from tests.conftest import library

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
