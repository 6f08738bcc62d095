"""What to know before one relies on a time limit, and what is said once above a table of them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from macros.records.record import YesNo
from macros.records.timescales import Timescale


class Told(StrEnum):
    """What a note is about: when not to wait, a doubt, a rule that was not read, an older text."""

    SOONER = "sooner"
    CAUTION = "caution"
    REPLACED = "replaced"
    UNREAD = "unread"
    OLDER = "older"


SHORTLY = {
    Told.REPLACED: "replaced edition",
    Told.OLDER: "older edition",
    Told.UNREAD: "rule not read",
}


class LimitNote(NamedTuple):
    """One thing to know of a limit."""

    kind: Told
    text: str

    @property
    def short(self) -> str:
        """What it is about, in two or three words where they can say it."""
        said = SHORTLY.get(self.kind) or re.split("[:;]", self.text)[0]
        return said[:1].lower() + said[1:]


def notes_of(row: Timescale) -> Iterator[LimitNote]:
    """What to know of one limit, the most urgent first."""
    if row.sooner:
        yield LimitNote(Told.SOONER, row.sooner)
    if row.caution:
        yield LimitNote(Told.CAUTION, row.caution)
    if row.edition_note:
        yield LimitNote(
            Told.REPLACED if row.superseded is YesNo.YES else Told.OLDER, row.edition_note
        )
    if row.source_read is YesNo.NO:
        yield LimitNote(Told.UNREAD, "Rule itself not read: check your procedures")


def notes_above(rows: Sequence[Timescale]) -> list[LimitNote]:
    """What is said once above limits: what all share, and when not to wait if some share it."""
    return [
        note
        for note, many in _counted(rows).items()
        if many > 1 and (many == len(rows) or note.kind is Told.SOONER)
    ]


def notes_in_short(rows: Sequence[Timescale]) -> frozenset[LimitNote]:
    """What is said in short beside each limit and whole on tap: of its edition, or shared."""
    return frozenset(
        note for note, many in _counted(rows).items() if note.kind in SHORTLY or many > 1
    )


def _counted(rows: Sequence[Timescale]) -> Counter[LimitNote]:
    return Counter(note for row in rows for note in notes_of(row))


def said_of_all(rows: Sequence[Timescale]) -> str:
    """What is to be done before one waits for any of several limits; empty unless all say it."""
    told = {row.sooner for row in rows}
    return told.pop() if len(rows) > 1 and len(told) == 1 else ""
