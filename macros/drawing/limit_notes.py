"""What to know before one relies on a time limit, and what several limits of a table share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from macros.records.record import YesNo
from macros.records.timescales import Timescale


class LimitNote(NamedTuple):
    """One thing to know: its kind, the short words for it, and the whole."""

    kind: str
    flag: str
    text: str


def notes_of(row: Timescale) -> Iterator[LimitNote]:
    """What to know of one limit, the most urgent first."""
    if row.sooner:
        yield LimitNote("sooner", "Do not wait", row.sooner)
    if row.source_read is YesNo.NO:
        yield LimitNote("unread", "Rule itself not read", "check your procedures")
    if row.edition_note:
        # What a newer edition says otherwise stands in full beside each limit.
        flag = row.edition_note if row.superseded is YesNo.YES else "Older edition"
        yield LimitNote("older", flag, row.edition_note)
    if row.caution:
        yield LimitNote("caution", row.caution.partition(":")[0], row.caution)


def shared_notes(rows: Iterable[Timescale]) -> list[LimitNote]:
    """What more than one of the limits shares and has short words for, in the order met."""
    found = Counter(note for row in rows for note in notes_of(row))
    return [note for note, many in found.items() if many > 1 and note.flag != note.text]


def notes_of_all(rows: Sequence[Timescale]) -> frozenset[LimitNote]:
    """What every one of several limits shares: it is said above them, and not again beside each."""
    return frozenset.intersection(*(frozenset(notes_of(row)) for row in rows))


def said_of_all(rows: Sequence[Timescale]) -> str:
    """What is to be done before one waits for any of several limits; empty unless all say it."""
    told = {row.sooner for row in rows}
    return told.pop() if len(rows) > 1 and len(told) == 1 else ""
