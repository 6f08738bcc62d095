"""The point stands first: 999 before all, tools on the first screen, pages with an end."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.views import DESK, PHONE, VIEWS, WORRIED, View, visit
from tests.conftest import SITE, built_pages
from tests.pages.built import WRONG

TRACKER = "reviews/recommendations/"
FIGURES = "figures/child-protection/"
SCREEN = 740  # pixels of a small phone's window
SOON = 1.3  # screens from the top
MOST_SCREENS = 26
# Lists in which something is looked up, by search, by a filter or from a link; and the old reports.
LOOKED_UP = (
    "about/glossary/",
    "about/law/",
    "about/resources/",
    "about/sources/",
    "figures/history/",
    "one-minute-guides/",
    "reviews/thread/",
    "worried-about-a-child/find/",
)
LONGEST = 15
SOURCES, MOST_FOLDED = "about/sources/", 10
# How bright the ground of a button stands on that of the page, as WCAG counts contrast.
CONTRAST = """(button) => {
  const light = (element) => {
    const channels = getComputedStyle(element).backgroundColor.match(/\\d+/g).slice(0, 3);
    const [red, green, blue] = channels.map((one) => {
      const part = one / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [one, other] = [light(button), light(document.body)];
  return Math.max(one, other) / Math.min(one, other);
}"""


@pytest.mark.parametrize("view", VIEWS[:2], ids=str)
def test_the_button_for_999_is_the_loudest(browser: Browser, site_url: str, view: View) -> None:
    with visit(browser, view) as page:
        page.goto(site_url + WORRIED)
        first, *rest = page.locator(".act-now .button:not(.button-quiet)").all()
        assert first.inner_text() == "Call 999"
        loud = first.evaluate(CONTRAST)
        assert all(loud > other.evaluate(CONTRAST) for other in rest)


def test_on_a_phone_999_comes_first_and_the_mash_soon_after(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, height=SCREEN) as page:
        page.goto(site_url + WORRIED)
        first, second = (page.locator(f".care-{one} .button").first for one in ("999", "mash"))
        expect(first).to_be_in_viewport(ratio=1)
        places = [one.bounding_box() or {"y": 0} for one in (first, second)]
        assert places[0]["y"] < places[1]["y"] < SOON * SCREEN


def test_on_a_desk_the_numbers_stay_in_sight_and_cover_no_heading_that_is_led_to(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, DESK) as page:
        page.goto(f"{site_url}{WORRIED}#what-happens-next")
        line = page.get_by_role("region", name="Act now")
        for number in line.get_by_role("link").all():
            expect(number).to_be_in_viewport(ratio=1)
        ends = (lambda box: box["y"] + box["height"])(line.bounding_box() or {"y": 0, "height": 0})
        heading = page.locator("#what-happens-next")
        expect(heading).to_be_in_viewport(ratio=1)
        assert ends <= (heading.bounding_box() or {"y": 0})["y"]


@pytest.mark.parametrize("name", ["stag/pack/", TRACKER])
def test_on_a_phone_share_stands_clear_of_the_title(
    browser: Browser, site_url: str, name: str
) -> None:
    with visit(browser, PHONE, height=SCREEN) as page:
        page.goto(site_url + name)
        share = page.locator(".heading-link.share").bounding_box()
        title = page.locator("h1").bounding_box()
        assert share
        assert title
        middle = share["y"] + share["height"] / 2  # its word is one line of 20 pixels
        assert middle + 10 <= title["y"]


def test_concerns_for_999_stand_first_and_whom_to_call_in_one_column(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(f"{site_url}{WORRIED}find/")
        for shelf in page.locator("[data-shelf]").all():
            cards = shelf.locator("[data-card]")
            kinds = cards.evaluate_all("(all) => all.map((one) => one.dataset.card)")
            assert kinds == sorted(kinds, key=["emergency", "mash", "talk"].index)
        places = "(all) => all.map((one) => Math.round(one.getBoundingClientRect().x))"
        assert len(set(page.locator("[data-card]").evaluate_all(places))) == 1


def test_the_first_change_stands_on_the_first_screen_with_what_to_do(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, height=SCREEN) as page:
        page.goto(f"{site_url}about/whats-new/?kind=new")
        kind = page.get_by_role("combobox", name="How to take it")
        expect(kind).to_be_visible()  # a folded choice that narrows is not hidden
        page.goto(f"{site_url}about/whats-new/")
        expect(kind).not_to_be_visible()
        expect(page.locator("[data-item] > p").nth(2)).to_be_in_viewport(ratio=1)


def test_a_long_list_of_documents_folds_by_letter(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, height=SCREEN, java_script_enabled=False) as page:
        page.goto(site_url + SOURCES)
        assert page.evaluate("document.documentElement.scrollHeight") < MOST_FOLDED * SCREEN


def test_the_tracker_can_be_narrowed_on_its_first_screen(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, height=SCREEN) as page:
        page.goto(site_url + TRACKER)
        expect(page.get_by_role("searchbox", name="Words")).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("combobox", name="Status")).to_be_in_viewport(ratio=1)
        expect(page.locator("#recommendations summary").first).to_be_in_viewport(ratio=1)


def test_what_a_review_asked_for_folds_until_it_is_opened_or_looked_for(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, height=SCREEN) as page:
        page.goto(site_url + TRACKER)
        rows = page.locator("#recommendations tbody tr")
        expect(rows.locator("visible=true")).to_have_count(0)
        page.get_by_role("combobox", name="Status").select_option("Planned")
        expect(rows.locator("visible=true")).to_have_count(2)
        page.emulate_media(media="print")
        expect(rows.locator("visible=true")).to_have_count(2)


def test_a_chart_stands_beside_its_table_on_a_desk(browser: Browser, site_url: str) -> None:
    with visit(browser, DESK, java_script_enabled=False) as page:
        page.goto(f"{site_url}figures/city/")
        sides = page.locator(".side-by-side").first
        chart = sides.locator(".bars").bounding_box()
        table = sides.get_by_role("table")
        expect(table.get_by_role("rowheader").first).to_be_visible()
        beside = table.bounding_box()
        assert chart
        assert beside
        assert beside["x"] >= chart["x"] + chart["width"]
        assert beside["y"] < chart["y"] + chart["height"]


def test_a_table_of_two_or_three_bars_stays_folded_on_a_desk(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, DESK, java_script_enabled=False) as page:
        page.goto(site_url + FIGURES)
        few = page.locator(".figures:has(.bars):not(:has(.bars li:nth-child(4))) .sources")
        assert few.count()
        for table in few.get_by_role("table", include_hidden=True).all():
            expect(table).not_to_be_visible()


def test_what_to_see_and_what_to_do_stand_side_by_side_on_a_desk_alone(
    browser: Browser, site_url: str
) -> None:
    for view, beside in ((DESK, True), (PHONE, False)):
        with visit(browser, view, java_script_enabled=False) as page:
            page.goto(f"{site_url}one-minute-guides/neglect/")
            boxes = [page.locator(one).bounding_box() for one in ("#signs", "#do-this")]
            signs, deeds = (box or {"x": 0, "y": 0} for box in boxes)
            assert (signs["y"] == deeds["y"], signs["x"] < deeds["x"]) == (beside, beside)


def test_a_table_that_repeats_its_chart_is_folded_on_a_phone(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url + FIGURES)
        table = page.locator(".figures:has(.bars) details table").first
        expect(table).not_to_be_visible()
        page.get_by_text("Table, source and file").first.click()
        expect(table).to_be_visible()


def test_a_table_that_is_folded_on_a_phone_stands_on_paper(page: Page, site_url: str) -> None:
    page.goto(site_url + FIGURES)
    page.emulate_media(media="print")
    expect(page.locator(".figures:has(.bars) details table").first).to_be_visible()


def longest_texts() -> list[str]:
    """The heaviest pages to read, but for those in which something is looked up."""
    read = [one for one in built_pages() if not one.startswith(LOOKED_UP)]
    read.remove(WRONG)
    return sorted(read, key=lambda one: -(SITE / one / "index.html").stat().st_size)[:LONGEST]


def test_a_page_has_an_end_on_a_phone(browser: Browser, site_url: str) -> None:
    screens = {}
    with visit(browser, PHONE, height=SCREEN, java_script_enabled=False) as page:
        for name in longest_texts():
            page.goto(site_url + name, wait_until="domcontentloaded")
            screens[name] = page.evaluate("document.documentElement.scrollHeight") / SCREEN
    assert {name: n for name, n in screens.items() if n > MOST_SCREENS} == {}


def test_on_a_desk_numbers_menu_and_search_are_one_line_that_nothing_covers(
    browser: Browser, site_url: str
) -> None:
    with visit(browser, DESK) as page:
        page.goto(f"{site_url}one-minute-guides/neglect/")
        page.evaluate("() => scrollTo(0, 900)")
        line = page.locator(".top").bounding_box()
        assert line
        assert (line["y"], line["height"]) == (0, 56)
        page.get_by_role("button", name="Menu").click()
        menu = page.locator("#menu").bounding_box()
        assert menu
        assert menu["y"] >= line["height"]
        assert menu["height"] < 400
