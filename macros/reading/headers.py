"""Page headers: the lines between two fences at the top of a page, read as a row."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from macros.reading.file_text import text_of
from macros.reading.problems import Problem, quoted
from macros.reading.rows import ROUND, Row

FENCE = "---"
# The same loader in C, eight times as fast, where PyYAML was built with it
LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_page(path: Path, name: str) -> tuple[Row, str, int, list[Problem]]:
    """Read a page: its header as a row, its body, the line the body starts on, and problems."""
    text, problem = text_of(path, name)
    if problem:
        return Row(name, 1, {}, {}), "", 1, [problem]
    lines = text.replace("\r\n", "\n").split("\n")
    end = lines.index(FENCE, 1) if lines[0] == FENCE and FENCE in lines[1:] else 0
    if not end:
        fix = f"Copy the header, with its two lines {FENCE}, from another page."
        found = Problem(name, 1, "", "no header", f"a header between two lines {FENCE}", fix)
        return Row(name, 1, {}, {}), text, 1, [found]
    row, problems = _header("\n".join(lines[1:end]), name)
    return row, "\n".join(lines[end + 1 :]), end + 2, problems


def _header(text: str, name: str) -> tuple[Row, list[Problem]]:
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = (mark.line if mark else 0) + 2
        fix = 'A text with a colon or a quotation mark goes inside quotation marks: "like: this".'
        found = Problem(
            name, line, "", "a header that cannot be read", "one `name: value` a line", fix
        )
        return Row(name, 1, {}, {}), [found]
    pairs = list(_pairs(node, name))
    repeated = [found for _, _, _, found in pairs if found]
    cells = {key: value for key, value, _, _ in pairs}
    return Row(name, 1, cells, {key: line for key, _, line, _ in pairs}), repeated


def _pairs(
    node: yaml.Node | None, name: str
) -> Iterator[tuple[str, str | tuple[str, ...], int, Problem | None]]:
    """The keys under `page:`; every other top-level key is shown as itself, to be refused."""
    seen: set[str] = set()
    for key_node, value in node.value if isinstance(node, yaml.MappingNode) else []:
        if key_node.value == "page" and isinstance(value, yaml.MappingNode):
            yield from _pairs(value, name)
            continue
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "a name in brackets"
        line = key_node.start_mark.line + 2
        fix = "Keep one of the two lines."
        again = Problem(name, line, key, quoted(key) + " twice", "each name once", fix)
        yield key, _value(value), line, again if key in seen else None
        seen.add(key)


def _value(node: yaml.Node) -> str | tuple[str, ...]:
    if isinstance(node, yaml.SequenceNode):
        return tuple(
            str(item.value).strip(ROUND)
            if isinstance(item, yaml.ScalarNode)
            else "a list in a list"
            for item in node.value
        )
    return str(node.value).strip(ROUND) if isinstance(node, yaml.ScalarNode) else ""
