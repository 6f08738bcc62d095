"""What stood in the files of data/ at a revision of the project, as git keeps it."""

import csv
import io
import subprocess
from pathlib import Path


def rows_at(root: Path, revision: str, file: str) -> list[dict[str, str]]:
    """The rows of a file at a revision. Raises LookupError where git does not have it."""
    command = ["git", f"--git-dir={root / '.git'}", "show", f"{revision}:{file}"]
    try:
        found = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)  # noqa: S603 - one word of ours, and git takes it as a revision
    except (OSError, subprocess.CalledProcessError):
        raise LookupError(f"git has no {file} at {revision}: nothing to compare with.") from None
    return list(csv.DictReader(io.StringIO(found.stdout.removeprefix("\ufeff"), newline="")))
