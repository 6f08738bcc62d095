"""Start a page in its place: `python -m macros.desk.new_page page about/thanks`."""

import csv
import io
import re
import sys
from collections import Counter
from pathlib import Path
from string import Template
from typing import TypeVar

from macros.reading.page_files import address_of
from macros.reading.problems import DataProblems
from macros.reading.row_to_record import checked
from macros.reading.rows import read_csv
from macros.reading.site_date import today
from macros.records.addresses import Address
from macros.records.guides import Guide
from macros.records.record import Record

R = TypeVar("R", bound=Record)
FOLDERS = {"guide": "one-minute-guides/", "review": "reviews/", "page": ""}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
LEDGER = "data/addresses.csv"
GUIDES = "data/guides.csv"
FIRST_CONTACTS = "mash; out-of-hours"


def start(root: Path, kind: str, name: str) -> Path:
    """Write a page of this kind and its rows; return its path.

    Raises ValueError, in words for the editor, where the name cannot be an address or is taken,
    and DataProblems where the files of the rows are damaged or the day is not known.
    """
    if kind not in FOLDERS:
        raise ValueError(f'found "{kind}", wanted one of: {", ".join(FOLDERS)}.')
    if not NAME.fullmatch(name):
        raise ValueError(f'found "{name}", wanted lower-case words such as NAME=private-fostering.')
    path = root / "docs" / f"{FOLDERS[kind]}{name}.md"
    address, day = address_of(path, root / "docs"), str(today(root))
    ledger, guides = _known(root, LEDGER, Address), _known(root, GUIDES, Guide)
    guide = name.rsplit("/", 1)[-1]
    if path.exists() or address in ledger or (kind == "guide" and guide in guides):
        raise ValueError(f"{address} is already published; choose another name.")
    title = guide.replace("-", " ").capitalize()
    text = (root / "docs/templates" / f"{kind}.md").read_text("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Template(text).safe_substitute(title=title, today=day), "utf-8")
    entry = {"address": address, "code": _next_code(ledger, address), "first_published": day}
    _enter(root, LEDGER, entry)
    if kind == "guide":
        _enter(root, GUIDES, {"id": guide, "page": address, "contacts": FIRST_CONTACTS})
    return path


def _known(root: Path, file: str, model: type[R]) -> dict[str, R]:
    records, _, problems = checked(read_csv(root / file, file), model)
    if problems:
        raise DataProblems(problems)
    return records


def _next_code(ledger: dict[str, Address], address: str) -> str:
    """The next number under the letter that most pages of its folder have."""
    folder = address.rstrip("/").rpartition("/")[0]
    codes = [one.code for one in ledger.values()]
    beside = [one.code[0] for one in ledger.values() if one.address.startswith(f"{folder}/")]
    letter = Counter(beside or [address[1]]).most_common(1)[0][0] if folder else address[1]
    used = [int(code[1:]) for code in codes if code[0] == letter and code[1:].isdigit()]
    return f"{letter}{max(used, default=0) + 1}"


def _enter(root: Path, file: str, row: dict[str, str]) -> None:
    """Write this row in its place among the others, under the columns of the file."""
    lines = (root / file).read_text("utf-8-sig").splitlines()
    columns = next(csv.reader(lines))
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(row.get(name.strip(), "") for name in columns)
    text = "\n".join([lines[0], *sorted([*lines[1:], out.getvalue()])]) + "\n"
    (root / file).write_text(text, "utf-8")


if __name__ == "__main__":
    try:
        made = start(Path.cwd(), *sys.argv[1:3]).relative_to(Path.cwd())
    except (ValueError, DataProblems) as wrong:
        sys.exit(str(wrong))
    rows = f"{LEDGER} and {GUIDES}" if sys.argv[1] == "guide" else LEDGER
    print(f"{made} is there, with its row in {rows}. Fill it in; make check says what is missing.")
