"""Every page's calls, tried before anything is built, so that a wrong name never half-builds."""

import re
from collections.abc import Iterator

from jinja2 import Environment, StrictUndefined, TemplateSyntaxError, nodes

from macros.calls import WrongName
from macros.library import Library
from macros.page_files import Body
from macros.problems import Problem, quoted
from macros.ways import Call

LIST_ALL = 40
READS = Environment(undefined=StrictUndefined, autoescape=True)
CALL_AND_NO_MORE = (
    *(nodes.Template, nodes.Output, nodes.TemplateData),
    *(nodes.Call, nodes.Keyword, nodes.Name, nodes.Const, nodes.Neg),
)


def rehearse(library: Library, calls: dict[str, Call]) -> list[Problem]:
    """Problems in the calls of all pages: unknown macro, wrong name, wrong arguments."""
    problems: list[Problem] = []
    for address, body in library.bodies.items():
        problems += _page_problems(address, body, calls)
        problems += _source_problems(library, address, body)
    return problems


def _page_problems(address: str, body: Body, calls: dict[str, Call]) -> list[Problem]:
    try:
        tree = READS.parse(body.text)
    except TemplateSyntaxError as error:
        fix = 'Write a call like this: {{ contacts("mash") }}.'
        found = f"a call that cannot be read ({error.message})"
        return [_problem(body, error.lineno, found, "a complete call", fix)]
    problems = [*_unknown_macros(body, tree, calls), *_not_calls(body, tree)]
    return problems or list(_tried(address, body, tree, calls))


def _not_calls(body: Body, tree: nodes.Template) -> Iterator[Problem]:
    """Anything in a page that is not the plain call of a macro with plain words."""
    called = {id(call.node) for call in tree.find_all(nodes.Call)}
    for node in tree.find_all(nodes.Node):
        loose = isinstance(node, nodes.Name) and id(node) not in called
        if loose or not isinstance(node, CALL_AND_NO_MORE):
            fix = 'Write a call like this: {{ contacts("mash") }}.'
            yield _problem(body, node.lineno, "more than a call", "a call and nothing else", fix)
            return


def _unknown_macros(body: Body, tree: nodes.Template, calls: dict[str, Call]) -> Iterator[Problem]:
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in calls:
            wanted = f"one of: {', '.join(sorted(calls))}"
            yield _problem(body, name.lineno, quoted(name.name), wanted, "Correct the name.")


def _tried(
    address: str, body: Body, tree: nodes.Template, calls: dict[str, Call]
) -> Iterator[Problem]:
    """Each call, made with its own words; its line is the one that the parser saw it on."""
    for node in tree.find_all(nodes.Call):
        name = next(node.find_all(nodes.Name)).name
        words = [one.as_const() for one in node.args]
        options = {one.key: one.value.as_const() for one in node.kwargs}
        try:
            calls[name](address, *words, **options)
        except WrongName as error:
            found = quoted(str(error.said)) if error.said else "a call that names nothing"
            wanted = f"one of: {_some(error.valid)}"
            yield _problem(body, node.lineno, found, wanted, "Correct the name in the call.")
        except TypeError:
            found = f"a call with {len(words)} words and the options {', '.join(options) or 'none'}"
            fix = "Compare it with a page where the same call works."
            yield _problem(body, node.lineno, found, "the words this call takes", fix)


def _source_problems(library: Library, address: str, body: Body) -> Iterator[Problem]:
    page = library.pages[address]
    for source in page.sources:
        if not re.search(rf"source_note\(\s*[\"']{source}[\"']", body.text):
            note = f'{{{{ source_note("{source}", "page 3") }}}}'
            fix = f"Write {note} below the text that relies on it."
            yield Problem(body.file, 0, "sources", quoted(source), "a source the text cites", fix)


def _problem(body: Body, line: int, found: str, wanted: str, fix: str) -> Problem:
    return Problem(body.file, body.line + line - 1, "", found, wanted, fix)


def _some(valid: tuple[str, ...]) -> str:
    shown = ", ".join(valid[:LIST_ALL]) or "the sources in the page's header"
    return f"{shown} and {len(valid) - LIST_ALL} more" if len(valid) > LIST_ALL else shown
