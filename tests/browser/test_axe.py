"""axe-core finds no fault in anything that pages are made of, at any width, in light or dark."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import FEWER_ROWS
from tests.browser.views import DESK, PHONE, View, visit
from tests.conftest import ROOT, built_pages
from tests.pages.built import soup

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
RUN = "async ([within, options]) => (await axe.run(within, options)).violations"
COLOURS = ("color-contrast", "link-in-text-block")


def faults(
    page: Page,
    name: str,
    *,
    within: str = "html",
    only: Sequence[str] = (),
    without: Sequence[str] = (),
) -> list[str]:
    """What axe finds on the page as it stands: the page, the rule, the element.

    It looks at all of the page by every rule for people, and by the one that axe leaves out unless
    asked, the size of targets; or by less, where less is asked for.
    """
    if not page.evaluate('() => "axe" in window'):
        page.evaluate(AXE)
    rules = {rule: {"enabled": rule not in without} for rule in ("target-size", *without)}
    asked = {"runOnly": list(only)} if only else {"rules": rules}
    options = {"resultTypes": ["violations"], "preload": False, **asked}
    found: list[dict[str, Any]] = page.evaluate(RUN, [within, options])
    return [
        f"/{name}: {rule['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for rule in found
        for node in rule["nodes"]
    ]


# Takes the place of the page that is open, with all its styles; no script of the copy runs.
PLACED = """async ([html, address]) => {
  history.replaceState(null, "", address);
  const { documentElement: copy } = new DOMParser().parseFromString(html, "text/html");
  for (const one of copy.querySelectorAll("script, meta[http-equiv]")) one.remove();
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of copy.attributes) root.setAttribute(name, value);
  root.replaceChildren(...copy.children);
  await Promise.all([...document.querySelectorAll("link[rel=stylesheet]")].map((link) =>
    link.sheet ?? new Promise((done, failed) => {
      link.addEventListener("load", done);
      link.addEventListener("error", failed);
    })));
}"""


class Copies:
    """A tab in which axe stays loaded while copies of pages come and go.

    In each page anew, axe takes more time to be read than to look.
    """

    def __init__(self, tab: Page) -> None:
        self.tab = tab

    def put(self, page: Page) -> Page:
        """Show what the page has become by now, and give the tab."""
        html = page.evaluate("() => document.documentElement.outerHTML")
        self.tab.evaluate(PLACED, [html, page.url])
        return self.tab


@contextmanager
def copies(browser: Browser, site_url: str, view: View) -> Iterator[Copies]:
    """The tab for copies, looked at so."""
    with visit(browser, view, bypass_csp=True, reduced_motion="reduce") as tab:
        tab.goto(site_url)
        yield Copies(tab)


def looks_of(name: str) -> set[tuple[str, str]]:
    """Every kind of element on a page: its name with each of its classes."""
    return {
        (one.name, look)
        for one in soup(name).find_all()
        for look in ("", *one.get_attribute_list("class"))
        if look is not None
    }


def few_pages_that_show_all() -> list[str]:
    """Pages that between them hold every kind of element there is, the fullest first."""
    left = {name: looks_of(name) for name in built_pages()[:-1]}
    missing, chosen = set().union(*left.values()), []
    while missing:
        chosen.append(max(sorted(left), key=lambda name: len(left[name] & missing)))
        missing -= left[chosen[-1]]
    return chosen


@pytest.mark.parametrize("view", [DESK, PHONE], ids=lambda view: f"{view.width}px")
def test_nothing_that_pages_are_made_of_has_a_fault_at_any_width_in_light_or_dark(
    browser: Browser, site_url: str, view: View
) -> None:
    """In the dark nothing but the colours is different."""
    found = []
    with visit(browser, view) as page, copies(browser, site_url, view) as few:
        for name in few_pages_that_show_all():
            page.goto(site_url + name)
            page.evaluate(FEWER_ROWS)
            copy = few.put(page)
            found += faults(copy, f"{name} (light)")
            copy.emulate_media(color_scheme="dark")
            found += faults(copy, f"{name} (dark)", only=COLOURS)
            copy.emulate_media(color_scheme="light")
    assert not found, "\n".join(found)
