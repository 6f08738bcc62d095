"""Check the data and every page without building, `python -m macros`, or note what changed.

`python -m macros record` writes a new version for each page that says something else than before.
"""

import sys
from pathlib import Path

from macros import checked_calls
from macros.calls.fingerprints import fingerprints
from macros.desk.record_versions import record, unrecorded
from macros.reading.problems import DataProblems

if __name__ == "__main__":
    root = Path.cwd()
    try:
        library, _, calls = checked_calls(root, "/")
    except DataProblems as found:
        sys.exit(str(found))
    now = fingerprints(library, calls)
    if sys.argv[1:] == ["record"]:
        print(*record(root, library, now), sep="\n")
    elif pages := unrecorded(library, now):
        print(f"{len(pages)} pages say something else than before. make record notes it for")
        print(", ".join(pages))
