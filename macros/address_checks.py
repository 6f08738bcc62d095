"""Whether every page has its address in the ledger and its section in the menu."""

from collections.abc import Iterator

from macros.pages import WITHOUT_A_DOOR
from macros.problems import Problem, quoted
from macros.shelves import Shelves

LEDGER = "data/addresses.csv"


def address_faults(shelves: Shelves) -> Iterator[Problem]:
    """Pages without an address or a section, and addresses that lead nowhere."""
    yield from _unledgered(shelves)
    yield from _misled(shelves)
    yield from _doorless(shelves)


def _unledgered(shelves: Shelves) -> Iterator[Problem]:
    for address, row in shelves.rows["pages"].items():
        if address not in shelves.rows["addresses"] and "addresses" not in shelves.broken:
            fix = (
                f"Put the old row for {address} back from the history;"
                " for a new page, add a row with a code not yet used."
            )
            yield Problem(row.file, 0, "", "no row in the ledger", f"each page in {LEDGER}", fix)


def _misled(shelves: Shelves) -> Iterator[Problem]:
    """An address without a page says where it moved; one with a page does not."""
    for address, entry in shelves.records["addresses"].items():
        row = shelves.rows["addresses"][address]
        if (address in shelves.rows["pages"]) == bool(entry.moved_to):
            found, wanted = quoted(entry.moved_to or ""), "the page, or where it moved"
            fix = "Say in moved_to where an old page went; leave it empty while the page exists."
            yield Problem(row.file, row.line, "moved_to", found, wanted, fix)


def _doorless(shelves: Shelves) -> Iterator[Problem]:
    """Sections that pages belong to and that have no row: no door, no menu, no list shows them."""
    named = {page.section for page in shelves.records["pages"].values()} - WITHOUT_A_DOOR
    rows = shelves.rows["sections"].keys()
    misspelt = rows - shelves.rows["pages"].keys()
    sure = not misspelt and "sections" not in shelves.broken
    for section in sorted(named - rows if sure else ()):
        fix = "Put its row back, or add one: without it no menu and no list shows its pages."
        found, wanted = f"no row for {section}", "each part of the site that has pages"
        yield Problem("data/sections.csv", 0, "page", found, wanted, fix)
