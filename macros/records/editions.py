"""Editions of laws and guidance, and what has become of the one that a row rests on."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import Field

from macros.records.days import Day, PartDay, day_words
from macros.records.fields import Id, Refers, Text, matching
from macros.records.record import Sourced, YesNo
from macros.records.sources import ReadAs, Source

EditionId = Annotated[Id, Refers("editions")]
RowName = Annotated[
    str,
    matching(
        r"[a-z_]+/[a-z0-9-]+",
        "a file and an id of one of its rows, such as timescales/core-group",
        "Write the file's name without .csv, a slash, and the id.",
    ),
]


class Kind(StrEnum):
    """What sort of instrument it is."""

    ACT = "act"
    REGULATIONS = "regulations"
    STATUTORY = "statutory guidance"
    NATIONAL = "national guidance"
    REGIONAL = "regional procedure"
    LOCAL = "local document"


class State(StrEnum):
    """Whether people must go by it today."""

    IN_FORCE = "in force"
    IN_PART = "in force in part"
    REPLACED = "replaced"
    PASSED = "passed, not in force"
    DRAFT = "draft"
    NOT_KNOWN = "not known"


class Found(StrEnum):
    """What the newer edition says of the same thing."""

    SAME = "same"
    CHANGED = "changed"


class Edition(Sourced):
    """One edition of an instrument: since when it holds, and what replaced it."""

    id: Id = Field(description="Short name of this edition, never changed")
    instrument: Id = Field(description="Short name that all editions of it share")
    edition: Text = Field(description='What tells it from others: "2023", or a month and a year')
    title: Text = Field(description="Title as published")
    short: Text = Field(max_length=120, description="How a line names it: Working Together 2023")
    kind: Kind = Field(description="What sort of instrument it is")
    published: PartDay | None = Field(None, description="When it was published or passed")
    in_force: PartDay | None = Field(None, description="Since when it holds; empty if not known")
    state: State = Field(description="Whether people must go by it today")
    replaced_by: EditionId | None = Field(None, description="The edition that took its place")
    read_as: ReadAs = Field(description="How much of it was read, and in what form")
    checked_on: Day = Field(description="Day on which its state was last looked up")
    note: Text = Field("", description="What a reader should know of it")


class Comparison(Sourced):
    """A row that rests on a replaced edition, held against the newer one."""

    key: ClassVar[str] = "row"
    least: ClassVar[int] = 0

    row: RowName = Field(description="The row: its file, a slash, its id")
    edition: EditionId = Field(description="The newer edition that it was compared with")
    found: Found = Field(description="Whether that says the same, or otherwise")
    own_text: YesNo = Field(description="yes if its own text was read; no: a page that sums it up")
    compared_on: Day = Field(description="Day on which the two were compared")


def newest(edition: Edition, editions: Mapping[str, Edition]) -> Edition | None:
    """The last of the editions that took its place, or None where it was not replaced."""
    seen = [edition]
    while (after := seen[-1].replaced_by) and editions[after] not in seen:
        seen.append(editions[after])
    return seen[-1] if len(seen) > 1 else None


def note(old: Edition, new: Edition, compared: Comparison | None) -> str:
    """What a reader is told of a row that rests on the old edition: the same words everywhere."""
    later = f"that of {new.edition}" if new.edition[0].isdigit() else "the later edition"
    if not compared:
        sure = new.state in {State.IN_FORCE, State.IN_PART}
        gone = "since replaced" if sure else "which seems to have been replaced"
        return f"From {old.short}, {gone}; not yet compared with {later}"
    how = "" if compared.own_text is YesNo.YES else " by a page that sums it up"
    day = day_words(compared.compared_on)
    same = compared.found is Found.SAME
    says = "says the same" if same else "says otherwise: go by that one"
    return f"From {old.short}; {later} {says}, compared{how} on {day}"


def with_editions(records: Mapping[str, Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """The datasets, each row that rests on a replaced edition saying what became of it."""
    editions, comparisons = records["editions"], records["comparisons"]
    replaced = {
        key: (editions[source.edition], new)
        for key, source in records["sources"].items()
        if source.edition and (new := newest(editions[source.edition], editions))
    }
    return {
        name: {
            key: _noted(f"{name}/{key}", row, replaced, comparisons) for key, row in rows.items()
        }
        for name, rows in records.items()
    }


def _noted(
    name: str,
    row: Any,
    replaced: Mapping[str, tuple[Edition, Edition]],
    comparisons: Mapping[str, Comparison],
) -> Any:
    resting = row.id if isinstance(row, Source) else getattr(row, "source_id", "")
    if resting not in replaced or isinstance(row, Edition | Comparison):
        return row
    old, new = replaced[resting]
    known = comparisons.get(name)
    compared = known if known and known.edition == new.id else None
    if isinstance(row, Source):
        return row.model_copy(update={"edition_note": note(old, new, None)})
    changed = compared is not None and compared.found is Found.CHANGED
    told = {
        "edition_note": note(old, new, compared),
        "superseded": YesNo.YES if changed else YesNo.NO,
    }
    return row.model_copy(update=told)
