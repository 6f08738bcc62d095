"""axe-core finds no fault in anything that pages are made of, at any width, in light or dark."""

from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.checks import FEWER_ROWS
from tests.browser.views import VIEWS, View, visit
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
    if not page.evaluate("() => window.axe"):
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


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_nothing_that_pages_are_made_of_has_a_fault_in_any_view(
    browser: Browser, site_url: str, view: View
) -> None:
    """In the dark nothing but the colours is different."""
    found = []
    with visit(browser, view) as page:
        for name in few_pages_that_show_all():
            page.goto(site_url + name)
            page.evaluate(FEWER_ROWS)
            found += faults(page, name, only=COLOURS if view.scheme == "dark" else ())
    assert not found, "\n".join(found)
