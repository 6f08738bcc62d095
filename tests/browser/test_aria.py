"""What a screen reader is given of each kind of page: its parts, headings and what can be pressed.

One file a page in tests/browser/aria/. Words of rows and of running text are left out, so that
the work of a week changes no file. `make heard` writes them anew; read the difference first.
"""

import difflib
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.states import CHECK, FIND, PACK
from tests.browser.views import SEARCH, TIMESCALES, WORRIED, settle

HERE = Path(__file__).parent / "aria"
RENEW = bool(os.environ.get("RENEW_ARIA"))
KINDS = {
    "home": "",
    "section": "training/",
    "guide": "one-minute-guides/neglect/",
    "act-now": WORRIED,
    "review-thread": "reviews/thread/",
    "tracker": "reviews/recommendations/",
    "levels": "thresholds/",
    "limits": TIMESCALES,
    "find": FIND,
    "search": SEARCH,
    "pack": PACK,
    "check": CHECK,
    "whats-new": "about/whats-new/",
    "health": "about/health/",
}
# Roles that hold rows or running text: the shape of their first part is told, and no name in it.
HOLD_ROWS = {"list", "rowgroup", "combobox", "definition", "term", "paragraph"}
# Roles that say how words look or where they break: what they hold is told in their place.
SEEN_THROUGH = {"paragraph", "strong", "emphasis", "generic", "term"}
NODE = re.compile(r'(?P<role>[\w/]+)(?: (?P<name>"(?:[^"\\]|\\.)*"))?(?P<state>(?: \[[^\]]+\])*)')


def told(node: Any, depth: int = 0, *, named: bool = True, main: bool = False) -> list[str]:
    """The lines on one node of the tree and on what it holds."""
    key, held = next(iter(node.items())) if isinstance(node, dict) else (str(node), [])
    found = NODE.match(key)
    if not found or key.startswith(("/", "text")):
        return []
    role, name, state = found["role"], found["name"] or "", found["state"]
    main = main or role == "main"
    rows = role in HOLD_ROWS and (main or role != "paragraph")
    through = role in SEEN_THROUGH
    kept = name and (named or role == "columnheader")
    line = f"{role} {re.sub(r'[0-9]+', '0', name)}" if kept else role
    lines = [] if through else ["  " * depth + f"- {line}{state}"]
    parts = [
        told(one, depth if through else depth + 1, named=named and not rows, main=main)
        for one in (held if isinstance(held, list) else [])
    ]
    parts = [part for part in parts if part]
    if rows:
        parts = parts[:1]
    alike = [part for at, part in enumerate(parts) if not at or part != parts[at - 1]]
    return [*lines, *(line for part in alike for line in part)]


def heard(page: Page) -> str:
    """The page as it is open, from its first landmark to its last."""
    tree = yaml.safe_load(page.locator("body").aria_snapshot())
    return "\n".join(line for node in tree for line in told(node)) + "\n"


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_is_heard_as_it_was(page: Page, site_url: str, kind: str) -> None:
    page.goto(site_url + KINDS[kind])
    settle(page)
    now, file = heard(page), HERE / f"{kind}.yml"
    if RENEW:
        file.write_text(now, "utf-8")
    before = file.read_text("utf-8")
    changed = difflib.unified_diff(
        before.splitlines(), now.splitlines(), f"/{KINDS[kind]} before", "now", lineterm=""
    )
    assert now == before, "\n".join([*changed, "If it is meant: make heard"])


def test_rows_and_running_text_are_left_out_and_what_is_built_for_them_is_not() -> None:
    tree = yaml.safe_load(
        """
        - main:
          - heading "Neglect" [level=1]
          - paragraph:
            - text: Call
            - link "024 7678 8555"
          - list:
            - listitem:
              - link "One page"
            - listitem:
              - link "Another page"
          - button "Show 12 more" [disabled]
        """
    )
    assert told(tree[0]) == [
        "- main",
        '  - heading "Neglect" [level=1]',
        "  - link",
        "  - list",
        "    - listitem",
        "      - link",
        '  - button "Show 0 more" [disabled]',
    ]
