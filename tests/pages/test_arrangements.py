"""The 2024 arrangements, whole: no statement is dropped, and every list is complete."""

import csv
from collections import Counter, defaultdict
from functools import cache

import pytest
from bs4 import Tag

from macros.records.duties import Holder
from tests.conftest import ROOT, every_row, library
from tests.pages.built import soup

PAGES = sorted(path.stem for path in (ROOT / "docs/arrangements").glob("*.md"))


@cache
def main_of(page: str) -> Tag:
    found = soup("arrangements/" if page == "index" else f"arrangements/{page}/").find("main")
    assert isinstance(found, Tag)
    return found


def statements() -> list[dict[str, str]]:
    """Each statement of the document, with the rows or the page that hold it."""
    path = ROOT / "tests/pages/arrangements-statements.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_statement_of_the_document_stands_in_a_row_or_on_a_page() -> None:
    known, lost = library(), []
    for statement in statements():
        for where in statement["where"].split("; "):
            dataset, _, name = where.partition("/")
            if where.startswith("/"):
                found = where in known.pages
            else:
                found = name in known.dataset(dataset) or name in known.held_back[dataset]
            if not found:
                lost.append(f"{statement['place']}: {statement['statement']} ({where})")
    assert lost == []
    assert len(statements()) > 250


def test_the_lists_of_the_document_are_complete() -> None:
    """A row that is held back counts, since it is not lost; none is more than the document has."""
    assert len(every_row("relevant_agencies")) == 18
    duties = Counter(row["holder"] for row in every_row("duties"))
    assert duties[Holder.REVIEW_SUBGROUP] == 12
    assert duties[Holder.SCRUTINY] == 7
    assert duties[Holder.EQUALITY] == 5
    kinds = Counter(row["kind"] for row in every_row("partners"))
    assert (kinds["lead"], kinds["delegated"]) == (3, 3)


def test_every_list_is_numbered_from_one_without_a_gap() -> None:
    lists = defaultdict(list)
    for row in every_row("duties"):
        lists[row["holder"]].append(int(row["order"]))
    lists["agencies"] = [int(row["order"]) for row in every_row("relevant_agencies")]
    for name, orders in lists.items():
        assert sorted(orders) == [*range(1, len(orders) + 1)], name


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_with_what_it_means_for_you(page: str) -> None:
    first = main_of(page).find("h2")
    assert first is not None
    assert first.get_text() == "What this means for you"


def test_the_chart_joins_only_what_the_source_joins() -> None:
    known = library().groups
    for box in main_of("structure").select(".tree li"):
        above = box.find_parent("li")
        name = box.select_one(".box strong")
        assert name is not None
        group = next(one for one in known.values() if one.name == name.get_text())
        parent = above.select_one(".box strong") if above else None
        wanted = known[group.reports_to].name if group.reports_to else None
        assert (parent.get_text() if parent else None) == wanted


def test_the_two_names_of_the_care_board_are_shown_not_repaired() -> None:
    text = main_of("lead-partners").get_text(" ")
    assert "Coventry and Warwickshire" in text
    assert "Coventry and Rugby" in text
