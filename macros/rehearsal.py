"""Every page's calls, tried before anything is built, so that a wrong name never half-builds."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, nodes

from macros.calls import WrongName
from macros.library import Body, Library
from macros.problems import Problem, quoted
from macros.ways import Call

LIST_ALL = 40


def rehearse(library: Library, calls: dict[str, Call]) -> list[Problem]:
    """Problems in the calls of all pages: unknown macro, wrong name, wrong arguments."""
    problems: list[Problem] = []
    for address, body in library.bodies.items():
        problems += _page_problems(address, body, calls)
        problems += _source_problems(library, address, body)
    return problems


def _page_problems(address: str, body: Body, calls: dict[str, Call]) -> list[Problem]:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    try:
        tree = environment.parse(body.text)
    except TemplateSyntaxError as error:
        fix = 'Write a call like this: {{ contacts("mash") }}.'
        found = f"a call that cannot be read ({error.message})"
        return [_problem(body, error.lineno, found, "a complete call", fix)]
    problems = list(_unknown_macros(body, tree, calls))
    if not problems:
        template = environment.from_string(body.text)
        watched = {
            name: _watched(partial(call, address), body, template, problems)
            for name, call in calls.items()
        }
        template.render(watched)
    return problems


def _unknown_macros(body: Body, tree: nodes.Template, calls: dict[str, Call]) -> Iterator[Problem]:
    for name in tree.find_all(nodes.Name):
        if name.ctx == "load" and name.name not in calls:
            wanted = f"one of: {', '.join(sorted(calls))}"
            yield _problem(body, name.lineno, quoted(name.name), wanted, "Correct the name.")


def _watched(
    call: Callable[..., str], body: Body, template: Template, problems: list[Problem]
) -> Callable[..., str]:
    """The call, which on a wrong name notes the problem with its line and goes on."""

    def watch(*args: Any, **options: Any) -> str:
        line = template.get_corresponding_lineno(sys._getframe(1).f_lineno)
        try:
            return call(*args, **options)
        except WrongName as error:
            wanted = f"one of: {_some(error.valid)}"
            problems.append(
                _problem(body, line, quoted(error.said), wanted, "Correct the name in the call.")
            )
        except TypeError:
            found = f"a call with {len(args)} words and the options {', '.join(options) or 'none'}"
            fix = "Compare it with a page where the same call works."
            problems.append(_problem(body, line, found, "the words this call takes", fix))
        return ""

    return watch


def _source_problems(library: Library, address: str, body: Body) -> Iterator[Problem]:
    page = library.pages[address]
    for source in page.sources:
        if f'source_note("{source}"' not in body.text:
            note = f'{{{{ source_note("{source}", "page 3") }}}}'
            fix = f"Write {note} below the text that relies on it."
            yield Problem(body.file, 0, "sources", quoted(source), "a source the text cites", fix)


def _problem(body: Body, line: int, found: str, wanted: str, fix: str) -> Problem:
    return Problem(body.file, body.line + line - 1, "", found, wanted, fix)


def _some(valid: tuple[str, ...]) -> str:
    shown = ", ".join(valid[:LIST_ALL]) or "the sources in the page's header"
    return f"{shown} and {len(valid) - LIST_ALL} more" if len(valid) > LIST_ALL else shown
