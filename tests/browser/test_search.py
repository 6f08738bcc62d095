"""Search answers in any page, says how much it found, and never falls silent."""

import difflib
import json
import re
from collections.abc import Callable
from itertools import islice
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.drawing.wording import limit_words
from macros.records.record import YesNo
from tests.browser.views import (
    GLOSSARY,
    LOOKING,
    PHONE,
    SEARCH,
    WORRIED,
    hold_back,
    let_go,
    open_search,
    search_link,
    search_to_the_end,
    visit,
)
from tests.code.test_worries import answers as tried
from tests.code.test_worries import lines_of
from tests.conftest import SITE, library, rows_held_back
from tests.pages.built import soup_of

IN_THE_PAGE = re.compile("(worried|call|contact|mash)", re.IGNORECASE)
PARTS_OF_SEARCH = ("/scripts/search/", "/assets/search.css", ".json")
NEEDED = (
    *("dialog.js", "results.js", "worker.js", "index.js", "query.js", "lunr.js"),
    *("small.json", "pages.json", "words.json"),
)
# Does something as soon as the full text is here, before anything is answered from it.
ONCE_WIDER = """([chosen, deed]) => {
  const Plain = Worker;
  window.answered = new Promise((done) => {
    window.Worker = function (address) {
      const worker = new Plain(address);
      let late = 3; // the parts of pages, the model of worries, and the full text
      let wider = false;
      setTimeout(() => worker.addEventListener("message", ({ data }) => {
        if ("widened" in data && !(late -= 1)) {
          wider = true;
          const titles = document.querySelectorAll("[data-search-results] .search-title");
          window.before = [...titles].map((title) => title.textContent);
          document.querySelector(chosen)[deed]();
        } else if (wider && "id" in data) setTimeout(done);
      }));
      return worker;
    };
  });
}"""
NOWHERE = "qqqqqqqq"
DESCRIBED = "dirty house kids hungry"
OFTEN_SAID = "police meeting"
SAMPLE = 15  # one question in so many


def status(page: Page) -> str:
    """What the search in sight says of itself."""
    return str(page.locator(".search-count").inner_text())


@pytest.mark.parametrize("name", ["", WORRIED, GLOSSARY])
def test_a_question_in_any_address_opens_search_with_the_best_first(
    page: Page, site_url: str, name: str
) -> None:
    page.goto(f"{site_url}{name}?q=mash")
    expect(page.get_by_role("dialog", name="Search the guide")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("mash")
    results = page.locator("dialog [data-search-results] > li")
    expect(results.first.get_by_role("link").first).to_contain_text(IN_THE_PAGE)
    first = results.first.get_by_role("link").first.get_attribute("href") or ""
    # Both tell how to reach the MASH.
    ways = ("worried-about-a-child/", "thresholds/referral/")
    assert first.startswith(tuple(f"{site_url}{way}" for way in ways))


def test_the_search_page_answers_in_the_page_itself(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{SEARCH}?q=mash")
    results = page.locator("main [data-search-results] > li")
    expect(results.first).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("searchbox")).to_have_value("mash")


@pytest.mark.parametrize("name", ["", WORRIED, GLOSSARY])
def test_nothing_of_search_is_loaded_before_it_is_opened(
    page: Page, site_url: str, name: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + name, wait_until="networkidle")
    assert not [one for one in asked if any(part in one for part in PARTS_OF_SEARCH)]
    open_search(page, "mash")
    for part in PARTS_OF_SEARCH:
        assert any(part in one for one in asked), part


def test_typing_says_how_many_pages_there_are(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page)
    count = page.get_by_role("dialog").get_by_role("status")
    expect(count).to_be_empty()
    page.get_by_role("searchbox").press_sequentially("mash")
    expect(count).to_have_text(re.compile("^The 10 nearest of [0-9]+ pages for “mash”"))
    page.get_by_role("searchbox").fill("")
    expect(count).to_be_empty()
    expect(page.locator("[data-search-results] > li")).to_have_count(0)


def test_a_word_that_is_nowhere_shows_who_to_call(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, NOWHERE)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(f"Nothing found for “{NOWHERE}”")
    numbers = page.get_by_role("region", name="Act now").locator("a")
    calls = dialog.locator(".search-none a[href^='tel:']")
    expect(calls).to_have_count(numbers.count())
    for call in calls.all():
        expect(call).to_be_visible()
    page.get_by_role("searchbox").fill("mash")
    expect(dialog.locator("[data-search-results] > li").first).to_be_visible()
    expect(calls).to_have_count(0)


@pytest.mark.parametrize("missing", NEEDED)
def test_search_that_cannot_be_loaded_says_so_or_leads_to_the_list(
    page: Page, site_url: str, missing: str
) -> None:
    """On a weak signal any file may be the one that does not come."""
    page.route(f"**/{missing}", lambda route: route.abort())
    page.goto(site_url)
    search_link(page).click()
    told = page.get_by_text("Every page is listed on the search page")
    listed = page.get_by_role("heading", name="Search, and every page")
    box = page.get_by_role("searchbox")
    expect(box.or_(listed).first).to_be_visible()
    if not listed.is_visible():
        box.fill("mash")
        expect(told.or_(listed).first).to_be_visible()


def test_where_search_cannot_be_loaded_its_page_still_lists_every_page(
    page: Page, site_url: str
) -> None:
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.route("**/dialog.js", lambda route: route.abort())
    page.goto(site_url + SEARCH, wait_until="networkidle")
    expect(page.get_by_role("main").get_by_role("link", name="Editorial policy")).to_be_visible()
    assert thrown == []


@pytest.mark.parametrize("missing", ["small.json", "lunr.js"])
def test_a_file_that_failed_once_is_tried_again(page: Page, site_url: str, missing: str) -> None:
    page.route(f"**/{missing}", lambda route: route.abort(), times=1)
    page.goto(site_url)
    open_search(page)
    expect(page.locator(".search-count")).to_contain_text("could not be loaded")
    assert asked(page, "mash")


def test_the_full_text_may_fail_and_titles_are_still_found(page: Page, site_url: str) -> None:
    page.route("**/text.json", lambda route: route.abort())
    page.goto(site_url)
    open_search(page, "time limits of everything")
    expect(page.locator("[data-search-results] > li").first).to_be_visible()


def test_a_slow_index_answers_what_was_typed_last(page: Page, site_url: str) -> None:
    late = hold_back(page, "small.json")
    page.goto(site_url)
    with page.expect_request("**/small.json"):
        open_search(page)
    box = page.get_by_role("searchbox")
    box.press_sequentially("private fostering")
    box.fill("glossary")
    assert "Nothing found" not in status(page)
    let_go(page, late)
    expect(page.locator(".search-count")).to_contain_text("glossary")
    expect(page.locator("[data-search-results] a").first).to_be_visible()


def test_a_first_answer_does_not_wait_for_the_parts_of_pages(page: Page, site_url: str) -> None:
    late = hold_back(page, "parts.json")
    page.goto(site_url)
    with page.expect_request("**/parts.json"):
        open_search(page, "what to have ready")
    expect(page.locator("[data-search-results] > li").first).to_be_visible()
    part = page.get_by_role("dialog").get_by_role("link", name="What to have ready", exact=True)
    expect(part).to_have_count(0)
    let_go(page, late)
    expect(part.first).to_be_visible()


def test_what_comes_later_takes_no_link_from_under_a_thumb(page: Page, site_url: str) -> None:
    late = hold_back(page, "parts.json")
    page.goto(site_url)
    with page.expect_request("**/parts.json"):
        search_to_the_end(page, "what to have ready")
    links = page.locator("[data-search-results] .search-title, .search-first a").element_handles()
    assert len(links) > 10
    let_go(page, late)
    expect(page.locator("[data-search-results] ul a").first).to_be_visible()
    assert all(link.evaluate("(link) => link.isConnected") for link in links)


def terms_in(name: str) -> set[str]:
    """Every term of one index."""
    index = json.loads((SITE / "search" / name).read_text("utf-8"))
    return set(index["terms"].split("\n"))


def word_only_in_a_text() -> str:
    """A word that the small index lacks and the full one has."""
    small, full = terms_in("small.json"), terms_in("text.json")
    alone = [word for word in full - small if word.isalpha() and len(word) == 4]
    return min(word for word in alone if not any(term.startswith(word) for term in small))


def test_nothing_is_called_missing_before_the_full_text_was_read(page: Page, site_url: str) -> None:
    late = hold_back(page, "text.json")
    page.goto(site_url)
    open_search(page)
    with page.expect_request("**/text.json"):
        page.get_by_role("searchbox").fill(word_only_in_a_text())
    page.evaluate("() => new Promise(requestAnimationFrame)")
    early = status(page)
    let_go(page, late)
    expect(page.locator("[data-search-results] > li").first).to_be_visible()
    assert "Nothing found" not in early


def test_results_of_another_question_never_stand_below_a_new_one(page: Page, site_url: str) -> None:
    late = hold_back(page, "text.json")
    page.goto(site_url)
    with page.expect_request("**/text.json"):
        open_search(page, "neglect")
        page.get_by_role("searchbox").fill(NOWHERE)
    expect(page.locator(".search-count")).to_have_text("Looking through the whole text")
    expect(page.locator("[data-search-results] > li")).to_have_count(0)
    for _ in range(3):  # where the results stood
        page.keyboard.press("Tab")
    let_go(page, late)
    expect(page.locator(".search-count")).to_have_text(f"Nothing found for “{NOWHERE}”")


def test_search_over_the_search_page_leaves_its_question_alone(page: Page, site_url: str) -> None:
    late = hold_back(page, "text.json")
    behind, over = (page.locator(f"{where} .search-count") for where in ("main", "dialog"))
    word = word_only_in_a_text()
    with page.expect_request("**/text.json"):
        page.goto(f"{site_url}{SEARCH}?q={word}")
    search_link(page).click()
    page.get_by_role("dialog").get_by_role("searchbox").fill("fgm")
    expect(over).to_contain_text("“fgm”")
    expect(behind).to_have_text("Looking through the whole text")
    let_go(page, late)
    expect(behind).to_contain_text(re.compile(f"^(The 10 nearest of )?[0-9]+ pages? for “{word}”"))
    expect(over).to_contain_text(re.compile("^(The 10 nearest of )?[0-9]+ pages? for “fgm”"))


def by_a_result(page: Page) -> None:
    page.locator(".search-title").first.click()
    page.wait_for_url(lambda address: SEARCH not in address)


def by_a_link_within_the_page(page: Page) -> None:
    page.get_by_role("link", name="Skip to main content").press("Enter")
    by_a_result(page)


def by_another_question(page: Page) -> None:
    page.get_by_role("link", name="Skip to main content").press("Enter")
    asked(page, "neglect")


@pytest.mark.parametrize("left", [by_a_result, by_a_link_within_the_page, by_another_question])
def test_back_finds_the_question_again_and_sends_no_word_of_it(
    page: Page, site_url: str, left: Callable[[Page], None]
) -> None:
    sent: list[str] = []
    page.on("request", lambda request: sent.append(urlsplit(request.url).query))
    page.goto(site_url + SEARCH)
    found = asked(page, "fgm")
    left(page)
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("fgm")
    expect(page.locator(".search-title")).to_have_text(found)
    assert not any(sent)


def test_results_lead_to_the_part_of_the_page_that_answers(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, "what to have ready")
    part = page.get_by_role("dialog").get_by_role("link", name="What to have ready", exact=True)
    expect(part.first).to_be_visible()
    part.first.click()
    expect(page).to_have_url(f"{site_url}{WORRIED}#what-to-have-ready")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("heading", name="What to have ready")).to_be_in_viewport()


def titles(page: Page) -> list[str]:
    """The headings of the results in sight, best first."""
    return page.locator("[data-search-results] .search-title").all_text_contents()


def asked(page: Page, text: str) -> list[str]:
    """What search answers when it is done: the first headings."""
    page.get_by_role("searchbox").fill(text)
    expect(page.locator(".search-count")).to_contain_text(f"“{text}”")
    return settled(page)


def settled(page: Page) -> list[str]:
    """The headings of the results, once nothing more is looked through."""
    expect(page.locator(LOOKING)).to_have_count(0)
    return titles(page)


@pytest.mark.parametrize(
    "name", ["questions", "fresh-questions", "public-questions", "blind-questions"]
)
def test_the_phone_answers_as_the_index_was_tried(page: Page, site_url: str, name: str) -> None:
    page.goto(f"{site_url}{SEARCH}?q={NOWHERE}")
    expect(page.locator(".search-count")).to_contain_text("Nothing found")
    pairs = zip(lines_of(name), tried()[name], strict=True)
    for line, answer in islice(pairs, 0, None, SAMPLE):
        assert asked(page, line[0])[:3] == answer["titles"][: answer["shown"]], line[0]


def test_a_question_has_the_same_answer_whatever_was_asked_before(
    browser: Browser, site_url: str
) -> None:
    wanted = {}
    with visit(browser, PHONE) as page:
        page.goto(f"{site_url}{SEARCH}?q={NOWHERE}")
        expect(page.locator(".search-count")).to_contain_text("Nothing found")
        for text in ("private fostering", "what if mum is drunk", "s47"):
            wanted[text] = asked(page, text)
    for text, best in wanted.items():
        with visit(browser, PHONE) as page:
            page.goto(f"{site_url}{SEARCH}?q={text}")
            expect(page.locator(".search-count")).to_contain_text(f"“{text}”")
            assert settled(page) == best


def answers(page: Page) -> list[str]:
    """The answer lines in sight: what each gives."""
    return page.locator(".answer-value").all_text_contents()


def test_a_word_of_any_length_is_answered_at_once(browser: Browser, site_url: str) -> None:
    """What a reader pastes by mistake must not hold the phone up or push the page sideways."""
    with visit(browser, PHONE) as page:
        page.goto(site_url)
        open_search(page)
        for letters in (40, 2_000):
            page.get_by_role("searchbox").fill("q" * letters)
            expect(page.locator(".search-count")).to_contain_text("q" * min(letters, 100))
            for box in (".search", ".search-inner", "html"):
                beyond = "(one) => one.scrollWidth - one.clientWidth"
                assert page.locator(box).first.evaluate(beyond) == 0
        assert asked(page, "mash")


def test_a_number_is_answered_above_the_results(page: Page, site_url: str) -> None:
    contacts = library().contacts
    page.goto(site_url)
    open_search(page, "mash number")
    line = page.locator(".search-answer").first
    expect(line.locator(".answer-value")).to_have_text(str(contacts["mash"].phone))
    expect(line.locator("a[href^='tel:']")).to_have_count(1)
    for text, contact in {"edt": "out-of-hours", "childline phone": "childline"}.items():
        asked(page, text)
        assert contacts[contact].phone in answers(page)


def test_whom_nobody_can_call_is_answered_with_the_form_and_the_guide(
    page: Page, site_url: str
) -> None:
    lado = library().contacts["lado"]
    page.goto(site_url)
    open_search(page, "lado")
    line = page.locator(".search-answer").first
    expect(line.locator(".answer-title a")).to_have_attribute(
        "href", f"{site_url}one-minute-guides/allegations/"
    )
    expect(line.get_by_role("link", name=lado.url_text)).to_have_attribute("href", str(lado.url))


@pytest.mark.parametrize(
    ("asked_for", "best"),
    [
        ("lado", "one-minute-guides/allegations/"),
        ("lado number", "one-minute-guides/allegations/"),
        ("lado contact", "one-minute-guides/allegations/"),
        ("lado referral form", "one-minute-guides/allegations/"),
        ("mash number", WORRIED),
        ("bank holiday", WORRIED),
        ("early help form", "one-minute-guides/early-help-assessment/"),
        ("escalation", "one-minute-guides/when-professionals-disagree/"),
        ("rss", "about/feeds/"),
    ],
)
def test_a_short_question_leads_first_to_the_page_to_act_on(
    page: Page, site_url: str, asked_for: str, best: str
) -> None:
    page.goto(f"{site_url}{SEARCH}?q={asked_for}")
    first = page.locator("[data-search-results] > li").first.get_by_role("link").first
    expect(first).to_have_attribute("href", site_url + best)


def test_a_time_limit_is_answered_only_where_its_text_was_read(page: Page, site_url: str) -> None:
    limits = library().timescales.values()
    page.goto(site_url)
    open_search(page)
    read = next(one for one in limits if one.source_read is YesNo.YES and one.also)
    asked(page, f"{read.also[0]} time limit")
    assert limit_words(read) in answers(page)
    for one in limits:
        if one.source_read is YesNo.NO:
            name = one.also[0] if one.also else one.id.replace("-", " ")
            asked(page, f"{name} time limit")
            expect(page.locator(".answer-title").get_by_text(one.action, exact=True)).to_have_count(
                0
            )


def test_a_limit_that_may_be_shorter_says_so_in_the_answer(page: Page, site_url: str) -> None:
    limits = library().timescales.values()
    one = next(one for one in limits if one.source_read is YesNo.YES and one.also and one.sooner)
    page.goto(site_url)
    open_search(page, f"{one.also[0]} time limit")
    expect(page.locator(".answer-sooner").first).to_contain_text(one.sooner)


def test_an_acronym_is_answered_with_its_full_words(page: Page, site_url: str) -> None:
    terms = library().glossary.values()
    term = next(one for one in terms if one.expansion and re.fullmatch("[A-Z]{4,}", one.term))
    page.goto(site_url)
    open_search(page, f"what does {term.term.lower()} mean")
    assert term.expansion in answers(page)


def test_results_are_narrowed_by_kind_topic_and_role(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, "domestic abuse")
    dialog = page.get_by_role("dialog")
    dialog.get_by_text("Narrow the results").click()
    whole = status(page)
    dialog.get_by_label("Kind of page").select_option("guide")
    dialog.get_by_label("Topic").select_option("babies")
    expect(dialog.get_by_role("status")).not_to_have_text(whole)
    guides = {
        header.title
        for header in library().pages.values()
        if header.type == "guide" and "babies" in header.topics
    }
    found = page.locator(".search-title")
    expect(found.filter(has_not_text=re.compile("|".join(map(re.escape, guides))))).to_have_count(0)
    expect(dialog.get_by_role("status")).to_contain_text("domestic abuse")
    assert titles(page)
    assert set(titles(page)) <= guides
    dialog.get_by_label("Your role").select_option("police")
    expect(page.locator(".search-count")).to_contain_text("domestic abuse")
    kept = set(titles(page))
    roles = {header.title: header.roles for header in library().pages.values()}
    assert all({"police", "everyone"} & set(roles[title]) for title in kept)


def test_nothing_found_offers_near_words(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, "zzeglectt")
    near = page.locator(".search-none").get_by_role("button", name="neglect")
    near.press("Enter")
    expect(page.get_by_role("searchbox")).to_have_value("neglect")
    title = library().pages["/one-minute-guides/neglect/"].title
    expect(page.locator(".search-title").first).to_have_text(title)
    expect(page.locator(".search-title").first).to_be_focused()


def test_the_first_results_say_when_to_call_whom_in_the_words_of_their_pages(
    page: Page, site_url: str
) -> None:
    page.goto(f"{site_url}{SEARCH}?q=neglect")
    settled(page)
    first = page.locator("[data-search-results] > li").first
    expect(first.locator(".search-title")).to_have_text("Neglect")
    known = library()
    own = [one for one in known.points.values() if one.guide == "neglect"]
    always = [one.text for one in known.act_now.values() if one.card.value == "emergency"]
    for part, head in (("emergency", "Call 999 if "), ("mash", "Call the MASH today if ")):
        told = [one.text for one in own if one.part.value == part]
        lines = "; or ".join([*always, *told] if part == "emergency" else told)
        call = first.locator(f".call-{part}")
        expect(call).to_have_text(head + lines)
        expect(call).to_be_visible()
    shown = [one.is_visible() for one in page.locator(".search-calls").all()]
    assert len(shown) > shown.count(True) > 0  # of the first alone


@pytest.mark.parametrize("fit", ["first", "three", "none"])
def test_search_says_how_far_its_pages_fit(page: Page, site_url: str, fit: str) -> None:
    said = {
        "first": "The first page fits best.",
        "three": "Most likely one of the first pages.",
        "none": "No page fits for sure.",
    }
    pairs = zip(lines_of("public-questions"), tried()["public-questions"], strict=True)
    text = next(line[0] for line, answer in pairs if answer["fit"] == fit)
    page.goto(f"{site_url}{SEARCH}?q={NOWHERE}")
    asked(page, text)
    expect(page.locator(".search-fit strong")).to_have_text(said[fit])


def test_a_line_of_the_page_shows_why_it_was_found(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, DESCRIBED)
    settled(page)
    line = page.locator(".search-extract:visible").first  # the first results say when to call
    line.scroll_into_view_if_needed()
    mark = line.locator("mark").first
    expect(mark).to_be_visible()
    assert (mark.text_content() or "").strip().lower()[:4] in (
        "dirt",
        "hous",
        "kids",
        "hung",
        "negl",
    )


def test_a_line_that_failed_to_come_is_asked_for_again(page: Page, site_url: str) -> None:
    page.goto(site_url + SEARCH)
    page.route(re.compile("/$"), lambda route: route.abort())
    line = page.locator(".search-extract:visible").first
    asked(page, DESCRIBED)
    with page.expect_event("requestfailed"):
        line.scroll_into_view_if_needed()
    page.unroute_all()
    asked(page, "mash")
    asked(page, DESCRIBED)
    line.scroll_into_view_if_needed()
    expect(line.locator("mark").first).to_be_visible()


def test_search_over_the_search_page_lets_its_lines_come(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{SEARCH}?q={OFTEN_SAID}", wait_until="networkidle")
    last = page.locator("main .search-extract").last
    expect(last).to_be_empty()
    search_link(page).click()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    last.scroll_into_view_if_needed()
    expect(last.locator("mark").first).to_be_visible()


def test_more_results_come_when_asked_for(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, "child")
    shown = page.locator("[data-search-results] > li")
    expect(shown).to_have_count(10)
    page.get_by_role("button", name="Show more results").click()
    expect(shown).to_have_count(20)
    expect(shown.nth(10).get_by_role("link").first).to_be_focused()


def test_over_what_is_no_worry_no_page_is_listed_until_asked_for(page: Page, site_url: str) -> None:
    page.goto(site_url)
    open_search(page, "bus times to school")
    expect(page.locator(".search-count")).to_contain_text("This guide may not cover “bus times")
    expect(page.locator(".search-first .search-call")).to_be_visible()
    shown = page.locator("[data-search-results] > li")
    expect(shown).to_have_count(0)
    page.get_by_role("button", name="Show the nearest pages").click()
    expect(shown).to_have_count(10)
    expect(shown.first.get_by_role("link").first).to_be_focused()


def test_where_one_page_fits_a_worry_best_what_is_far_behind_waits(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    open_search(page, "stepdad got into her bed")
    expect(page.locator(".search-fit")).to_contain_text("The first page fits best")
    shown = page.locator("[data-search-results] > li")
    expect(shown).to_have_count(1)
    page.get_by_role("button", name="Show more results").click()
    expect(shown.nth(1).get_by_role("link").first).to_be_focused()


@pytest.mark.parametrize(
    ("chosen", "deed", "focused", "many"),
    [
        (".search-more", "click", "[data-search-results] > li:nth-child(11) a", 20),
        (".search-more", "focus", ".search-more", 10),
        (
            "[data-search-results] > li:nth-child(3) a",
            "focus",
            "[data-search-results] > li:nth-child(3) a",
            10,
        ),
    ],
)
def test_a_fuller_answer_on_its_way_leaves_a_list_in_use_alone(
    page: Page, site_url: str, chosen: str, deed: str, focused: str, many: int
) -> None:
    """The question was asked anew just before the reader pressed or chose something."""
    late = hold_back(page, "text.json")
    page.goto(site_url)
    page.evaluate(ONCE_WIDER, [chosen, deed])
    open_search(page, "child")
    shown = page.locator("[data-search-results] > li")
    expect(shown).to_have_count(10)
    let_go(page, late)
    page.evaluate("() => answered")
    before = page.evaluate("() => before")
    expect(shown).to_have_count(many)
    expect(page.locator(focused).first).to_be_focused()
    assert titles(page)[:10] == before


MOVED_ON = """() => {
  const places = document.querySelectorAll(".search-answers, .search-first");
  for (const one of places) one.prepend(document.createElement("p"));
}"""


@pytest.mark.parametrize(
    "chosen",
    [".search-answers a.tel", ".search-first a", "[data-search-results] li:nth-child(3) a"],
)
def test_a_list_that_is_drawn_again_keeps_the_chosen_link(
    page: Page, site_url: str, chosen: str
) -> None:
    page.goto(site_url)
    search_to_the_end(page, "mash")
    link = page.locator(chosen).first
    link.focus()
    address = link.evaluate("(link) => link.href")
    page.locator("[data-search-results]").evaluate("(list) => list.firstElementChild.remove()")
    page.evaluate(MOVED_ON)
    page.locator(".search-form").dispatch_event("input")
    expect(page.locator("[data-search-results] > li")).to_have_count(10)
    assert page.evaluate("() => document.activeElement.href") == address


def test_the_a_to_z_leads_from_words_to_pages_without_a_script(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site_url}search/a-to-z/")
        links = page.locator("main a").evaluate_all("(all) => all.map((one) => one.textContent)")
        assert not [one.title for one in library().pages.values() if one.title not in links]
        titles = {one.title.casefold(): one.title for one in library().pages.values()}
        words = library().vocabulary.values()
        word = next(one for one in words if one.meant.casefold() in titles)
        line = page.locator("li", has_text=re.compile(f"^{re.escape(word.said)}:"))
        line.locator("xpath=ancestor::details/summary").click()
        line.get_by_role("link").first.click()
        expect(page.locator("h1")).to_have_text(titles[word.meant.casefold()])


def words_of(text: str) -> set[str]:
    return set(re.split("[^a-z0-9]+", text.lower()))


def words_held_back() -> list[str]:
    """Words of rows that are held back, which no page shows, nor any word close to them."""
    shown: set[str] = set()
    for path in SITE.rglob("index.html"):
        shown |= words_of(soup_of(path).get_text(" "))
    hidden = words_of(" ".join(cell for row in rows_held_back() for cell in row.values()))
    return sorted(
        word
        for word in hidden - shown
        if len(word) > 3
        and not any(one.startswith(word) for one in shown)
        and not difflib.get_close_matches(word, shown, n=1, cutoff=0.7)
    )


def test_what_is_held_back_is_not_found(browser: Browser, site_url: str) -> None:
    words = words_held_back()
    if not words:
        pytest.skip("no row that is held back has a word of its own")
    found = []
    with visit(browser, PHONE) as page:
        page.goto(site_url)
        with page.expect_response("**/text.json"):
            open_search(page, NOWHERE)
        for word in words:
            page.get_by_role("searchbox").fill(word)
            expect(page.locator(".search-count")).to_contain_text(f"“{word}”")
            if status(page) != f"Nothing found for “{word}”":
                found.append(word)
    assert not found
