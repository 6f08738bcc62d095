"""What each one-minute guide promises: its parts in order, its length, its sources, its words."""

import copy
import csv
import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

import pytest
from bs4 import Tag

from macros.records.points import MARKED, Part, Point
from macros.records.sources import Kind
from tests.conftest import ROOT, built_pages, every_row, library
from tests.pages.built import row_of, soup, text_of

ORDER = (
    "In one sentence",
    "Act now",
    "Signs",
    "Do this",
    "In your role",
    "Say and record",
    "Timescales",
    "Who to contact",
    "Why it matters locally",
    "Find out more",
)
OPTIONAL = "In your role"
UNDER = {
    "Signs": (Part.SIGNS,),
    "Do this": (Part.DO,),
    "Say and record": (Part.SAY, Part.RECORD),
    "Why it matters locally": (Part.WHY,),
}
APPLIES = ": when it applies"  # a step or a scheme has no signs, but times when it is used
CORE = ORDER[:4]
MOST_WORDS_IN_CORE = 200
MOST_WORDS = 400
MOST_STEPS = 5
FEWEST_GUIDES = 40
OFFICIAL = frozenset(Kind) - {Kind.CHARITY, Kind.OTHER}
FIXED = ("a child is in immediate danger", "a crime is happening", "someone is seriously hurt")
NUMBER = re.compile(r"\d[\d,.]*\d|\d")
AVOID = ROOT / "tests/pages/words-to-avoid.csv"


GUIDES = sorted(library().guides)


@cache
def article(guide: str) -> Tag:
    """The built page's own text, without what stands around it."""
    found = copy.copy(soup(library().guides[guide].page[1:]).find("article"))
    assert isinstance(found, Tag)
    for extra in found.select(".heading-link, .review, .words"):
        extra.extract()
    return found


@cache
def sections(guide: str) -> dict[str, list[Tag]]:
    """What stands under each heading, by the heading's words."""
    headings = [one.parent or one for one in article(guide).select("h2")]
    return {
        heading.get_text(strip=True).removesuffix(APPLIES): list(
            takewhile(lambda tag: tag not in headings, heading.find_next_siblings())
        )
        for heading in headings
    }


def said(tag: Tag) -> str:
    """The text of an element without its lines on editions."""
    return " ".join(text for text in tag.strings if not text.find_parent(class_="edition"))


def words(guide: str, names: tuple[str, ...]) -> int:
    """How many words a reader meets under these headings, the headings themselves included.

    Lines on editions are not counted: like the review block, they tell of the text, not of a child.
    """
    found = sections(guide)
    text = " ".join(
        f"{name} {' '.join(said(tag) for tag in found[name])}" for name in names if name in found
    )
    return len([word for word in text.split() if re.search(r"\w", word)])


def points(guide: str, part: Part) -> list[Point]:
    """The rows of the data for this part of a guide, in order."""
    found = [one for one in library().points.values() if (one.guide, one.part) == (guide, part)]
    return sorted(found, key=lambda one: one.order)


def lines(guide: str, part: Part) -> list[str]:
    """The lines of the data for this part of a guide, in order."""
    return [one.text for one in points(guide, part)]


def drawn(guide: str, name: str) -> list[str]:
    """The rows that stand under a heading, in order."""
    tags = [one for tag in sections(guide)[name] for one in (tag, *tag.select("[data-row]"))]
    return [str(one["data-row"]) for one in tags if one.has_attr("data-row")]


def shown(guide: str, name: str) -> str:
    """The text under a heading, on one line."""
    return " ".join(" ".join(tag.get_text(" ") for tag in sections(guide)[name]).split())


def test_there_are_guides_enough() -> None:
    assert len(GUIDES) >= FEWEST_GUIDES


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_has_every_part_in_the_fixed_order(guide: str) -> None:
    found = list(sections(guide))
    assert found == [name for name in ORDER if name in found or name != OPTIONAL]
    assert (OPTIONAL in found) == bool(lines(guide, Part.ROLE))
    assert all(sections(guide).values())


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_read_in_a_minute(guide: str) -> None:
    assert words(guide, CORE) <= MOST_WORDS_IN_CORE
    assert words(guide, ORDER[:-1]) <= MOST_WORDS


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_asks_for_five_steps_at_most(guide: str) -> None:
    assert 1 <= len(lines(guide, Part.DO)) <= MOST_STEPS


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_shows_each_line_of_its_data_in_its_own_part(guide: str) -> None:
    for name, parts in UNDER.items():
        rows = [f"points/{one.id}" for part in parts for one in points(guide, part)]
        assert drawn(guide, name) == rows, name


def test_what_must_not_be_done_stands_out_and_no_sign_does() -> None:
    marked = {said(line).strip() for guide in GUIDES for line in article(guide).select(".never")}
    assert "Do not ask the child to send, download or delete it" in marked
    assert "Call the MASH before baby goes home. Never decide alone" in marked
    steps = [line for guide in GUIDES for line in lines(guide, Part.DO)]
    assert {one for one in steps if one.startswith(("Never ", "Do not "))} <= marked
    assert not marked & {line for guide in GUIDES for line in lines(guide, Part.SIGNS)}


def test_a_line_of_an_older_edition_has_a_mark_that_is_explained_below_its_list() -> None:
    for guide in GUIDES:
        page = soup(library().guides[guide].page[1:])
        marked = page.select("li[data-row^='points/'] > .edition")
        bulleted = [part for part in MARKED if part is not Part.DO]
        older = [one for part in bulleted for one in points(guide, part) if one.edition_note]
        assert len(marked) == len(older)
        for mark in marked:
            line, below = mark.find_parent("li"), mark.find_parent(class_="roles")
            below = below or mark.find_parent("ul")
            assert line
            assert below
            told = library().points[row_of(line)[7:]].edition_note
            notes = below.find_next_siblings("p", class_="edition")
            assert f"{text_of(mark)} {told}." in [text_of(one) for one in notes], guide


@pytest.mark.parametrize("guide", GUIDES)
def test_below_the_steps_stands_which_of_them_are_of_an_older_edition(guide: str) -> None:
    (steps,) = article(guide).select("ol.points")
    notes = " ".join(text_of(one) for one in steps.find_next_siblings("p", class_="edition"))
    for place, line in enumerate(steps.select("li"), start=1):
        told = library().points[row_of(line)[7:]].edition_note
        pattern = rf"Steps? ([\d, ]*\b)?{place}\b[\d, ]*: "
        if told:
            assert re.search(pattern + re.escape(told), notes), place
        else:
            assert not re.search(pattern, notes), place


@pytest.mark.parametrize("guide", GUIDES)
def test_the_signs_for_999_are_the_same_in_every_guide(guide: str) -> None:
    drawn = sections(guide)["Act now"][0].select(".care-999 li")
    found = tuple(tag.get_text(strip=True) for tag in drawn)
    assert found == (*FIXED, *lines(guide, Part.EMERGENCY))


@pytest.mark.parametrize("guide", GUIDES)
def test_every_card_of_a_guide_says_when_and_whom_to_call(guide: str) -> None:
    contacts = library().contacts
    card = sections(guide)["Act now"][0]
    assert [tag.get_text(strip=True) for tag in card.select(".care-mash li")] == lines(
        guide, Part.MASH
    )
    assert [tag.get_text(strip=True) for tag in card.select(".care-talk li")] == lines(
        guide, Part.TALK
    )
    for name in ("emergency", "mash", "out-of-hours"):
        number = str(contacts[name].phone).replace(" ", "")
        assert card.select(f'a[href="tel:{number}"]')
    assert "safeguarding lead, or the MASH" in shown(guide, "Act now")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_rests_on_two_sources_one_of_them_official(guide: str) -> None:
    written = {row["source_id"] for row in every_row("points") if row["guide"] == guide}
    assert len(written) >= 2
    assert {library().sources[name].kind for name in written} & OFFICIAL
    used = {one.source_id for one in library().points.values() if one.guide == guide}
    named = {str(tag["href"]).split("#")[-1] for tag in article(guide).select(".rests-on a")}
    assert named == used


@pytest.mark.parametrize("guide", GUIDES)
def test_every_number_of_a_local_finding_is_the_number_of_its_row(guide: str) -> None:
    text = shown(guide, "Why it matters locally")
    rows = [
        f"{row.text} {row.source_ref} {library().sources[row.source_id].title}"
        for row in points(guide, Part.WHY)
    ]
    assert sorted(NUMBER.findall(text)) == sorted(NUMBER.findall(" ".join(rows)))


@pytest.mark.parametrize("guide", GUIDES)
def test_every_limit_and_number_of_a_guide_is_its_row(guide: str) -> None:
    record = library().guides[guide]
    drawn = [tag["data-row"] for tag in article(guide).select("[data-row]")]
    assert [row for row in drawn if str(row).startswith("timescales/")] == [
        f"timescales/{name}" for name in record.timescales
    ]
    named = [name for name in record.contacts if name != "out-of-hours"]
    wanted = [f"contacts/{name}" for name in named]
    if "mash" in named:  # the line that answers when the MASH does not stands right after it
        wanted.insert(wanted.index("contacts/mash") + 1, "contacts/out-of-hours")
    assert [row for row in drawn if str(row).startswith("contacts/")] == wanted


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_gives_each_number_on_one_line_of_whom_to_contact(guide: str) -> None:
    numbers = [text_of(one) for one in article(guide).select(".who a[href^='tel:']")]
    assert sorted(set(numbers)) == sorted(numbers)
    named = {row_of(one) for one in article(guide).select(".who li")}
    mash = library().contacts["mash"].phone
    assert "contacts/mash" in named or mash not in numbers, (
        "the number of the MASH stands under its name"
    )


def avoided() -> Iterator[tuple[str, re.Pattern[str]]]:
    with AVOID.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield row["instead"], re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE)


@pytest.mark.parametrize("address", built_pages())
def test_no_page_speaks_ill_of_children_and_families(address: str) -> None:
    """Titles of documents keep their words; old names, and words that people type, lead on."""
    main = copy.copy(soup(address).find("main"))
    assert isinstance(main, Tag)
    for link in main.select("a, .terms .small, .a-to-z [data-row]"):
        link.extract()
    text = main.get_text(" ")
    assert [found.group() for _, one in avoided() if (found := one.search(text))] == []


def test_every_topic_of_the_guides_leads_to_a_guide() -> None:
    index = soup("one-minute-guides/")
    linked = [str(tag.get("href")).strip("./") for tag in index.select("#guides a")]
    assert sorted(linked) == GUIDES
    titles = [tag.get_text(strip=True) for tag in index.select("#guides a")]
    assert titles == sorted(titles, key=str.casefold)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_number_that_a_line_tells_to_call_can_be_tapped(guide: str) -> None:
    lines = article(guide).select(".points > li")
    told = [re.findall(r"[Cc]all (999|111|101)\b", text_of(line)) for line in lines]
    tapped = [[link.get_text() for link in line.select("a.tel")] for line in lines]
    assert all(set(numbers) <= set(links) for numbers, links in zip(told, tapped, strict=True))


def test_a_line_that_sends_to_a_contact_leads_there() -> None:
    lines = [one for one in library().points.values() if one.contact]
    assert "allegations-do-3" in {one.id for one in lines}
    for one in lines:
        contact = library().contacts[str(one.contact)]
        page = soup(library().guides[one.guide].page[1:])
        (line,) = page.select(f"[data-row='points/{one.id}']")
        wanted = f"tel:{contact.phone.replace(' ', '')}" if contact.phone else contact.url
        assert wanted in {link["href"] for link in line.select("a[href]")}


def test_a_card_for_today_leads_to_whom_else_the_guide_sends_to() -> None:
    guides = [one for one in library().guides.values() if one.second_call]
    assert {"allegations", "self-harm"} <= {one.id for one in guides}
    for one in guides:
        contact = library().contacts[str(one.second_call)]
        (card,) = soup(one.page[1:]).select(".care-mash")
        wanted = f"tel:{contact.phone.replace(' ', '')}" if contact.phone else contact.url
        assert wanted in {link["href"] for link in card.select("a[href]")}
        assert one.second_when in text_of(card)


def test_whoever_stands_on_a_card_can_be_reached_from_it() -> None:
    cards = soup("worried-about-a-child/contacts/").select(".card.contact")
    assert cards
    for card in cards:
        assert card.select_one(".contact-line a[href], [href^='tel:']"), text_of(card)
