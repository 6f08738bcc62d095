"""A team pack: chosen by hand or ready, kept in its address alone, and whole on paper."""

import io
import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from macros.records.days import day_words
from macros.records.packs import Pack
from tests.browser.checks import OUTSIDE
from tests.browser.test_print import squeezed
from tests.browser.views import DESK, PHONE, hold_back, let_go, visit
from tests.conftest import library
from tests.pages.built import soup

HOME = library().ours.packs or ""
HERE = HOME[1:]
READY = sorted(library().packs.values(), key=lambda one: one.order)
TWELVE = [
    *("worried-about-a-child/", "thresholds/consent/", "reviews/stephen/"),
    *("reviews/briefings/stephen/", "audits/early-help/", "thresholds/timescales/"),
    *(f"one-minute-guides/{name}/" for name in ("neglect", "housing", "dogs", "self-harm")),
    *("one-minute-guides/bullying/", "one-minute-guides/safer-sleep/"),
]
CODES = [library().addresses[f"/{one}"].code for one in TWELVE]
TITLES = [library().pages[f"/{one}"].title for one in TWELVE]
CHOSEN = f"{HERE}#t=Team%20meeting&d=2026-12-03&p={','.join(CODES)}"
AFTER = ["Questions to talk through", "What we will do"]


def opened(page: Page) -> None:
    """Wait until the pack is laid out."""
    expect(page.get_by_role("button", name="Print the pack")).to_be_visible()


def sheets_of(page: Page) -> list[str]:
    """The words of each sheet of paper, without spaces and without the numbers at its foot."""
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    numbers = page.locator(".act-line").first.locator("a").all_text_contents()
    foot = re.escape(squeezed("|".join(numbers)))
    numbered = rf"^(\d+){foot}"
    return [re.sub(numbered, r"\1", squeezed(sheet.extract_text())) for sheet in pdf.pages]


def told(page: Page) -> list[tuple[str, int]]:
    """What the contents list, and on which sheet it is said to begin."""
    lines = page.locator(".pack-contents li")
    names = lines.locator("a").all_text_contents()
    numbers = lines.locator(".sheet-number").all_text_contents()
    return list(zip(names, map(int, numbers), strict=True))


def begins(sheets: list[str], names: list[str]) -> list[tuple[str, int]]:
    """Where each part begins on paper, looked for from where the one before began."""
    found, last = [], 1
    for name in names:
        numbered = enumerate(sheets[last:], last + 1)
        last = next((at for at, text in numbered if text.startswith(squeezed(f"{at}{name}"))), 0)
        found.append((name, last))
    return found


def test_twelve_pages_chosen_by_keyboard_are_one_pack_on_paper(page: Page, site_url: str) -> None:
    page.goto(site_url + HERE)
    page.get_by_label("Title").fill("Team meeting")
    page.get_by_label("Day of the meeting").fill("2026-12-03")
    for title in TITLES:
        page.get_by_role("checkbox", name=title, exact=True).focus()
        page.keyboard.press("Space")
    expect(page.get_by_role("status").filter(has_text="12 pages in your pack")).to_be_visible()
    page.get_by_role("button", name="Open the pack").focus()
    page.keyboard.press("Enter")
    opened(page)
    expect(page).to_have_url(f"{site_url}{CHOSEN}")
    expect(page.get_by_role("heading", name="Team meeting", level=1)).to_be_focused()

    sheets = sheets_of(page)
    assert told(page) == begins(sheets, [*TITLES, *AFTER])
    numbers = dict(told(page))
    guides = [numbers[title] for title in [*TITLES[TITLES.index("Neglect") :], AFTER[0]]]
    assert guides == list(range(guides[0], guides[0] + len(guides)))  # a side each
    assert numbers[AFTER[1]] == len(sheets)
    assert numbers[TITLES[1]] == numbers[TITLES[0]] + 1  # who to call: the side of its own page
    assert squeezed("Team meeting 3 December 2026") in sheets[0]
    assert squeezed("MASH 024 7678 8555") in sheets[0]
    asked = [one.question for one in library().prompts.values() if one.page[1:] in TWELVE]
    assert len(asked) == 3 * len(TWELVE)
    on_paper = "".join(sheets)
    assert [one for one in asked if squeezed(one) not in on_paper] == []
    assert squeezed("Action Who By when") in sheets[-1]
    for name in TWELVE:
        known, copy = library().pages[f"/{name}"], soup(name).select("main")[0]["data-version"]
        assert squeezed(f"Code {copy}, reviewed {day_words(known.reviewed)}") in on_paper
        assert f"/go/{copy}/" in on_paper
    page.emulate_media(media="print")
    expect(page.locator(".item > .paper .qr").filter(visible=True)).to_have_count(len(TWELVE))


def test_a_title_typed_before_the_script_arrived_counts(page: Page, site_url: str) -> None:
    late = hold_back(page, "pack.js")
    page.goto(site_url + HERE)
    page.get_by_label("Title").fill("Team")
    page.get_by_label("Day of the meeting").fill("2026-12-03")
    let_go(page, late)
    page.get_by_role("checkbox", name="Neglect", exact=True).check()
    code = CODES[TITLES.index("Neglect")]
    expect(page).to_have_url(f"{site_url}{HERE}#choose&t=Team&d=2026-12-03&p={code}")


def test_on_a_phone_the_contents_name_the_same_sheets(browser: Browser, site_url: str) -> None:
    numbers = []
    for view in (DESK, PHONE):
        with visit(browser, view) as page:
            page.goto(site_url + CHOSEN)
            opened(page)
            numbers.append(told(page))
            assert view is DESK or page.evaluate(OUTSIDE) == []
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("pack", READY, ids=lambda pack: pack.id)
def test_a_ready_pack_opens_at_its_lasting_address(page: Page, site_url: str, pack: Pack) -> None:
    page.goto(site_url + pack.address(HOME)[1:])
    page.wait_for_url(site_url + pack.opened(HOME)[1:])
    opened(page)
    expect(page.locator(".cover h1")).to_have_text(pack.title)
    titles = [library().pages[one].title for one in pack.pages]
    assert [name for name, _ in told(page)] == [*titles, *AFTER]
    expect(page.locator(".pack-faults")).to_be_empty()


HOSTILE = f"{HERE}#t=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E{'x' * 400}&d=2026-13-40"


def test_a_hostile_address_is_shown_as_text_and_cut(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{HOSTILE}&p={CODES[0]},zz999,%3Cb%3Ebold%3C/b%3Eagain,{'q,' * 9999}")
    opened(page)
    title = page.locator(".cover h1")
    expect(title).to_contain_text("<img src=x onerror=alert(1)>")
    assert len(title.text_content() or "") < 90
    said = page.locator(".pack-faults")
    expect(said).to_contain_text("No page that can stand in a pack has the code zz999.")
    expect(said).to_contain_text("“<b>bold</b>a…” is not the code of a page.")
    expect(said).to_contain_text("not a day of the calendar")
    assert told(page)[0][0] == TITLES[0]


def test_the_choice_can_be_changed_put_in_order_and_taken_back(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{HERE}#p={CODES[6]},{CODES[7]}")
    opened(page)
    page.get_by_role("link", name="Change the choice").press("Enter")
    expect(page.get_by_role("checkbox", name=TITLES[6], exact=True)).to_be_checked()
    page.get_by_role("button", name=f"Move up: {TITLES[7]}").press("Enter")
    expect(page).to_have_url(f"{site_url}{HERE}#choose&p={CODES[7]},{CODES[6]}")
    page.get_by_role("button", name=f"Take out: {TITLES[6]}").press("Enter")
    expect(page).to_have_url(f"{site_url}{HERE}#choose&p={CODES[7]}")
    page.go_back()
    opened(page)
    assert [name for name, _ in told(page)] == [TITLES[6], TITLES[7], *AFTER]


def test_its_link_and_its_text_can_be_copied(browser: Browser, site_url: str) -> None:
    with visit(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(site_url + READY[0].address(HOME)[1:])
        opened(page)
        page.get_by_role("button", name="Copy link to this pack").click()
        expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
        address = f"{site_url}{READY[0].address(HOME)[1:]}"
        assert page.evaluate("() => navigator.clipboard.readText()") == address
        page.get_by_text("Text for a newsletter or chat").click()
        page.get_by_role("button", name="Copy this text").click()
        expect(page.get_by_role("status").filter(has_text="Text copied")).to_be_visible()
        plain, rich = page.evaluate(COPIED)
    for name in READY[0].pages:
        known = library().pages[name]
        age = f"{known.title}, reviewed {day_words(known.reviewed)}"
        assert age in plain
        assert f">{known.title}</a>, reviewed {day_words(known.reviewed)}" in rich
    assert plain.endswith(address)


COPIED = """async () => {
  const [item] = await navigator.clipboard.read();
  const text = async (type) => (await item.getType(type)).text();
  return [await text("text/plain"), await text("text/html")];
}"""


def test_nothing_is_kept_and_the_choice_is_never_sent(page: Page, site_url: str) -> None:
    sent: list[str] = []
    page.on("request", lambda one: sent.append(one.url))
    page.goto(site_url + CHOSEN)
    opened(page)
    assert not [one for one in sent if "Team" in one or CODES[1] in one or "2026-12-03" in one]
    assert page.evaluate("() => localStorage.length + sessionStorage.length") == 0


def test_a_page_that_does_not_come_is_named(page: Page, site_url: str) -> None:
    page.route("**/one-minute-guides/neglect/", lambda route: route.abort())
    page.goto(f"{site_url}{HERE}#p={CODES[6]},{CODES[7]}")
    opened(page)
    expect(page.locator(".pack-faults")).to_contain_text("not in this pack: Neglect")
    assert told(page)[0][0] == TITLES[7]


def test_where_the_styles_of_paper_do_not_come_no_sheet_is_named(page: Page, site_url: str) -> None:
    page.route("**/assets/print.css", lambda route: route.abort())
    page.goto(f"{site_url}{HERE}#p={CODES[2]}")
    opened(page)
    expect(page.locator(".sheet-number").first).to_be_empty()
    expect(page.locator(".pack-tools")).not_to_contain_text("pages of A4")


def test_a_ready_pack_that_is_gone_is_said_and_the_others_stand(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{HERE}#pack-of-yesterday")
    expect(page.locator(".pack-faults")).to_contain_text("there no more")
    expect(page.get_by_role("link", name=READY[0].title, exact=True)).to_be_visible()
    page.goto(f"{site_url}{HERE}#pack-pages")
    expect(page.locator(".pack-faults")).to_be_empty()


def test_without_a_script_every_page_is_a_link(browser: Browser, site_url: str) -> None:
    with visit(browser, PHONE, java_script_enabled=False) as page:
        page.goto(site_url + READY[0].address(HOME)[1:])
        page.wait_for_url(site_url + READY[0].opened(HOME)[1:])
        expect(page.locator(f"#pack-{READY[0].id}")).to_be_in_viewport()
        for title in TITLES:
            link = page.locator("#pack-pages").get_by_role("link", name=title, exact=True)
            expect(link).to_be_visible()
        expect(page.get_by_role("button", name="Open the pack")).to_be_hidden()
        expect(page.get_by_label("Title")).to_be_hidden()
