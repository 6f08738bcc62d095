"""The day that a build calls today: given, or that of the last commit, never the clock's."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

from macros.reading.problems import DataProblems, Problem, quoted

FIRST_YEAR, LAST_YEAR = 2000, 2100
WANTED = "a date such as 2026-03-12"


def today(root: Path) -> date:
    """SITE_DATE, or the day of the last commit. Raises DataProblems where there is neither."""
    given = os.environ.get("SITE_DATE", "")
    if given:
        return _parsed(given)
    # The project's own history, never that of a folder around it
    command = ["git", f"--git-dir={root / '.git'}", "log", "-1", "--format=%cs"]
    try:
        found = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)  # noqa: S603 - fixed words
        return _parsed(found.stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        fix = "This tree has no commit to take the date from. Run: SITE_DATE=2026-03-12 make build"
        raise DataProblems([Problem("SITE_DATE", 0, "", "no date", WANTED, fix)]) from None


def _parsed(text: str) -> date:
    try:
        day = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        day = None
    if day and FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    wanted, fix = WANTED, "Write year, month and day with hyphens, and check that the day exists."
    if day:
        wanted, fix = f"a day from {FIRST_YEAR} to {LAST_YEAR}", "Correct the year."
    raise DataProblems([Problem("SITE_DATE", 0, "", quoted(text), wanted, fix)])
