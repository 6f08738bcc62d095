"""Files of rows that commands write: read whole and checked, and written back in their order."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from macros.reading.problems import DataProblems
from macros.reading.row_to_record import checked
from macros.reading.rows import read_csv
from macros.records.addresses import Address
from macros.records.record import Record

R = TypeVar("R", bound=Record)
ADDRESSES = "data/addresses.csv"


def known(root: Path, file: str, model: type[R]) -> dict[str, R]:
    """The rows of a file by id. Raises DataProblems where the file is damaged."""
    records, _, problems = checked(read_csv(root / file, file), model)
    if problems:
        raise DataProblems(problems)
    return records


def next_code(ledger: Mapping[str, Address], address: str) -> str:
    """The next number under the letter that most pages of its folder have."""
    folder = address.rstrip("/").rpartition("/")[0]
    codes = [one.code for one in ledger.values()]
    beside = [one.code[0] for one in ledger.values() if one.address.startswith(f"{folder}/")]
    letter = Counter(beside or [address[1]]).most_common(1)[0][0] if folder else address[1]
    used = [int(code[1:]) for code in codes if code[0] == letter and code[1:].isdigit()]
    return f"{letter}{max(used, default=0) + 1}"


def enter(root: Path, file: str, row: Mapping[str, str]) -> None:
    """Write this row in its place among the others, under the columns of the file."""
    lines = (root / file).read_text("utf-8-sig").splitlines()
    columns = next(csv.reader(lines))
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row.get(name.strip(), "") for name in columns)
    text = "\n".join([lines[0], *sorted([*lines[1:], out.getvalue()])]) + "\n"
    (root / file).write_text(text, "utf-8")


def write(root: Path, file: str, model: type[R], records: Iterable[R]) -> None:
    """Write a file anew: these rows, in this order."""
    rows = [[getattr(one, name) or "" for name in model.typed()] for one in records]
    with (root / file).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([model.typed(), *rows])
