"""What stands in built pages: the tags, classes and attributes that a style sheet may speak of."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser

ADDED_BY_SCRIPTS = frozenset({"js", "current", "copied"})
START_TAG = re.compile(r"<[a-zA-Z](?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")  # found once, then parsed once


class Markup(HTMLParser):
    """Every tag, class and attribute (alone and with its value); `plain`: tags without a class."""

    def __init__(self) -> None:
        super().__init__()
        self.tags = {"html", "head", "body"}
        self.classes = set(ADDED_BY_SCRIPTS)
        self.attributes = set[str]()
        self.plain = set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags.add(tag)
        if "class" not in dict(attrs):
            self.plain.add(tag)
        for name, value in attrs:
            self.attributes |= {name, f"{name}={value}"}
            if name == "class":
                self.classes.update((value or "").split())


def markup_of(pages: Iterable[str]) -> Markup:
    """All that stands in these pages. Each tag is looked at once, however often it stands there."""
    found = Markup()
    for tag in sorted({tag for page in pages for tag in START_TAG.findall(page)}):
        found.feed(tag)
        found.reset()  # after <script> it would take the next tag for a script's text
    return found
