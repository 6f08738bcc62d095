"""CHANGELOG.md, for whoever looks into the repository: data/changes.csv told newest first."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from macros.records.changes import Change, newest_first

FILE = "CHANGELOG.md"
HEAD = """# Changelog

What changed for readers, newest first. `make record` writes this file from `data/changes.csv`, as
the workflow does before it publishes: what is typed here is lost.
"""


def changelog(changes: Iterable[Change]) -> str:
    """The whole file."""
    return "\n".join([HEAD, *_days(newest_first(changes))])


def behind(root: Path, changes: Iterable[Change]) -> bool:
    """Whether the file says something else than the rows."""
    path = root / FILE
    return not path.is_file() or path.read_text("utf-8") != changelog(changes)


def write(root: Path, changes: Iterable[Change]) -> list[str]:
    """Write the file anew where it is behind; return its name then."""
    changes = list(changes)
    if not behind(root, changes):
        return []
    (root / FILE).write_text(changelog(changes), "utf-8")
    return [FILE]


def _days(changes: Iterable[Change]) -> Iterator[str]:
    for day, rows in groupby(changes, key=lambda one: one.date):
        yield f"## {day}\n"
        for one in rows:
            how = f"{one.kind}, {one.urgency}, for {', '.join(one.roles)}"
            yield f"- **{_plain(one.title)}** ({how}). {_plain(one.told)}"
        yield ""


def _plain(text: str) -> str:
    """The text as Markdown that shows each of its marks."""
    return re.sub(r"([\\`*_<>\[\]])", r"\\\1", text)
