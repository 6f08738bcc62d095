"""The deadline reader: days counted as the law and a second calendar count them."""

from calendar import monthrange
from collections import Counter
from collections.abc import Container
from datetime import date, datetime, time, timedelta

import holidays
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.drawing.wording import limit_words
from macros.records.days import MONTHS
from macros.records.record import YesNo
from macros.records.timescales import ClockStarts, Rule, Timescale, Unit
from tests.browser.views import DESK, TIMESCALES, hold_back, let_go, visit
from tests.conftest import library

OURS = {one.date for one in library().bank_holidays.values()}
YEARS = range(min(OURS).year, max(OURS).year + 1)
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)
COUNTED = [one for one in library().timescales.values() if one.counted]
YEAR = YEARS[-1] - 1  # whatever starts in it ends while bank holidays are known
GOOD_FRIDAY = next(day for day in ENGLAND.get_named("Good Friday") if day.year == YEAR)
DAYS = (date(YEAR, 12, 23), GOOD_FRIDAY - timedelta(days=1), date(YEAR + 1, 1, 31))


def works(day: date, off: Container[date] = OURS | set(ENGLAND)) -> bool:
    """Monday to Friday, and no bank holiday."""
    saturday = 5
    return day.weekday() < saturday and day not in off


def due(row: Timescale, day: date) -> date:
    """The last day of the limit, counted one day at a time."""
    first_day_counts = row.clock_starts == "same day"
    if row.unit is Unit.WORKING_DAYS:
        last = day - timedelta(days=1) if first_day_counts else day
        left = row.limit
        while left:
            last += timedelta(days=1)
            left -= works(last)
        return last
    if row.unit is Unit.HOURS:
        return (datetime.combine(day, time()) + timedelta(hours=row.limit)).date()
    if row.unit is Unit.MONTHS:
        years, month = divmod(day.month - 1 + row.limit, 12)
        days_in = monthrange(day.year + years, month + 1)[1]
        return date(day.year + years, month + 1, min(day.day, days_in))
    days = {Unit.DAYS: 1, Unit.WEEKS: 7}[row.unit] * row.limit
    if row.rule is Rule.BEFORE:
        return day - timedelta(days=days)
    return day + timedelta(days=days - first_day_counts)


def choose(page: Page, event: str, day: date) -> None:
    """Say what happened and when."""
    page.get_by_label("What happened").select_option(event)
    page.get_by_label("On which day").fill(day.isoformat())


def test_the_bank_holidays_are_those_of_a_second_calendar() -> None:
    """A day proclaimed for one year only may be known here first."""
    assert {day for day in ENGLAND if works(day, frozenset())} <= OURS
    assert max(Counter(day.year for day in OURS - set(ENGLAND)).values(), default=0) <= 1


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_each_limit_is_counted_from_a_day(page: Page, site_url: str, day: date) -> None:
    page.goto(site_url + TIMESCALES)
    for row in COUNTED:
        choose(page, row.event, day)
        last = due(row, day)
        line = page.locator(".deadlines-found li").filter(has_text=row.action)
        expect(line).to_contain_text(f"{last.day} {MONTHS[last.month - 1]} {last.year}")
        expect(page.locator(".deadlines-found")).to_contain_text("call 999")


def test_a_day_of_another_age_is_told_in_words(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMESCALES)
    page.get_by_label("What happened").select_option(COUNTED[0].event)
    page.get_by_label("On which day").evaluate(
        "(box) => { box.value = '9999-12-31'; box.form.dispatchEvent(new Event('input')); }"
    )
    found = page.locator(".deadlines-found")
    expect(found).to_contain_text("count this one by hand")
    expect(found).to_contain_text("call 999")
    expect(found).not_to_contain_text("Invalid")


def test_what_was_chosen_before_the_script_arrived_counts(page: Page, site_url: str) -> None:
    """On a bad signal the form can be filled in before its script is there."""
    late = hold_back(page, "deadlines.js")
    page.goto(site_url + TIMESCALES)
    choose(page, COUNTED[0].event, DAYS[0])
    let_go(page, late)
    expect(page.locator(".deadlines-found")).to_contain_text("call 999")


def test_every_event_that_has_a_limit_can_be_chosen_and_gets_a_day(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + TIMESCALES)
    offered = page.get_by_label("What happened").locator("option").all_text_contents()
    events = {one.event for one in library().timescales.values()}
    assert sorted(offered[1:]) == sorted(events)
    assert {one.event for one in COUNTED} == events


def test_a_day_is_given_with_all_that_is_to_be_known_of_its_limit(
    page: Page, site_url: str
) -> None:
    """Also where the table says it once for several of its limits."""
    page.goto(site_url + TIMESCALES)
    for row in COUNTED:
        choose(page, row.event, DAYS[0])
        line = page.locator(".deadlines-found li").filter(has_text=row.action).first
        for told in (row.sooner, row.edition_note, row.caution):
            expect(line).to_contain_text(told)
        if row.source_read is YesNo.NO:
            expect(line).to_contain_text("Rule itself not read")
        if row.rule is not Rule.WITHIN:
            expect(line).to_contain_text(
                limit_words(row) if row.rule is Rule.EVERY else "if it is to start on the day"
            )


def test_the_day_is_the_largest_of_its_line_and_only_what_to_do_first_stands_open_beside_it(
    page: Page, site_url: str
) -> None:
    page.goto(site_url + TIMESCALES)
    row = next(one for one in COUNTED if one.sooner and one.source_read is YesNo.NO)
    choose(page, row.event, DAYS[0])
    line = page.locator(".deadlines-found li").filter(has_text=row.action).first
    size = "(one) => parseFloat(getComputedStyle(one).fontSize)"
    sizes = {one: line.locator(one).first.evaluate(size) for one in ("strong", "p", ".sooner")}
    assert sizes["strong"] > max(sizes["p"], sizes[".sooner"])
    expect(line.get_by_text(row.sooner)).to_be_visible()
    unread = line.get_by_text("Rule itself not read")
    expect(unread).to_be_hidden()
    line.get_by_text("How sure is this day?").click()
    expect(unread).to_be_visible()


def test_a_first_day_that_no_text_gives_is_said_to_be_taken(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMESCALES)
    for row in COUNTED:
        if row.unit is Unit.WORKING_DAYS and row.clock_starts is ClockStarts.NOT_STATED:
            choose(page, row.event, DAYS[0])
            line = page.locator(".deadlines-found li").filter(has_text=row.action).first
            expect(line).to_contain_text("No text that was read says which day is day 1")
            expect(line).to_contain_text("weekends and bank holidays are left out")


def test_a_day_beyond_the_known_bank_holidays_says_so(page: Page, site_url: str) -> None:
    row = next(one for one in COUNTED if one.unit is Unit.WORKING_DAYS)
    page.goto(site_url + TIMESCALES)
    choose(page, row.event, date(YEARS[-1] + 1, 5, 1))
    expect(page.locator(".deadlines-found li")).to_contain_text("count this one by hand")


def test_nothing_chosen_is_sent_or_kept(page: Page, site_url: str) -> None:
    page.goto(site_url + TIMESCALES)
    page.wait_for_load_state("networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    choose(page, COUNTED[0].event, DAYS[0])
    expect(page.locator(".deadlines-found li").first).to_be_visible()
    assert [one for one in sent if DAYS[0].isoformat() in one] == []
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0
    page.reload()
    expect(page.get_by_label("On which day")).to_have_value("")


def test_without_a_script_the_table_stands_and_no_dead_form(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, DESK, java_script_enabled=False) as page:
        page.goto(site_url + TIMESCALES)
        expect(page.locator(".deadlines")).to_be_hidden()
        expect(page.locator(f"#limit-{COUNTED[0].id}")).to_be_visible()
