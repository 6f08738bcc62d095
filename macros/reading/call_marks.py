"""The text of a page around its calls: a mark stands for each while Markdown reads the rest.

Drawn HTML goes round the parser. A mark is of private-use letters, which no page may hold.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from jinja2 import Environment, StrictUndefined, nodes

READS = Environment(undefined=StrictUndefined, autoescape=True)
IN_A_SENTENCE = frozenset({"count", "figure", "limit", "link", "phone"})
"""Calls that give a few words; every other gives a block, which needs a line of its own."""
BLOCK, WORDS, END = "\ue000", "\ue001", "\ue002"
MARK = re.compile(f"<p>{BLOCK}([0-9]+){END}</p>|{WORDS}([0-9]+){END}")


@lru_cache(maxsize=1000)
def parts(text: str) -> Sequence[nodes.Node]:
    """What stands in a page one after the other: text, calls, and whatever else is in braces.

    Raises jinja2.TemplateSyntaxError where braces or quotation marks are at odds.
    """
    found: list[nodes.Node] = []
    for statement in READS.parse(text).body:
        found += statement.nodes if isinstance(statement, nodes.Output) else [statement]
    return found


def name_of(part: nodes.Node) -> str:
    """The name of a call; nothing for what is none."""
    call = part.node if isinstance(part, nodes.Call) else None
    return call.name if isinstance(call, nodes.Name) else ""


def marked(text: str) -> str:
    """The text with a mark for each call, numbered from 0. Raises as `parts` does."""
    out, number = "", 0
    for part in parts(text):
        if isinstance(part, nodes.TemplateData):
            out += part.data
            continue
        inside = name_of(part) in IN_A_SENTENCE
        out += f"{WORDS}{number}{END}" if inside else f"\n\n{BLOCK}{number}{END}\n\n"
        number += 1
    return out


def put_back(html: str, drawn: Sequence[str]) -> str:
    """A page's HTML with what each call drew in the place of its mark."""
    return MARK.sub(lambda found: drawn[int(found[1] or found[2])], html)
