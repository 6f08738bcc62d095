"""Whether what was once published is still promised: rows that no change may take away.

No file can tell that a row of it is gone, so they are held against a revision. To undo a change
takes such rows away too, unless somebody puts them back.
"""

from pathlib import Path

from macros.desk.history import rows_at
from macros.reading.problems import Problem, quoted
from macros.reading.rows import read_csv

KEPT = {
    "addresses": (("address", "code"), "Links and printed codes lead there."),
    "anchors": (("address",), "Links lead there."),
    "versions": (("id", "page", "since", "fingerprint"), "A copy on paper may be of it."),
    "changes": (("id",), "Readers were told of it. Was it wrong? Add a row that says so."),
}
"""Of each file, the cells that stand for good, and why."""


def gone(root: Path, revision: str) -> list[Problem]:
    """Every such row of a revision that is there no more, or says something else.

    Raises LookupError where git does not have it.
    """
    problems = []
    for name, (columns, why) in KEPT.items():
        file = f"data/{name}.csv"
        now = {
            tuple(row.cells.get(one) for one in columns) for row in read_csv(root / file, file).rows
        }
        for row in rows_at(root, revision, file):
            if tuple(row[one].strip() for one in columns) not in now:
                found = f"the row {quoted(row[columns[0]])} of before gone, or changed"
                fix = f"{why} Put the rows back from the file's history, then add what is new."
                problems.append(Problem(file, 0, columns[0], found, "every row of before", fix))
    return problems
