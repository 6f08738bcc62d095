"""Readers who zoom, enlarge, space, recolour or print lose nothing, whatever they have opened."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import CUT_WORDS, OUTSIDE, SPACED
from tests.browser.states import ALLOWED, STATES, State, bring_about
from tests.browser.test_axe import COLOURS, faults
from tests.browser.views import PHONE, VIEWS, WORRIED, View, enlarge, open_search, visit

# What lies over the page without an edge, or is pressed and has none: in colours that a reader's
# device sets, one surface looks like the next.
WITHOUT_EDGE = """() => [...document.querySelectorAll(
    "dialog, #menu, .tip, .say, .pack-bar, .button, .menu-button")]
  .filter((one) => one.checkVisibility() && one.textContent)
  .filter((one) => !parseFloat(getComputedStyle(one).borderTopWidth))
  .map((one) => one.outerHTML.slice(0, 80))"""
# Set once anything on the page is animated.
WATCHED = "addEventListener('animationstart', () => (window.moved = true), true)"
ZOOMED = View(320, "light")  # a window of 1280 by 800 pixels at 400%
Found = dict[str, list[str]]


def lost(page: Page) -> list[str]:
    """What stands out, scrolls sideways or is cut."""
    return [*page.evaluate(OUTSIDE), *page.evaluate(CUT_WORDS)]


def lost_where_it_is_narrow(page: Page) -> Found:
    """At 400% zoom, spaced as WCAG 1.4.12 allows, and in letters of 200% on a phone."""
    found = {"400% zoom": lost(page)}
    page.evaluate(SPACED, True)
    found["wide spacing"] = lost(page)
    page.evaluate(SPACED, False)
    page.set_viewport_size({"width": PHONE.width, "height": 740})
    enlarge(page)
    found["letters of 200%"] = lost(page)
    enlarge(page, 16)
    return found


def at_fault_in_any_colours(page: Page) -> Found:
    """On a phone in the dark and a desk in the light, in forced colours, and on paper."""
    found = {}
    for view in (VIEWS[3], VIEWS[0]):  # they use every rule of the other two
        page.set_viewport_size({"width": view.width, "height": 800})
        page.emulate_media(color_scheme=view.scheme)
        page.evaluate("() => scrollTo(0, 0)")  # what scrolls below the numbers is no smaller for it
        found[str(view)] = faults(page, "")
    page.emulate_media(forced_colors="active")  # which change nothing but colours
    found["forced colours"] = [*page.evaluate(WITHOUT_EDGE), *faults(page, "", only=COLOURS)]
    page.emulate_media(forced_colors="none", media="print")
    found["paper"] = faults(page, "")
    return found


@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_nothing_that_opens_is_lost_or_at_fault_however_it_is_looked_at(
    browser: Browser, site_url: str, state: State
) -> None:
    with visit(browser, ZOOMED, height=200, permissions=ALLOWED, reduced_motion="reduce") as page:
        bring_about(page, site_url, state)
        found = lost_where_it_is_narrow(page) | at_fault_in_any_colours(page)
    assert {look: what for look, what in found.items() if what} == {}


def test_numbers_of_the_top_line_grow_with_the_letters(browser: Browser, site_url: str) -> None:
    """A length that follows the window alone would keep them small."""
    size = "(number) => parseFloat(getComputedStyle(number).fontSize)"
    with visit(browser, PHONE) as page:
        page.goto(site_url + WORRIED)
        numbers = page.locator(".act-line b").all()
        before = [one.evaluate(size) for one in numbers]
        enlarge(page)
        after = [one.evaluate(size) for one in numbers]
    assert len(before) == 3
    assert all(large >= 2 * small for small, large in zip(before, after, strict=True))


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_who_asks_for_stillness(
    browser: Browser, site_url: str, motion: str
) -> None:
    with visit(browser, PHONE, reduced_motion=motion) as page:
        page.add_init_script(WATCHED)
        page.goto(site_url + WORRIED)
        open_search(page, "mash")
        assert bool(page.evaluate("() => window.moved")) is (motion == "no-preference")
