"""Which files below docs/ are pages, and what lies there that is none."""

from collections.abc import Iterator
from pathlib import Path

from macros.reading.file_text import PAGE
from macros.reading.problems import Problem

FOR_CONTRIBUTORS = "templates"
"""The folder of starting pages. MkDocs leaves it out, and whatever begins with a point."""
LIKE_A_PAGE = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".txt"})
PAGES_ONLY = "pages only, whose names end in .md"
FIXES = {
    **dict.fromkeys(LIKE_A_PAGE, "If it is a page, rename it so that it ends in .md."),
    ".csv": "Put rows into the files of data/, and take this one away.",
}
IN_ITS_PLACE = "Take it away, and put the pages themselves in its place."
TAKE_AWAY = "Take it away: it would be published as it is, and nothing here has read it."


def page_paths(docs: Path) -> list[Path]:
    """Every page's file, in order. Starting pages for contributors are none."""
    found = _published(docs)
    return [path for path in found if path.suffix == PAGE and not _instead_of_a_file(path)]


def strays(docs: Path) -> Iterator[Problem]:
    """What lies below docs/ and is no page: a build would publish most of it unread."""
    for path in _published(docs):
        found = _instead_of_a_file(path)
        if not found and (path.suffix == PAGE or path.is_dir()):
            continue
        name = path.relative_to(docs.parent).as_posix()
        fix = IN_ITS_PLACE if found else FIXES.get(path.suffix.lower(), TAKE_AWAY)
        yield Problem(name, 0, "", found or "a file that is no page", PAGES_ONLY, fix)


def _published(docs: Path) -> list[Path]:
    inside = [(path, path.relative_to(docs).parts) for path in docs.rglob("*")]
    return sorted(
        path
        for path, parts in inside
        if parts[0] != FOR_CONTRIBUTORS and not any(part.startswith(".") for part in parts)
    )


def _instead_of_a_file(path: Path) -> str:
    """What stands there, where it is neither a file nor a plain folder."""
    if path.is_symlink() and path.is_dir():
        return "a link to a folder"
    if path.is_symlink() and not path.exists():
        return "a link that leads nowhere"
    if path.is_dir():
        return "a folder that is called like a page" if path.suffix.lower() == PAGE else ""
    return "" if path.is_file() else "something else than a file"
