"""Check the data and every page without building, `python -m macros`, or note what changed.

`python -m macros record` writes a new version for each page that says something else than before.
"""

import sys
from pathlib import Path

from macros.desk.record_versions import record, unrecorded
from macros.project import read_project
from macros.reading.problems import DataProblems

if __name__ == "__main__":
    root = Path.cwd()
    try:
        project = read_project(root, "/")
    except DataProblems as found:
        sys.exit(str(found))
    library, now = project.library, project.now
    if sys.argv[1:] == ["record"]:
        print(*record(root, library, now), sep="\n")
    elif pages := unrecorded(library, now):
        print(f"{len(pages)} pages say something else than before. make record notes it for")
        print(", ".join(pages))
