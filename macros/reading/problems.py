"""What is wrong with the data or a page, said so that an editor can mend it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby

from macros.records.characters import hidden_characters, shown

MOST_LINES = 8
NEAR = 0.75  # of 1: mahs is near mash; a name that is only like another is not offered


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: where it stands, what was found, what was wanted, how to mend it.

    `line` counts from 1 as an editor shows it; 0 means the whole file.
    """

    file: str
    line: int
    field: str
    found: str
    wanted: str
    fix: str


@dataclass(frozen=True)
class Complaint:
    """The same fault, however many rows it stands in; `line` is the first of them."""

    file: str
    line: int
    where: str
    found: str
    wanted: str
    fix: str

    def __str__(self) -> str:
        """One readable paragraph."""
        return f"{self.where}: found {self.found}, wanted {self.wanted}. {self.fix}"


class DataProblems(Exception):
    """Raised once, with every problem, before anything is built."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def complaints(problems: Iterable[Problem]) -> list[Complaint]:
    """Merge the same fault in many rows into one complaint, in order of file and line."""

    def kind(problem: Problem) -> tuple[str, str, str, str]:
        return (problem.file, problem.field, problem.wanted, problem.fix)

    groups = [list(group) for _, group in groupby(sorted(problems, key=kind), key=kind)]
    groups.sort(key=min)
    return [_merged(group) for group in groups]


def report(problems: Iterable[Problem]) -> str:
    """Every complaint on lines of its own, under a count: what a terminal shows."""
    found = complaints(problems)
    head = (
        "1 thing has to be mended" if len(found) == 1 else f"{len(found)} things have to be mended"
    )
    return "\n".join([f"{head} before the site can be built:", *(f"- {one}" for one in found)])


def quoted(text: str, most: int = 60) -> str:
    """The text in quotation marks, cut where it is too long to read, or words for an empty one.

    What nobody sees in it is named, and never cut away.
    """
    if not text:
        return "an empty cell"
    hidden = hidden_characters(text)
    if hidden and hidden[0].place > most // 2:
        text = f"…{text[hidden[0].place - most // 2 :]}"
    seen = shown(text)
    return f'"{seen}"' if len(seen) <= most else f'"{seen[: most - 1]}…"'


def near(said: str, known: Iterable[str]) -> str:
    """A guess at the name that was meant, as a sentence before others; nothing where none is."""
    found = get_close_matches(said.lower(), list(known), n=1, cutoff=NEAR)
    return f"Did you mean {found[0]}? " if found else ""


def joined(said: str, *, in_page: bool) -> str:
    """How several words are joined, before other sentences, where it was done in another way."""
    if in_page and re.search("[,;]", said):
        return "Several stand in square brackets, with commas: [one, another]. "
    return "Several are joined by semicolons: one; another. " if "," in said else ""


def _merged(group: list[Problem]) -> Complaint:
    first = min(group)
    lines = sorted({problem.line for problem in group if problem.line})
    parts = [first.file, _line_words(lines), first.field]
    where = ", ".join(part for part in parts if part)
    others = len({problem.found for problem in group}) - 1
    found = f"{first.found} (and {others} more)" if others else first.found
    return Complaint(first.file, first.line, where, found, first.wanted, first.fix)


def _line_words(lines: list[int]) -> str:
    if not lines:
        return ""
    if len(lines) == 1:
        return f"line {lines[0]}"
    shown = ", ".join(str(line) for line in lines[:MOST_LINES])
    rest = len(lines) - MOST_LINES
    return f"lines {shown} and {rest} more" if rest > 0 else f"lines {shown}"
