"""What each page is made of: its own file, and the rows that its calls show or name."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from macros.calls.rehearsal import Rehearsed
from macros.drawing.wording import in_address
from macros.library import Library

Rows = dict[str, list[tuple[int, str]]]
SHOWN = re.compile(
    r'data-row="([a-z_]+)/([^"]+)"|id="(concern)-([^"]+)"|li data-row>(?:<[^>]*>)?([^:<]+)'
)
# In a sentence a row leaves no mark: the call names it.
NAMED: Final = {
    "phone": "contacts",
    "link": "links",
    "limit": "timescales",
    "source_note": "sources",
}
OF_THE_SITE: Final = frozenset({"sections"})
"""Shown with every page, and changed for the whole site."""


def origins(library: Library, pages: Mapping[str, Rehearsed]) -> dict[str, Rows]:
    """By address of a page, the files that it is made of, each with its rows: line and id.

    The page's own file comes first, without rows: it is all of it. Lines count from 1.
    """
    guides = {guide.page: ("guides", key) for key, guide in library.guides.items()}
    found = {}
    for address, page in pages.items():
        rows = {*_shown(page), *_named(library, page)}
        rows |= {guides[address]} if address in guides else set()
        files: Rows = {library.bodies[address].file: []}
        for dataset, key in sorted(rows):
            files.setdefault(f"data/{dataset}.csv", []).append((library.lines[dataset][key], key))
        found[address] = {file: sorted(lines) for file, lines in files.items()}
    return found


def _shown(page: Rehearsed) -> Iterator[tuple[str, str]]:
    for drawn in page.drawn:
        for dataset, key, concern, name, word in SHOWN.findall(drawn):
            if word:
                yield "vocabulary", in_address(word)
            elif dataset not in OF_THE_SITE:
                yield (dataset, key) if dataset else (f"{concern}s", name)


def _named(library: Library, page: Rehearsed) -> Iterator[tuple[str, str]]:
    for call in page.typed:
        dataset = NAMED.get(call.name)
        if dataset and call.words and call.words[0] in library.dataset(dataset):
            yield dataset, call.words[0]
