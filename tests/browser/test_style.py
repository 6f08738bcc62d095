"""Leaving out rules that no page uses changes no page, and nothing moves while a page opens."""

import base64
from collections.abc import Callable
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, FloatRect, Page, Route

from tests.browser.views import (
    CHANGE_A_PAGE,
    GLOSSARY,
    SEARCH,
    TIMESCALES,
    VIEWS,
    WORRIED,
    View,
    at_rest,
    explain_a_term,
    open_menu,
    search_to_the_end,
    settle,
    visit,
)
from tests.conftest import ROOT

LOOKED_AT = ["", WORRIED, TIMESCALES, GLOSSARY, CHANGE_A_PAGE, SEARCH, "no/such/page/"]
# A page longer than this is looked at in part: a picture has an end.
LONGEST = 5000


def whole_sheet() -> str:
    """The theme's sheet as its package ships it, and ours as it is written."""
    folder = files("material").joinpath("templates/assets/stylesheets")
    theme = [one for one in folder.iterdir() if one.name.startswith("main.")]
    sheets = [one.read_text("utf-8") for one in theme if one.name.endswith(".min.css")]
    assert len(sheets) == 1
    return sheets[0] + (ROOT / "theme/assets/guide.css").read_text("utf-8")


def answer_with_the_whole_sheet(route: Route) -> None:
    route.fulfill(body=whole_sheet(), content_type="text/css")


def picture(page: Page) -> bytes:
    """The page from its top, at rest."""
    settle(page)
    height, width = page.evaluate("() => [document.documentElement.scrollHeight, innerWidth]")
    clip = FloatRect(x=0, y=0, width=width, height=min(height, LONGEST))
    return page.screenshot(clip=clip, full_page=True, animations="disabled")


# How many points of two pictures a person could tell apart. A soft edge, such as that of the ring
# around a focused box, is not drawn quite the same twice.
DIFFERENT = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
    canvas.drawImage(picture, 0, 0);
    return canvas.getImageData(0, 0, picture.width, picture.height);
  }));
  if (one.width !== other.width || one.height !== other.height) return Infinity;
  return one.data.filter((value, place) => Math.abs(value - other.data[place]) > 8).length;
}"""


def same(page: Page, one: bytes, other: bytes) -> bool:
    """Whether a person sees the same in both pictures; `page` is any open tab."""
    texts = [base64.b64encode(picture).decode() for picture in (one, other)]
    return one == other or not page.evaluate(DIFFERENT, texts)


def pictures(page: Page, site_url: str) -> dict[str, bytes]:
    """Every page looked at, on screen and on paper, with the sheet that the tab is given."""
    taken = {}
    for name in LOOKED_AT:
        page.emulate_media(media="screen")
        page.goto(site_url + name)
        taken[f"/{name} on screen"] = picture(page)
        page.emulate_media(media="print")
        taken[f"/{name} on paper"] = picture(page)
    return taken


# A wide window in light and a narrow one in the dark between them use every rule of the other two.
@pytest.mark.parametrize("view", [VIEWS[0], VIEWS[3]], ids=str)
def test_the_trimmed_sheet_shows_what_the_whole_sheet_shows(
    browser: Browser, site_url: str, view: View
) -> None:
    with visit(browser, view, reduced_motion="reduce") as page:
        trimmed = pictures(page, site_url)
    with visit(browser, view, reduced_motion="reduce") as page:
        page.route("**/site.css", answer_with_the_whole_sheet)
        whole = pictures(page, site_url)
        assert [name for name in trimmed if not same(page, trimmed[name], whole[name])] == []


def search_with_results(page: Page) -> None:
    search_to_the_end(page, "mash")


def opened(page: Page, site_url: str, state: Callable[[Page], None]) -> bytes:
    page.goto(site_url + WORRIED)
    settle(page)
    state(page)
    settle(page)
    return at_rest(page)


@pytest.mark.parametrize("view", [VIEWS[0], VIEWS[3]], ids=str)
@pytest.mark.parametrize("state", [open_menu, explain_a_term, search_with_results])
def test_what_opens_looks_the_same_with_the_whole_sheet(
    browser: Browser, site_url: str, state: Callable[[Page], None], view: View
) -> None:
    with visit(browser, view, reduced_motion="reduce") as page:
        trimmed = opened(page, site_url, state)
    with visit(browser, view, reduced_motion="reduce") as page:
        page.route("**/site.css", answer_with_the_whole_sheet)
        assert same(page, opened(page, site_url, state), trimmed)
