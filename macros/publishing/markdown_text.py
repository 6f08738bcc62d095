"""A part of a built page as Markdown: each of its words, in order."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from textwrap import indent

from selectolax.lexbor import LexborNode

from macros.publishing.markdown_line import IN_A_LINE, bold, in_line, joined, left_out, words

BEGINS_SOMETHING = re.compile(r"(\d*)(>|#+(?=\s)|[+.)-](?=\s))")
PIPE = r"\|"


def blocks(node: LexborNode, address: str) -> Iterator[str]:
    """Each heading, paragraph, list and table in an element.

    Links become whole addresses, seen from `address`; words that stand in no block are a paragraph.
    """
    loose: list[str] = []
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag in IN_A_LINE:
            loose.append(in_line(child, address))
        elif not left_out(child):
            yield from _paragraph("".join(loose))
            loose.clear()
            yield from DRAWN.get(tag, blocks)(child, address)
    yield from _paragraph("".join(loose))


def _paragraph(text: str) -> Iterator[str]:
    line = joined(text)
    begins = BEGINS_SOMETHING.match(line)
    if begins:
        line = f"{begins[1]}\\{line[begins.end(1) :]}"
    if line:
        yield line


def _text(node: LexborNode, address: str) -> Iterator[str]:
    yield from _paragraph(words(node, address))


def _heading(node: LexborNode, address: str) -> Iterator[str]:
    yield f"{'#' * int((node.tag or '')[1:])} {words(node, address)}"


def _summary(node: LexborNode, address: str) -> Iterator[str]:
    yield bold(words(node, address))


def _list(node: LexborNode, address: str) -> Iterator[str]:
    items = []
    for number, item in enumerate((one for one in node.iter() if one.tag == "li"), 1):
        mark = f"{number}. " if node.tag == "ol" else "- "
        text = "\n\n".join(blocks(item, address))
        items.append(mark + indent(text, " " * len(mark)).strip())
    apart = "\n\n" if any("\n" in item for item in items) else "\n"
    yield apart.join(items)


def _terms(node: LexborNode, address: str) -> Iterator[str]:
    lines: list[str] = []
    for one in node.css("dt, dd"):
        text = words(one, address)
        if one.tag == "dt":
            lines.append(f"- {bold(text)}:")
        else:
            lines[-1] += f" {text}"
    yield "\n".join(lines)


def _table(node: LexborNode, address: str) -> Iterator[str]:
    yield from (bold(words(caption, address)) for caption in node.css("caption"))
    rows = [
        [words(cell, address).replace("|", PIPE) for cell in row.css("th, td")]
        for row in node.css("tr")
    ]
    rows.insert(1, ["---"] * len(rows[0]))
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _as_typed(node: LexborNode, _: str) -> Iterator[str]:
    yield f"```\n{node.text().strip()}\n```"


DRAWN: Mapping[str, Callable[[LexborNode, str], Iterable[str]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    "p": _text,
    "summary": _summary,
    "dl": _terms,
    "table": _table,
    "pre": _as_typed,
}
