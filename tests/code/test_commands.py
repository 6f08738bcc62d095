"""What an editor meets at the terminal and in the browser: refused data, live pages, new pages."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, expect

from macros.desk.new_page import start
from macros.library import load
from tests.browser.views import WORRIED
from tests.conftest import ROOT, library, small_guide
from tests.data.test_bad_rows import CONTACTS, damage
from tests.pages.test_guides import OPTIONAL, ORDER

NUMBER = str(library().contacts["mash"].phone)
NO_NUMBER = f"{NUMBER[:-1]}O"
GOOD_AND_BAD = (f",{NUMBER},", f",{NO_NUMBER},")
STEP = 200  # milliseconds between two looks
TO_START, TO_REBUILD, TO_WRITE = 180_000, 180_000, 90_000  # milliseconds, on two busy cores
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv*", "site", "site-*", ".site*", "node_modules", "__pycache__", ".*_cache"
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The whole project without its history, to damage at will; so its date is given."""
    monkeypatch.setenv("SITE_DATE", "2026-11-22")
    return Path(shutil.copytree(ROOT, tmp_path / "project", ignore=NOT_COPIED))


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small project with the real macros and theme: it is served as the whole guide is."""
    return small_guide(tmp_path / "small")


def built(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run(project, "mkdocs", "build", **environment)


def checked(project: Path) -> subprocess.CompletedProcess[str]:
    return run(project, "macros")


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**os.environ, "GITHUB_ACTIONS": "", "SITE_DATE": "2026-11-22", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_damaged_data_stops_the_build_in_plain_words_and_leaves_the_old_site(project: Path) -> None:
    old = project / "site/index.html"
    old.parent.mkdir()
    old.write_text("the site as it was", "utf-8")
    damage(project, CONTACTS, *GOOD_AND_BAD)
    (project / "docs/index.md").write_text("no header\n", "utf-8")
    result = built(project)
    said = result.stdout + result.stderr
    assert result.returncode == 1
    assert "data/contacts.csv, line" in said
    assert f'"{NO_NUMBER}"' in said
    assert "docs/index.md, line 1: found no header" in said
    assert "Traceback" not in said
    assert old.read_text("utf-8") == "the site as it was"


def test_a_tree_without_a_commit_asks_for_the_date(project: Path) -> None:
    result = built(project, SITE_DATE="")
    assert result.returncode == 1
    assert "SITE_DATE=2026-03-12 make build" in result.stdout + result.stderr


def test_desk_checks_find_damaged_data_without_building(project: Path) -> None:
    damage(project, CONTACTS, *GOOD_AND_BAD)
    result = checked(project)
    assert result.returncode == 1
    assert "have to be mended" in result.stderr or "has to be mended" in result.stderr
    assert not (project / "site").exists()


@pytest.fixture
def live(small: Path) -> Iterator[str]:
    """The small site served as `make serve` serves it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {
        **os.environ,
        "SITE_LIVE": "yes",
        "SITE_URL": f"http://{address}/",
        "SITE_DATE": "2026-11-22",
    }
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    with subprocess.Popen(command, cwd=small, env=environment, stderr=subprocess.DEVNULL) as server:
        yield f"http://{address}/"
        server.terminate()


def test_while_serving_the_browser_follows_what_is_wrong_and_what_is_mended(
    live: str, small: Path, page: Page
) -> None:
    known = load(small, date(2026, 11, 22))
    title, number = known.pages["/"].title, str(known.contacts["mash"].phone)
    there_and_wrong = (f",{number},", f",{number[:-1]}O,")
    expect_open(page, live)
    expect(page.locator("h1")).to_have_text(title)
    for name in ("search/small.json", "search/text.json", "data/contacts.csv", "assets/site.css"):
        expect_file(page, live + name)
    damage(small, CONTACTS, *there_and_wrong)
    expect(page.locator("h1")).to_contain_text("has to be mended", timeout=TO_REBUILD)
    expect(page.locator("main")).to_contain_text("data/contacts.csv, line")
    expect(page.locator("main")).to_contain_text(f"{number[:-1]}O")
    damage(small, CONTACTS, *reversed(there_and_wrong))
    expect(page.locator("h1")).to_have_text(title, timeout=TO_REBUILD)

    # A changed meaning shows on pages that themselves did not change.
    page.goto(live + WORRIED)
    term = known.glossary["mash"]
    meanings = page.locator(".words")
    expect(meanings).to_contain_text(term.meaning)
    damage(small, "data/glossary.csv", term.meaning.replace('"', '""'), "A changed meaning")
    expect(meanings).to_contain_text("A changed meaning", timeout=TO_REBUILD)


def expect_file(page: Page, address: str) -> None:
    """What is made of all pages comes a little after them."""
    for _ in range(0, TO_WRITE, STEP):
        if page.request.get(address).status == 200:
            return
        page.wait_for_timeout(STEP)
    pytest.fail(f"{address} never came")


def expect_open(page: Page, address: str) -> None:
    """Open the address as soon as the server answers."""
    for _ in range(0, TO_START, STEP):
        try:
            page.goto(address)
        except PlaywrightError:
            page.wait_for_timeout(STEP)
        else:
            return
    pytest.fail("the server did not start")


def test_new_pages_are_in_their_place_and_a_guide_is_told_what_it_misses(project: Path) -> None:
    """One build of all three kinds; the guide then has every part in its order."""
    others = [start(project, "page", "about/a-first-try"), start(project, "review", "a-first-try")]
    made = start(project, "guide", "a-first-try")
    result = checked(project)
    assert result.returncode == 1
    assert "links: found an empty cell" in result.stderr
    assert "tell_nobody: found an empty cell" in result.stderr  # somebody has to decide it
    assert "text: found an empty cell, wanted a value (The line itself" in result.stderr
    assert (
        "6 things have to be mended" in result.stderr
    )  # of its lines: text, source, place, how sure

    guides = project / "data/guides.csv"
    row = "a-first-try,/one-minute-guides/a-first-try/,mash; out-of-hours,,"
    text = guides.read_text("utf-8")
    assert f"\n{row},,,,\n" in text
    guides.write_text(text.replace(f"{row},,", f"{row}regional-procedures,no,"), "utf-8")
    points = project / "data/points.csv"
    text, empty = points.read_text("utf-8"), ",1,,,,,yes,,\n"
    assert text.count(empty) == 7
    filled = ",1,A line,children-act-1989-section-17,Section 17,high,yes,,\n"
    points.write_text(text.replace(empty, filled), "utf-8")
    result = built(project)
    assert result.returncode == 0, result.stdout + result.stderr
    for other in others:
        assert "A first try" in published(project, other)
    html = published(project, made)
    headings = BeautifulSoup(html, "html.parser").select("article h2")
    found = [heading.get_text(strip=True) for heading in headings]
    assert found == [name for name in ORDER if name != OPTIONAL]


def published(project: Path, page: Path) -> str:
    """The HTML that a page has become."""
    folder = page.relative_to(project / "docs").with_suffix("")
    return (project / "site" / folder / "index.html").read_text("utf-8")


def test_a_new_page_gets_the_next_code_of_its_neighbours(project: Path) -> None:
    ledger = project / "data/addresses.csv"
    used = [int(one.code[1:]) for one in library().addresses.values() if one.code[0] == "g"]
    start(project, "guide", "a-first-try")
    row = f"/one-minute-guides/a-first-try/,g{max(used) + 1},2026-11-22,,"
    assert row in ledger.read_text("utf-8").splitlines()


@pytest.mark.parametrize("date", ["22/11/2026", ""])
def test_a_new_page_without_a_date_is_refused_in_words(project: Path, date: str) -> None:
    result = run(project, "macros.desk.new_page", "page", "about/a-first-try", SITE_DATE=date)
    assert result.returncode == 1
    assert result.stderr.splitlines()[1].startswith("- SITE_DATE: found ")
    assert not (project / "docs/about/a-first-try.md").exists()


def test_a_new_page_waits_until_the_ledger_is_in_order(project: Path) -> None:
    ledger = project / "data/addresses.csv"
    ledger.write_text(ledger.read_text("utf-8").replace("code", "cod", 1), "utf-8")
    result = run(project, "macros.desk.new_page", "page", "about/a-first-try")
    assert result.returncode == 1
    assert "data/addresses.csv, line 1" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_weekly_list_tells_of_damaged_data_in_words(project: Path) -> None:
    damage(project, CONTACTS, *GOOD_AND_BAD)
    result = run(project, "macros.desk.upkeep")
    assert result.returncode == 1
    assert "data/contacts.csv, line" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("name", ["", "Big Words", "../outside", "about/sources", "a_b"])
def test_a_name_that_cannot_be_an_address_is_refused_in_words(project: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"wanted|already published"):
        start(project, "page", name)
