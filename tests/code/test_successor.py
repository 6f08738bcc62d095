"""What keeps the way open to another builder, and what tells how far it leads."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.successor.comparing import compared

PAGE = '<main><article><h1>Neglect</h1> <p>Call <a href="../{to}/">{who}</a>.</p></article></main>'


def site(folder: Path, **pages: str) -> Path:
    """A built folder of pages by their names."""
    for name, html in pages.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "index.html").write_text(html, "utf-8")
    return folder


@pytest.fixture
def today(tmp_path: Path) -> Path:
    return site(tmp_path / "today", neglect=PAGE.format(to="mash", who="the MASH"))


def test_a_page_with_other_markup_and_another_way_to_write_the_same_link_is_alike(
    today: Path, tmp_path: Path
) -> None:
    html = PAGE.format(to="mash", who="the\n MASH").replace('"../mash/"', '"/mash/" rel="next"')
    found = compared(today, site(tmp_path / "there", neglect=html))
    assert (found.alike, found.different, found.lacking) == (1, (), ())
    assert (found.files, found.same_bytes) == (1, 0)


@pytest.mark.parametrize(
    ("to", "who", "goes_on"),
    [("mash", "the police", "police ."), ("police", "the MASH", "(/police/) the MASH .")],
    ids=["another word", "another way"],
)
def test_a_page_that_says_or_leads_elsewhere_is_told_from_where_on(
    today: Path, tmp_path: Path, to: str, who: str, goes_on: str
) -> None:
    there = site(tmp_path / "there", neglect=PAGE.format(to=to, who=who))
    found = compared(today, there)
    assert found.alike == 0
    (one,) = found.different
    assert one.page == "neglect/index.html"
    assert one.after.startswith("Neglect Call")
    assert one.there == goes_on


def test_a_page_that_ends_too_early_is_told(today: Path, tmp_path: Path) -> None:
    html = PAGE.format(to="mash", who="the MASH").replace(".</p>", "</p>")
    (one,) = compared(today, site(tmp_path / "there", neglect=html)).different
    assert (one.today, one.there) == (".", "")


def test_a_page_that_is_not_made_is_told(today: Path, tmp_path: Path) -> None:
    assert compared(today, site(tmp_path / "there")).lacking == ("neglect/index.html",)


@pytest.mark.parametrize("path", sorted((ROOT / "theme").rglob("*.html")), ids=lambda one: one.name)
def test_the_theme_calls_nothing_that_python_alone_has(path: Path) -> None:
    """A builder that is not in Python draws the same templates from ready values."""
    tags = re.findall(r"{[{%].*?[%}]}", path.read_text("utf-8"), re.DOTALL)
    assert [tag for tag in tags if re.search(r"\.\w+\(", tag)] == []
