"""What rows of one or two files must agree on, so that nothing vanishes and no place is doubled."""

from collections.abc import Iterator

from macros.checks.names import Headings, folded, terms_by_name
from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.act_now import Card
from macros.records.record import held_back

STANDING = ("emergency", "mash", "out-of-hours", "childline")
"""Contacts that stand on every page: they can be corrected, never held back."""

IN_ORDER = "Number the rows one after the other."
ONCE = {
    "levels": (("number",), IN_ORDER),
    "points": (("guide", "part", "role", "order"), IN_ORDER),
    "concerns": (("topic", "order"), IN_ORDER),
    "findings": (("review", "kind", "number"), IN_ORDER),
    "steps": (("process", "order"), IN_ORDER),
    "act_now": (("card", "order"), IN_ORDER),
    "sections": (("order",), IN_ORDER),
    "packs": (("order",), IN_ORDER),
    "prompts": (("page", "order"), IN_ORDER),
    "guides": (("page",), "Name the guide's own."),
    "addresses": (("code",), "Take the next number."),
}
"""What only one published row may say: the cells that name its shelf, the cell itself, which comes
last, and how to mend a second one."""


def disagreements(data: Datasets) -> Iterator[Problem]:
    """Rows that contradict, hide or crowd out one another."""
    yield from _unstanding(data)
    yield from _empty_cards(data)
    yield from _unanswered(data)
    yield from _circles(data)
    yield from _doubled(data)
    yield from _unmeant(data)


def _unstanding(data: Datasets) -> Iterator[Problem]:
    """Contacts that every page shows, and that are missing or held back."""
    for name in STANDING:
        contact = data.records["contacts"].get(name)
        row = data.rows["contacts"].get(name)
        if row is None and "contacts" not in data.broken:
            wanted, fix = f"a contact with the id {name}", "Every page shows it. Put the row back."
            yield Problem("data/contacts.csv", 0, "id", f"no {quoted(name)}", wanted, fix)
        elif row and contact and (held_back(contact) or not contact.phone):
            fix = "Every page shows this number: correct it instead of holding it back."
            wanted = "publish: yes, and a phone number"
            yield Problem(row.file, row.line, "publish", quoted(name), wanted, fix)


def _empty_cards(data: Datasets) -> Iterator[Problem]:
    """Cards of the first page under which no sign stands."""
    filled = {one.card for one in data.records["act_now"].values()}
    for card in [one for one in Card if one not in filled] if data.whole("act_now") else []:
        wanted, fix = "at least one on each card", "Put its rows back from the history."
        yield Problem("data/act_now.csv", 0, "card", f"no row with {quoted(card)}", wanted, fix)


def _unanswered(data: Datasets) -> Iterator[Problem]:
    """Each thing that children said stands beside what was done, in the same place."""
    if not data.whole("statements"):
        return
    found = data.published("statements")
    voice = {key: one for key, one in found.items() if one.subject == "voice"}
    done = {one.order for one in voice.values() if one.kind == "we did"}
    for key, one in voice.items():
        if one.kind == "you said" and one.order not in done:
            row, found_words = data.rows["statements"][key], f"{quoted(key)} without an answer"
            wanted = f"a published row with kind: we did and order: {one.order}"
            fix = "Publish or write that row, or hold back this one too."
            yield Problem(row.file, row.line, "order", found_words, wanted, fix)


def _circles(data: Datasets) -> Iterator[Problem]:
    """Groups that answer, through others or not, to themselves: no chart would show them."""
    above = {key: one.reports_to for key, one in data.records["groups"].items()}
    for key in above:
        seen, top = [key], above[key]
        while top and top not in seen:
            seen.append(top)
            top = above.get(top)
        if top == key:
            row, way = data.rows["groups"][key], " to ".join([*seen, key])
            wanted = "a group nearer the top"
            fix = "No group answers to itself. Correct reports_to, or leave it empty at the top."
            yield Problem(row.file, row.line, "reports_to", f"a circle: {way}", wanted, fix)


def _doubled(data: Datasets) -> Iterator[Problem]:
    """Two published rows of which each needs what the other has: a place, a page, a code."""
    for name, ((*among, field), fix) in ONCE.items():
        first: dict[tuple[object, ...], int] = {}
        for key, one in data.published(name).items():
            place = tuple(getattr(one, each) for each in (*among, field))
            row = data.rows[name][key]
            if place in first:
                found = f"{quoted(str(place[-1]))} again"
                wanted = f"each {field} once" + f" in one {' and '.join(among)}" * bool(among)
                mend = f"Line {first[place]} has it already. {fix}"
                yield Problem(row.file, row.line, field, found, wanted, mend)
            first.setdefault(place, row.line)


def _unmeant(data: Datasets) -> Iterator[Problem]:
    """Words of the vocabulary whose meaning no heading and no term of the glossary says."""
    if not data.whole("glossary", "pages"):
        return
    records = data.records
    headings, terms = Headings(records["pages"]), terms_by_name(records["glossary"])
    for key, word in records["vocabulary"].items():
        meant, row = word.meant, data.rows["vocabulary"][key]
        if not headings.subjects(meant) and folded(meant) not in terms:
            wanted = "words that stand in one page's main heading, or a term of the glossary"
            fix = "Say it as the page's heading does: search and the A to Z lead there."
            yield Problem(row.file, row.line_of("meant"), "meant", quoted(meant), wanted, fix)
