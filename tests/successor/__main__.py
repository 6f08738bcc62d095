"""Builds the guide with each builder that may follow, and says which pages differ.

`python -m tests.successor`; it ends with 1 where a page lacks, says something else, or leads
elsewhere.
"""

import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.bench.tables import table
from tests.successor.comparing import Comparison, compared

ROOT = Path(__file__).parent.parent.parent
LISTED = 20
HEAD = ("builder", "seconds", "pages alike", "different", "lacking", "files", "same bytes")
NOTHING = ("",) * 5
NOTE = (
    "Seconds: of one core, so that a busy machine does not count; search had learned before.\n"
    "Alike: the same words in the same order, and every link leads where it led."
)


class Builder(NamedTuple):
    """A builder: its name, how it is called, the folder it writes and the list that installs it."""

    name: str
    command: str
    folder: str
    installed_by: str


TODAY = Builder("MkDocs", ".venv/bin/mkdocs build -q", "site", "requirements.txt")
SUCCESSORS = (
    Builder(
        "ProperDocs",
        ".venv-properdocs/bin/properdocs build -q -f mkdocs.yml -d site-properdocs",
        "site-properdocs",
        "tests/successor/requirements-properdocs.txt",
    ),
    Builder(
        "Zensical",
        ".venv-zensical/bin/python -m macros.zensical_build site-zensical",
        "site-zensical",
        "tests/successor/requirements-zensical.txt",
    ),
)


class Failed(Exception):
    """A builder that has built nothing, and what it said last."""


def main() -> bool:
    """Print the table and all that differs; whether anything does."""
    if not (ROOT / ".learned").is_dir():
        built(TODAY)  # what search learns once is no part of a build's time
    rows: list[tuple[str, ...]] = [(label(TODAY), f"{built(TODAY):.1f}", *NOTHING)]
    told: list[str] = []
    for builder in SUCCESSORS:
        try:
            seconds = f"{built(builder):.1f}"
        except Failed as failed:
            rows.append((label(builder), "failed", *NOTHING))
            told.append(f"- {builder.name} has built nothing. It said last: {failed}")
        else:
            found = compared(ROOT / TODAY.folder, ROOT / builder.folder)
            rows.append((label(builder), seconds, *numbers(found)))
            told += told_of(builder, found)
    print(table("Builders", HEAD, rows, NOTE))
    print("", *told, sep="\n")
    return bool(told)


def built(builder: Builder) -> float:
    """Build; return how many seconds of one core it took. Raises Failed."""
    began, quiet = worked(), {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = builder.command.split()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=quiet)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()
        raise Failed(said[-1])
    return worked() - began


def worked() -> float:
    """The seconds of one core that all which was started here has taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def label(builder: Builder) -> str:
    """Its name and the version that is tried."""
    listed = (ROOT / builder.installed_by).read_text("utf-8")
    version = re.search(rf"^{builder.name.lower()}==(\S+)", listed, re.MULTILINE)
    return f"{builder.name} {version[1]}" if version else builder.name


def numbers(found: Comparison) -> Iterator[str]:
    """The counts of a row."""
    counts = (found.alike, len(found.different), len(found.lacking), found.files, found.same_bytes)
    return (f"{one:,}" for one in counts)


def told_of(builder: Builder, found: Comparison) -> Iterator[str]:
    """Where each page parts from today's, and the files that are not there."""
    for one in found.different[:LISTED]:
        there = f"{builder.name} has “{one.there}”"
        yield f"- {one.page}: after “{one.after}” comes “{one.today}”; {there}."
    if (left := len(found.different) - LISTED) > 0:
        yield f"- {builder.name}: {left} more pages differ."
    for name in found.lacking:
        yield f"- {name}: {builder.name} does not make it."


if __name__ == "__main__":
    sys.exit(main())
