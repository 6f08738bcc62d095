"""Every page's calls, tried before anything is built, so that a wrong name never half-builds."""

import re
from collections.abc import Iterator

from macros.calls.by_name import Call
from macros.calls.choosing import WrongName
from macros.library import Library
from macros.reading.page_body import Body
from macros.reading.page_calls import TypedCall, read_calls
from macros.reading.problems import Problem, near, quoted

LIST_ALL = 40


def rehearse(library: Library, calls: dict[str, Call]) -> list[Problem]:
    """Problems in the calls of all pages: unknown macro, wrong name, wrong arguments."""
    if library.guide_order:
        _, problems = read_calls(library.guide_order, calls)
        if problems:
            return problems  # told once, not for each guide
    problems = []
    for address, body in library.bodies.items():
        typed, faults = read_calls(body, calls)
        problems += faults or _tried(address, body, typed, calls)
        problems += _source_problems(library, address, body)
    return problems


def _tried(
    address: str, body: Body, typed: list[TypedCall], calls: dict[str, Call]
) -> Iterator[Problem]:
    """Each call, made with its own words; its line is the one that the parser saw it on."""
    for one in typed:
        line = body.line_of(one.line)
        try:
            calls[one.name](address, *one.words, **one.options)
        except WrongName as error:
            yield _misnamed(body.file, line, error)
        except TypeError:
            options = ", ".join(one.options) or "none"
            found = f"a call with {len(one.words)} words and the options {options}"
            fix = "Compare it with a page where the same call works."
            yield Problem(body.file, line, "", found, "the words this call takes", fix)


def _misnamed(file: str, line: int, error: WrongName) -> Problem:
    found = quoted(str(error.said)) if error.said else "a call that names nothing"
    if error.valid:
        wanted = f"one of: {_some(error.valid)}"
        fix = near(str(error.said), error.valid) + "Correct the name in the call."
    else:
        wanted = "something of which a row is published"
        fix = "Every row of it is held back or gone: take the call out."
    return Problem(file, line, "", found, error.wanted or wanted, error.fix or fix)


def _source_problems(library: Library, address: str, body: Body) -> Iterator[Problem]:
    page = library.pages[address]
    for source in page.sources:
        if not re.search(rf"source_note\(\s*[\"']{source}[\"']", body.text):
            note = f'{{{{ source_note("{source}", "page 3") }}}}'
            fix = f"Write {note} below the text that relies on it."
            yield Problem(body.file, 0, "sources", quoted(source), "a source the text cites", fix)


def _some(valid: tuple[str, ...]) -> str:
    shown = ", ".join(valid[:LIST_ALL])
    return f"{shown} and {len(valid) - LIST_ALL} more" if len(valid) > LIST_ALL else shown
