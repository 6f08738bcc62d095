"""A guide's page: the order of all parts from one file, and the page's own sentences in theirs."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.library import load
from macros.reading.guide_pages import CALL, ORDER
from tests.conftest import SMALL_PROJECT
from tests.data.test_bad_rows import answer

PAGE = "docs/worried-about-a-child/index.md"
ADDRESS = "/worried-about-a-child/"
PARTS = """## Signs

{{ points("signs") }}

## Do this

{{ points("do") }}

## In your role

{{ in_your_role() }}
"""
HEADER = (SMALL_PROJECT / PAGE).read_text("utf-8").partition("\n---\n")[0] + "\n---\n"
NOTED = HEADER.replace("  sources: [mash-page]\n", "")
FIRST_LINE = NOTED.count("\n") + 1


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, in which guides say the order of their parts once."""
    monkeypatch.setenv("SITE_DATE", "2026-11-22")
    copy = Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))
    (copy / ORDER).parent.mkdir()
    (copy / ORDER).write_text(PARTS, "utf-8")
    return copy


def told(project: Path, own: str) -> list[str]:
    """What an editor is told whose guide holds this text below its header."""
    (project / PAGE).write_text(NOTED + own, "utf-8")
    return [str(complaint) for complaint in answer(project)]


def text(project: Path, own: str) -> str:
    """The whole text of a guide that holds this text below its header."""
    assert told(project, own) == []
    return load(project, date(2026, 11, 22)).bodies[ADDRESS].text.strip()


def test_a_guide_that_adds_nothing_has_every_part_in_the_order(project: Path) -> None:
    assert text(project, f"{CALL}\n") == PARTS.strip()


def test_a_sentence_below_a_parts_heading_ends_that_part(project: Path) -> None:
    own = f"{CALL}\n\n## Do this\n\nOne sentence of ours.\n\nAnother.\n"
    whole = text(project, own)
    assert '{{ points("do") }}\n\nOne sentence of ours.\n\nAnother.\n\n## In your role' in whole
    assert whole.startswith(PARTS.partition("## Do this")[0])


def test_a_heading_that_says_more_names_its_part_anew(project: Path) -> None:
    whole = text(project, f"{CALL}\n\n## Signs: when it applies\n")
    assert whole == PARTS.strip().replace("## Signs", "## Signs: when it applies")


def test_a_guide_without_lines_for_a_role_has_no_part_for_roles(project: Path) -> None:
    points = project / "data/points.csv"
    lines = points.read_text("utf-8").splitlines(keepends=True)
    points.write_text("".join(line for line in lines if "worried-role" not in line), "utf-8")
    assert text(project, f"{CALL}\n") == PARTS.partition("## In your role")[0].strip()
    own = "## In your role\n\nAsk your lead.\n"
    assert text(project, f"{CALL}\n\n{own}").endswith(own.strip())


@pytest.mark.parametrize(
    ("own", "line", "message"),
    [
        ("## Do this\n", 0, "found no call for the guide's parts, wanted {{ guide() }}."),
        (f"{CALL}\n\nA stray sentence.\n", 2, "found a sentence in no part, wanted one of: Signs,"),
        (f"{CALL}\n\n## Sings\n", 2, 'found "Sings", wanted one of: Signs, Do this, In your role.'),
        (f"{CALL}\n\n## Signs\n\n## Signs\n", 4, 'found "Signs" again, wanted each part once.'),
        (
            f'{CALL}\n\n## Do this\n\nCall {{{{ phone("mahs") }}}}.\n',
            4,
            'found "mahs", wanted one of: ',
        ),
    ],
    ids=["no call", "no part", "unknown part", "part twice", "wrong call in a sentence"],
)
def test_what_is_wrong_in_a_guide_is_told_with_its_own_line(
    project: Path, own: str, line: int, message: str
) -> None:
    (found,) = told(project, own)
    assert found.startswith(f"{PAGE}, line {FIRST_LINE + line}: {message}")


def test_a_wrong_call_in_the_order_is_told_once_and_where_it_stands(project: Path) -> None:
    (project / ORDER).write_text(PARTS.replace("in_your_role", "in_your_rôle"), "utf-8")
    (found,) = told(project, f"{CALL}\n")
    assert found.startswith(f'{ORDER}, line 11: found "in_your_rôle", wanted one of: ')


def test_a_page_that_is_no_guide_cannot_ask_for_the_parts(project: Path) -> None:
    (project / PAGE).write_text(NOTED + f"{CALL}\n", "utf-8")
    about = project / "docs/about/index.md"
    about.write_text(about.read_text("utf-8").replace("## Files", f"{CALL}\n\n## Files"), "utf-8")
    (found,) = map(str, answer(project))
    assert 'docs/about/index.md, line 23: found "guide", wanted one of: ' in found
