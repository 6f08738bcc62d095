"""Files of rows that commands write: read whole and checked, and written back in their order."""

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from macros.reading.problems import DataProblems
from macros.reading.row_to_record import checked
from macros.reading.rows import read_csv
from macros.records.record import Record

R = TypeVar("R", bound=Record)
ADDRESSES = "data/addresses.csv"


def known(root: Path, file: str, model: type[R]) -> dict[str, R]:
    """The rows of a file by id. Raises DataProblems where the file is damaged."""
    records, _, problems = checked(read_csv(root / file, file), model)
    if problems:
        raise DataProblems(problems)
    return records


def enter(root: Path, file: str, row: Mapping[str, str]) -> None:
    """Write this row in its place among the others, under the columns of the file."""
    lines = (root / file).read_text("utf-8-sig").splitlines()
    columns = next(csv.reader(lines))
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row.get(name.strip(), "") for name in columns)
    text = "\n".join([lines[0], *sorted([*lines[1:], out.getvalue()])]) + "\n"
    (root / file).write_text(text, "utf-8")


def append(root: Path, file: str, rows: Iterable[Mapping[str, str]]) -> None:
    """Write these rows after all others, under the columns of the file."""
    text = (root / file).read_text("utf-8-sig")
    columns = next(csv.reader(text.splitlines()))
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(
        [row.get(name.strip(), "") for name in columns] for row in rows
    )
    (root / file).write_text(text.rstrip("\n") + "\n" + out.getvalue(), "utf-8")


def write(root: Path, file: str, model: type[R], records: Iterable[R]) -> None:
    """Write a file anew: these rows, in this order."""
    usual = {name: model.model_fields[name].default for name in model.typed()}
    rows = [
        ["" if getattr(one, name) == usual[name] else getattr(one, name) for name in usual]
        for one in records
    ]
    with (root / file).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([model.typed(), *rows])
