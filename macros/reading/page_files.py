"""Pages as files: where each is published, its header as a record, its text as typed."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from macros.reading.file_text import text_of
from macros.reading.guide_pages import ORDER, misplaced
from macros.reading.headers import read_page
from macros.reading.page_body import Body, body
from macros.reading.page_paths import page_paths, strays
from macros.reading.page_prose import faults_in
from macros.reading.problems import Problem, quoted
from macros.reading.row_to_record import record_of
from macros.reading.rows import Row
from macros.records.fields import ADDRESS
from macros.records.pages import Page, PageType


class PageFiles(NamedTuple):
    """All pages by address: headers as records and as rows, texts; and what is wrong with them."""

    pages: dict[str, Page]
    rows: dict[str, Row]
    bodies: dict[str, Body]
    guide_order: Body | None
    problems: list[Problem]


def address_of(path: Path, docs: Path) -> str:
    """The address at which MkDocs publishes a page: docs/about/index.md is /about/."""
    parts = path.relative_to(docs).with_suffix("").parts
    kept = parts[:-1] if parts[-1] == "index" else parts
    return "/" + "".join(f"{part}/" for part in kept)


def read_pages(root: Path) -> PageFiles:
    """Every page below docs/ by address, and what is wrong with any of them."""
    docs = root / "docs"
    found_pages = PageFiles({}, {}, {}, *_guide_order(root))
    pages, rows, bodies, order, problems = found_pages
    problems += strays(docs)
    for path in page_paths(docs):
        name, address = path.relative_to(root).as_posix(), address_of(path, docs)
        header, text, line, found = read_page(path, name)
        good_name = re.fullmatch(ADDRESS, address)
        row = dataclasses.replace(
            header, cells={**header.cells, "address": address if good_name else "/"}
        )
        page, faults = record_of(row, Page) if not found else (None, [])
        problems += [*found, *faults, *_body_problems(name, text, line)]
        if not good_name:
            problems.append(_misnamed(name))
            continue
        if address in rows:
            problems.append(_second(name, address, rows[address].file))
        rows[address], bodies[address] = row, body(name, text, line)
        if page:
            pages[address] = page
        if page and order and page.type is PageType.GUIDE:
            problems += misplaced(bodies[address], order)
    return found_pages


def bodies(root: Path) -> Iterator[Body]:
    """The text of every page below docs/, whatever its header and the data are like."""
    docs = root / "docs"
    for path in page_paths(docs):
        name = path.relative_to(root).as_posix()
        _, text, line, _ = read_page(path, name)
        yield body(name, text, line)


def _guide_order(root: Path) -> tuple[Body | None, list[Problem]]:
    """The parts of a guide, where a project has said their order once."""
    if not (root / ORDER).exists():
        return None, []
    text, problem = text_of(root / ORDER, ORDER)
    return (None, [problem]) if problem else (body(ORDER, text, 1), [])


def _misnamed(name: str) -> Problem:
    wanted = "lower-case letters, digits and single hyphens in the names of file and folders"
    fix = "Rename it: its name is its address on the site."
    return Problem(name, 0, "", quoted(name), wanted, fix)


def _second(name: str, address: str, first: str) -> Problem:
    found, fix = f"a second page at {address}", "Take one of the two away, or rename it."
    return Problem(name, 0, "", found, f"that of {first} alone", fix)


def _body_problems(name: str, text: str, start: int) -> Iterator[Problem]:
    for number, fault in faults_in(text):
        yield Problem(name, start + number, "", *fault)
