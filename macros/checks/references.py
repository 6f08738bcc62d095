"""Whether every id that a row names is that of a row elsewhere, and of one that is published."""

from collections.abc import Iterator, Mapping, Set

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, joined, near, quoted
from macros.reading.published_rows import ids_held_back
from macros.reading.rows import Row
from macros.records.addresses import Address
from macros.records.record import Record, held_back
from macros.records.references import references, without

MOST_LISTED = 30
MOST_TOLD = 5  # ids of one dataset that are told one by one, even if nothing else of it is named


def dangling(data: Datasets) -> Iterator[Problem]:
    """Words that should be the id of a row elsewhere, and are not."""
    held = ids_held_back(data.records)
    for name, found in data.records.items():
        for key, record in found.items():
            for field, dataset, word in references(record):
                target = data.records[dataset].get(word)
                row = data.rows[name][key]
                unread = word in data.rows[dataset] or dataset in data.broken
                if target is None and not unread:
                    several = isinstance(getattr(record, field), tuple)
                    yield _unknown(data, row, field, word, dataset, several=several)
                elif held_back(target) and _needs(record, (field, dataset, word), held):
                    yield _hidden(row, field, word, dataset)


def _needs(record: Record, reference: tuple[str, str, str], held: Mapping[str, Set[str]]) -> bool:
    """Whether readers see the record, and it names a row held back where it has to name one."""
    return not held_back(record) and reference in references(without(record, held))


def lost(data: Datasets) -> dict[str, Problem]:
    """Datasets that lack most of what others name, each with its problem: another file, or a cut.

    One problem for each, since every row that names something of it would be told otherwise.
    """
    named: dict[str, set[str]] = {"points": set(data.records["guides"])}
    for name, found in data.records.items():
        for record in found.values():
            for _, dataset, word in references(record):
                if dataset != name:
                    named.setdefault(dataset, set()).add(word)
    there = {
        **data.rows,
        "points": {row.cells.get("guide") for row in data.rows["points"].values()},
    }
    gone = {name: words - set(there[name]) for name, words in named.items()}
    return {
        name: _lost(name, len(words), len(named[name]))
        for name, words in gone.items()
        if len(words) > MOST_TOLD and len(words) * 2 > len(named[name]) and name not in data.broken
    }


def _lost(dataset: str, gone: int, named: int) -> Problem:
    file = "docs/" if dataset == "pages" else f"data/{dataset}.csv"
    what = "guides that need lines" if dataset == "points" else "that other files name"
    found = f"nothing for {gone} of the {named} {what}"
    fix = "This looks like another file, or one that was cut short. Put it back from the history."
    return Problem(file, 0, "", found, "a row for each", fix)


def _hidden(row: Row, field: str, word: str, dataset: str) -> Problem:
    said = f"That row of data/{dataset}.csv says publish: no, and no other is named here."
    fix = f"{said} Name another."
    return Problem(
        row.file, row.line_of(field), field, quoted(word), "a row that is published", fix
    )


def _unknown(
    data: Datasets, row: Row, field: str, word: str, dataset: str, *, several: bool
) -> Problem:
    known = list(data.published(dataset))
    where = "a page of this site" if dataset == "pages" else f"an id in data/{dataset}.csv"
    listed = f"Known are: {', '.join(known)}." if len(known) < MOST_LISTED else _look_up(dataset)
    hint = joined(word, in_page=row.in_page) if several else ""
    fix = (hint or near(word, known)) + listed
    if dataset == "pages" and word in data.rows["addresses"]:
        fix = _gone(data.records["addresses"].get(word))
    return Problem(row.file, row.line_of(field), field, quoted(word), where, fix)


def _gone(address: Record | None) -> str:
    if isinstance(address, Address) and address.moved_to:
        return f"That page has moved. Write {address.moved_to} in its place."
    return "No page stands there any more. Name another, or put the page back."


def _look_up(dataset: str) -> str:
    return (
        "Copy it from the browser: what follows the site's name, with a slash at each end."
        if dataset == "pages"
        else "Look the id up there."
    )
