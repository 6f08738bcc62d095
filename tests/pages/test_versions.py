"""A page says on what day it last said something else, and no old copy looks new."""

import csv
import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.calls.by_name import by_name
from macros.calls.fingerprints import fingerprints
from macros.calls.rehearsal import rehearse
from macros.desk.record_versions import FILE, record, unrecorded
from macros.drawing.page_frames import site
from macros.drawing.render import renderer
from macros.drawing.wording import FILTERS
from macros.library import Library, load
from macros.publishing import copies
from macros.reading.settings import Settings
from macros.records.days import day_words
from tests.conftest import SMALL_PROJECT, library

DAY = date(2026, 11, 22)
PAGE = "/worried-about-a-child/"
OTHER = "024 7683 3333"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project, to be changed."""
    return Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))


def known(project: Path, day: date = DAY) -> tuple[Library, dict[str, str]]:
    """What the project says on a day, and the fingerprint of each of its pages."""
    library = load(project, day)
    pages = rehearse(library, by_name(library, renderer("/", FILTERS)))
    return library, fingerprints(library, pages)


def change(project: Path, file: str, old: str, new: str) -> None:
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), "utf-8")


def changed_pages(project: Path) -> set[str]:
    """The pages that say something else than when all was last noted."""
    return set(unrecorded(*known(project)))


def said(project: Path, day: date) -> str:
    """The day on which the page says that it last changed."""
    library, now = known(project, day)
    settings = Settings("https://example.org/", "The guide")
    frames = site(library, renderer("/", FILTERS), settings, now).frames
    return frames[PAGE].changed


@pytest.fixture
def noted(project: Path) -> Path:
    """The project, all pages of which were noted on the day before."""
    library, now = known(project, DAY - timedelta(days=1))
    record(project, library, now)
    return project


def test_what_was_just_noted_has_not_changed(noted: Path) -> None:
    assert changed_pages(noted) == set()


def test_a_line_of_prose_changes_its_own_page_only(noted: Path) -> None:
    change(noted, "docs/about/index.md", "## Sources", "One sentence more.\n\n## Sources")
    assert changed_pages(noted) == {"/about/"}


def test_a_row_changes_every_page_that_draws_it(noted: Path) -> None:
    change(noted, "data/contacts.csv", "Emergency duty team", "Duty team")
    assert PAGE in changed_pages(noted)


def test_the_numbers_of_the_top_line_change_every_page(noted: Path) -> None:
    rows = list(csv.DictReader((noted / "data/contacts.csv").open(encoding="utf-8")))
    number = next(row["phone"] for row in rows if row["id"] == "mash")
    change(noted, "data/contacts.csv", number, OTHER)
    assert changed_pages(noted) == set(known(noted)[0].pages)


def test_another_address_behind_a_link_to_another_site_changes_the_page(noted: Path) -> None:
    change(noted, "data/links.csv", "https://", "https://www2.")
    assert changed_pages(noted)


def test_the_law_that_is_told_below_a_page_is_part_of_what_it_says(noted: Path) -> None:
    law = next(iter(known(noted)[0].law_changes.values()))
    change(noted, "data/law_changes.csv", law.title, "Another title")
    assert changed_pages(noted) >= set(law.pages)


def test_a_later_day_changes_no_page_but_those_whose_words_follow_it() -> None:
    """The plan says that a date has passed, health what is overdue; nothing else looks at it."""
    now, later = (
        fingerprints(one, rehearse(one, by_name(one, renderer("/", FILTERS))))
        for one in (library(), replace(library(), today=library().today + timedelta(days=400)))
    )
    assert {page for page in now if now[page] != later[page]} <= {
        "/priorities/plan/",
        "/about/health/",
    }


def test_what_says_shortly_what_follows_in_full_changes_nothing(noted: Path) -> None:
    library = load(noted, DAY)
    pages = rehearse(library, by_name(library, renderer("/", FILTERS)))

    def told(more: str) -> dict[str, str]:
        """The fingerprints, with some words more on every page."""
        fuller = {name: replace(one, drawn=(*one.drawn, more)) for name, one in pages.items()}
        return fingerprints(library, fuller)

    nothing = told("")
    assert told('<summary class="shortly" data-a>Source: one</summary>') == nothing
    assert told("<summary>Source: one</summary>") != nothing


def test_what_a_reader_does_not_see_changes_nothing(noted: Path) -> None:
    change(noted, "docs/index.md", "owner: Business unit", "owner: Somebody else")
    assert changed_pages(noted) == set()


def test_a_version_is_added_with_the_day_and_the_old_one_stays(noted: Path) -> None:
    change(noted, "docs/about/index.md", "## Sources", "One sentence more.\n\n## Sources")
    before = (noted / FILE).read_text("utf-8").splitlines()
    assert record(noted, *known(noted, DAY)) == ["/about/"]
    after = (noted / FILE).read_text("utf-8").splitlines()
    (added,) = set(after) - set(before)
    assert added.startswith(f"a1-2,/about/,{DAY},")
    assert set(before) <= set(after)
    assert changed_pages(noted) == set()


def test_a_change_that_nobody_noted_is_dated_by_the_build_never_earlier(noted: Path) -> None:
    change(noted, "data/contacts.csv", "Emergency duty team", "Duty team")
    later = DAY + timedelta(days=30)
    assert said(noted, later) == day_words(later)


def test_a_noted_change_keeps_its_day(noted: Path) -> None:
    later = DAY + timedelta(days=30)
    assert said(noted, later) == day_words(DAY - timedelta(days=1))


def test_a_page_read_through_since_speaks_of_no_change(noted: Path) -> None:
    change(noted, "docs/worried-about-a-child/index.md", "reviewed: 2026-10-03", f"reviewed: {DAY}")
    assert said(noted, DAY) == ""


def answer(project: Path, code: str, day: date) -> str:
    """What is said on a day of a copy with this code; nothing where there is no such version."""
    library, now = known(project, day)
    files = copies.files(library, renderer("/", FILTERS), now, "https://example.org/")
    html = files.get(f"go/{code}/index.html", b"").decode()
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())


def test_a_copy_is_current_until_its_page_says_something_else(noted: Path) -> None:
    day = DAY - timedelta(days=1)
    told = answer(noted, "a1-1", DAY)
    assert "This copy is current. The page says the same today." in told
    assert f"has said this since {day_words(day)}" in told
    change(noted, "docs/about/index.md", "## Sources", "One sentence more.\n\n## Sources")
    assert "This copy is out of date." in answer(noted, "a1-1", DAY)
    assert f"has said this since {day_words(DAY)}" in answer(noted, "a1-2", DAY)


def test_a_copy_is_told_what_changed_or_that_nobody_wrote_it_down(noted: Path) -> None:
    change(noted, "docs/about/index.md", "## Sources", "One sentence more.\n\n## Sources")
    record(noted, *known(noted, DAY))
    assert f"{day_words(DAY)}: the words changed. Nobody wrote a note of it." in answer(
        noted, "a1-1", DAY
    )
    with (noted / "data/changes.csv").open("a", encoding="utf-8") as rows:
        rows.write(
            f"{DAY}-more,{DAY},changed,for information,everyone,More,,,,/about/,One sentence more\n"
        )
        rows.write(
            "2026-10-04-old,2026-10-04,changed,read soon,everyone,Old,,,,/about/,Before the copy\n"
        )
    told = answer(noted, "a1-1", DAY)
    assert f"{day_words(DAY)}, changed: One sentence more." in told
    assert "Nobody wrote" not in told
    assert "Before the copy" not in told


def test_a_copy_of_a_page_that_is_gone_leads_to_the_one_in_its_place(noted: Path) -> None:
    change(noted, "data/versions.csv", "h1-1,/,", "w2-1,/help/,2026-10-05,0123456789ab\nh1-1,/,")
    told = answer(noted, "w2-1", DAY)
    assert "Do not rely on this copy. Another page holds now what it said." in told
    assert "Read this page instead: Worried about a child" in told
    assert "999" in told
    change(noted, "data/addresses.csv", ",/worried-about-a-child/,", ",/worried-about-a-child/,yes")
    told = answer(noted, "w2-1", DAY)
    assert "Do not rely on this copy. Its page was withdrawn." in told
    assert "Read this page instead: Worried about a child" in told


def test_a_copy_of_a_page_that_moved_is_current_until_the_page_says_something_else(
    noted: Path,
) -> None:
    page = "worried-about-a-child/"
    change(noted, "data/addresses.csv", f"/{page},w1,2026-10-03", f"/{page},w1,2026-10-20")
    (now,) = [one for one in known(noted, DAY)[0].versions.values() if one.page == f"/{page}"]
    before = f"w2-1,/help/,2026-10-05,{now.fingerprint}\nh1-1,/,"
    change(noted, "data/versions.csv", "h1-1,/,", before)
    moved = "The page has moved to another address since your copy was made."
    told = answer(noted, "w2-1", DAY)
    assert "This copy is current." in told
    assert moved in told
    change(noted, f"docs/{page}index.md", "## ", "One sentence more.\n\n## ")
    told = answer(noted, "w2-1", DAY)
    assert "This copy is out of date." in told
    assert moved in told
