"""Point out, where a change is proposed, guides that say something else and of which no row tells.

A look, never a check: many a change is one that no reader needs to hear of.
"""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.desk.history import rows_at
from macros.library import Library
from macros.records.changes import Change, Kind, Urgency
from macros.records.pages import PageType
from macros.records.record import Role

CHANGES, VERSIONS = "data/changes.csv", "data/versions.csv"
ACTED_ON = frozenset({PageType.ACT_NOW, PageType.LEVELS, PageType.GUIDE})
HOME = "/"  # repeats the newest changes: it says something else whenever one is told
MOST_LISTED = 30
TITLE = "A change of which no reader is told"


@dataclass(frozen=True)
class Before:
    """What was there before: the ids of the changes told, and the last version of each page."""

    told: frozenset[str]
    last: Mapping[str, Mapping[str, str]]


def before(root: Path, revision: str) -> Before:
    """What stood at a revision of the project. Raises LookupError where git does not have it."""
    versions = {row["page"]: row for row in rows_at(root, revision, VERSIONS)}
    return Before(frozenset(row["id"] for row in rows_at(root, revision, CHANGES)), versions)


def unannounced(library: Library, now: Mapping[str, str], old: Before) -> list[str]:
    """Addresses of the pages that somebody acts on, that say something else, and that no row names.

    A row counts if it is new, or later than the version that the page last had.
    """
    return [
        address
        for address, mark in now.items()
        if library.pages[address].type in ACTED_ON
        and address != HOME
        and old.last.get(address, {}).get("fingerprint") != mark
        and not any(_tells(one, address, old) for one in library.changes.values())
    ]


def advice(library: Library, pages: list[str]) -> str:
    """What an editor can do about it, with the row to paste."""
    listed = ", ".join(pages[:MOST_LISTED]) + (" and more" if pages[MOST_LISTED:] else "")
    return (
        f"These pages say something else than before, and no new row of {CHANGES} tells readers"
        f" of it: {listed}\n"
        "If readers would want to know, paste this row at the end and put your words where it says"
        " so. A slip of spelling needs none. Nothing stops for it.\n"
        f"{_row(library, pages)}"
    )


def _tells(one: Change, address: str, old: Before) -> bool:
    last = old.last.get(address)
    later = last is not None and str(one.date) > last["since"]
    return address in one.pages and (one.id not in old.told or later)


def _row(library: Library, pages: list[str]) -> str:
    cells = {
        "id": f"{library.today}-name-it",
        "date": str(library.today),
        "kind": Kind.CHANGED,
        "urgency": Urgency.SOON,
        "roles": Role.EVERYONE,
        "title": "YOUR FEW WORDS",
        "pages": "; ".join(pages),
        "what": "WHAT CHANGED AND WHAT IT MEANS FOR PRACTICE",
    }
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells.get(name, "") for name in Change.typed())
    return out.getvalue()
