"""Pages as files: where each is published, its header as a record, its text as typed."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.checking import record_of
from macros.headers import read_page
from macros.pages import Page, faults_in
from macros.problems import Problem
from macros.rows import Row


@dataclass(frozen=True)
class Body:
    """A page's text as typed, and the line of the file it starts on."""

    file: str
    text: str
    line: int


def address_of(path: Path, docs: Path) -> str:
    """The address at which MkDocs publishes a page: docs/about/index.md is /about/."""
    parts = path.relative_to(docs).with_suffix("").parts
    kept = parts[:-1] if parts[-1] == "index" else parts
    return "/" + "".join(f"{part}/" for part in kept)


def read_pages(
    root: Path,
) -> tuple[dict[str, Page], dict[str, Row], dict[str, Body], list[Problem]]:
    """Every page below docs/ by address: header, row, text, and what is wrong with any of them."""
    docs = root / "docs"
    pages: dict[str, Page] = {}
    rows: dict[str, Row] = {}
    bodies: dict[str, Body] = {}
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        if path.relative_to(docs).parts[0] == "templates":
            continue
        name, address = path.relative_to(root).as_posix(), address_of(path, docs)
        header, text, line, found = read_page(path, name)
        row = dataclasses.replace(header, cells={**header.cells, "address": address})
        page, faults = record_of(row, Page) if not found else (None, [])
        problems += [*found, *faults, *_body_problems(name, text, line)]
        rows[address], bodies[address] = row, Body(name, text, line)
        if page:
            pages[address] = page
    return pages, rows, bodies, problems


def _body_problems(name: str, text: str, start: int) -> Iterator[Problem]:
    for number, found, wanted, fix in faults_in(text):
        yield Problem(name, start + number, "", found, wanted, fix)
