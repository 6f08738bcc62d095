"""Every page with its calls drawn, before anything is built: a wrong name never half-builds."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass

from markupsafe import escape

from macros.calls.by_name import Call
from macros.calls.choosing import WrongName
from macros.drawing.render import BrokenTemplate
from macros.library import Library
from macros.reading.call_marks import marked
from macros.reading.page_body import Body
from macros.reading.page_calls import TypedCall, read_calls
from macros.reading.problems import DataProblems, Problem, near, quoted

LIST_ALL = 40


@dataclass(frozen=True)
class Rehearsed:
    """A page as it will be built: its text with a mark for each call, the calls, what each drew."""

    text: str
    typed: tuple[TypedCall, ...]
    drawn: tuple[str, ...]


def rehearse(library: Library, calls: dict[str, Call]) -> dict[str, Rehearsed]:
    """Every page by its address.

    Raises DataProblems for unknown calls, wrong names and arguments, and templates at fault.
    """
    if library.guide_order:
        problems = read_calls(library.guide_order, calls).problems
        if problems:
            raise DataProblems(problems)  # told once, not for each guide
    found, problems = {}, []
    held = frozenset().union(*library.held_back.values())
    for address, body in library.bodies.items():
        typed, faults = read_calls(body, calls)
        drawn = [] if faults else [_drawn(address, body, one, calls, held) for one in typed]
        problems += [*faults, *(one for one in drawn if isinstance(one, Problem))]
        problems += _source_problems(library, address, body)
        if not problems:
            pieces = tuple(str(escape(one)) for one in drawn)
            found[address] = Rehearsed(marked(body.text), tuple(typed), pieces)
    if problems:
        raise DataProblems(problems)
    return found


def _drawn(
    address: str, body: Body, one: TypedCall, calls: dict[str, Call], held: Set[str]
) -> str | Problem:
    """What a call draws, or why it cannot; its line is the one that the parser saw it on."""
    line = body.line_of(one.line)
    try:
        return calls[one.name](address, *one.words, **one.options)
    except WrongName as error:
        return _misnamed(body.file, line, error, held)
    except BrokenTemplate as error:
        fix = f"Drawn for {one.name} in {body.file}, line {line}. Mend the template."
        return Problem(error.template, error.line, "", error.reason, "a template that draws", fix)
    except TypeError:
        options = ", ".join(one.options) or "none"
        found = f"a call with {len(one.words)} words and the options {options}"
        fix = "Compare it with a page where the same call works."
        return Problem(body.file, line, "", found, "the words this call takes", fix)


def _misnamed(file: str, line: int, error: WrongName, held: Set[str]) -> Problem:
    found = quoted(str(error.said)) if error.said else "a call that names nothing"
    if error.valid:
        wanted = f"one of: {_some(error.valid)}"
        fix = near(str(error.said), error.valid) + "Correct the name in the call."
        if error.said in held:
            fix = (
                "Its row is held back: take the name out of the call, or the call out of the page."
            )
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
