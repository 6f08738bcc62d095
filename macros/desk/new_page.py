"""Start a page in its place: `python -m macros.desk.new_page page about/thanks`."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Template

from macros.checks.guide_checks import EVERY_GUIDE
from macros.desk.ledger import ADDRESSES, append, enter, known
from macros.reading.page_files import address_of
from macros.reading.problems import DataProblems
from macros.reading.site_date import today
from macros.records.addresses import Address, next_code
from macros.records.guides import Guide

FOLDERS = {"guide": "one-minute-guides/", "review": "reviews/", "page": ""}
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
GUIDES, POINTS = "data/guides.csv", "data/points.csv"
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
    ledger, guides = known(root, ADDRESSES, Address), known(root, GUIDES, Guide)
    guide = name.rsplit("/", 1)[-1]
    if path.exists() or address in ledger or (kind == "guide" and guide in guides):
        raise ValueError(f"{address} is already published; choose another name.")
    title = guide.replace("-", " ").capitalize()
    text = (root / "docs/templates" / f"{kind}.md").read_text("utf-8")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(Template(text).safe_substitute(title=title, today=day), "utf-8")
    entry = {"address": address, "code": next_code(ledger, address), "first_published": day}
    enter(root, ADDRESSES, entry)
    if kind == "guide":
        enter(root, GUIDES, {"id": guide, "page": address, "contacts": FIRST_CONTACTS})
        append(root, POINTS, _first_lines(guide))
    return path


def _first_lines(guide: str) -> Iterator[dict[str, str]]:
    """A row for each part that every guide has, for an editor to fill."""
    for part in EVERY_GUIDE:
        name = f"{guide}-{part}-1"
        yield {"id": name, "guide": guide, "part": part, "order": "1", "publish": "yes"}


if __name__ == "__main__":
    try:
        made = start(Path.cwd(), *sys.argv[1:3]).relative_to(Path.cwd())
    except (ValueError, DataProblems) as wrong:
        sys.exit(str(wrong))
    rows = f"{ADDRESSES}, {GUIDES} and {POINTS}" if sys.argv[1] == "guide" else ADDRESSES
    print(f"{made} is there, with its rows in {rows}. Fill it in; make data says what is missing.")
