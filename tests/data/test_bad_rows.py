"""Damaged files, one a case, and the exact words with which each is answered.

A case is a file in bad_rows/: the small project with one file damaged. To add a case, copy one.
`dataset` names a file in data/, `page` one in docs/; `file` is its text, or `bytes_hex` its bytes.
`expected` holds each message whole, or by its parts where the rest is not of the case.
A case that expects nothing loads.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.desk.moved import note
from macros.project import read_project
from macros.reading.problems import Complaint, DataProblems, complaints
from tests.conftest import SMALL_PROJECT

HERE = Path(__file__).parent
CASE_FILES = sorted((HERE / "bad_rows").glob("*.yml"))
PARTS = {"where", "found", "wanted", "fix"}
CONTACTS, TOPICS, ABOUT = "data/contacts.csv", "data/topics.csv", "docs/about/index.md"
Expected = str | dict[str, str]


@dataclass(frozen=True)
class Case:
    """One damaged file and what its editor should read."""

    name: str
    path: str
    content: bytes
    expected: list[Expected]


def case_in(file: Path) -> Case:
    """The case that a file describes; a word that cases do not have is an error of the test."""
    words: dict[str, Any] = yaml.safe_load(file.read_text("utf-8"))
    name, expected = words.pop("name"), words.pop("expected")
    path = f"data/{words.pop('dataset')}.csv" if "dataset" in words else words.pop("page")
    if "bytes_hex" in words:
        content = bytes.fromhex(words.pop("bytes_hex"))
    else:
        text = words.pop("file").replace("\n", words.pop("line_ends", "\n"))
        content = text.encode(words.pop("encoding", "utf-8"))
    assert not words, f"{file.name} has words that no case has: {words}"
    return Case(name, path, content, expected)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small project, ready to be damaged."""
    monkeypatch.setenv("SITE_DATE", "2026-11-22")
    return Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))


def answer(project: Path) -> list[Complaint]:
    """What the editor of this project is told; nothing if it loads."""
    try:
        read_project(project, "/")
    except DataProblems as found:
        return complaints(found.problems)
    return []


def damage(project: Path, path: str, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which must stand there."""
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new, 1), "utf-8")


def as_expected(complaint: Complaint, expected: Expected) -> Expected:
    """The complaint, in the form in which it is expected."""
    if isinstance(expected, str):
        return str(complaint)
    return {part: getattr(complaint, part) for part in expected}


def test_the_small_project_loads_clean(project: Path) -> None:
    assert answer(project) == []


@pytest.mark.parametrize("file", CASE_FILES, ids=lambda file: file.stem)
def test_a_damaged_file_is_answered_in_plain_words(file: Path, project: Path) -> None:
    case = case_in(file)
    damaged = project / case.path
    assert damaged.read_bytes() != case.content, "the case damages nothing"
    damaged.write_bytes(case.content)

    found = answer(project)

    assert len(found) == len(case.expected), [str(one) for one in found]
    pairs = zip(found, case.expected, strict=True)
    assert [as_expected(one, wanted) for one, wanted in pairs] == case.expected


def test_each_case_is_a_different_one() -> None:
    cases = [case_in(file) for file in CASE_FILES]
    assert len({case.name for case in cases}) == len(cases)
    assert len({(case.path, case.content) for case in cases}) == len(cases)


def test_a_case_expects_only_parts_that_messages_have() -> None:
    by_parts = [
        one for file in CASE_FILES for one in case_in(file).expected if isinstance(one, dict)
    ]
    assert all(one and set(one) <= PARTS for one in by_parts)


def test_a_missing_file_is_named(project: Path) -> None:
    (project / "data/changes.csv").unlink()
    assert [str(one) for one in answer(project)] == [
        "data/changes.csv: found no such file, wanted the file. Put it back from the history."
    ]


def test_a_new_page_needs_its_row_in_the_ledger(project: Path) -> None:
    shutil.copy(project / ABOUT, project / "docs/about/more.md")
    assert [one.where for one in answer(project)] == ["docs/about/more.md"]


def test_starting_pages_for_contributors_are_not_checked(project: Path) -> None:
    (project / "docs/templates").mkdir()
    (project / "docs/templates/guide.md").write_text("No header.\n", "utf-8")
    assert answer(project) == []


def test_faults_of_different_files_are_told_at_once(project: Path) -> None:
    damage(project, "data/changes.csv", "2026-10-05,", "5/10/2026,")
    damage(project, "data/sections.csv", ",About,", ",,")
    damage(project, ABOUT, "type: about", "type: blog")
    assert [one.where for one in answer(project)] == [
        "data/changes.csv, line 3, date",
        "data/sections.csv, line 3, name",
        "docs/about/index.md, line 5, type",
    ]


def test_faults_of_calls_are_told_together_with_those_of_the_data(project: Path) -> None:
    damage(project, "data/sections.csv", ",About,", ",,")
    damage(project, ABOUT, "{{ changes() }}", "{{ change() }}")
    damage(project, ABOUT, "{{ downloads() }}", '{{ phone("mash }}')
    damage(project, "docs/index.md", "{{ doors() }}", "{{ door() }}")
    assert [one.where for one in answer(project)] == [
        "data/sections.csv, line 3, name",
        "docs/about/index.md, line 25",
        "docs/index.md, line 17",
    ]


def test_a_file_with_a_capital_or_an_accent_is_to_be_renamed_and_no_more(project: Path) -> None:
    for name in ("About-us.md", "café.md"):
        shutil.copy(project / ABOUT, project / "docs/about" / name)
    assert [(one.where, one.fix) for one in answer(project)] == [
        (f"docs/about/{name}", "Rename it: its name is its address on the site.")
        for name in ("About-us.md", "café.md")
    ]


def test_a_page_that_was_taken_away_is_missed_in_words(project: Path) -> None:
    """However near the address of another page is."""
    damage(project, "data/changes.csv", ",/,First", ",/about/,First")
    shutil.copy(project / ABOUT, project / "docs/about-us.md")
    (project / ABOUT).unlink()
    fixes = {one.where: one.fix for one in answer(project)}
    gone = "No page stands there any more. Name another, or put the page back."
    assert fixes["data/changes.csv, line 2, pages"] == gone


def test_a_page_that_moved_is_told_by_its_new_address_wherever_a_row_names_it(
    project: Path,
) -> None:
    damage(project, "data/changes.csv", ",/,First", ",/about/,First")
    (project / ABOUT).rename(project / "docs/about-us.md")
    note(project, "/about/", "/about-us/")
    fixes = {one.where: one.fix for one in answer(project)}
    moved = "That page has moved. Write /about-us/ in its place."
    assert fixes["data/changes.csv, line 2, pages"] == moved


def test_a_row_held_back_is_never_offered(project: Path) -> None:
    damage(project, "data/guides.csv", "mash; childline", "mash; old-lime")
    (found,) = answer(project)
    assert "old-line" not in str(found)


def test_the_report_counts_what_has_to_be_mended(project: Path) -> None:
    damage(project, "data/changes.csv", "2026-10-05,", "5/10/2026,")
    with pytest.raises(DataProblems, match=r"^1 thing has to be mended"):
        read_project(project, "/")
    damage(project, "data/sections.csv", ",About,", ",,")
    with pytest.raises(DataProblems, match=r"^2 things have to be mended"):
        read_project(project, "/")


def test_a_spreadsheet_date_is_never_answered_with_a_day_that_does_not_exist(project: Path) -> None:
    damage(project, CONTACTS, "Out of hours,2026-10-02", "Out of hours,12/25/2026")
    assert "2026-25-12" not in answer(project)[0].wanted


def test_a_document_was_not_published_on_a_day_that_does_not_exist(project: Path) -> None:
    damage(project, "data/sources.csv", ",1989,", ",1989-02-31,")
    assert [one.where for one in answer(project)] == ["data/sources.csv, line 2, published"]


@pytest.mark.parametrize(
    "body",
    [
        '{{ phone("mash") | shout }}',
        '{% include "another.md" %}',
        "{{ 1 / 0 }}",
        "{{ phone.number }}",
        "{{ phone.number.digits }}",
        '{{ phone("mash").number.digits }}',
        "{{ phone(101) }}",
        '{{ phone(["mash"]) }}',
        "{{ phone(phone) }}",
        "{{ contacts(5) }}",
        '{{ changes("five") }}',
        '{{ "a" + 1 }}',
        "{% for one in 5 %}{% endfor %}",
        "{% raw %}",
        "{{ sources() }} {#",
        "{{ contacts }}",
        '{{ phone(phone("mash")) }}',
        '{{ phone(-"mash") }}',
        '{{ phone("mash")() }}',
        '{{ contacts(*"mash") }}',
        "{{ phone(mash) }}",
        "{{ phone(out-of-hours) }}",
        "{{ phone(“mash”) }}",
        '{{ "mash" }}',
    ],
)
def test_a_call_that_no_page_should_hold_is_refused_in_words(project: Path, body: str) -> None:
    damage(project, ABOUT, "## Words\n", f"## Words\n\n{body}\n")
    found = answer(project)
    assert [one.where.split(",")[0] for one in found] == [ABOUT]


@pytest.mark.parametrize("old", ["\nmash,", "\nemergency,", "\nout-of-hours,", "\nchildline,"])
def test_a_contact_that_every_page_shows_is_missed_in_words(project: Path, old: str) -> None:
    damage(project, CONTACTS, old, f"{old[:-1]}-2,")
    damage(
        project, "docs/worried-about-a-child/index.md", '{{ contacts("mash", "out-of-hours") }}', ""
    )
    damage(project, "docs/worried-about-a-child/index.md", '{{ phone("mash") }}', "the MASH")
    assert any(old[1:-1] in str(one) for one in answer(project))


@pytest.mark.parametrize("old", ["020 7946 0101,mash@", "999,,24"])
def test_a_contact_that_every_page_shows_keeps_its_number(project: Path, old: str) -> None:
    damage(project, CONTACTS, old, old[old.index(",") :])
    damage(project, "docs/worried-about-a-child/index.md", '{{ phone("mash") }}', "the MASH")
    assert len(answer(project)) == 1


def test_a_held_back_row_may_name_another(project: Path) -> None:
    damage(project, "data/timescales.csv", "no,medium,yes,", "no,medium,no,Being checked")
    damage(project, "data/steps.csv", "47,high,yes,", "47,high,no,Being checked")
    assert answer(project) == []


@pytest.mark.parametrize("call", ["contacts()", "contact_groups()", "timescales()", 'steps("")'])
def test_a_call_that_asks_for_nothing_is_refused(project: Path, call: str) -> None:
    """It would draw an empty list, which a reader takes for: nobody to call."""
    damage(project, ABOUT, "## Words\n", f"## Words\n\n{{{{ {call} }}}}\n")
    found = answer(project)
    assert [one.where.split(",")[0] for one in found] == [ABOUT]
    assert "cell" not in found[0].found, "a page has no cells"


def test_a_source_note_may_be_typed_with_either_quotation_mark(project: Path) -> None:
    page = "docs/worried-about-a-child/index.md"
    damage(
        project, page, 'source_note("mash-page", "Opening")', "source_note('mash-page', 'Opening')"
    )
    assert answer(project) == []
