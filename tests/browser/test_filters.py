"""Lists that a reader narrows: the choice lives in the address, and no script is needed to read."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.drawing.wording import in_address
from macros.records.concerns import FirstCall
from tests.browser.views import PHONE, hold_back, let_go, visit
from tests.code.test_worries import lines_of
from tests.conftest import library

GUIDES = "one-minute-guides/"
FIND = "worried-about-a-child/find/"
PLAN = "priorities/plan/"
SOURCES = "about/sources/"
TRACKER = "reviews/recommendations/"
SHOWN = "[data-item]:visible"
COUNT = ".filter-count [role=status]"


def count(page: Page) -> int:
    """How many items the list shows."""
    return page.locator(SHOWN).count()


def fitting(topic: str, role: str) -> int:
    """How many guides the data has for a topic and a role."""
    pages = [library().pages[guide.page] for guide in library().guides.values()]
    return len(
        [page for page in pages if topic in page.topics and {role, "everyone"} & set(page.roles)]
    )


def test_guides_are_narrowed_by_topic_and_role(page: Page, site_url: str) -> None:
    page.goto(site_url + GUIDES)
    whole = len(library().guides)
    expect(page.locator(COUNT)).to_have_text(f"{whole} guides")
    page.get_by_role("combobox", name="Topic").select_option("exploitation")
    page.get_by_role("combobox", name="Your role").select_option("housing")
    wanted = fitting("exploitation", "housing")
    assert 0 < wanted < whole
    expect(page.locator(SHOWN)).to_have_count(wanted)
    expect(page.locator(COUNT)).to_have_text(f"{wanted} of {whole} guides")
    assert parse_qs(urlsplit(page.url).query) == {"topic": ["exploitation"], "role": ["housing"]}
    assert (
        page.locator("[data-shelf]:not([hidden]):not(:has([data-item]:not([hidden])))").count() == 0
    )


def test_a_link_keeps_the_choice(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GUIDES}?topic=babies&role=health")
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("babies")
    expect(page.get_by_role("combobox", name="Your role")).to_have_value("health")
    assert count(page) == fitting("babies", "health")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(SHOWN)).to_have_count(len(library().guides))
    assert "topic" not in page.url


def test_a_choice_that_does_not_exist_shows_everything(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GUIDES}?topic=nonsense")
    expect(page.locator(SHOWN)).to_have_count(len(library().guides))


def found(page: Page, words: str) -> list[str]:
    """Ids of the concerns that the words find, nearest first, once the engine has answered."""
    page.get_by_label("What you saw or heard").fill(words)
    expect(page.locator(COUNT)).to_contain_text(" of ")
    shown = page.locator(SHOWN).evaluate_all("(all) => all.map((one) => one.id)")
    return [str(one).removeprefix("concern-") for one in shown]


def test_words_find_a_concern(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    shown = found(page, "bruise baby")
    assert 0 < len(shown) < len(library().concerns) / 4
    text = library().concerns[shown[0]].concern.lower()
    assert "bruise" in text
    assert "baby" in text


def test_typed_words_are_there_again_on_the_way_back_and_never_in_the_address(
    page: Page, site_url: str
) -> None:
    asked: list[str] = []
    page.goto(site_url + FIND)
    page.on("request", lambda request: asked.append(request.url))
    shown = found(page, "bruise baby")
    page.get_by_role("combobox", name="Topic").select_option("babies")
    assert urlsplit(page.url).query == "topic=babies"
    page.goto(site_url + GUIDES)
    page.go_back()
    expect(page.get_by_label("What you saw or heard")).to_have_value("bruise baby")
    expect(page.locator(SHOWN).first).to_have_id(f"concern-{shown[0]}")
    assert not [address for address in asked if "bruise" in address]


def test_a_link_to_a_concern_leaves_the_typed_words(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    shown = found(page, "bruise baby")
    page.evaluate("(id) => { location.hash = id }", f"concern-{shown[1]}")
    expect(page.get_by_label("What you saw or heard")).to_have_value("bruise baby")
    assert page.locator(SHOWN).count() == len(shown)


OTHER_WORDS = {
    "mum hit him": "injuries-and-body-maps",
    "son hits mother": "child-to-parent-abuse",
    "witchcraft": "faith-and-belief",
    "wants to die": "self-harm",
    "nursry worker rough": "allegations",
    "dirty flat": "neglect",
}


def test_a_concern_is_found_by_other_words_for_it_and_by_slips(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    led = {
        words: [library().concerns[one].guide for one in found(page, words)[:3]]
        for words in OTHER_WORDS
    }
    assert {words: to for words, to in led.items() if OTHER_WORDS[words] not in to} == {}


def test_a_calm_concern_never_comes_first_where_an_urgent_one_fits(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + FIND)
    for words in ("self harm", "suicide", "wants to die", "allegation", "fgm"):
        cards = [library().concerns[one].card for one in found(page, words)]
        assert cards[0] is not FirstCall.TALK, words
        assert len(cards) > 1, words


def test_most_questions_about_a_guide_find_a_concern_that_leads_to_it(
    page: Page, site_url: str
) -> None:
    """A third of the questions that search is held to; those that no guide answers are left out."""
    guides = {library().guides[one.guide] for one in library().concerns.values()}
    titles = {guide.id: library().pages[guide.page].title for guide in guides}
    page.goto(site_url + FIND)
    right = []
    for question, wanted in [*lines_of("questions"), *lines_of("hard-questions")][::3]:
        meant = {
            guide for guide, title in titles.items() if re.search(wanted, title, re.IGNORECASE)
        }
        if meant:
            first = [library().concerns[one].guide for one in found(page, question)[:3]]
            right.append(bool(meant & set(first)))
    assert len(right) > 40
    assert sum(right) / len(right) >= 0.8


def test_an_empty_box_puts_every_concern_back_at_its_place(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    places = "(all) => all.map((one) => one.id + one.parentNode.firstElementChild.textContent)"
    before = page.locator("[data-item]").evaluate_all(places)
    found(page, "knife")
    page.get_by_label("What you saw or heard").fill("")
    expect(page.locator(COUNT)).to_have_text(f"{len(before)} concerns")
    assert page.locator("[data-item]").evaluate_all(places) == before


@pytest.mark.parametrize("missing", ["ranking.js", "ranking-worker.js", "small.json"])
def test_without_the_engine_words_are_found_as_they_are_typed(
    page: Page, site_url: str, missing: str
) -> None:
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(site_url + FIND)
    found(page, "bruise baby")
    texts = page.locator(SHOWN).all_text_contents()
    assert texts
    assert all("bruise" in text.lower() and "baby" in text.lower() for text in texts)


def test_an_answer_that_comes_late_leaves_the_focus_in_the_list(page: Page, site_url: str) -> None:
    late = hold_back(page, "small.json")
    page.goto(site_url + FIND)
    with page.expect_request("**/small.json"):
        page.get_by_label("What you saw or heard").fill("knife")
    item = page.locator("#concern-knife-in-bag summary")
    page.locator("[data-shelf]").filter(has=item).locator("> summary").click()
    item.focus()
    let_go(page, late)
    expect(page.locator(COUNT)).to_contain_text(" of ")
    expect(item).to_be_focused()


def test_what_was_typed_before_the_script_arrived_counts(page: Page, site_url: str) -> None:
    """On a bad signal the form can be used before its script is there."""
    late = hold_back(page, "filters.js")
    page.goto(f"{site_url}{FIND}?topic=babies")
    page.get_by_label("What you saw or heard").fill("bruise")
    let_go(page, late)
    expect(page.locator(COUNT)).to_contain_text(" of ")
    expect(page.get_by_label("What you saw or heard")).to_have_value("bruise")
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("babies")
    assert parse_qs(urlsplit(page.url).query) == {"topic": ["babies"]}


def test_words_that_nothing_fits_say_whom_to_call(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{FIND}?find=zzzz")
    status = page.locator(COUNT)
    expect(status).to_contain_text("0 of")
    expect(status).to_contain_text("Worried: call")


def test_the_plan_is_narrowed_by_priority_lead_and_quarter(page: Page, site_url: str) -> None:
    actions = list(library().actions.values())
    page.goto(site_url + PLAN)
    expect(page.locator(SHOWN)).to_have_count(len(actions))
    one = actions[0]
    page.get_by_role("combobox", name="Priority").select_option(one.priority)
    page.get_by_role("combobox", name="Quarter").select_option(one.quarter)
    wanted = {
        row.action for row in actions if (row.priority, row.quarter) == (one.priority, one.quarter)
    }
    assert 0 < len(wanted) < len(actions)
    expect(page.locator(SHOWN)).to_have_count(len(wanted))
    shown = page.locator(f"{SHOWN} th").all_text_contents()
    assert all(any(action in text for text in shown) for action in wanted)
    assert parse_qs(urlsplit(page.url).query) == {
        "priority": [one.priority],
        "quarter": [one.quarter],
    }
    page.goto(f"{site_url}{PLAN}?lead={in_address(one.lead)}")
    same_lead = [row for row in actions if in_address(row.lead) == in_address(one.lead)]
    expect(page.locator(SHOWN)).to_have_count(len(same_lead))


@pytest.mark.parametrize("address", [GUIDES, FIND])
def test_without_a_script_the_whole_list_stands_and_no_dead_form(
    browser: Browser, site_url: str, address: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site_url}{address}?topic=babies")
        items = page.locator("[data-item]")
        assert items.count() == len(library().guides if address == GUIDES else library().concerns)
        if address == FIND:  # a topic opens without a script too
            page.locator("[data-shelf] > summary").last.click()
        expect(items.last).to_be_visible()
        expect(page.locator(".filters")).to_be_hidden()


def test_above_every_answer_stand_the_numbers_and_few_lines_where_it_is_not_sure(
    page: Page, site_url: str
) -> None:
    for words, sure in (("bruise baby", "sure"), ("something is wrong at home", "unsure")):
        page.goto(site_url + FIND)
        shown = found(page, words)
        expect(page.locator(f"form[data-asked='{sure}']")).to_be_visible()
        calls = page.locator(".first-call a")
        expect(calls.first).to_contain_text("999")
        expect(calls).to_have_count(3)
        assert len(shown) <= (4 if sure == "unsure" else 12)


def test_a_concern_opens_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    page.locator("[data-shelf] > summary").first.focus()
    page.keyboard.press("Enter")
    first = page.locator(".concern").first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator("a[href^='tel:']").first).to_be_visible()


def test_nothing_that_is_typed_leaves_the_page(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(f"{request.url} {request.post_data or ''}"))
    page.get_by_label("What you saw or heard").fill("bruise on a baby")
    page.get_by_role("combobox", name="Topic").select_option("babies")
    expect(page.locator(COUNT)).to_contain_text(" of ")
    assert [one for one in sent if "bruise" in one or "babies" in one] == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_documents_are_found_by_words_and_a_link_to_one_opens_its_letter(
    page: Page, site_url: str
) -> None:
    one = next(row for row in library().sources.values() if row.shelf == "official")
    page.goto(site_url + SOURCES)
    letters = page.locator("#sources > details")
    assert letters.count() > 10
    expect(page.locator("#sources > details[open]")).to_have_count(0)
    page.get_by_role("searchbox").fill(one.title.upper())
    expect(page.locator(f"#{one.id}")).to_be_visible()
    expect(page.locator(COUNT)).to_contain_text(" of ")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#sources > details[open]")).to_have_count(0)
    page.goto(f"{site_url}{SOURCES}#{one.id}")
    expect(page.locator(f"#{one.id}")).to_be_in_viewport()


def test_rows_of_a_table_stay_in_it_when_words_narrow_them(page: Page, site_url: str) -> None:
    page.goto(site_url + TRACKER)
    page.get_by_role("searchbox", name="Words").fill("mental")
    expect(page.locator(COUNT)).to_contain_text(" of ")
    assert page.locator(f"tbody > {SHOWN}").count() == count(page) > 0
