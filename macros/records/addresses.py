"""Every address ever published. A row is never removed: an old address goes on answering."""

from collections import Counter
from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from macros.records.days import Day
from macros.records.fields import PageAddress, PageId, matching
from macros.records.record import Record, YesNo

Code = Annotated[
    str,
    matching(
        r"[a-z]{1,2}[0-9]{1,3}",
        "one or two lower-case letters and a number, such as w1",
        "The section's letter and the next number not yet used; a code is never used again.",
    ),
]


class Address(Record):
    """One published address, its short code, and where to read instead if no page stands there."""

    key: ClassVar[str] = "address"

    address: PageAddress = Field(description="Address of the page, without the site's name")
    code: Code = Field(description="Short code on the printed page, never used again")
    first_published: Day = Field(description="Day it was first published")
    moved_to: PageId | None = Field(None, description="Where the page is now, if it has moved")
    withdrawn: YesNo = Field(
        YesNo.NO,
        description="yes where it was taken down; moved_to is then the page to read in its place",
    )


def next_code(ledger: Mapping[str, Address], address: str) -> str:
    """The next number under the letter that most pages of its folder have."""
    folder = address.rstrip("/").rpartition("/")[0]
    codes = [one.code for one in ledger.values()]
    beside = [one.code[0] for one in ledger.values() if one.address.startswith(f"{folder}/")]
    letter = Counter(beside or [address[1]]).most_common(1)[0][0] if folder else address[1]
    used = [int(code[1:]) for code in codes if code[0] == letter and code[1:].isdigit()]
    return f"{letter}{max(used, default=0) + 1}"
