"""The settings of a build are checked like data: the site's address, the repository's, the day."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from macros.reading.problems import DataProblems
from macros.reading.settings import wrong_settings
from macros.reading.site_date import today
from tests.data.test_bad_rows import answer, damage, project

__all__ = ["project"]
GOOD = "https://example.org/guide/"
SITES = {
    GOOD: "",
    "http://127.0.0.1:8000/": "",
    "http://localhost/": "",
    "https://someone.github.io/coventry-safeguarding-guide/": "",
    "": "a web address that begins with https:// or http://",
    "example.org/": "a web address that begins with https:// or http://",
    "ftp://example.org/": "a web address that begins with https:// or http://",
    "https://example.org": "an address with a slash at its end",
    "https://example.org/guide": "an address with a slash at its end",
    "https://example.org/?a=b": "an address without ?",
    "https://example.org/#a": "an address without #",
    "https://example.org/a b/": "an address without spaces",
    "https://user@example.org/": "an address without a user name",
    "https://a..b/": "the name of a site, such as www.example.org",
    "https://example.org/\u200b": "text without hidden characters",
}
DAYS = {
    "0001-01-01": "a day from 2000 to 2100",
    "9999-12-31": "a day from 2000 to 2100",
    "2026-02-30": "a date such as 2026-03-12",
    "20260312": "a date such as 2026-03-12",
    "2026-W11-4": "a date such as 2026-03-12",
    "tomorrow": "a date such as 2026-03-12",
}


@pytest.mark.parametrize("address", SITES)
def test_the_sites_address_is_whole(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", address)
    found = [(one.file, one.wanted) for one in wrong_settings()]
    assert found == ([("SITE_URL", SITES[address])] if SITES[address] else [])


@pytest.mark.parametrize("address", ["", "https://github.com/someone/guide"])
def test_the_repository_may_be_left_out(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY_URL", address)
    assert wrong_settings() == []


def test_the_repository_is_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPOSITORY_URL", "javascript:alert(1)")
    assert [one.file for one in wrong_settings()] == ["REPOSITORY_URL"]


def test_settings_are_told_with_what_is_wrong_in_the_data(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "")
    assert [one.where for one in answer(project)] == ["SITE_URL"]
    damage(project, "data/sections.csv", ",About,", ",,")
    assert [one.where for one in answer(project)] == ["SITE_URL", "data/sections.csv, line 3, name"]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_that_no_build_is_of_is_refused(day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_DATE", day)
    with pytest.raises(DataProblems) as found:
        today(Path.cwd())
    assert [one.wanted for one in found.value.problems] == [DAYS[day]]


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of somebody else, with one commit."""
    monkeypatch.delenv("SITE_DATE", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2020-05-17T12:00:00")
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    commit = ["git", *person, "commit", "--quiet", "--allow-empty", "--message", "A"]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    subprocess.run(commit, cwd=tmp_path, check=True)
    return tmp_path


@pytest.mark.parametrize("git", [None, ".git"])
def test_the_day_of_another_repository_is_not_taken(around: Path, git: str | None) -> None:
    assert today(around) == date(2020, 5, 17)
    inside = around / "project"
    (inside / (git or "")).mkdir(parents=True)
    with pytest.raises(DataProblems, match="This tree has no commit to take the date from"):
        today(inside)


def test_a_machine_without_git_asks_for_the_day(
    around: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DataProblems, match="SITE_DATE=2026-03-12 make build"):
        today(around)
