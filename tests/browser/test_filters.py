"""Lists that a reader narrows: the choice lives in the address, and no script is needed to read."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from macros.concerns import FirstCall
from macros.wording import role_id
from tests.browser.views import DESK, PHONE, visit
from tests.test_guides import library

GUIDES = "one-minute-guides/"
FIND = "worried-about-a-child/find/"
PLAN = "priorities/plan/"
SHOWN = "[data-item]:visible"


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
    expect(page.locator(".filter-count [role=status]")).to_have_text(f"{whole} guides")
    page.get_by_role("combobox", name="Topic").select_option("exploitation")
    page.get_by_role("combobox", name="Your role").select_option("housing")
    wanted = fitting("exploitation", "housing")
    assert 0 < wanted < whole
    expect(page.locator(SHOWN)).to_have_count(wanted)
    expect(page.locator(".filter-count [role=status]")).to_have_text(f"{wanted} of {whole} guides")
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


def test_words_find_a_concern(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
    page.get_by_label("What you saw or heard").fill("bruise baby")
    expect(page.locator(".filter-count [role=status]")).to_contain_text(" of ")
    texts = page.locator(SHOWN).all_text_contents()
    assert 0 < len(texts) < len(library().concerns)
    assert all("bruise" in text.lower() and "baby" in text.lower() for text in texts)
    assert "find=bruise" in page.url


def test_what_was_typed_before_the_script_arrived_counts(page: Page, site_url: str) -> None:
    """On a bad signal the form can be used before its script is there."""
    late: list[Route] = []
    page.route("**/filters.js", lambda route: late.append(route))
    page.goto(f"{site_url}{FIND}?topic=babies")
    page.get_by_label("What you saw or heard").fill("bruise")
    late[0].continue_()
    expect(page.locator(".filter-count [role=status]")).to_contain_text(" of ")
    expect(page.get_by_label("What you saw or heard")).to_have_value("bruise")
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("babies")
    assert parse_qs(urlsplit(page.url).query) == {"find": ["bruise"], "topic": ["babies"]}


def test_words_that_nothing_fits_say_whom_to_call(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{FIND}?find=zzzz")
    status = page.locator(".filter-count [role=status]")
    expect(status).to_contain_text("0 of")
    expect(status).to_contain_text("call the MASH")


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
    page.goto(f"{site_url}{PLAN}?lead={role_id(one.lead)}")
    same_lead = [row for row in actions if role_id(row.lead) == role_id(one.lead)]
    expect(page.locator(SHOWN)).to_have_count(len(same_lead))


@pytest.mark.parametrize("address", [GUIDES, FIND])
def test_without_a_script_the_whole_list_stands_and_no_dead_form(
    browser: Browser, site_url: str, address: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site_url}{address}?topic=babies")
        items = page.locator("[data-item]")
        assert items.count() == len(library().guides if address == GUIDES else library().concerns)
        expect(items.last).to_be_visible()
        expect(page.locator(".filters")).to_be_hidden()


def test_every_concern_ends_with_someone_to_call(browser: Browser, site_url: str) -> None:
    contacts = library().contacts
    with visit(browser, DESK, java_script_enabled=False) as page:
        page.goto(site_url + FIND)
        for row in library().concerns.values():
            item = page.locator(f"#concern-{row.id}")
            numbers = set(
                item.locator("a[href^='tel:']").evaluate_all(
                    "(all) => all.map((a) => a.hash || a.href)"
                )
            )
            first = "emergency" if row.card is FirstCall.EMERGENCY else "mash"
            assert f"tel:{re.sub(' ', '', str(contacts[first].phone))}" in numbers
            assert item.locator(f"a[href*='one-minute-guides/{row.guide}/']").count() == 1


def test_a_concern_opens_by_keyboard(page: Page, site_url: str) -> None:
    page.goto(site_url + FIND)
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
    expect(page.locator(".filter-count [role=status]")).to_contain_text(" of ")
    assert [one for one in sent if "bruise" in one or "babies" in one] == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
