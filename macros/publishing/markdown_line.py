"""What stands in one line of a built page, as Markdown: its words, and what they lead to."""

import re
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

IN_A_LINE = frozenset({"-text", "a", "b", "br", "code", "em", "small", "span", "strong", "time"})
# The table beside a chart has its numbers.
LEFT_OUT = frozenset({"button", "figure", "form", "link", "script", "style", "svg", "template"})
# What only a screen needs, or only paper; what says shortly what follows in full.
CLASSES_LEFT_OUT = frozenset(
    {"heading-link", "on-paper", "role-all", "scripted", "share", "shortly"}
)
# What the style sheet sets on a line of its own.
OWN_LINE = frozenset({"edition", "expansion", "limit", "small", "sooner"})
BREAK = "\n"
SPACE = re.compile(r"\s+")
MEANS_SOMETHING = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")


def plain(text: str) -> str:
    """The text so that none of it is read as Markdown."""
    return MEANS_SOMETHING.sub(r"\\\g<0>", text)


def left_out(node: LexborNode) -> bool:
    """Whether an element is none of what the page says."""
    return node.tag in LEFT_OUT or not CLASSES_LEFT_OUT.isdisjoint(_classes(node))


def in_line(node: LexborNode, address: str) -> str:
    """What stands in a line, or is put into one; what has its own line is set off by breaks."""
    tag = node.tag
    if tag == "-text":
        return plain(SPACE.sub(" ", node.text_content or ""))
    if tag == "br":
        return BREAK
    if left_out(node):
        return ""
    inside = _inside(node, address)
    if tag == "code":
        inside = f"`{node.text()}`"
    elif tag == "a":
        inside = _link(node, joined(inside), address)
    elif tag in {"b", "strong"}:
        inside = bold(joined(inside))
    alone = (
        tag not in IN_A_LINE
        or "data-card" in node.attributes
        or not OWN_LINE.isdisjoint(_classes(node))
    )
    return f"{BREAK}{inside}{BREAK}" if alone else inside


def words(node: LexborNode, address: str) -> str:
    """All that an element holds, in one line. Links become whole addresses, from `address`."""
    return joined(_inside(node, address))


def joined(text: str) -> str:
    """The lines of a text in one, so that the words of two never run together."""
    whole = ""
    for line in filter(None, (" ".join(one.split()) for one in text.split(BREAK))):
        if not whole or line.startswith((".", ",", ";", ":", ")")):
            whole += line
        elif whole.endswith((".", "!", "?", ":", ";", ",")) or line.startswith("("):
            whole += f" {line}"
        else:
            whole += f"; {line}"
    return whole


def bold(text: str) -> str:
    """The text in strong letters, unless part of it is."""
    return text if not text or "**" in text else f"**{text}**"


def _inside(node: LexborNode, address: str) -> str:
    return "".join(in_line(child, address) for child in node.iter(include_text=True))


def _link(node: LexborNode, text: str, address: str) -> str:
    target = node.attributes.get("href")
    # What a term means stands at the end of the page.
    if not target or not text or "term" in _classes(node):
        return text
    whole = urljoin(address, target).replace("(", "%28").replace(")", "%29")
    return f"[{text}]({whole})"


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()
