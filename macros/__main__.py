"""Check the data and every page without building, `python -m macros`, or note what changed.

`python -m macros record` writes a new version for each page that says something else than before,
every new heading, to which links are a promise from then on, and CHANGELOG.md.
`python -m macros unannounced HEAD^1` lists guides that do, and of which no change since tells;
`python -m macros kept HEAD^1` what was published then, and would be lost.
"""

import sys
from pathlib import Path

from macros.desk import changelog, record_anchors, record_versions
from macros.desk.annotations import annotation, on_github, told
from macros.desk.kept import gone
from macros.desk.unannounced import CHANGES, TITLE, advice, before, unannounced
from macros.project import Project, read_project
from macros.reading.problems import DataProblems


def note(root: Path, project: Project) -> None:
    """Write what is new of versions, headings and changes, and print it."""
    library = project.library
    noted = record_versions.record(root, library, project.now)
    noted += record_anchors.record(root, library, project.headings)
    noted += changelog.write(root, library.changes.values())
    print(*noted, sep="\n")


def tell(root: Path, project: Project) -> None:
    """Print what nobody has noted yet."""
    if pages := record_versions.unrecorded(project.library, project.now):
        print(f"{len(pages)} pages say something else than before. make record notes it for")
        print(", ".join(pages))
    if parts := record_anchors.unrecorded(project.library, project.headings):
        print(f"{len(parts)} headings are new. make record notes that links may lead to")
        print(", ".join(parts))
    if changelog.behind(root, project.library.changes.values()):
        print(f"{changelog.FILE} does not tell what data/changes.csv does. make record writes it.")


def point_out(root: Path, project: Project, revision: str) -> None:
    """Print which pages have changed since the revision without a word to readers."""
    try:
        pages = unannounced(project.library, project.now, before(root, revision))
    except LookupError as unknown:
        print(unknown)
        return
    if pages:
        text = advice(project.library, pages)
        print(annotation("notice", CHANGES, 1, TITLE, text) if on_github() else text)


def refuse_losses(root: Path, revision: str) -> None:
    """End with a list of what was published at the revision and is gone; say nothing else."""
    try:
        problems = gone(root, revision)
    except LookupError as unknown:
        print(unknown)
        return
    if problems:
        sys.exit(told(DataProblems(problems)))


if __name__ == "__main__":
    root = Path.cwd()
    try:
        project = read_project(root, "/")
    except DataProblems as found:
        sys.exit(told(found))
    match sys.argv[1:]:
        case ["record"]:
            note(root, project)
        case ["unannounced", revision]:
            point_out(root, project, revision)
        case ["kept", revision]:
            refuse_losses(root, revision)
        case _:
            tell(root, project)
