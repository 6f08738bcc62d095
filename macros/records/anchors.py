"""Every address of a part of a page ever published. No row is removed: old links still land."""

from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import ADDRESS, matching
from macros.records.record import Record

PART = r"#[a-z0-9_-]+"

PartAddress = Annotated[
    str,
    matching(
        ADDRESS + PART,
        "the address of a part of a page, such as /about/#sources",
        "These rows are written by make record: run it again instead of typing one.",
    ),
]
PartOrPage = Annotated[
    str,
    matching(
        f"{ADDRESS}({PART})?",
        "the address of a part of a page, such as /about/#sources, or of a page",
        "Copy it from the browser: what follows the site's name.",
    ),
]


class Anchor(Record):
    """A heading that links lead to, and where its part went if the heading is no more."""

    key: ClassVar[str] = "address"

    address: PartAddress = Field(description="Address of the page, and after # that of its part")
    first_published: Day = Field(description="Day it was first published")
    moved_to: PartOrPage | None = Field(
        None, description="Where the part is now, if its heading was renamed, moved or dropped"
    )

    @property
    def page(self) -> str:
        """Address of the page on which the part stood."""
        return page_and_part(self.address)[0]

    @property
    def name(self) -> str:
        """The id of its heading."""
        return page_and_part(self.address)[1]


def page_and_part(address: str) -> tuple[str, str]:
    """The page's address and the part's name; an empty name is the whole page."""
    page, _, name = address.partition("#")
    return page, name
