"""While serving, a page is converted again only where its text changed: nothing takes longer."""

from collections.abc import Hashable
from typing import Any

OUTCOME = ("content", "toc", "present_anchor_ids", "links_to_anchors", "_title_from_render")
_kept: dict[str, tuple[Hashable, dict[str, Any]]] = {}


def convert_once(page: Any, *key: Hashable) -> None:
    """Let a page of MkDocs become again what it became before, where `key` is the same.

    A link in an unchanged page is not looked at again: the next whole build does that.
    """
    convert = page.render

    def render(*args: Any, **options: Any) -> None:
        before, outcome = _kept.get(page.url, (None, {}))
        if before != key:
            convert(*args, **options)
            outcome = {name: getattr(page, name) for name in OUTCOME}
            _kept[page.url] = key, outcome
        vars(page).update(outcome)

    page.render = render
