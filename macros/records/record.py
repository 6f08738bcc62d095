"""What every record shares: frozen, sourced, and published or held back with a reason."""

from enum import StrEnum
from typing import Annotated, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from macros.records.damage import undamaged
from macros.records.fields import DERIVED, SourceId, Text, wanted


class YesNo(StrEnum):
    """A cell that says yes or no."""

    YES = "yes"
    NO = "no"


class Role(StrEnum):
    """Whom a page is written for."""

    EVERYONE = "everyone"
    SCHOOL = "school"
    EARLY_YEARS = "early years"
    HEALTH = "health"
    POLICE = "police"
    SOCIAL_WORK = "social work"
    HOUSING = "housing"
    VOLUNTARY = "voluntary, faith and sport"


class Confidence(StrEnum):
    """How sure the source makes us: read officially, at second hand, or not confirmed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Record(BaseModel):
    """One checked row: frozen, and with no field but those it names."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="forbid")
    key: ClassVar[str] = "id"
    least: ClassVar[int] = 1
    """How many rows its file has at least: one that lost them all builds no page."""

    @field_validator("*", mode="before")
    @classmethod
    def _undamaged(cls, cell: object) -> object:
        for text in cell if isinstance(cell, tuple) else (cell,):
            if isinstance(text, str):
                undamaged(text)
        return cell

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        """The fields in the order a reader wants them: the subject's own, then the shared ones."""
        own = [name for name in cls.model_fields if name in cls.__annotations__]
        return (*own, *(name for name in cls.model_fields if name not in own))

    @classmethod
    def typed(cls) -> tuple[str, ...]:
        """The columns that an editor fills; what follows from other rows is not among them."""
        fields = cls.model_fields
        return tuple(name for name in cls.columns() if DERIVED not in fields[name].metadata)


class Published(Record):
    """A row that says whether readers may see it, and if not, why."""

    publish: YesNo = Field(
        description="yes, or no to keep the row off every page, search and download"
    )
    why_not: Text = Field("", description="Why the row is held back; only where publish is no")

    @model_validator(mode="after")
    def _reason_only_when_held_back(self) -> Self:
        if (self.publish is YesNo.NO) != bool(self.why_not):
            fix = "Fill why_not where publish is no; leave it empty where publish is yes."
            raise wanted("a reason in why_not exactly where publish is no", fix)
        return self


def held_back(record: Record | None) -> bool:
    """Whether readers may not see this row."""
    return isinstance(record, Published) and record.publish is YesNo.NO


class Sourced(Record):
    """A row that says where its facts were read."""

    source_id: SourceId = Field(description="The document relied on: an id in data/sources.csv")
    source_ref: Text = Field(description="The place in it: a page, section or heading")
    confidence: Confidence = Field(description="high: read in an official text; medium; low")
    edition_note: Annotated[str, DERIVED] = Field(
        "", description="What has become of the edition that the row rests on, if it was replaced"
    )
    superseded: Annotated[YesNo, DERIVED] = Field(
        YesNo.NO, description="yes where a newer edition is known to say otherwise"
    )


class ActedOn(Published, Sourced):
    """A row on which somebody may act at once, so that a doubtful one is never shown."""

    @model_validator(mode="after")
    def _never_doubtful(self) -> Self:
        if self.publish is YesNo.YES and self.confidence is Confidence.LOW:
            fix = "People act on it: find a source that is sure, or hold the row back."
            raise wanted("a confidence of medium or high, or publish: no", fix)
        return self
