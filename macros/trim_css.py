"""The theme's style sheet without the rules that no built page can use.

Measured elsewhere and here: testing the union of all pages' tags, classes, ids and attributes
against parsed selectors is fast and loses no rule in use; a regular expression once erased a box.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import tinycss2
from cssselect2 import parser as selectors

ADDED_BY_SCRIPTS = frozenset({"js", "current", "copied"})
KEPT_AT_RULES = frozenset({"media", "supports", "page", "font-face", "charset"})


@dataclass
class Vocabulary(HTMLParser):
    """Every tag, class, id and attribute that stands in the pages fed to it."""

    tags: set[str] = field(default_factory=lambda: {"html", "head", "body"})
    classes: set[str] = field(default_factory=lambda: set(ADDED_BY_SCRIPTS))
    ids: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one element."""
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "class":
                self.classes.update((value or "").split())
            elif name == "id" and value:
                self.ids.add(value)


def trimmed(sheet: str, pages: Iterable[str]) -> str:
    """The sheet with only the rules that some element of the pages could match."""
    used = Vocabulary()
    for page in pages:
        used.feed(page)
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return "".join(_kept(rules, used))


def _kept(rules: Iterable[Any], used: Vocabulary) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            heads = [one for one in _split(rule.prelude) if _possible(one, used)]
            if heads:
                yield f"{','.join(heads)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.at_keyword in KEPT_AT_RULES:
            yield from _kept_at_rule(rule, used)


def _kept_at_rule(rule: Any, used: Vocabulary) -> Iterator[str]:
    if rule.at_keyword not in {"media", "supports"}:
        yield rule.serialize()
        return
    inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
    body = "".join(_kept(inner, used))
    if body:
        yield f"@{rule.at_keyword} {tinycss2.serialize(rule.prelude).strip()}{{{body}}}"


def _split(prelude: list[Any]) -> list[str]:
    parts: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _possible(selector: str, used: Vocabulary) -> bool:
    try:
        found = list(selectors.parse(selector))
    except selectors.SelectorError:
        return True
    return any(_tree_possible(one.parsed_tree, used) for one in found)


def _tree_possible(tree: Any, used: Vocabulary) -> bool:
    if isinstance(tree, selectors.CombinedSelector):
        return _tree_possible(tree.left, used) and _tree_possible(tree.right, used)
    return all(_simple_possible(one, used) for one in tree.simple_selectors)


def _simple_possible(simple: Any, used: Vocabulary) -> bool:
    match simple:
        case selectors.LocalNameSelector():
            return simple.lower_local_name in used.tags
        case selectors.ClassSelector():
            return simple.class_name in used.classes
        case selectors.IDSelector():
            return simple.ident in used.ids
        case selectors.AttributeSelector():
            return simple.lower_name in used.attributes
        case selectors.MatchesAnySelector() | selectors.SpecificityAdjustmentSelector():
            return any(_tree_possible(one.parsed_tree, used) for one in simple.selector_list)
    return True
