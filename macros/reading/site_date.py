"""The day that a build calls today: given, or that of the last commit, never the clock's."""

import os
import subprocess
from datetime import date
from pathlib import Path

from macros.reading.problems import DataProblems, Problem, quoted

WANTED = "a date such as 2026-03-12"


def today(root: Path) -> date:
    """SITE_DATE, or the day of the last commit. Raises DataProblems where there is neither."""
    given = os.environ.get("SITE_DATE", "")
    if given:
        return _parsed(given)
    # -c: a tree checked out by another user is still ours to read the date of
    command = ["git", "-c", f"safe.directory={root}", "log", "-1", "--format=%cs"]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    if found.returncode or not found.stdout.strip():
        fix = "This tree has no commit to take the date from. Run: SITE_DATE=2026-03-12 make build"
        raise DataProblems([Problem("SITE_DATE", 0, "", "no date", WANTED, fix)])
    return date.fromisoformat(found.stdout.strip())


def _parsed(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        fix = "Write year, month and day with hyphens."
        raise DataProblems([Problem("SITE_DATE", 0, "", quoted(text), WANTED, fix)]) from None
