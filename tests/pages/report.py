"""What a machine can say of the writing: reading grade, long sentences, long lists, tired words.

`make report` prints it. It ranks pages for attention; it proves nothing about their use.
"""

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyphen
from bs4 import BeautifulSoup, Tag

LONG_SENTENCE = 25
LONG_LIST = 7
LONG_PARAGRAPH = 3
FROM_DATA = (
    ".act-now, .cards, .links, .terms, .timeline, .duties, .chart, .changes, .table, .words, "
    ".review, .source-note"
)
SYLLABLES = pyphen.Pyphen(lang="en_GB")
WORD = re.compile("[A-Za-z][A-Za-z'\u2019-]*")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
REPLACE = Path(__file__).parent / "words-to-replace.csv"


@dataclass(frozen=True)
class Writing:
    """One page's own text: what an author typed, without what data drew."""

    address: str
    paragraphs: tuple[str, ...]
    lists: tuple[int, ...]

    @property
    def sentences(self) -> list[str]:
        """Every sentence, in order."""
        return [one for text in self.paragraphs for one in SENTENCE.split(text) if WORD.search(one)]

    @property
    def words(self) -> list[str]:
        """Every word, in order."""
        return [word for text in self.paragraphs for word in WORD.findall(text)]

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade; add 5 for a reading age. 0 for a page without sentences."""
        words, sentences = self.words, self.sentences
        if not words or not sentences:
            return 0.0
        syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
        return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def read(site: Path) -> Iterator[Writing]:
    """The writing of every page of a built site, by address; what stands at short ones is drawn."""
    for path in sorted(site.rglob("index.html")):
        if path.is_relative_to(site / "go"):
            continue
        main = BeautifulSoup(path.read_text("utf-8"), "html.parser").find("article")
        if isinstance(main, Tag):
            for drawn in main.select(FROM_DATA):
                drawn.extract()
            paragraphs = [one.get_text(" ", strip=True) for one in main.find_all(["p", "li"])]
            lists = [
                len(one.find_all("li", recursive=False)) for one in main.find_all(["ul", "ol"])
            ]
            address = path.parent.relative_to(site).as_posix()
            yield Writing(f"/{address}/".replace("/./", "/"), tuple(paragraphs), tuple(lists))


def remarks(page: Writing) -> Iterator[str]:
    """What an author should look at, a line each."""
    for sentence in page.sentences:
        if len(WORD.findall(sentence)) > LONG_SENTENCE:
            yield f"{len(WORD.findall(sentence))} words: {sentence}"
    for text in page.paragraphs:
        if len(SENTENCE.split(text)) > LONG_PARAGRAPH:
            yield f"{len(SENTENCE.split(text))} sentences in a paragraph: {text[:60]}…"
    yield from (f"a list of {items}" for items in page.lists if items > LONG_LIST)
    yield from _tired(page)


def _tired(page: Writing) -> Iterator[str]:
    for word, instead in _replacements():
        if re.search(rf"\b{re.escape(word)}\b", " ".join(page.paragraphs), re.IGNORECASE):
            yield f'"{word}": {instead}'


def _replacements() -> list[tuple[str, str]]:
    with REPLACE.open(encoding="utf-8", newline="") as file:
        return [(row["word"], row["instead"]) for row in csv.DictReader(file)]


def main(site: Path) -> None:
    """Print the report, hardest page first."""
    for page in sorted(read(site), key=lambda page: -page.grade):
        words, sentences = len(page.words), max(len(page.sentences), 1)
        age = f"reading age {page.grade + 5:.0f}" if page.grade else "no sentences"
        print(f"{page.address}: {age}, {words} words, {words / sentences:.0f} a sentence")
        for remark in remarks(page):
            print(f"  - {remark}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
