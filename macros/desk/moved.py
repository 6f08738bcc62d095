"""Note where a page or a part of one went: `python -m macros.desk.moved /a/#old /a/#new`.

With "yes" after both, the page was taken down, and the new address is what to read in its place.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Set
from pathlib import Path
from typing import TypeVar

from macros.checks.anchor_checks import LEDGER
from macros.desk.ledger import ADDRESSES, known, write
from macros.reading.page_files import address_of
from macros.reading.page_paths import page_paths
from macros.reading.problems import DataProblems, near, quoted
from macros.reading.site_date import today
from macros.records.addresses import Address, next_code
from macros.records.anchors import PART, Anchor, page_and_part
from macros.records.fields import ADDRESS
from macros.records.record import YesNo

M = TypeVar("M", Address, Anchor)


def note(root: Path, old: str, new: str, withdrawn: str = "") -> str:
    """Write where the old address leads from now on; return the file it stands in.

    Raises ValueError, in words for the editor, where that cannot be, and DataProblems where the
    files of the rows are damaged.
    """
    pages = {address_of(path, root / "docs") for path in page_paths(root / "docs")}
    _refuse_what_is_no_move(old, new, pages)
    if "#" in old:
        anchors = _led_on(known(root, LEDGER, Anchor), old, new)
        write(root, LEDGER, Anchor, anchors.values())
        return LEDGER
    addresses = _led_on(known(root, ADDRESSES, Address), old, new)
    gone = YesNo(withdrawn or "no")
    addresses[old] = addresses[old].model_copy(update={"withdrawn": gone})
    if new not in addresses:
        code = next_code(addresses, new)
        row = Address(address=new, code=code, first_published=today(root), moved_to=None)
        addresses[new] = row
        write(root, ADDRESSES, Address, addresses.values())
        return ADDRESSES
    write(root, ADDRESSES, Address, addresses.values())
    write(root, LEDGER, Anchor, _parts_led_on(known(root, LEDGER, Anchor), old, new))
    return f"{ADDRESSES}, with {LEDGER},"


def _refuse_what_is_no_move(old: str, new: str, pages: Set[str]) -> None:
    """Raise ValueError unless a part, or a page that stands no more, goes where a page stands."""
    for name, text in (("OLD", old), ("NEW", new)):
        if not re.fullmatch(f"{ADDRESS}({PART})?", text):
            wanted = "an address such as /about/#sources, copied from the browser"
            raise ValueError(f"{name}: found {quoted(text)}, wanted {wanted}.")
    if old == new or ("#" in new and "#" not in old):
        wanted = "another address" if "#" in old else "the address of another page"
        raise ValueError(f"NEW: found {quoted(new)}, wanted {wanted}.")
    if new.partition("#")[0] not in pages:
        raise ValueError(f"NEW: found {quoted(new)}, and no page stands there. {near(new, pages)}")
    if old in pages:
        raise ValueError(f"OLD: the page {old} still stands. Rename its file in docs/ first.")


def _parts_led_on(anchors: Mapping[str, Anchor], old: str, new: str) -> Iterator[Anchor]:
    """The parts, those of a page that went leading to the page in its place.

    A part whose heading stands there too needs no word: its link finds it.
    """
    for one in anchors.values():
        here = one.page == old and not one.moved_to and f"{new}#{one.name}" not in anchors
        led = one.moved_to is not None and page_and_part(one.moved_to)[0] == old
        yield one.model_copy(update={"moved_to": new}) if here or led else one


def _led_on(rows: Mapping[str, M], old: str, new: str) -> dict[str, M]:
    """The rows with the old address leading to the new one, and so what led to the old one."""
    if old not in rows:
        wanted = "an address that was published"
        raise ValueError(f"OLD: found {quoted(old)}, wanted {wanted}. {near(old, rows)}")
    led = {key for key, one in rows.items() if key == old or one.moved_to == old}
    return {
        key: one.model_copy(update={"moved_to": None if key == new else new}) if key in led else one
        for key, one in rows.items()
    }


if __name__ == "__main__":
    try:
        file = note(Path.cwd(), *sys.argv[1:4])
    except (ValueError, DataProblems) as wrong:
        sys.exit(str(wrong).strip())
    print(f"{file} says so now. make data says what still uses the old one.")
