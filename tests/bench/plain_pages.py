"""Plain pages in any number: headings, lists and paragraphs of words from the guide's own pages."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tests.bench.pages import SEED
from tests.conftest import ROOT

FOLDER = "about/plain"
LEDGER = "data/addresses.csv"
WORD = re.compile(r"\b[a-z]{3,}\b")
# A limit may not be typed into a page, not even by chance.
OF_TIME = re.compile(r"(minute|hour|day|week|month)s?")
PARTS, POINTS, SENTENCES = 4, 5, 4
OUR_HEADER = {
    "summary": "A plain page that only a measurement reads.",
    "type": "about",
    "owner": "Site editor",
    "reviewed": "2026-11-22",
    "topics": ["about"],
    "roles": ["everyone"],
}


def add_stock(project: Path, many: int) -> None:
    """Lay pages, and a home page, into a stock project."""
    for number, title, text in _pages(many):
        _write(project, f"{FOLDER}/{number}", {"title": title}, text)
    _write(project, "index", {"title": "Home"}, "Home.")


def add_ours(project: Path, many: int) -> None:
    """Lay the same pages into a copy of the guide: headers, and rows in the ledger."""
    with (project / LEDGER).open("a", encoding="utf-8") as ledger:
        for number, title, text in _pages(many):
            header = {"page": {"title": title, **OUR_HEADER}}
            _write(project, f"{FOLDER}/{number}", header, text)
            ledger.write(f"/{FOLDER}/{number}/,zz{number},2026-11-22,,\n")


def _write(project: Path, name: str, header: Mapping[str, object], text: str) -> None:
    path = project / "docs" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{json.dumps(header)}\n---\n{text}\n", "utf-8")


def _pages(many: int) -> Iterator[tuple[int, str, str]]:
    chance = random.Random(SEED)  # noqa: S311 - the same pages each time, nothing secret
    for number in range(many):
        yield number, f"Plain page {number}", "\n\n".join(_parts(chance))


def _parts(chance: random.Random) -> Iterator[str]:
    for _ in range(PARTS):
        yield f"## {_sentence(chance, 4)}"
        yield " ".join(f"{_sentence(chance, 14)}." for _ in range(SENTENCES))
        yield "\n".join(f"- {_sentence(chance, 8)}" for _ in range(POINTS))


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(_words(), k=length)).capitalize()


@cache
def _words() -> list[str]:
    pages = sorted((ROOT / "docs").rglob("*.md"))
    found = {word for page in pages for word in WORD.findall(page.read_text("utf-8"))}
    return sorted(word for word in found if not OF_TIME.fullmatch(word))
