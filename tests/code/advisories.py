"""Known weaknesses of what is installed, for the weekly list: `python -m tests.code.advisories`.

Asks the two registries' own databases, with pip-audit and npm audit. What is accepted for a while
stands in accepted-advisories.csv beside this, with the reason and the last day on which it holds.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from macros.reading.site_date import today

ROOT = Path(__file__).parent.parent.parent
ACCEPTED = Path(__file__).parent / "accepted-advisories.csv"
PYTHON = ("requirements.txt", "tests/requirements.txt")
NODE = (".", "tests/bench")


class Advisory(NamedTuple):
    """One known weakness of one package; `names` are all that its databases call it by."""

    package: str
    names: tuple[str, ...]
    mend: str


class Accepted(NamedTuple):
    """An advisory that does not touch us, until a day."""

    advisory: str
    package: str
    reason: str
    until: date


def accepted(file: Path) -> list[Accepted]:
    """The rows of the list. Raises ValueError for a row without a reason or a day."""
    with file.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        if not row["reason"].strip():
            raise ValueError(f"{row['advisory']}: say in one sentence why it does not touch us")
    return [
        Accepted(row["advisory"], row["package"], row["reason"], date.fromisoformat(row["until"]))
        for row in rows
    ]


def of_python(report: str) -> Iterator[Advisory]:
    """What pip-audit found, and what it could not look up, from its JSON."""
    for one in json.loads(report)["dependencies"]:
        if "skip_reason" in one:
            yield Advisory(one["name"], ("not looked up",), one["skip_reason"])
        for found in one.get("vulns", ()):
            mend = ", ".join(found["fix_versions"]) or "no version yet"
            names = (found["id"], *found.get("aliases", ()))
            yield Advisory(f"{one['name']} {one['version']}", names, f"mended in {mend}")


def of_node(report: str) -> Iterator[Advisory]:
    """What npm audit found, from its JSON; each advisory under the package that has it."""
    known: dict[str, Any] = json.loads(report)
    if "error" in known:
        yield Advisory("npm", ("not looked up",), known["error"].get("summary") or "no answer")
    for one in known.get("vulnerabilities", {}).values():
        for found in one["via"]:
            if isinstance(found, dict):  # a text is the name of a package listed by itself
                names = (str(found["url"]).rpartition("/")[2], str(found["source"]))
                yield Advisory(f"{found['name']} {found['range']}", names, found["title"])


def lines(found: Iterable[Advisory], allowed: Collection[Accepted], day: date) -> Iterator[str]:
    """A line for each advisory that is not accepted on this day, and for each stale acceptance."""
    holding = {one.advisory for one in allowed if one.until >= day}
    seen: set[str] = set()
    for one in dict.fromkeys(found):
        seen |= set(one.names)
        if not holding & set(one.names):
            yield f"- {one.package}: {', '.join(one.names)} ({one.mend})"
    for row in allowed:
        if row.until < day:
            yield f"- {row.advisory} of {row.package} was accepted until {row.until}: look again"
        elif row.advisory not in seen:
            yield f"- {row.advisory} of {row.package} is accepted, and found no more: take it out"


def _asked(*command: str, folder: str = ".") -> str:
    """What a command prints; npm and pip-audit end with 1 where they found something."""
    ran = subprocess.run(command, cwd=ROOT / folder, capture_output=True, text=True, check=False)
    if not ran.stdout.strip():
        sys.exit(f"{' '.join(command)} gave no answer: {ran.stderr.strip()[-400:]}")
    return ran.stdout


def _found() -> Iterator[Advisory]:
    audit = (sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off")
    for lock in PYTHON:
        yield from of_python(_asked(*audit, "--disable-pip", "--require-hashes", "-r", lock))
    for folder in NODE:
        yield from of_node(_asked("npm", "audit", "--json", folder=folder))


if __name__ == "__main__":
    told = list(lines(_found(), accepted(ACCEPTED), today(ROOT)))
    if told:
        sys.stdout.write("\n".join(["## Known weaknesses of what is installed", "", *told, ""]))
