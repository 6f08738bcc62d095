"""Learning from reviews: every row of the sources, no guessed status, nobody to be known by it."""

import copy
import csv
import re
from collections import Counter
from functools import cache

import pytest
from bs4 import Tag

from macros.records.findings import ASKS_FOR_NOTHING, Finding, FindingKind, Status
from tests.conftest import ROOT, built_pages, every_row, library
from tests.pages.built import soup

PAGES = [page for page in built_pages() if page.startswith(("reviews/", "audits/", "inspections/"))]
BRIEFINGS = [page for page in PAGES if page.startswith("reviews/briefings/")]
REVIEWS = ("reviews/stephen/", "reviews/anya/")
COUNTS = {
    ("stephen", FindingKind.RECOMMENDATION): 15,
    ("anya", FindingKind.RECOMMENDATION): 9,
    ("audit-early-help", FindingKind.AREA): 4,
    ("audit-domestic-abuse", FindingKind.AREA): 8,
    ("audit-serious-youth-violence", FindingKind.AREA): 7,
    ("jtai-march-2024", FindingKind.STRENGTH): 11,
    ("jtai-march-2024", FindingKind.AREA): 5,
    ("key-themes-2023-24", FindingKind.THEME): 6,
}
ORDER_OF_A_REVIEW = (
    "Do this differently",
    "What the review looked at",
    "What helped",
    "What got in the way",
    "The recommendations",
    "Where the learning went",
    "The full report",
)
PARTS_OF_A_BRIEFING = 7
MOST_WORDS_OF_A_BRIEFING = 1100
MOST_WORDS_OF_WHAT_WAS_LOOKED_AT = 80
MOST_TO_DO = 5
WORDS_BEFORE_THE_TABLE = 600
FINDINGS = sorted(library().findings.values(), key=lambda one: one.id)
ASKED = [one for one in FINDINGS if one.kind not in ASKS_FOR_NOTHING]


@cache
def page(address: str) -> Tag:
    """The built page's own text."""
    found = copy.copy(soup(address).find("article"))
    assert isinstance(found, Tag)
    for extra in found.select(".heading-link, .review, .words, .shortly"):
        extra.extract()
    return found


def home(finding: Finding) -> str:
    """The address of the page of the finding's review, below the site's."""
    return library().reviews[finding.review].page[1:]


def under(address: str, heading: str) -> str:
    """The text under a heading, as far as the next one."""
    text = page(address).get_text(" ")
    headings = [one.get_text(strip=True) for one in page(address).select("h2")]
    after = headings[headings.index(heading) + 1 :]
    part = text.split(heading, 1)[1]
    return part.split(after[0], 1)[0] if after else part


@pytest.mark.parametrize("review_and_kind", COUNTS, ids=lambda pair: f"{pair[0]}-{pair[1]}")
def test_every_row_of_the_source_is_there(review_and_kind: tuple[str, FindingKind]) -> None:
    review, kind = review_and_kind
    rows = [one for one in every_row("findings") if (one["review"], one["kind"]) == (review, kind)]
    assert len(rows) >= COUNTS[review_and_kind]
    assert len({one["number"] for one in rows}) == len(rows)


def test_the_repeated_recommendation_is_merged_and_the_merge_is_told() -> None:
    told = [str(row) for row in every_row("findings") if row["review"] == "anya"]
    assert [one for one in told if re.search("twice|second time|merge", one)]


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda one: one.id)
def test_every_finding_stands_on_the_page_of_its_review(finding: Finding) -> None:
    row = page(home(finding)).select_one(f"#finding-{finding.id}")
    assert row is not None
    assert finding.text in " ".join(row.get_text(" ").split())


@pytest.mark.parametrize("finding", ASKED, ids=lambda one: one.id)
def test_everything_asked_for_stands_in_the_tracker_with_its_status(finding: Finding) -> None:
    row = page("reviews/recommendations/").select_one(f'[data-row="findings/{finding.id}"]')
    assert row is not None
    text = " ".join(row.get_text(" ").split())
    assert finding.text in text
    assert str(finding.status).capitalize() in text
    assert finding.status_why in text


def test_the_chart_counts_what_the_tracker_lists() -> None:
    counts = Counter(one.status for one in ASKED)
    bars = page("reviews/recommendations/").select(".bars li")
    drawn = {
        str(one.select_one(".bar-label").get_text()): int(one.select_one(".bar-value").get_text())  # type: ignore[union-attr]
        for one in bars
    }
    assert drawn == {status.capitalize(): counts[status] for status in Status}


def test_each_guide_leads_back_to_the_findings_it_carries() -> None:
    for guide in library().guides.values():
        carried = {one.id for one in FINDINGS if guide.id in one.guides}
        links = page(guide.page[1:]).select('a[href*="#finding-"]')
        assert {str(one["href"]).split("#finding-")[1] for one in links} == carried


def test_each_course_leads_back_to_the_findings_it_carries() -> None:
    for course in library().courses.values():
        row = page("training/").select_one(f"#course-{course.id}")
        assert row is not None
        carried = {one.id for one in FINDINGS if course.id in one.courses}
        links = row.select('a[href*="#finding-"]')
        assert {str(one["href"]).split("#finding-")[1] for one in links} == carried


def test_each_theme_of_the_thread_counts_the_findings_below_it() -> None:
    rows = page("reviews/thread/").select("#thread [data-item]")
    assert len(rows) == len(FINDINGS)
    themes = page("reviews/thread/").select(".by-theme tbody tr")
    assert themes
    for theme in themes:
        link = theme.select_one("th > div > a")
        assert link is not None
        name = str(link["href"]).split("#theme-")[1]
        found = [int(one.get_text()) for one in theme.select("td span")][:4]
        assert sum(found) == sum(name in str(row["data-theme"]).split() for row in rows)
        guides = {guide for one in FINDINGS if name in one.themes for guide in one.guides}
        cell = theme.select_one('[data-label="Guides"]')
        assert cell is not None
        assert int(cell.get_text()) == len(guides)
        assert len(theme.select('a[href*="one-minute-guides/"]')) == len(guides)


@pytest.mark.parametrize("address", REVIEWS)
def test_a_review_has_its_parts_in_the_fixed_order(address: str) -> None:
    found = [one.get_text(strip=True) for one in page(address).select("h2")]
    assert found == [one for one in ORDER_OF_A_REVIEW if one in found or one != "What helped"]


@pytest.mark.parametrize("address", REVIEWS)
def test_a_review_tells_little_before_it_teaches(address: str) -> None:
    name = address.split("/")[1]
    rows = [one for one in library().review_points.values() if one.review == name]
    looked = " ".join(one.text for one in rows if one.part == "looked-at")
    assert len(looked.split()) <= MOST_WORDS_OF_WHAT_WAS_LOOKED_AT
    assert len([one for one in rows if one.part == "do"]) <= MOST_TO_DO
    told = copy.copy(page(address))
    for note in told.select(".source-note, .sources"):
        note.extract()
    before = told.get_text(" ").split("The recommendations", 1)[0]
    assert len(before.split()) <= WORDS_BEFORE_THE_TABLE


def test_there_is_a_briefing_for_each_of_the_five_subjects() -> None:
    subjects = {"anya", "fathers-and-men", "language", "professional-curiosity", "stephen"}
    assert {one.split("/")[2] for one in BRIEFINGS} >= subjects


@pytest.mark.parametrize("address", BRIEFINGS)
def test_a_briefing_has_seven_parts_and_three_questions(address: str) -> None:
    headings = [one.get_text(strip=True) for one in page(address).select("h2")]
    assert [one[:2] for one in headings] == [f"{n}." for n in range(1, PARTS_OF_A_BRIEFING + 1)]
    assert len(page(address).get_text(" ").split()) <= MOST_WORDS_OF_A_BRIEFING
    (talk,) = [one for one in headings if "Talk it through" in one]
    assert under(address, talk).count("?") >= len(("strikes", "changes", "know"))


def distressing() -> list[re.Pattern[str]]:
    """What no page on a review may say: details that identify, or that only distress."""
    with (ROOT / "tests/pages/words-that-identify.csv").open(newline="", encoding="utf-8") as file:
        return [re.compile(rf"\b{row['pattern']}\b", re.IGNORECASE) for row in csv.DictReader(file)]


@pytest.mark.parametrize("address", PAGES)
def test_no_page_tells_what_could_identify_or_only_distress(address: str) -> None:
    text = page(address).get_text(" ")
    assert [found.group() for one in distressing() if (found := one.search(text))] == []
