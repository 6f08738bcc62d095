"""The weekly look at known weaknesses: what is told, what is accepted, and for how long."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.code.advisories import ACCEPTED, Accepted, Advisory, accepted, lines, of_node, of_python

DAY = date(2026, 11, 26)
WEAK = Advisory("example 1.0", ("PYSEC-1", "CVE-1"), "mended in 1.1")


def allowed(until: date, advisory: str = "CVE-1") -> list[Accepted]:
    return [Accepted(advisory, "example", "We never open such a file.", until)]


def test_the_list_of_what_is_accepted_can_be_read() -> None:
    assert all(row.until > date(2026, 1, 1) for row in accepted(ACCEPTED))


def test_a_weakness_is_told_with_its_names_and_its_mend() -> None:
    assert list(lines([WEAK, WEAK], [], DAY)) == ["- example 1.0: PYSEC-1, CVE-1 (mended in 1.1)"]


def test_what_is_accepted_is_not_told_until_its_last_day_has_passed() -> None:
    assert list(lines([WEAK], allowed(DAY), DAY)) == []
    told = list(lines([WEAK], allowed(date(2026, 11, 25)), DAY))
    assert [line.split(":")[0] for line in told] == [
        "- example 1.0",
        "- CVE-1 of example was accepted until 2026-11-25",
    ]


def test_an_acceptance_that_nothing_needs_is_told() -> None:
    (told,) = lines([], allowed(DAY, "CVE-2"), DAY)
    assert told == "- CVE-2 of example is accepted, and found no more: take it out"


def test_an_acceptance_without_a_reason_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "accepted.csv"
    file.write_text("advisory,package,reason,until\nCVE-1,example, ,2026-12-01\n", "utf-8")
    with pytest.raises(ValueError, match="CVE-1: say in one sentence"):
        accepted(file)


def test_pythons_report_is_read_with_what_could_not_be_looked_up() -> None:
    weak = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["1.1"]}
    found = [
        {"name": "example", "version": "1.0", "vulns": [weak]},
        {"name": "sound", "version": "2.0", "vulns": []},
        {"name": "hidden", "skip_reason": "not found"},
    ]
    report = json.dumps({"dependencies": found})
    assert list(of_python(report)) == [WEAK, Advisory("hidden", ("not looked up",), "not found")]


def test_nodes_report_is_read_each_advisory_once_under_its_own_package() -> None:
    via = {
        "source": 7,
        "name": "inner",
        "title": "A loop without end",
        "url": "https://example.org/advisories/GHSA-1",
        "range": "<2",
    }
    report = json.dumps({"vulnerabilities": {"inner": {"via": [via]}, "outer": {"via": ["inner"]}}})
    assert list(of_node(report)) == [Advisory("inner <2", ("GHSA-1", "7"), "A loop without end")]


def test_a_registry_that_does_not_answer_is_told() -> None:
    report = json.dumps({"error": {"code": "ENOAUDIT", "summary": "405 Method Not Allowed"}})
    (told,) = lines(of_node(report), [], DAY)
    assert told == "- npm: not looked up (405 Method Not Allowed)"
