"""Every row of every file while it is checked: as typed, and as a record where it is in order."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any

from macros.reading.rows import Row
from macros.records.record import held_back


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

    def published(self, name: str) -> dict[str, Any]:
        """The records of a dataset that readers may see, by id."""
        return {key: one for key, one in self.records[name].items() if not held_back(one)}
