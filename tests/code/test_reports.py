"""A report of something wrong opens a form that GitHub shows, with the page already filled in."""

from datetime import date
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.calls.by_name import by_name
from macros.calls.fingerprints import fingerprints
from macros.calls.rehearsal import rehearse
from macros.drawing.page_frames import site
from macros.drawing.render import renderer
from macros.drawing.wording import FILTERS
from macros.library import load
from macros.reading.settings import Settings
from tests.conftest import ROOT, SMALL_PROJECT

GITHUB = ROOT / ".github"
# What GitHub takes: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
NEEDED = {
    "markdown": {"value"},
    "input": {"label"},
    "textarea": {"label"},
    "dropdown": {"label", "options"},
    "checkboxes": {"label", "options"},
}


@pytest.fixture(scope="module")
def form() -> dict[str, Any]:
    """The form as GitHub reads it."""
    read: dict[str, Any] = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE/page.yml").read_text("utf-8"))
    return read


def test_the_form_is_one_that_github_shows(form: dict[str, Any]) -> None:
    assert form.keys() == {"name", "description", "body"}
    for part in form["body"]:
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        assert part["attributes"].keys() >= NEEDED[part["type"]]
        assert part["attributes"].keys() <= {"label", "description", "value", "options"}
        assert part.get("validations", {}).keys() <= {"required"}
    ids = [part["id"] for part in form["body"] if part["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    labels = [part["attributes"]["label"] for part in form["body"] if "id" in part]
    assert len(labels) == len(set(labels))


def test_a_page_opens_the_form_with_its_version_filled_in(form: dict[str, Any]) -> None:
    library, draw = load(SMALL_PROJECT, date(2026, 11, 22)), renderer("/", FILTERS)
    marks = fingerprints(library, rehearse(library, by_name(library, draw)))
    settings = Settings("https://example.org/", "A guide", "https://example.org/guide")
    frame = site(library, draw, settings, marks).frames["/about/"]
    link = BeautifulSoup(frame.review, "html.parser").select_one(".feedback a[rel=noreferrer]")
    assert link
    asked = parse_qs(urlsplit(str(link["href"])).query)
    assert (GITHUB / "ISSUE_TEMPLATE" / asked.pop("template")[0]).is_file()
    typed = {part.get("id") for part in form["body"] if part["type"] == "input"}
    assert asked == {"code": [frame.version]}
    assert asked.keys() <= typed


def test_who_is_named_for_a_file_is_named_for_one_that_is_there() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    named = [line.removeprefix("#").split()[0] for line in lines if "@" in line and "/" in line[:4]]
    assert len(named) > 4
    assert [one for one in named if not any(ROOT.glob(one[1:]))] == []
