"""Who may import whom, by room, held by reading the code; how long a file is; where markup is."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

MACROS = ROOT / "macros"
MODULES = sorted(MACROS.rglob("*.py"))
MOST_LINES_OF_A_FILE = 150
MOST_LINES_OF_A_FUNCTION = 40


class Room(NamedTuple):
    """A floor of the house, and what is used there besides the standard library."""

    floor: int
    others: str = ""


HOUSE = {
    "door": Room(8, "markdown mkdocs pydantic_core zensical"),
    "calls": Room(7, "markupsafe"),
    "publishing": Room(
        6,
        "filelock icalendar jinja2 lunr markupsafe numpy rcssmin rjsmin selectolax",
    ),
    "drawing": Room(5, "jinja2 markdown markupsafe segno"),
    "desk": Room(6),
    "health": Room(5),
    "library": Room(4),
    "checks": Room(3),
    "reading": Room(2, "jinja2 markdown pydantic pydantic_core selectolax yaml"),
    "records": Room(1, "phonenumbers pydantic pydantic_core"),
}
"""The import table: a room takes from lower floors, and from itself without a circle."""

TOUCH_THE_DISK = {
    "door": "it is told where the project lies, and by which settings to build",
    "reading": "files are read here",
    "desk": "commands write and look around",
    "library": "it hands the project's folder on to reading",
    "publishing.finish": "a built folder is written here",
    "publishing.aside": "the finished folder takes its place here",
}
DISK = frozenset(("os", "pathlib", "shutil", "glob", "tempfile", "subprocess", "fileinput"))
NETWORK = frozenset(("socket", "ssl", "http.client", "urllib.request", "requests", "httpx"))
ASKS_THE_NETWORK = "desk.upkeep"  # the weekly look at outside links; no build calls it, see below
CHANCE = frozenset(("time", "random", "secrets", "uuid"))
MARKUP_ALLOWED = {
    ("reading.call_marks", "<p>"): "how Markdown wraps a mark that stands alone: it is taken away",
    ("calls.headings", r'<h[23]\b[^>]*\sid="([^"]+)"'): "a pattern for headings that were drawn",
    ("reading.page_rules", "<[a-zA-Z/!?]"): "a pattern for markup that somebody typed",
}


def name_of(path: Path) -> str:
    """The module's name inside macros: room and file; the room alone for its own sentence."""
    parts = path.relative_to(MACROS).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__" or len(parts) == 1)


def room_of(name: str) -> str:
    """The room that a module stands in. What stands in none, but for the library, is the door."""
    first = name.partition(".")[0]
    return first if first in HOUSE else "door"


@cache
def tree_of(path: Path) -> ast.Module:
    """The module as Python reads it."""
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """The full name of everything imported, wherever in the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import hides the room it comes from"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(tree: ast.AST) -> set[str]:
    """Modules of macros among the imports, by their names inside macros."""
    known = {name_of(path) for path in MODULES}
    found = set()
    for name in imported(tree):
        if name.split(".")[0] == "macros":
            inside = name.removeprefix("macros.")
            found.add(inside if inside in known else inside.rpartition(".")[0] or "__init__")
    return found


def others(tree: ast.AST) -> set[str]:
    """Packages among the imports that are neither Python's own nor ours."""
    return {name.split(".")[0] for name in imported(tree)} - {"macros"} - sys.stdlib_module_names


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    return (
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )


def public(
    body: list[ast.stmt], path: str = ""
) -> Iterator[tuple[str, ast.ClassDef | ast.FunctionDef]]:
    """Public classes, functions and methods of these statements, by name."""
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield path + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{node.name}.")


def strings(tree: ast.AST) -> Iterator[str]:
    """Every text constant, the fixed parts of f-strings included; no docstring is ever written."""
    bare = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in bare:
            yield node.value


each_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def test_every_module_stands_in_a_room_of_the_house() -> None:
    rooms = {path.name for path in MACROS.iterdir() if (path / "__init__.py").is_file()}
    assert rooms | {"door", "library"} == set(HOUSE)
    assert {path.name for path in MACROS.glob("*.py")} == {
        "__init__.py",
        "__main__.py",
        "library.py",
        "mkdocs_hooks.py",
        "project.py",
        "zensical_build.py",
        "zensical_pages.py",
    }
    deep = [path for path in MODULES if len(path.relative_to(MACROS).parts) > 2]
    assert deep == []


@pytest.mark.parametrize("room", sorted(set(HOUSE) - {"door", "library"}))
def test_a_room_says_in_one_sentence_what_happens_there_and_nothing_else(room: str) -> None:
    tree = tree_of(MACROS / room / "__init__.py")
    assert len(tree.body) == 1
    assert len((ast.get_docstring(tree) or "\n\n").splitlines()) == 1


@each_module
def test_a_module_takes_from_lower_floors_and_from_its_own_room_only(path: Path) -> None:
    room = room_of(name_of(path))
    for name in ours(tree_of(path)):
        below = HOUSE[room_of(name)].floor < HOUSE[room].floor
        assert below or room_of(name) == room, f"{name} is no lower floor"


def test_no_room_runs_in_a_circle() -> None:
    graph = {name_of(path): ours(tree_of(path)) for path in MODULES}
    assert list(TopologicalSorter(graph).static_order())


@each_module
def test_a_module_takes_only_the_packages_of_its_room(path: Path) -> None:
    assert others(tree_of(path)) <= set(HOUSE[room_of(name_of(path))].others.split())


def test_no_room_is_promised_a_package_that_it_does_not_use() -> None:
    used: dict[str, set[str]] = {room: set() for room in HOUSE}
    for path in MODULES:
        used[room_of(name_of(path))] |= others(tree_of(path))
    assert {room: set(line.others.split()) for room, line in HOUSE.items()} == used


@each_module
def test_only_rooms_with_a_reason_touch_the_disk(path: Path) -> None:
    name = name_of(path)
    if {name, room_of(name)} & set(TOUCH_THE_DISK):
        return
    tree = tree_of(path)
    assert not DISK & {name.split(".")[0] for name in imported(tree)}
    assert "open" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


@each_module
def test_a_build_asks_neither_network_nor_clock_nor_chance(path: Path) -> None:
    tree = tree_of(path)
    names = set(imported(tree))
    refused = CHANCE if name_of(path) == ASKS_THE_NETWORK else NETWORK | CHANCE
    wholes = {name.rpartition(".")[0] for name in names} | {name.split(".")[0] for name in names}
    assert not refused & (names | wholes)
    assert not {"today", "now", "utcnow"} & {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


@each_module
def test_no_module_builds_on_the_one_that_asks_the_network(path: Path) -> None:
    assert ASKS_THE_NETWORK not in ours(tree_of(path))


@each_module
def test_markup_stands_in_templates_only(path: Path) -> None:
    name = name_of(path)
    found = [text for text in strings(tree_of(path)) if re.search(r"<[A-Za-z]", text)]
    assert [text for text in found if (name, text) not in MARKUP_ALLOWED] == []


@each_module
def test_no_module_hides_a_bracket_of_markup(path: Path) -> None:
    """`chr(60)` or an escape would pass the test above and still be markup in Python."""
    source = path.read_text("utf-8")
    assert not re.search(r"chr\((60|0x3c)\)|\\x3c|\\u003c|\\N\{LESS-THAN", source, re.IGNORECASE)


def test_every_exception_for_markup_is_still_needed() -> None:
    texts = {(name_of(path), text) for path in MODULES for text in strings(tree_of(path))}
    assert set(MARKUP_ALLOWED) <= texts


@each_module
def test_a_file_is_short_enough_to_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES_OF_A_FILE


@each_module
def test_a_function_is_short_enough_to_read(path: Path) -> None:
    sizes = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in functions(tree_of(path))}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES_OF_A_FUNCTION} == {}


@each_module
def test_module_and_public_names_say_what_they_promise(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree)
    assert [name for name, node in public(tree.body) if not ast.get_docstring(node)] == []


@each_module
def test_names_are_those_of_the_field(path: Path) -> None:
    vague = re.compile(
        r"^_?(get|generate|handle|do|process)_|utils?$|helpers?$|manager$", re.IGNORECASE
    )
    # html.parser calls its readers by these names
    given_by_python = {"handle_starttag", "handle_endtag", "handle_data"}
    names = {one.name for one in functions(tree_of(path))} | {path.stem}
    assert {name for name in names - given_by_python if vague.search(name)} == set()


@each_module
def test_no_exception_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, "a bare except"
            assert not all(isinstance(one, ast.Pass) for one in node.body), "an except that passes"
