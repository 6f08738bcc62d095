"""Another partnership: its rows and pages, the same macros and theme, and no word of ours."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from macros.desk.new_partnership import INVENTED, start
from macros.library import Library, load
from macros.project import read_project
from macros.reading.site_date import today
from tests.conftest import ROOT

DAY, URL = "2026-11-27", "https://anyborough.example/guide/"
OURS = re.compile(r"coventry|\bcscp\b|\bstag\b|\bmarf\b|west midlands|\b024 ?76", re.IGNORECASE)
DRAMA = re.compile(r"020 7946 0\d{3}")
"""Numbers that Ofcom keeps for stories."""
REAL = {"999", "0800 1111"}


@pytest.fixture(scope="module")
def anyborough(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new partnership's project, as `make new-partnership` starts it, built as it is."""
    project = tmp_path_factory.mktemp("new") / "anyborough"
    start(ROOT, project)
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=project,
        env={**os.environ, "SITE_DATE": DAY, "SITE_URL": URL, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (build.returncode, build.stdout + build.stderr) == (0, "")
    return project


@pytest.fixture
def known(anyborough: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """All that the new guide knows."""
    monkeypatch.setenv("SITE_DATE", DAY)
    return load(anyborough, today(anyborough))


def pages(project: Path) -> Iterator[tuple[str, BeautifulSoup]]:
    """The HTML of a built project, by its path."""
    for path in sorted((project / "site").rglob("*.html")):
        name = path.relative_to(project / "site").as_posix()
        yield name, BeautifulSoup(path.read_text("utf-8"), "html.parser")


def test_no_file_of_another_place_holds_a_word_or_a_number_of_ours(anyborough: Path) -> None:
    site = anyborough / "site"
    texts = {path: path.read_text("utf-8", "ignore") for path in site.rglob("*") if path.is_file()}
    assert [path for path, text in texts.items() if OURS.search(text)] == []
    assert [path for path in texts if OURS.search(path.as_posix())] == []


def test_every_page_has_the_place_s_own_name_numbers_and_hub(
    anyborough: Path, known: Library
) -> None:
    numbers = [str(known.contacts[one].phone) for one in ("emergency", "mash", "out-of-hours")]
    for name, page in pages(anyborough):
        text = page.get_text(" ", strip=True)
        assert "MASH" not in text, name
        if page.header:
            assert page.header.find("a", class_="site-name"), name
            line = page.select_one(".act-line")
            assert line, name
            assert [one.get_text() for one in line.find_all("b")] == numbers, name
            assert "Worried? Front Door" in line.get_text(), name


def test_every_page_says_that_the_place_is_invented(anyborough: Path) -> None:
    """In the name at its top, before the colon: a narrow screen shows no more of it."""
    for name, page in pages(anyborough):
        if page.header:
            link = page.select_one(".site-name")
            assert link, name
            assert link.get_text().startswith("Anyborough, an invented place "), name


def test_no_number_of_the_invented_place_can_ring(known: Library) -> None:
    phones = {str(one.phone) for one in known.contacts.values()}
    assert {one for one in phones if not DRAMA.fullmatch(one)} == REAL


def test_every_link_of_it_leads_somewhere(anyborough: Path) -> None:
    broken = []
    for name, page in pages(anyborough):
        here = URL + name.removesuffix("index.html")
        for one in page.select("[href], [src]"):
            target = urljoin(here, str(one.get("href") or one.get("src")))
            path = anyborough / "site" / target.partition("#")[0].removeprefix(URL)
            if target.startswith(URL) and not (path.is_file() or (path / "index.html").is_file()):
                broken.append((name, target))
    assert broken == []


def test_its_search_knows_its_pages_and_answers_with_its_number(
    anyborough: Path, known: Library
) -> None:
    search = anyborough / "site/search"
    listed = json.loads((search / "pages.json").read_text("utf-8"))
    assert {f"/{one['address']}" for one in listed} == known.pages.keys()
    words = json.loads((search / "words.json").read_text("utf-8"))
    answers = [one["value"] for one in words["answers"] if "front door" in one["names"]]
    assert answers[0] == known.contacts["mash"].phone
    assert words["place"] == ["anyborough"]
    assert "neglect" in json.loads((search / "small.json").read_text("utf-8"))["terms"].split()


def test_its_checks_have_nothing_to_mend(anyborough: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_DATE", DAY)
    assert read_project(anyborough, "/").library.ours.place == "Anyborough"


def test_what_is_anyone_s_holds_no_word_of_ours(anyborough: Path) -> None:
    """The rows and pages of the invented place stand in the project itself, as they are copied."""
    own = [path for name in ("macros", "theme", INVENTED) for path in (ROOT / name).rglob("*.*")]
    read = [path for path in own if path.is_file() and "__pycache__" not in path.parts]
    texts = {path: path.read_text("utf-8", "ignore") for path in read}
    assert [str(path) for path, text in texts.items() if OURS.search(text)] == []
    settings = (anyborough / "mkdocs.yml").read_text("utf-8")
    assert not OURS.search(settings)


@pytest.mark.parametrize("inside", ["site-of-another", "data"])
def test_a_partnership_is_not_started_inside_another(inside: str) -> None:
    with pytest.raises(ValueError, match="wanted a folder"):
        start(ROOT, ROOT / inside)
