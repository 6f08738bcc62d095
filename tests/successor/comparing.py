"""Two built folders beside each other: on which pages a reader would read something else."""

from collections.abc import Iterator
from filecmp import cmp
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

WORDS_SHOWN = 6
FINISHED_ALIKE = "go/"
"""What stands there is made by our own finish, whatever has built the pages."""


class Difference(NamedTuple):
    """Where the words of a page part, and how each folder goes on from there."""

    page: str
    after: str
    today: str
    there: str


class Comparison(NamedTuple):
    """Pages that are alike and those that are not; what lacks; and of files, how many are equal."""

    alike: int
    different: tuple[Difference, ...]
    lacking: tuple[str, ...]
    files: int
    same_bytes: int


def compared(today: Path, there: Path) -> Comparison:
    """Every page and file of today's folder, looked for in the other."""
    files = _files(today)
    lacking = [name for name in files if not (there / name).is_file()]
    both = [name for name in files if name not in lacking]
    pages = [name for name in both if _is_page(today, name)]
    found = [one for name in pages for one in _parting(name, today, there)]
    equal = sum(cmp(today / name, there / name, shallow=False) for name in both)
    return Comparison(len(pages) - len(found), tuple(found), tuple(lacking), len(files), equal)


def _files(folder: Path) -> list[str]:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(found)


def _is_page(folder: Path, name: str) -> bool:
    pages = name.endswith(".html") and not name.startswith(FINISHED_ALIKE)
    return pages and bool(_words(folder, name))


def _words(folder: Path, name: str) -> list[str]:
    """The words of a page's article in order, links by where they lead; none without an article."""
    page = LexborHTMLParser((folder / name).read_text("utf-8"))
    words: list[str] = []
    article = page.css_first("main article")
    for node in article.traverse(include_text=True) if article else ():
        words += (node.text_content or "").split() if node.tag == "-text" else ()
        if link := node.attributes.get("href"):
            words.append(f"({urljoin(f'/{name}', link)})")
    return words


def _parting(name: str, today: Path, there: Path) -> Iterator[Difference]:
    ours, theirs = _words(today, name), _words(there, name)
    if ours != theirs:
        pairs = zip(ours, theirs, strict=False)
        at = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
        before = ours[max(0, at - WORDS_SHOWN) : at]
        shown = (words[at : at + WORDS_SHOWN] for words in (ours, theirs))
        yield Difference(name, " ".join(before), *(" ".join(words) for words in shown))
