"""Whether every page has its address in the ledger and its section in the menu."""

from collections.abc import Iterator
from datetime import date

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.addresses import next_code
from macros.records.pages import WITHOUT_A_DOOR
from macros.records.record import YesNo

LEDGER = "data/addresses.csv"


def address_faults(data: Datasets, today: date) -> Iterator[Problem]:
    """Pages without an address or a section, and addresses that lead nowhere."""
    yield from _unledgered(data, today)
    yield from _misled(data)
    yield from _doorless(data)


def _unledgered(data: Datasets, today: date) -> Iterator[Problem]:
    for address, row in data.rows["pages"].items():
        if address not in data.rows["addresses"] and "addresses" not in data.broken:
            code = next_code(data.records["addresses"], address)
            fix = (
                f"Put the old row for {address} back from the history;"
                f" for a new page, add this one: {address},{code},{today},,"
            )
            yield Problem(row.file, 0, "", "no row in the ledger", f"each page in {LEDGER}", fix)


def _misled(data: Datasets) -> Iterator[Problem]:
    """An address without a page says where it moved; one with a page does not."""
    for address, entry in data.records["addresses"].items():
        row = data.rows["addresses"][address]
        if (address in data.rows["pages"]) == bool(entry.moved_to):
            found, wanted = quoted(entry.moved_to or ""), "the page, or where it moved"
            fix = "Say in moved_to where an old page went; leave it empty while the page exists."
            yield Problem(row.file, row.line, "moved_to", found, wanted, fix)
        elif entry.withdrawn == YesNo.YES and not entry.moved_to:
            fix = "Leave the cell empty: the page still stands."
            yield Problem(row.file, row.line, "withdrawn", quoted("yes"), "an empty cell", fix)


def _doorless(data: Datasets) -> Iterator[Problem]:
    """Sections that pages belong to and that have no row: no door, no menu, no list shows them."""
    named = {page.section for page in data.records["pages"].values()} - WITHOUT_A_DOOR
    rows = data.rows["sections"].keys()
    misspelt = rows - data.rows["pages"].keys()
    sure = not misspelt and "sections" not in data.broken
    for section in sorted(named - rows if sure else ()):
        fix = "Put its row back, or add one: without it no menu and no list shows its pages."
        found, wanted = f"no row for {section}", "each part of the site that has pages"
        yield Problem("data/sections.csv", 0, "page", found, wanted, fix)
