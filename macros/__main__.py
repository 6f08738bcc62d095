"""Check the data and every page without building, `python -m macros`, or note what changed.

`python -m macros record` writes a new version for each page that says something else than before,
and every new heading: the links to it are a promise from then on.
"""

import sys
from pathlib import Path

from macros.desk import record_anchors, record_versions
from macros.project import read_project
from macros.reading.problems import DataProblems

if __name__ == "__main__":
    root = Path.cwd()
    try:
        project = read_project(root, "/")
    except DataProblems as found:
        sys.exit(str(found))
    library, now, headings = project.library, project.now, project.headings
    if sys.argv[1:] == ["record"]:
        print(*record_versions.record(root, library, now), sep="\n")
        print(*record_anchors.record(root, library, headings), sep="\n")
        sys.exit()
    if pages := record_versions.unrecorded(library, now):
        print(f"{len(pages)} pages say something else than before. make record notes it for")
        print(", ".join(pages))
    if parts := record_anchors.unrecorded(library, headings):
        print(f"{len(parts)} headings are new. make record notes that links may lead to")
        print(", ".join(parts))
