"""Start a page in its place, its header filled in: `python -m macros.new page about/thanks`."""

import csv
import re
import sys
from pathlib import Path
from string import Template

from macros.page_files import address_of
from macros.site_date import today

FOLDERS = {"guide": "one-minute-guides/", "review": "reviews/", "page": ""}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
LEDGER = "data/addresses.csv"


def start(root: Path, kind: str, name: str) -> Path:
    """Write a page of this kind and its row in the ledger; return its path.

    Raises ValueError, in words for the editor, where the name cannot be an address or is taken.
    """
    if kind not in FOLDERS:
        raise ValueError(f'found "{kind}", wanted one of: {", ".join(FOLDERS)}.')
    if not NAME.fullmatch(name):
        raise ValueError(f'found "{name}", wanted lower-case words such as NAME=private-fostering.')
    path = root / "docs" / f"{FOLDERS[kind]}{name}.md"
    address = address_of(path, root / "docs")
    taken = path.exists() or address in _ledger(root)
    if taken:
        raise ValueError(f"{address} is already published; choose another name.")
    title = name.rsplit("/", 1)[-1].replace("-", " ").capitalize()
    text = (root / "docs/templates" / f"{kind}.md").read_text("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Template(text).safe_substitute(title=title, today=today(root)), "utf-8")
    _enter(root, address)
    return path


def _ledger(root: Path) -> dict[str, str]:
    with (root / LEDGER).open(encoding="utf-8-sig", newline="") as file:
        return {row["address"]: row["code"] for row in csv.DictReader(file)}


def _enter(root: Path, address: str) -> None:
    ledger = _ledger(root)
    letter = address[1]
    used = [int(code[1:]) for code in ledger.values() if code[0] == letter and code[1:].isdigit()]
    lines = (root / LEDGER).read_text("utf-8-sig").splitlines()
    row = f"{address},{letter}{max(used, default=0) + 1},{today(root)},"
    (root / LEDGER).write_text("\n".join([lines[0], *sorted([*lines[1:], row])]) + "\n", "utf-8")


if __name__ == "__main__":
    try:
        made = start(Path.cwd(), *sys.argv[1:3])
    except ValueError as wrong:
        sys.exit(str(wrong))
    print(f"{made.relative_to(Path.cwd())} is there, with its row in {LEDGER}. Fill it in.")
