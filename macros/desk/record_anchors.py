"""Note every new heading, to which links may lead from now on: new rows in data/anchors.csv."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.checks.anchor_checks import LEDGER
from macros.desk.ledger import write
from macros.library import Library
from macros.records.anchors import Anchor


def unrecorded(library: Library, headings: Mapping[str, Sequence[str]]) -> list[str]:
    """Addresses of the headings that no row names yet.

    `headings` gives the ids of the headings of each page by its address.
    """
    found = (f"{page}#{name}" for page, names in headings.items() for name in names)
    return [address for address in found if address not in library.anchors]


def record(root: Path, library: Library, headings: Mapping[str, Sequence[str]]) -> list[str]:
    """Write a row for each such heading, with the library's day; return their addresses."""
    new = unrecorded(library, headings)
    rows = [Anchor(address=one, first_published=library.today) for one in new]
    rows += library.anchors.values()
    write(root, LEDGER, Anchor, sorted(rows, key=lambda one: one.address))
    return new
