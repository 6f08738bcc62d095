"""Whether every address of a part of a page, once published, still leads to that part."""

from collections.abc import Iterator, Mapping, Sequence

from macros.reading.problems import Problem, near, quoted
from macros.records.addresses import Address
from macros.records.anchors import Anchor, page_and_part

LEDGER = "data/anchors.csv"


def anchor_faults(
    anchors: Mapping[str, Anchor],
    addresses: Mapping[str, Address],
    headings: Mapping[str, Sequence[str]],
) -> Iterator[tuple[str, Problem]]:
    """Each address that is lost or leads astray, with what is wrong; the line is not known here.

    `headings` gives the ids of the headings of each page of today.
    """
    for address, one in anchors.items():
        entry = addresses.get(one.page)
        page = (entry.moved_to if entry else None) or one.page
        stands = one.name in headings.get(page, ())
        known = f"{page}#{one.name}" in anchors and page != one.page
        if one.moved_to and stands and page == one.page:
            yield address, _twice(one.moved_to)
        elif one.moved_to and not _leads(one.moved_to, headings):
            yield address, _astray(one.moved_to, headings)
        elif not (one.moved_to or stands or known):
            there = [f"{page}#{name}" for name in headings.get(page, ())]
            new = [name for name in there if name not in anchors]
            yield address, _lost(one, page, there, new)


def _leads(target: str, headings: Mapping[str, Sequence[str]]) -> bool:
    page, name = page_and_part(target)
    return page in headings and (not name or name in headings[page])


def _twice(target: str) -> Problem:
    fix = "The heading stands on its page: empty the cell, or rename the heading."
    return Problem(LEDGER, 0, "moved_to", quoted(target), "an empty cell", fix)


def _astray(target: str, headings: Mapping[str, Sequence[str]]) -> Problem:
    page, name = page_and_part(target)
    known = [f"{page}#{one}" for one in headings.get(page, ())]
    if page in headings:
        fix = near(target, known) + f"{page} has: {', '.join(known) or 'no heading'}."
    else:
        fix = near(page, headings) + "No page stands there."
    wanted = "a heading of a page of today" if name else "a page of this site"
    return Problem(LEDGER, 0, "moved_to", quoted(target), wanted, fix)


def _lost(one: Anchor, page: str, there: Sequence[str], new: Sequence[str]) -> Problem:
    """`there` are the page's headings; a renamed one is among the `new`."""
    renamed = new[0] if len(new) == 1 else f"{page}#its-new-name"
    known = ", ".join(there) or "none"
    found = f"no heading for {one.address} any more, and an empty cell"
    fix = (
        f"Links lead there. Was the heading renamed? Then write its new address here, or say"
        f" make moved OLD={one.address} NEW={renamed}. Known are: {known}."
        f" Was the part dropped? Then write {page}."
    )
    return Problem(LEDGER, 0, "moved_to", found, "where that part is now", fix)
