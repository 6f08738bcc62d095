"""What changed, narrowed by role and by day; a date that is kept only when asked; the digest."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.records.changes import Urgency, newest_first, to_act_on_first
from tests.browser.checks import STORED
from tests.browser.views import PHONE, hold_back, let_go, visit
from tests.conftest import library
from tests.pages.built import soup, text_of

NEW = "about/whats-new/"
CHECK = "about/check/"
DIGEST = "stag/digest/"
SHOWN = "[data-item]:visible"
LISTED = "[data-item]:not([hidden])"  # older ones fold where nothing is narrowed


NARROW = "Narrow the list of changes"


def newest() -> str:
    """The newest day on which something changed."""
    return max(str(one.date) for one in library().changes.values())


def on_the_day(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")


def test_a_role_is_shown_what_is_for_it_or_for_everyone(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{NEW}?role=housing&urgency=act-on-it-now")
    fitting = [
        one
        for one in library().changes.values()
        if {"housing", "everyone"} & set(one.roles) and one.urgency == "act on it now"
    ]
    assert 0 < len(fitting) < len(library().changes)
    expect(page.locator(SHOWN)).to_have_count(len(fitting))
    for item in page.locator(SHOWN).all():
        expect(item.locator(".change-do")).to_be_visible()


def test_what_to_act_on_now_stands_first_then_the_newest() -> None:
    listed = [str(one["id"]) for one in soup(NEW).select("#changes [data-item]")]
    changes = library().changes
    urgent = [changes[one].urgency is Urgency.NOW for one in listed]
    assert any(urgent)
    assert urgent == sorted(urgent, reverse=True)
    for calm in (False, True):
        days = [
            changes[one].date for one in listed if (changes[one].urgency is not Urgency.NOW) is calm
        ]
        assert days == sorted(days, reverse=True)


def test_what_was_to_be_acted_on_a_season_ago_stands_at_its_day() -> None:
    newest, *_, oldest = newest_first(library().changes.values())
    newest = newest.model_copy(update={"urgency": Urgency.KNOW})
    long_ago = oldest.model_copy(
        update={"urgency": Urgency.NOW, "date": newest.date - timedelta(93)}
    )
    assert to_act_on_first([newest, long_ago]) == [newest, long_ago]
    lately = long_ago.model_copy(update={"date": newest.date - timedelta(92)})
    assert to_act_on_first([newest, lately]) == [lately, newest]


def test_since_counts_from_the_readers_own_day(page: Page, site_url: str) -> None:
    days = [one.date for one in library().changes.values()]
    on_the_day(page, str(max(days) + timedelta(days=7)))
    page.goto(site_url + NEW)
    page.get_by_text(NARROW).click()
    page.get_by_label("Since").select_option("7-days")
    expect(page.locator(SHOWN)).to_have_count(days.count(max(days)))
    assert page.url.endswith("?since=7-days")
    on_the_day(page, str(max(days) + timedelta(days=8)))
    page.reload()
    expect(page.locator(SHOWN)).to_have_count(0)
    page.get_by_label("Since").select_option("09-01")
    expect(page.locator(LISTED)).to_have_count(len(days))


def test_a_date_is_kept_only_when_the_reader_asks_and_goes_when_asked(
    page: Page, site_url: str
) -> None:
    on_the_day(page, newest())
    page.goto(f"{site_url}{NEW}?since=kept")
    expect(page.locator(LISTED)).to_have_count(len(library().changes))
    assert page.evaluate(STORED) == []
    page.get_by_text("Remember how far you have read").click()
    page.get_by_role("button", name="I have read these").click()
    page.reload()
    assert page.evaluate("() => Object.entries(localStorage)") == [["changes-read", newest()]]
    page.get_by_text(NARROW).click()
    page.get_by_label("Since").select_option("kept")
    last = [one for one in library().changes.values() if str(one.date) == newest()]
    expect(page.locator(SHOWN)).to_have_count(len(last))
    page.get_by_text("Remember how far you have read").click()
    page.get_by_role("button", name="Forget the date").click()
    expect(page.locator(LISTED)).to_have_count(len(library().changes))
    expect(page.get_by_role("button", name="I have read these")).to_be_focused()
    assert page.evaluate(STORED) == []


@pytest.mark.parametrize(
    ("where", "script", "name"),
    [
        (NEW, "recent.js", "I have read these"),
        (DIGEST, "digest.js", "Copy for a newsletter"),
        (CHECK, "check.js", "Check"),
    ],
)
def test_a_button_waits_for_what_answers_it(
    page: Page, site_url: str, where: str, script: str, name: str
) -> None:
    """On a bad signal a press would otherwise be lost."""
    late = hold_back(page, script)
    page.goto(site_url + where)
    for folded in page.locator("details").filter(has=page.get_by_text(name, exact=True)).all():
        folded.locator("summary").first.click()
    button = page.get_by_role("button", name=name, exact=True).first
    expect(button).to_be_disabled()
    let_go(page, late)
    expect(button).to_be_enabled()


def test_without_a_script_every_change_stands_and_nothing_is_offered_that_does_nothing(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url + NEW)
        page.get_by_text("Earlier changes").click()
        expect(page.locator(SHOWN)).to_have_count(len(library().changes))
        expect(page.get_by_role("button")).to_have_count(1)  # the menu's
        page.goto(site_url + DIGEST)
        expect(page.locator("[data-digest]").first).to_contain_text("Act on it now")
        expect(page.get_by_role("button")).to_have_count(1)


def test_a_quarter_is_copied_as_a_letter_and_as_plain_text(page: Page, site_url: str) -> None:
    page.goto(site_url + DIGEST)
    page.evaluate(
        "() => { navigator.clipboard.write = async ([item]) => { window.copied = item } }"
    )
    page.get_by_role("button", name="Copy for a newsletter").first.click()
    expect(page.get_by_text("Copied", exact=True)).to_be_visible()
    rich, plain = page.evaluate(
        """async () => {
          const text = async (type) => (await window.copied.getType(type)).text();
          return [await text("text/html"), await text("text/plain")];
        }"""
    )
    links = re.findall(r'href="([^"]+)"', rich)
    assert links
    assert all(one.startswith(site_url) for one in links)
    for change in library().changes.values():
        assert f"- {change.title} (" in plain
    places = [plain.index(one) for one in ("Act on it now", "Read soon", "For information")]
    assert places == sorted(places)
    assert f"{site_url}about/whats-new/" in plain


def test_the_end_of_a_page_tells_its_newest_change_and_the_most_urgent_of_that_day() -> None:
    soonest = list(Urgency)
    several = 0
    for page in library().pages:
        own = [one for one in library().changes.values() if page in one.pages]
        last = [one for one in own if one.date == max(one.date for one in own)]
        first = min((soonest.index(one.urgency) for one in last), default=0)
        told = text_of(soup(page[1:]).select_one(".review"))
        chosen = [one for one in last if soonest.index(one.urgency) == first]
        assert not own or any(one.what in told for one in chosen), page
        several += len(chosen) < len(last)
    assert several
