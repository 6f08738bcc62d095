"""Numbers and time limits on which a life can hang, held against a second list.

second_list.py tells whoever corrects such a cell in data/ what is left to do; here is held that
every page, search and each download give what the list gives.
"""

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
from bs4 import Tag

from macros.records.concerns import FirstCall
from macros.records.record import YesNo
from tests.conftest import SITE, built_pages, library
from tests.pages.built import row_of, soup, text_of
from tests.pages.second_list import LIMITS, NUMBERS, shown

CONTACTS = "worried-about-a-child/contacts/"
FIND = "worried-about-a-child/find/"
TIMESCALES = "thresholds/timescales/"
TOP_LINE = (
    ("In danger", "emergency"),
    ("Worried? MASH", "mash"),
    ("Out of hours", "out-of-hours"),
)
CARDS = {
    "Call 999 if:": ("emergency",),
    "Call the MASH today if:": ("mash", "out-of-hours"),
    "Talk it through if:": (),
}
FIRST_ON_THE_CARD = {("one-minute-guides/self-harm/", "Call the MASH today if:"): ("mh-crisis",)}
NOBODY_ANSWERS = ("emergency",)  # a card outside a guide ends with it
CALLS_OF_A_CONCERN = {
    "Call 999": ("emergency", "mash", "out-of-hours"),
    "Call the MASH today": ("mash", "out-of-hours", "emergency"),
    "Talk it through": ("mash", "out-of-hours"),
}
AND_THE_LADO = ", and the LADO"  # where an adult who works with children may do the harm
# Whose number must follow words that end so.
SAID_BEFORE = {
    r"office hours:? ?(?:call )?$": "out-of-hours",
    r"MASH(?: too)?: ?$": "mash",
    r"danger(?: now)?,? ?:? (?:call )?$": "emergency",
}


@cache
def numbers() -> dict[str, dict[str, str]]:
    """The hand-kept rows of the numbers that readers see, by id."""
    return shown(NUMBERS, library())


@cache
def limits() -> dict[str, dict[str, str]]:
    """The hand-kept rows of the time limits that readers see, by id."""
    return shown(LIMITS, library())


def dialled(number: str) -> str:
    return f"tel:{number.replace(' ', '')}"


def call(contact: str) -> tuple[str, str]:
    """A number as it must be seen, and as it must be dialled."""
    number = numbers()[contact]["number"]
    return number, dialled(number)


def calls_in(place: Tag) -> list[tuple[str, str]]:
    """The numbers that can be pressed in a place, as seen and as dialled."""
    links = place.select("a[href^='tel:']")
    return [(text_of(link).removeprefix("Call "), str(link["href"])) for link in links]


@pytest.mark.parametrize("page", built_pages())
def test_the_top_line_of_every_page_gives_each_number_beside_its_own_words(page: str) -> None:
    links = soup(page).select(".act-line a")
    drawn = [(text_of(one.span), text_of(one.b), str(one["href"])) for one in links]
    assert drawn == [(said, *call(contact)) for said, contact in TOP_LINE]


def test_each_act_now_card_calls_whom_its_heading_names() -> None:
    wrong, cards = [], 0
    for page in built_pages():
        for card in soup(page).select(".act-now .care"):
            cards += 1
            heading = text_of(card.select_one(".care-head"))
            brief = card.find_parent(class_="brief") or "MASH" not in heading
            first = FIRST_ON_THE_CARD.get((page, heading), ())
            wanted = first + CARDS[heading] + (() if brief else NOBODY_ANSWERS)
            if calls_in(card) != [call(contact) for contact in wanted]:
                wrong.append((page, heading, calls_in(card)))
    assert cards >= 3 * len(library().guides)
    assert wrong == []


def test_each_contact_stands_with_its_own_number_wherever_it_stands() -> None:
    wrong, names = [], {one["name"] for one in numbers().values()}
    for page in built_pages():
        for place in soup(page).select("[data-row^='contacts/']"):
            contact = row_of(place).removeprefix("contacts/")
            row = numbers().get(contact)
            said = [name for name in names if text_of(place).startswith(name)]
            wanted = ([row["name"]], [call(contact)]) if row else ([], [])
            if (said, calls_in(place)) != wanted:
                wrong.append((page, contact, said, calls_in(place)))
    assert wrong == []
    cards = {row_of(one) for one in soup(CONTACTS).select(".contact")}
    assert {f"contacts/{contact}" for contact in numbers()} <= cards


def test_every_number_that_can_be_pressed_is_dialled_as_it_is_seen() -> None:
    known = {call(contact) for contact in numbers()}
    found = {(page, one) for page in built_pages() for one in calls_in(soup(page))}
    top = {(said, *call(contact)) for said, contact in TOP_LINE}
    in_top = {(f"{said} {seen}", to) for said, seen, to in top}
    assert sorted((page, one) for page, one in found if one not in known | in_top) == []


def numbers_after_words() -> Iterator[tuple[str, str, str, str]]:
    """Each number that follows words which say whose it is: page, words, whose, the number."""
    for page in built_pages():
        for link in soup(page).select("main a[href^='tel:']"):
            before = link.previous_sibling
            words = " ".join(str(before.get_text() if before else "").split(" ")[-12:])
            for pattern, contact in SAID_BEFORE.items():
                if re.search(pattern, re.sub(r"\s+", " ", words)):
                    yield page, words, contact, str(link["href"])


def test_a_number_in_a_sentence_is_that_of_whom_the_sentence_names() -> None:
    found = list(numbers_after_words())
    assert {contact for _, _, contact, _ in found} == set(SAID_BEFORE.values())
    assert [one for one in found if one[3] != call(one[2])[1]] == []


def test_each_concern_calls_whom_its_card_names() -> None:
    concerns = soup(FIND).select(".concern")
    assert len(concerns) == len(library().concerns)
    wrong = []
    for concern in concerns:
        card = text_of(concern.select_one("[data-card]")).removesuffix(AND_THE_LADO)
        first = concern.select_one("p:not(.sooner)")  # what is sooner gives no number
        drawn = calls_in(first) if first else []
        if drawn != [call(contact) for contact in CALLS_OF_A_CONCERN[card]]:
            wrong.append((concern["id"], card, drawn))
    assert wrong == []


def test_what_comes_before_the_hub_stands_above_its_number() -> None:
    """A line for the MASH that begins with when to call 999 first says so before any call."""
    begins = {one.id: one.route.split(". ")[0] for one in library().concerns.values()}
    told = {
        one.id
        for one in library().concerns.values()
        if one.card is FirstCall.MASH and "999" in begins[one.id]
    }
    assert len(told) > 20
    for concern in soup(FIND).select(".concern"):
        name = str(concern["id"]).removeprefix("concern-")
        first = text_of(concern.select_one("p"))
        assert (first == f"{begins[name]}.") == (name in told), name
        assert text_of(concern).count(begins[name]) == 1, name


def test_each_concern_has_the_card_of_its_row_and_leads_to_its_guide() -> None:
    names = dict(zip(FirstCall, CALLS_OF_A_CONCERN, strict=True))
    for row in library().concerns.values():
        concern = soup(FIND).find(id=f"concern-{row.id}")
        assert isinstance(concern, Tag)
        at_work = row.card is FirstCall.MASH and row.contact == "lado"
        named = names[row.card] + (AND_THE_LADO if at_work else "")
        assert text_of(concern.select_one("[data-card]")) == named
        assert len(concern.select(f"a[href*='one-minute-guides/{row.guide}/']")) == 1


def test_search_answers_with_the_same_numbers_and_limits() -> None:
    answers = json.loads((SITE / "search/words.json").read_text("utf-8"))["answers"]
    given = {one["address"].rpartition("#")[2]: one for one in answers}
    for contact, row in numbers().items():
        answer = given[f"contact-{contact}"]
        drawn = (answer["title"], answer["value"], f"tel:{answer['phone']}")
        assert drawn == (row["name"], *call(contact))
    read = [one.id for one in library().timescales.values() if one.source_read is YesNo.YES]
    for limit in (one for one in read if f"limit-{one}" in given):
        answer = given[f"limit-{limit}"]
        assert (answer["title"], answer["value"]) == (
            limits()[limit]["action"],
            limits()[limit]["limit"],
        )
    assert sum(one["kind"] == "limit" for one in answers) > len(read) / 2


def test_the_downloads_hold_the_same_numbers() -> None:
    rows = json.loads((SITE / "data/contacts.json").read_text("utf-8"))
    phones = {row["id"]: (row["name"], row["phone"]) for row in rows if row["phone"]}
    assert phones == {row["id"]: (row["name"], row["number"]) for row in numbers().values()}


def first_words(cell: Tag | None) -> str:
    """What a cell of a table says before its small print."""
    inner = cell.find("div") if cell else None
    first = inner.contents[0] if isinstance(inner, Tag) else ""
    return str(first).strip()


@pytest.mark.parametrize("limit", sorted(limits()))
def test_the_table_of_time_limits_gives_each_as_the_list_does(limit: str) -> None:
    row = soup(TIMESCALES).find(id=f"limit-{limit}")
    assert isinstance(row, Tag)
    name, how_long = row.find("th"), row.find("td")
    assert isinstance(name, Tag)
    assert isinstance(how_long, Tag)
    loudest = how_long.select_one(".limit")
    assert loudest
    listed = limits()[limit]
    assert (first_words(name), text_of(loudest)) == (listed["action"], first_up(listed["limit"]))


@pytest.mark.parametrize("limit", sorted(limits()))
def test_the_deadline_reader_counts_each_limit_as_the_list_does(limit: str) -> None:
    """What has no first day in the list has none here: the reader is told that it was not found."""
    row = soup(TIMESCALES).find(id=f"limit-{limit}")
    assert isinstance(row, Tag)
    listed = limits()[limit]
    assert row.get("data-clock", "") == listed["first_day"]
    unit = str(row["data-unit"]).removesuffix("s")
    counted = {
        "within": f"within {row['data-limit']} {unit}",
        "at least every": f"at least every {row['data-limit']} {unit}",
        "at least before": f"at least {row['data-limit']} {unit}s before",
    }[str(row["data-rule"])]
    assert listed["limit"] in {counted, f"{counted}s"}


def first_up(words: str) -> str:
    """The words as they begin a line."""
    return words[:1].upper() + words[1:]


def limits_shown() -> Iterator[tuple[str, str, str]]:
    """Each place outside the table that gives a limit: page, id of the limit, words."""
    for page in built_pages():
        for place in soup(page).select("[data-row]"):
            dataset, row = row_of(place).split("/", 1)
            if dataset in {"concerns", "steps"} or (dataset == "timescales" and place.name == "li"):
                limit = getattr(library().dataset(dataset)[row], "timescale", row)
                if limit:
                    yield page, limit, text_of(place)


def test_every_place_that_gives_a_limit_says_what_must_be_done_and_how_long() -> None:
    found = list(limits_shown())
    assert len(found) > len(limits())
    wrong = []
    for page, limit, words in found:
        listed = limits()[limit]
        action, long = re.escape(listed["action"]), re.escape(listed["limit"])
        after, before = rf"{action}[:,] {long}(?![\w-])", rf"{first_up(long)} ?: {action}"
        if not re.search(f"{after}|{before}", words):
            wrong.append((page, limit, words))
    assert wrong == []
