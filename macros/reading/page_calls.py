"""The calls in the text of a page, as they are typed: read before there is data to make them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from jinja2 import TemplateSyntaxError, nodes

from macros.reading.call_marks import IN_A_SENTENCE, name_of, parts
from macros.reading.page_body import Body
from macros.reading.problems import Problem, near, quoted

LIKE_THIS = 'Write a call like this: {{ contacts("mash") }}.'
CLOSE_IT = (
    'Write it like this: {{ contacts("mash") }}, with straight quotation marks around each word,'
    " and ) and }} at the end."
)
LOSES_SHAPE = "A table or card inside a sentence or a list loses its shape."


@dataclass(frozen=True)
class TypedCall:
    """One call with its words and options, and its line, counted from that of the page's text."""

    name: str
    words: tuple[Any, ...]
    options: dict[str, Any]
    line: int


class CallsOfPage(NamedTuple):
    """A page's calls, and whatever stands in braces there and is no plain call of a known name."""

    typed: list[TypedCall]
    problems: list[Problem]


def misread(bodies: Iterable[Body], known: Collection[str]) -> list[Problem]:
    """Problems of all pages that show without any data. `known` names every call there is."""
    return [problem for body in bodies for problem in read_calls(body, known).problems]


def read_calls(body: Body, known: Collection[str]) -> CallsOfPage:
    """The calls of a page. `known` names every call there is."""
    try:
        pieces = parts(body.text)
    except TemplateSyntaxError as error:
        found = "a call that cannot be read"
        fault = _problem(body, error.lineno, found, "a complete call", CLOSE_IT)
        return CallsOfPage([], [fault])
    calls: list[TypedCall] = []
    problems: list[Problem] = []
    for place, part in enumerate(pieces):
        if isinstance(part, nodes.TemplateData):
            continue
        faults = list(_faults(body, part, known)) or list(_crowded(body, pieces, place))
        problems += faults
        if isinstance(part, nodes.Call) and not faults:
            calls.append(_typed(part))
    return CallsOfPage(calls, problems)


def _faults(body: Body, part: nodes.Node, known: Collection[str]) -> Iterator[Problem]:
    """Whatever keeps this from being the call of a known name with plain words."""
    call = part if isinstance(part, nodes.Call) else None
    name = call.node if call else part
    if isinstance(name, nodes.Name) and name.name not in known:
        wanted = f"one of: {', '.join(sorted(known))}"
        fix = near(name.name, known) + "Correct the name."
        yield _problem(body, name.lineno, quoted(name.name), wanted, fix)
    elif not call or not isinstance(name, nodes.Name) or call.dyn_args or call.dyn_kwargs:
        yield _more_than_a_call(body, part)
    for word in (*call.args, *(option.value for option in call.kwargs)) if call else ():
        if not isinstance(word, nodes.Const):
            yield _not_a_word(body, word)


def _more_than_a_call(body: Body, part: nodes.Node) -> Problem:
    found, wanted = "more than a call", "a call and nothing else"
    return _problem(body, part.lineno, found, wanted, LIKE_THIS)


def _not_a_word(body: Body, word: nodes.Expr) -> Problem:
    bare = _bare(word)
    if not bare:
        return _more_than_a_call(body, word)
    found, fix = f"{bare} without quotation marks", "Put straight quotation marks around it."
    return _problem(body, word.lineno, found, f'"{bare}"', fix)


def _bare(word: nodes.Node) -> str:
    """A word typed without quotation marks, hyphens and all; nothing for anything else."""
    if isinstance(word, nodes.Name):
        return word.name
    if isinstance(word, nodes.Const):
        return str(word.value)
    if isinstance(word, nodes.Sub):
        left, right = _bare(word.left), _bare(word.right)
        return f"{left}-{right}" if left and right else ""
    return ""


def _crowded(body: Body, pieces: Sequence[nodes.Node], place: int) -> Iterator[Problem]:
    """A call that gives a block, and that has text or another call beside it on its line."""
    part = pieces[place]
    if not isinstance(part, nodes.Call) or name_of(part) in IN_A_SENTENCE:
        return
    before = _text(pieces, place - 1).rpartition("\n")[2]
    after = _text(pieces, place + 1).partition("\n")[0]
    starts = place < 2 or "\n" in _text(pieces, place - 1)
    if starts and before and not before.strip():
        found, wanted = "an indented macro", "the call at the start of its line"
        yield _problem(body, part.lineno, found, wanted, LOSES_SHAPE)
    elif before.strip() or after.strip():
        found = f"{quoted(name_of(part))} inside a line"
        wanted = "the call alone, at the start of its line"
        yield _problem(body, part.lineno, found, wanted, LOSES_SHAPE)


def _text(pieces: Sequence[nodes.Node], place: int) -> str:
    if not 0 <= place < len(pieces):
        return ""
    part = pieces[place]
    return str(part.data) if isinstance(part, nodes.TemplateData) else "a call"


def _typed(call: nodes.Call) -> TypedCall:
    words = tuple(word.as_const() for word in call.args)
    options = {option.key: option.value.as_const() for option in call.kwargs}
    return TypedCall(name_of(call), words, options, call.lineno)


def _problem(body: Body, line: int, found: str, wanted: str, fix: str) -> Problem:
    return Problem(body.file, body.line_of(line), "", found, wanted, fix)
