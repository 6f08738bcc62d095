"""Note which pages say something else than before: new rows in data/versions.csv."""

import csv
from collections.abc import Mapping
from pathlib import Path

from macros.library import Library
from macros.records.versions import Version, last_of_each

FILE = "data/versions.csv"


def unrecorded(library: Library, now: Mapping[str, str]) -> list[str]:
    """Addresses of the pages whose words, numbers or contacts are not those of their last version.

    `now` gives the fingerprint of each page by its address.
    """
    last = last_of_each(library.versions.values())
    return [
        page for page, mark in now.items() if page not in last or last[page].fingerprint != mark
    ]


def record(root: Path, library: Library, now: Mapping[str, str]) -> list[str]:
    """Write a row for each such page, with the library's day; return their addresses."""
    last, changed = last_of_each(library.versions.values()), unrecorded(library, now)
    rows = [[one.id, one.page, one.since, one.fingerprint] for one in library.versions.values()]
    for page in changed:
        number = last[page].number + 1 if page in last else 1
        code = library.addresses[page].code
        rows.append([f"{code}-{number}", page, library.today, now[page]])
    rows.sort(key=lambda row: (str(row[1]), int(str(row[0]).rpartition("-")[2])))
    with (root / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([Version.typed(), *rows])
    return changed
