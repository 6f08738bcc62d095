"""What somebody puts into an address or a field to do harm is words, and nothing but words.

`hostile.tsv` holds a line for each: a page, where on it, and what. Where begins with ? or #, and
then goes on the page's address, or is the name of a field. {9999} stands for so many letters.
"""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.views import ARRIVED, Heard

LINES = (Path(__file__).parent / "hostile.tsv").read_text("utf-8").splitlines()
HOSTILE = [line.replace("{9999}", "q" * 9999).split("\t") for line in LINES]
LEADS_ON = {
    "go/r28/": "inspections/jtai-march-2024/",
    "inspections/": "inspections/jtai-march-2024/",
}
# What speaks once the page has taken in what it was given.
ANSWERS = {"": ".search-count", "search/": ".search-count", "about/check/": ".check-found"}
# An event of each list is chosen, so that a day alone is counted from.
FILL = """(box, text) => {
  for (const list of box.form.querySelectorAll("select")) list.selectedIndex = 1;
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.form.querySelector("button:not([type=button], [type=reset])")?.click();
}"""
# Elements that only hostile words could have made, and links to where no page of the guide leads.
MADE = """() => [...document.querySelectorAll(`[onerror], [onload], [src=x], article script,
  dialog script, [href*="evil.example"], [href^="javascript:" i], [action*="evil.example"]`)]
  .map((one) => one.outerHTML)"""


@pytest.mark.parametrize("name", dict.fromkeys(name for name, _, _ in HOSTILE))
def test_hostile_words_run_nothing_send_nothing_and_lead_nowhere(
    page: Page, site_url: str, name: str
) -> None:
    ran: list[str] = []
    page.on("dialog", lambda one: ran.append(one.message))
    page.on("dialog", lambda one: one.dismiss())
    heard = Heard(page)
    for where, text in [(where, text) for one, where, text in HOSTILE if one == name]:
        inside = where.startswith(("?", "#"))
        page.goto("about:blank")  # else what differs only after # is the same visit
        heard.clear()
        page.goto(f"{site_url}{name}{where}{text}" if inside else site_url + name)
        page.evaluate(ARRIVED)
        if not inside:
            page.get_by_label(where, exact=True).evaluate(FILL, text)
        if name in ANSWERS and where != "#":
            expect(page.locator(ANSWERS[name])).not_to_be_empty()
        page.evaluate(ARRIVED)
        said = f"{name}{where}{text[:80]}"
        assert ran == [], said
        assert heard.complaints == [], said
        assert page.evaluate(MADE) == [], said
        assert page.url.split("?")[0].split("#")[0] == site_url + LEADS_ON.get(name, name), said
        first, *more = heard.asked
        assert first.startswith(site_url), said
        assert [one for one in more if not one.startswith(site_url) or urlsplit(one).query] == []
