"""Outside addresses, the rows that name them, and how they answered when they were last tried."""

from typing import NamedTuple

from macros.health.places import Place, place_of
from macros.library import Library
from macros.records.health import LinkCheck

NAMING = ("contacts", "links", "sources")
Outside = dict[str, list[Place]]
"""By address, the rows that name it."""


class Tried(NamedTuple):
    """What is known of the outside addresses: how each answered, and how many nobody tried."""

    answers: list[LinkCheck]
    untried: int
    rows: Outside

    @property
    def faulty(self) -> list[LinkCheck]:
        """Those that did not answer."""
        return [one for one in self.answers if one.fault]


def outside(library: Library) -> Outside:
    """Each outside address with the rows that name it."""
    found: Outside = {}
    for dataset in NAMING:
        for key, row in library.dataset(dataset).items():
            address = getattr(row, "url", None)
            if address:
                found.setdefault(address, []).append(place_of(library, dataset, key))
    return found


def tried(library: Library) -> Tried:
    """How the addresses that rows name today answered; what no row names any more is left out."""
    rows = outside(library)
    answers = [one for one in library.link_checks.values() if one.address in rows]
    return Tried(answers, len(rows) - len(answers), rows)
