"""The theme's style sheet without the rules that no built page can use.

Rules and tags are parsed, never cut by a pattern: one of those once erased a box, unnoticed.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2
from cssselect2 import parser as selectors
from selectolax.lexbor import LexborHTMLParser

from macros.publishing.page_markup import Markup, markup_of

VENDOR_PART = re.compile(r"::-[\w-]+.*")  # such as a scroll bar's thumb: part of an element
WITHOUT_CLASS = re.compile(r"(\w+):not\(\[class\]\)")
READ = re.compile(r"var\((--[\w-]+)")
NESTING = frozenset({"media", "supports"})
KEPT_AT_RULES = NESTING | {"page", "font-face", "charset"}


def trimmed(sheet: str, pages: Iterable[LexborHTMLParser]) -> str:
    """The sheet with only the rules that some element of the pages could match."""
    used = markup_of(pages)
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    kept = tinycss2.parse_stylesheet("".join(_kept(rules, used)), skip_whitespace=True)
    return _without_idle_properties(kept)


def _without_idle_properties(rules: list[Any]) -> str:
    """The rules without the custom properties that none of them reads: mostly icons."""
    read_by: dict[str, set[str]] = {}
    for declared in _declarations(rules):
        name = declared.name if declared.name.startswith("--") else ""
        read_by.setdefault(name, set()).update(READ.findall(tinycss2.serialize(declared.value)))
    alive, found = set[str](), read_by.get("", set())
    while found:
        alive |= found
        found = {name for one in found for name in read_by.get(one, ())} - alive
    return "".join(_written(rules, alive))


def _declarations(rules: Iterable[Any]) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "at-rule" and rule.at_keyword in NESTING:
            yield from _declarations(_inner(rule))
        elif rule.type == "qualified-rule":
            found = tinycss2.parse_blocks_contents(rule.content, skip_whitespace=True)
            yield from (one for one in found if one.type == "declaration")


def _written(rules: Iterable[Any], alive: set[str]) -> Iterator[str]:
    for rule in rules:
        if rule.type == "at-rule" and rule.at_keyword in NESTING:
            head = f"@{rule.at_keyword} {tinycss2.serialize(rule.prelude).strip()}"
            yield f"{head}{{{''.join(_written(_inner(rule), alive))}}}"
        elif rule.type == "qualified-rule":
            kept = [
                one for one in _declarations([rule]) if one.name in alive or one.name[:2] != "--"
            ]
            body = ";".join(one.serialize().rstrip(";") for one in kept)
            yield f"{tinycss2.serialize(rule.prelude).strip()}{{{body}}}" if kept else ""
        else:
            yield rule.serialize()


def _inner(rule: Any) -> list[Any]:
    return list(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def _kept(rules: Iterable[Any], used: Markup) -> Iterator[str]:
    for rule in rules:
        if rule.type == "qualified-rule":
            heads = [one for one in _split(rule.prelude) if _possible(one, used)]
            if heads:
                yield f"{','.join(heads)}{{{tinycss2.serialize(rule.content).strip()}}}"
        elif rule.type == "at-rule" and rule.at_keyword in KEPT_AT_RULES:
            yield from _kept_at_rule(rule, used)


def _kept_at_rule(rule: Any, used: Markup) -> Iterator[str]:
    if rule.at_keyword not in NESTING:
        yield rule.serialize()
        return
    body = "".join(_kept(_inner(rule), used))
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


def _possible(selector: str, used: Markup) -> bool:
    if not used.plain.issuperset(WITHOUT_CLASS.findall(selector)):
        return False
    try:
        found = list(selectors.parse(VENDOR_PART.sub("", selector)))
    except selectors.SelectorError:
        return True
    return any(_tree_possible(one.parsed_tree, used) for one in found)


def _tree_possible(tree: Any, used: Markup) -> bool:
    if isinstance(tree, selectors.CombinedSelector):
        return _tree_possible(tree.left, used) and _tree_possible(tree.right, used)
    return all(_simple_possible(one, used) for one in tree.simple_selectors)


def _simple_possible(simple: Any, used: Markup) -> bool:
    match simple:
        case selectors.LocalNameSelector():
            return simple.lower_local_name in used.tags
        case selectors.ClassSelector():
            return simple.class_name in used.classes
        case selectors.IDSelector():
            return f"id={simple.ident}" in used.attributes
        case selectors.AttributeSelector():
            exact = f"={simple.value}" if simple.operator == "=" else ""
            return simple.lower_name + exact in used.attributes
        case selectors.MatchesAnySelector() | selectors.SpecificityAdjustmentSelector():
            return any(_tree_possible(one.parsed_tree, used) for one in simple.selector_list)
    return True
