"""The search index, built from the pages as they are published.

Two indexes of one set of pages: `small` holds titles, summaries, headings and the words that people
say, and is loaded when search opens; `text` holds the rest and is loaded only where the small one
is not sure. `pages` holds what a result shows, `parts` the headings below it, which follow once the
first answer is there. A page's number is its place in `pages`.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from lunr import lunr
from lunr.builder import Builder
from lunr.stemmer import stemmer
from lunr.stop_word_filter import WORDS as TOO_COMMON
from selectolax.lexbor import LexborHTMLParser

from macros.checks.names import folded
from macros.publishing.packed_index import packed
from macros.publishing.page_text import PageText, read
from macros.publishing.script_json import compact
from macros.publishing.stems import stem

# How much a word tells in each place: found by trying it on the questions in tests/
SMALL = {"title": 20, "summary": 11, "words": 10, "heading": 8, "asked": 10}
TEXT = {"text": 6}
LENGTH_COUNTS = 0.4  # from 0 to 1: a long page is not a worse one
PageWords = Mapping[str, Mapping[str, str]]


def files(pages: Mapping[str, LexborHTMLParser], said: PageWords) -> dict[str, bytes]:
    """The two indexes, the list of pages and that of their parts, by path.

    `pages` is the built pages by path; `said` gives what people say for a page, by its address.
    """
    found = list(read(pages))
    documents = [
        _document(number, reader, said.get(f"/{address}", {}))
        for number, (address, reader) in enumerate(found)
    ]
    return {
        "search/small.json": _index(documents, SMALL),
        "search/text.json": _index(documents, TEXT),
        "search/pages.json": compact([_shown(address, reader) for address, reader in found]),
        "search/parts.json": compact([_parts(reader) for _, reader in found]),
    }


def _document(number: int, reader: PageText, said: Mapping[str, str]) -> dict[str, str]:
    about = reader.about
    return {
        "ref": str(number),
        "title": about["title"],
        "summary": about["summary"],
        "words": f"{about['topics']} {said.get('words', '')}",
        "heading": " ".join(part.heading for part in reader.parts),
        "asked": said.get("asked", ""),
        "text": " ".join(text for part in reader.parts for text in part.text),
    }


def _shown(address: str, reader: PageText) -> dict[str, Any]:
    about = reader.about
    return {
        "address": address,
        **{name: about[name] for name in ("title", "summary", "type", "reviewed")},
        "topics": about["topics"].split(),
        "roles": about["roles"].split(";"),
        **({"calls": reader.calls} if reader.calls else {}),
    }


def _parts(reader: PageText) -> dict[str, str]:
    return {part.anchor: part.heading for part in reader.parts if part.anchor}


def _index(documents: Iterable[Mapping[str, str]], boosts: Mapping[str, int]) -> bytes:
    fields = [{"field_name": name, "boost": boost} for name, boost in boosts.items()]
    stemmed = [
        {"ref": one["ref"], **{name: _stems(one[name]) for name in boosts}} for one in documents
    ]
    builder = Builder()
    builder.b(LENGTH_COUNTS)
    builder.search_pipeline.add(stemmer)
    found = lunr("ref", fields, stemmed, builder=builder).serialize()
    return compact(packed(found))


def _stems(text: str) -> list[str]:
    return [stem(word) for word in folded(text).split() if word not in TOO_COMMON]
