"""Who may import whom, held by reading the code; how long a file is; where markup may stand."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

MACROS = Path(__file__).parent.parent / "macros"
MODULES = sorted(MACROS.rglob("*.py"))
SUBJECTS = frozenset(
    (
        *("act_now", "addresses", "changes", "contacts", "glossary", "links"),
        *("pages", "sections", "sources", "steps", "timescales", "topics"),
        *("bank_holidays", "concerns", "guides", "levels", "points"),
        *("courses", "figures", "findings", "plan", "reviews", "statements", "tables", "themes"),
        *("assurance", "duties", "groups", "partners", "relevant_agencies", "routes", "vocabulary"),
    )
)
MOST_LINES_OF_A_FILE = 150
MOST_LINES_OF_A_FUNCTION = 40


class May(NamedTuple):
    """What a module may import besides the standard library."""

    ours: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def may(ours: str = "", others: str = "", *, subjects: bool = False) -> May:
    """The names, written as words; `subjects` adds every subject module."""
    return May(
        frozenset(ours.split()) | (SUBJECTS if subjects else set()), frozenset(others.split())
    )


TABLE = {
    "problems": may(),
    "rows": may("problems"),
    "headers": may("problems rows", "yaml"),
    "fields": may("", "phonenumbers pydantic pydantic_core"),
    "days": may("fields", "pydantic"),
    "records": may("fields", "pydantic"),
    **{subject: may("days fields records", "pydantic") for subject in SUBJECTS},
    "plain_words": may("problems records"),
    "checking": may("plain_words problems records rows", "pydantic pydantic_core"),
    "shelves": may("records rows"),
    "address_checks": may("pages problems shelves"),
    "agreement": may("problems records shelves spoken"),
    "guide_checks": may("pages points problems shelves"),
    "crosschecks": may(
        "address_checks agreement fields guide_checks problems records rows shelves"
    ),
    "spoken": may(subjects=True),
    "page_body": may("fields"),
    "page_files": may("checking fields headers page_body pages problems rows"),
    "page_calls": may("page_files problems", "jinja2"),
    "library": may("checking crosschecks page_files problems records rows shelves", subjects=True),
    "wording": may("records", subjects=True),
    "render": may("", "jinja2 markupsafe"),
    "compact": may(),
    "publish": may("changes library policy records render search_words takeaway"),
    "answers": may("library records spoken wording", subjects=True),
    "search_words": may("answers compact library spoken"),
    "calls": may("library records render wording", "markupsafe", subjects=True),
    "arrangements": may("calls library render", "markupsafe", subjects=True),
    "guidance": may("calls library records render wording", "markupsafe", subjects=True),
    "finding": may("calls library render spoken", "markupsafe", subjects=True),
    "charts": may(subjects=True),
    "learning": may("calls charts library render wording", "markupsafe", subjects=True),
    "numbers": may("calls charts library render wording", "markupsafe", subjects=True),
    "takeaway": may("library records", "icalendar", subjects=True),
    "training": may("library render", "markupsafe"),
    "ways": may(
        "arrangements calls finding guidance learning library numbers publish records render"
        " training",
        "markupsafe",
        subjects=True,
    ),
    "rehearsal": may("calls library page_calls page_files problems ways"),
    "frames": may("library records render wording", "markupsafe segno", subjects=True),
    "prose": may("", "markdown"),
    "markup": may(),
    "trim_css": may("markup", "cssselect2 tinycss2"),
    "page_text": may(),
    "search_index": may("compact page_text spoken", "lunr"),
    "policy": may(),
    "site_date": may("problems"),
    # mkdocs only for the place where its lunr.js is installed
    "finish": may("library policy publish render search_index trim_css", "mkdocs rcssmin rjsmin"),
    "converted": may(),
    "__init__": may(
        "converted finish frames library page_calls page_files policy problems prose records"
        " rehearsal render site_date ways wording",
        "mkdocs",
    ),
    "__main__": may("__init__ problems"),
    "new": may("addresses checking guides page_files problems records rows site_date"),
    "upkeep": may("library problems site_date"),
}
TOUCH_THE_DISK = frozenset(
    (
        *("rows", "headers", "page_files", "library", "render", "site_date"),
        *("finish", "new", "upkeep", "__init__", "__main__"),
    )
)
DISK = frozenset(("os", "pathlib", "shutil", "glob", "tempfile", "subprocess", "fileinput"))
NETWORK = frozenset(("socket", "ssl", "http.client", "urllib.request", "requests", "httpx"))
ASKS_THE_NETWORK = "upkeep"  # the weekly look at outside links; no build calls it, see below
CHANCE = frozenset(("time", "random", "secrets", "uuid"))
MARKUP_ALLOWED = {
    ("policy", r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\""): (
        "a pattern for what the policy would stop; nothing is written with it"
    ),
    ("page_text", "<main"): "where a built page's text begins; nothing is written with it",
    ("page_text", "</main>"): "where it ends",
    ("prose", "<a "): "how a link that a call drew is known again; nothing is written with it",
}


def name_of(path: Path) -> str:
    """The module's name inside macros."""
    return path.stem


def tree_of(path: Path) -> ast.Module:
    """The module as Python reads it."""
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """The full name of everything imported, wherever in the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "a relative import hides the layer it comes from"
            if node.module in {"macros", "urllib", "http"}:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
            else:
                yield str(node.module)


def ours(names: set[str]) -> set[str]:
    """Modules of macros among the imports; a name that no module has comes from __init__."""
    found = {name.split(".")[1] for name in names if name.startswith("macros.")}
    known = {name_of(path) for path in MODULES}
    return {name if name in known else "__init__" for name in found}


def others(names: set[str]) -> set[str]:
    """Packages among the imports that are neither Python's own nor ours."""
    found = {name.split(".")[0] for name in names} - {"macros"}
    return found - sys.stdlib_module_names


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


def test_every_module_has_its_line_in_the_table_and_none_is_left_over() -> None:
    assert {name_of(path) for path in MODULES} == set(TABLE)


def test_modules_stand_side_by_side_in_one_folder() -> None:
    assert {path.parent for path in MODULES} == {MACROS}


def test_the_table_itself_has_no_circle() -> None:
    assert list(TopologicalSorter({name: row.ours for name, row in TABLE.items()}).static_order())


@each_module
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    names = set(imported(tree_of(path)))
    row = TABLE[name_of(path)]
    assert ours(names) <= row.ours
    assert others(names) <= row.others


@each_module
def test_only_the_module_that_knows_mkdocs_imports_it(path: Path) -> None:
    names = set(imported(tree_of(path)))
    if name_of(path) not in {"__init__", "finish"}:
        assert "mkdocs" not in {name.split(".")[0] for name in names}


def test_finish_takes_from_mkdocs_only_where_it_is_installed() -> None:
    tree = tree_of(MACROS / "finish.py")
    used = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "mkdocs"
    ]
    assert set(used) <= {"__file__"}


@each_module
def test_only_the_outer_layers_touch_the_disk(path: Path) -> None:
    tree = tree_of(path)
    if name_of(path) in TOUCH_THE_DISK:
        return
    assert not DISK & {name.split(".")[0] for name in imported(tree)}
    assert "open" not in {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


@each_module
def test_a_build_asks_neither_network_nor_clock_nor_chance(path: Path) -> None:
    tree = tree_of(path)
    names = set(imported(tree))
    refused = CHANCE if name_of(path) == ASKS_THE_NETWORK else NETWORK | CHANCE
    assert not refused & (names | {name.split(".")[0] for name in names})
    assert not {"today", "now", "utcnow"} & {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


@each_module
def test_no_module_builds_on_the_one_that_asks_the_network(path: Path) -> None:
    assert ASKS_THE_NETWORK not in ours(set(imported(tree_of(path))))


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
    names = {one.name for one in functions(tree_of(path))} | {name_of(path)}
    assert {name for name in names - given_by_python if vague.search(name)} == set()


@each_module
def test_no_exception_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, "a bare except"
            assert not all(isinstance(one, ast.Pass) for one in node.body), "an except that passes"
