"""Whether a guide is for one partnership, and whether what it does without is really empty."""

from collections.abc import Iterator

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, near, quoted

FILE = "partnership"
NEEDED = frozenset(
    {FILE, "sources", "topics", "contacts", "act_now", "sections", "addresses", "bank_holidays"}
)
"""Files of which every page shows something, or which every build counts by."""


def partnership_faults(data: Datasets) -> Iterator[Problem]:
    """A second partnership, empty files that are none, and packs without a page to make them."""
    for key, row in list(data.rows[FILE].items())[1:]:
        fix = "A guide is for one partnership: take this row out."
        yield Problem(row.file, row.line, "id", quoted(key), "one row", fix)
    for key, one in data.records[FILE].items():
        row = data.rows[FILE][key]
        for name in one.without:
            if fault := _not_without(data, name):
                yield Problem(row.file, row.line, "without", *fault)
        if data.rows["packs"] and not one.packs:
            fix = "Write the address of the page with ready_packs(), or take the packs out."
            wanted = "a page, since data/packs.csv has rows"
            yield Problem(row.file, row.line, "packs", "an empty cell", wanted, fix)


def _not_without(data: Datasets, name: str) -> tuple[str, str, str] | None:
    """What was found, was wanted and would mend it, where the guide cannot do without this."""
    may = sorted(data.rows.keys() - NEEDED - {"pages"})
    if name not in may:
        fix = near(name, may) + "Write the name as in data/, without .csv."
        needed = f"Every guide needs its rows: take {name} off this list."
        wanted = "a file of data/ that a guide can do without"
        return quoted(name), wanted, needed if name in NEEDED else fix
    if rows := len(data.rows[name]):
        found = f"{quoted(name)}, which has {rows} row{'s' * (rows != 1)}"
        return found, "files without rows", f"Take {name} off this list."
    return None
