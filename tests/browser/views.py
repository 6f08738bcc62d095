"""How a reader may look at a page: how wide, in light or dark, with a mouse or a finger."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal, NamedTuple

from playwright.sync_api import Browser, Locator, Page, Response, Route, ViewportSize, expect

WORRIED = "worried-about-a-child/"
FOR_FAMILIES = "worried-about-a-child/children-and-parents/"
TIMESCALES = "thresholds/timescales/"
GLOSSARY = "about/glossary/"
CHANGE_A_PAGE = "about/change-a-page/"
SEARCH = "search/"
LOOKING = "[data-search-results][aria-busy=true]"  # search is not at its end yet


ASKED_WITHIN = 5_000  # milliseconds, on two busy cores


class View(NamedTuple):
    """One way to look at the site."""

    width: int
    scheme: Literal["light", "dark"]

    def __str__(self) -> str:
        return f"{self.width}px-{self.scheme}"


VIEWS = (View(1280, "light"), View(1280, "dark"), View(360, "light"), View(360, "dark"))
DESK, PHONE = VIEWS[0], VIEWS[2]

# What the small scripts leave behind when they have done their part.
SETTLED = """() => {
  const open = document.querySelector(".contents details");
  const place = document.querySelector("[data-search-here]");
  return document.querySelector(".say")
    && (!document.querySelector(".term") || document.querySelector("#tip"))
    && (!open || open.open || !matchMedia("(min-width: 78em)").matches)
    && (!place || place.querySelector("input"))
    && document.getAnimations().length === 0;
}"""

# Ends when the page is loaded and for a tenth of a second no file has come.
ARRIVED = """async () => {
  const came = () => performance.getEntriesByType("resource").length;
  let before = -1;
  while (before !== came() || document.readyState !== "complete") {
    before = came();
    await new Promise((done) => setTimeout(done, 100));
  }
}"""


@contextmanager
def visit(
    browser: Browser, view: View = DESK, *, height: int = 800, **options: Any
) -> Iterator[Page]:
    """The tab of a fresh visitor who looks so; `options` are Playwright's for a context."""
    size = ViewportSize(width=view.width, height=height)
    visitor = browser.new_context(viewport=size, color_scheme=view.scheme, **options)
    yield visitor.new_page()
    visitor.close()


class Heard:
    """What a tab asked for, was answered and complained of, since it was last cleared."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.answers: list[Response] = []
        self.complaints: list[str] = []
        page.on("request", lambda one: self.asked.append(one.url))
        page.on("response", lambda one: self.answers.append(one))
        page.on("pageerror", lambda one: self.complaints.append(str(one)))
        page.on("console", lambda one: self._hear(one.type, one.text))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def clear(self) -> None:
        """Forget all of it."""
        for heard in (self.asked, self.answers, self.complaints):
            heard.clear()


def settle(page: Page) -> None:
    """Wait until the page's scripts have done their part and nothing moves."""
    page.wait_for_function(SETTLED)


def open_whole(page: Page, address: str) -> None:
    """Open the address and wait until nothing more arrives; far shorter than Playwright's wait."""
    page.goto(address)
    page.evaluate(ARRIVED)


def hold_back(page: Page, file: str) -> list[Route]:
    """Requests for a file, which wait as on a weak signal until they are let go."""
    late: list[Route] = []
    page.route(f"**/{file}", lambda route: late.append(route))
    return late


def let_go(page: Page, late: list[Route]) -> None:
    """The file that was held back comes, once it has been asked for."""
    for _ in range(0, ASKED_WITHIN, 20):
        if late:
            break
        page.wait_for_timeout(20)
    assert late, "the file was not asked for: nothing is held back"
    late.pop().continue_()


def at_rest(page: Page) -> bytes:
    """A picture of the window, taken once two in a row are the same."""
    pictures = [page.screenshot(caret="hide", animations="disabled")]
    for _ in range(10):
        pictures.append(page.screenshot(caret="hide", animations="disabled"))
        if pictures[-1] == pictures[-2]:
            break
        page.wait_for_timeout(200)
    return pictures[-1]


def enlarge(page: Page, letters: int = 32) -> None:
    """Set the browser's letters to so many pixels; 16 are usual. What opens later has them too."""
    sizes = {"fontSizes": {"standard": letters}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)


def search_link(page: Page) -> Locator:
    """The way into search that stands at the top of every page."""
    return page.get_by_role("navigation", name="Site").get_by_role("link", name="Search")


def open_search(page: Page, text: str = "") -> None:
    """Open search by its link, type, and wait until it has answered."""
    search_link(page).click()
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    if text:
        box.fill(text)
        expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text(text)


def search_to_the_end(page: Page, text: str) -> None:
    """Open search, type, and wait until nothing more is looked through: it draws anew till then."""
    open_search(page, text)
    expect(page.locator(LOOKING)).to_have_count(0)


def open_menu(page: Page) -> None:
    """Open the menu by its button."""
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#menu")).to_be_visible()


def explain_a_term(page: Page) -> None:
    """Show the explanation of the first term, by keyboard focus."""
    page.locator(".term").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()


def open_share(page: Page, name: str = "Share this page") -> None:
    """Open the panel that hands on the page, or the section whose link is named."""
    page.get_by_role("link", name=name).first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
