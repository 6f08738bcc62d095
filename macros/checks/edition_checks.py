"""Whether what editions say of one another, and what rows say of editions, can be so."""

from collections.abc import Iterator

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.editions import Comparison, Edition, State, newest

HELD = frozenset(set(State) - {State.PASSED, State.DRAFT})


def edition_faults(data: Datasets) -> Iterator[Problem]:
    """Editions replaced by nothing, by themselves or by a draft; comparisons of nothing."""
    if not data.whole("editions", "sources", "comparisons"):
        return
    editions = data.records["editions"]
    for one in editions.values():
        yield from _chain(data, one)
    for compared in data.records["comparisons"].values():
        yield from _compared(data, compared)


def _chain(data: Datasets, one: Edition) -> Iterator[Problem]:
    row, editions = data.rows["editions"][one.id], data.records["editions"]
    line = row.line_of("replaced_by")
    if (one.state is State.REPLACED) != bool(one.replaced_by):
        fix = "Say replaced where another edition took its place, and name that in replaced_by."
        found = quoted(one.replaced_by or "")
        yield Problem(row.file, line, "replaced_by", found, f"what fits the state {one.state}", fix)
    after = editions.get(one.replaced_by or "")
    if after is None:
        return
    last = newest(one, editions)
    if after.instrument != one.instrument or after.state not in HELD or (last and last.replaced_by):
        fix = "Name the edition of the same instrument that followed it; no draft, and no circle."
        found = quoted(after.id)
        yield Problem(
            row.file, line, "replaced_by", found, f"a later edition of {one.instrument}", fix
        )


def _compared(data: Datasets, one: Comparison) -> Iterator[Problem]:
    row = data.rows["comparisons"][one.row]
    dataset, _, key = one.row.partition("/")
    known = data.records.get(dataset, {}).get(key)
    if known is None:
        fix = "Name a file of data/ and an id in it; or take the comparison out with its row."
        yield Problem(
            row.file, row.line_of("row"), "row", quoted(one.row), "a row that exists", fix
        )
        return
    source = data.records["sources"].get(getattr(known, "source_id", ""))
    editions = data.records["editions"]
    resting = editions.get(source.edition or "") if source else None
    last = newest(resting, editions) if resting else None
    if last is None or last.id != one.edition:
        wanted = f'the edition "{last.id}"' if last else "a row that rests on a replaced edition"
        fix = "Compare it with the newest edition, or take the comparison out."
        yield Problem(row.file, row.line_of("edition"), "edition", quoted(one.edition), wanted, fix)
