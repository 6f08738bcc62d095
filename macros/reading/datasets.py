"""Every row of every file while it is checked: as typed, and as a record where it is in order."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.reading.page_files import PageFiles
from macros.reading.problems import Problem
from macros.reading.row_to_record import checked
from macros.reading.rows import Row, read_csv
from macros.records.record import Record, held_back

FIRST = "partnership"
"""The dataset that says which files a guide does without: it is read before them."""


@dataclass(frozen=True)
class Datasets:
    """Rows and records by dataset and id. `broken` names the files that cannot be relied on."""

    records: Mapping[str, Mapping[str, Any]]
    rows: Mapping[str, Mapping[str, Row]]
    broken: Set[str]

    def whole(self, *names: str) -> bool:
        """Whether every row of these datasets is a record, so that what is missing is not there."""
        counts = ((len(self.records[name]), len(self.rows[name])) for name in names)
        return not self.broken & set(names) and all(good == all_ for good, all_ in counts)

    def lines(self) -> dict[str, dict[str, int]]:
        """The line of each row in its file, by dataset and id."""
        return {
            name: {key: row.line for key, row in rows.items()} for name, rows in self.rows.items()
        }

    def published(self, name: str) -> dict[str, Any]:
        """The records of a dataset that readers may see, by id."""
        return {key: one for key, one in self.records[name].items() if not held_back(one)}


def read_datasets(
    root: Path, models: Mapping[str, type[Record]], pages: PageFiles
) -> tuple[Datasets, list[Problem]]:
    """The datasets of a project and its pages, and every problem of any of their files."""
    records: dict[str, Mapping[str, Any]] = {}
    rows: dict[str, Mapping[str, Row]] = {}
    problems: list[Problem] = []
    broken: set[str] = set()
    without: Set[str] = set()
    for name, model in models.items():
        table = read_csv(root / "data" / f"{name}.csv", f"data/{name}.csv")
        empty = name in without and not table.rows
        records[name], rows[name], found = checked(table, model, may_be_empty=empty)
        problems += found
        if name == FIRST:
            without = {word for one in records[name].values() for word in one.without}
        few = len(table.rows) < model.least and not empty
        if few or table.problems or sorted(table.columns) != sorted(model.typed()):
            broken.add(name)
    records["pages"], rows["pages"] = pages.pages, pages.rows
    return Datasets(records, rows, broken), [*problems, *pages.problems]
