"""The lines of the one-minute guides."""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from macros.records.fields import Id, Line, Refers, wanted
from macros.records.record import ActedOn, Role


class Part(StrEnum):
    """The part of a guide that a line stands in, in the order of the page."""

    EMERGENCY = "emergency"
    MASH = "mash"
    TALK = "talk"
    SIGNS = "signs"
    DO = "do"
    ROLE = "role"
    SAY = "say"
    RECORD = "record"
    WHY = "why"


ACTED_ON = frozenset({Part.DO, Part.ROLE, Part.SAY, Part.RECORD})
MARKED = ACTED_ON | {Part.SIGNS}  # where a mark says that a line rests on a replaced edition
FORBIDDEN = re.compile(r"(?:^|\. )(?:Never|Do not) ")


class Point(ActedOn):
    """One line of a guide."""

    id: Id = Field(description="Short name, never changed")
    guide: Annotated[Id, Refers("guides")] = Field(description="The guide: an id in guides.csv")
    part: Part = Field(description="The part of the guide it stands in")
    role: Role | None = Field(None, description="Whose panel it stands in, where part is role")
    order: int = Field(gt=0, description="Its place in that part, from 1")
    text: Line = Field(description="The line itself, without a full stop at its end")
    contact: Annotated[Id, Refers("contacts")] | None = Field(
        None, description="Whom the line sends to, where it gives no number: the line leads there"
    )

    @property
    def forbids(self) -> bool:
        """Whether it says what must not be done."""
        return self.part in ACTED_ON and bool(FORBIDDEN.search(self.text))

    @model_validator(mode="after")
    def _role_only_in_its_part(self) -> Self:
        if (self.part is Part.ROLE) != (self.role is not None):
            fix = "Fill role where part is role; leave it empty everywhere else."
            raise wanted("a role exactly where part is role", fix)
        return self


def in_order(points: Iterable[Point]) -> list[Point]:
    """The lines of one guide as they stand on its page."""
    return sorted(points, key=lambda one: (list(Part).index(one.part), one.order))


def older_marks(points: Iterable[Point]) -> dict[str, str]:
    """By what is told of a replaced edition, the mark of its lines: `*`, `**`, down the page."""
    told = [one.edition_note for one in in_order(points) if one.part in MARKED]
    return {note: "*" * place for place, note in enumerate(dict.fromkeys(filter(None, told)), 1)}
