"""What stands in built pages: the tags, classes and attributes that a style sheet may speak of."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

ADDED_BY_SCRIPTS = frozenset({"js", "current", "copied"})


@dataclass(frozen=True)
class Markup:
    """Every tag, class and attribute (alone and with its value); `plain`: tags without a class."""

    tags: set[str] = field(default_factory=lambda: {"html", "head", "body"})
    classes: set[str] = field(default_factory=lambda: set(ADDED_BY_SCRIPTS))
    attributes: set[str] = field(default_factory=set)
    plain: set[str] = field(default_factory=set)


def markup_of(pages: Iterable[LexborHTMLParser]) -> Markup:
    """All that stands in these pages."""
    found = Markup()
    seen: set[tuple[str, str | None]] = set()
    for page in pages:
        for node in page.root.traverse() if page.root else ():
            tag, values = node.tag or "", node.attributes
            found.tags.add(tag)
            if "class" not in values:
                found.plain.add(tag)
            seen.update(values.items())
    for name, value in seen:
        found.attributes.update((name, f"{name}={value}"))
        if name == "class":
            found.classes.update((value or "").split())
    return found
