"""How sure the rows are, what they rest on, and who could settle those that are not."""

from collections import Counter
from typing import NamedTuple

from macros.health.places import Place, place_of
from macros.library import Library, models
from macros.records.editions import Edition, Found, newest
from macros.records.health import ToConfirm
from macros.records.record import Confidence, Sourced

COUNTED_ON = ("contacts", "timescales", "steps")
"""What somebody counts on at once: a number, a limit, a step."""


class Certainty(NamedTuple):
    """How many rows of a dataset are how sure, and how many are held back."""

    dataset: str
    counts: dict[Confidence, int]
    held_back: int

    @property
    def total(self) -> int:
        """How many rows of it readers may see."""
        return sum(self.counts.values())


class Resting(NamedTuple):
    """The rows that rest on one replaced edition, and what came of holding them to the newest."""

    old: Edition
    new: Edition
    rows: list[Place]
    found: dict[Found, int]

    @property
    def not_compared(self) -> int:
        """How many of them nobody has held against the newest edition."""
        return len(self.rows) - sum(self.found.values())


def certainty(library: Library) -> list[Certainty]:
    """How sure the rows of each dataset are that gives a source, in the library's order."""
    found = []
    for name in models():
        rows = [row for row in library.dataset(name).values() if isinstance(row, Sourced)]
        counted = Counter(row.confidence for row in rows)
        if rows:
            counts = {one: counted[one] for one in Confidence}
            found.append(Certainty(name, counts, len(library.held_back[name])))
    return found


def resting(library: Library) -> list[Resting]:
    """For each replaced edition that rows rest on, those rows; the oldest edition first."""
    rows: dict[str, list[Place]] = {}
    for name in models():
        for key, row in library.dataset(name).items():
            if isinstance(row, Sourced) and row.edition_note:
                edition = library.sources[row.source_id].edition or ""
                rows.setdefault(edition, []).append(place_of(library, name, key))
    found = [_resting(library, library.editions[edition], some) for edition, some in rows.items()]
    return sorted(found, key=lambda one: (one.old.published or "", one.old.id))


def _resting(library: Library, old: Edition, rows: list[Place]) -> Resting:
    new = newest(old, library.editions) or old
    compared = [library.comparisons.get(one.row) for one in rows]
    counted = Counter(one.found for one in compared if one and one.edition == new.id)
    return Resting(old, new, rows, {one: counted[one] for one in Found})


def questions(library: Library) -> list[tuple[ToConfirm, list[Place]]]:
    """Each question for somebody outside, with those of its rows that readers may see."""
    found = []
    for one in library.to_confirm.values():
        named = [row.partition("/")[::2] for row in one.rows]
        shown = [place_of(library, *row) for row in named if row[1] in library.dataset(row[0])]
        found.append((one, shown))
    return found


def unasked(library: Library) -> list[Place]:
    """Rows that somebody counts on, that are not sure, and about which no question is written."""
    asked = {row for one in library.to_confirm.values() for row in one.rows}
    unsure = [
        place_of(library, name, key)
        for name in COUNTED_ON
        for key, row in library.dataset(name).items()
        if isinstance(row, Sourced) and row.confidence is not Confidence.HIGH
    ]
    return [one for one in unsure if one.row not in asked]
