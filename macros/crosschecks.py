"""What no row can know alone: that the ids it names exist, and that every address is kept."""

from collections.abc import Iterator, Mapping, Set
from typing import Any, get_args

from macros.fields import Refers
from macros.problems import Problem, quoted
from macros.records import Published, Record, YesNo
from macros.rows import Row
from macros.spoken import Headings, folded, terms_by_name

STANDING = ("emergency", "mash", "out-of-hours", "childline")
"""Contacts that stand on every page: they can be corrected, never held back."""

Records = Mapping[str, Mapping[str, Any]]
Rows = Mapping[str, Mapping[str, Row]]


def crosschecked(records: Records, rows: Rows, broken: Set[str]) -> Iterator[Problem]:
    """Everything that rows say of one another and that is not so."""
    yield from _dangling(records, rows, broken)
    yield from _unledgered(records, rows, broken)
    yield from _unstanding(records, rows, broken)
    yield from _contradicting(records, rows)
    yield from _calmer(records, rows, broken)
    yield from _unmeant(records, rows, broken)


def _dangling(records: Records, rows: Rows, broken: Set[str]) -> Iterator[Problem]:
    """Words that should be the id of a row elsewhere, and are not."""
    for name, found in records.items():
        for key, record in found.items():
            for field, dataset, word in _references(record):
                target = records[dataset].get(word)
                row = rows[name][key]
                if target is None and word not in rows[dataset] and dataset not in broken:
                    yield _unknown(row, field, word, dataset, records[dataset])
                elif _held_back(target) and not _held_back(record):
                    yield _hidden(row, field, word, dataset)


def _unstanding(records: Records, rows: Rows, broken: Set[str]) -> Iterator[Problem]:
    """Contacts that every page shows, and that are missing or held back."""
    for name in STANDING:
        contact = records["contacts"].get(name)
        row = rows["contacts"].get(name)
        if row is None and "contacts" not in broken:
            wanted, fix = f"a contact with the id {name}", "Every page shows it. Put the row back."
            yield Problem("data/contacts.csv", 0, "id", f"no {quoted(name)}", wanted, fix)
        elif row and contact and (contact.publish is YesNo.NO or not contact.phone):
            fix = "Every page shows this number: correct it instead of holding it back."
            wanted = "publish: yes, and a phone number"
            yield Problem(row.file, row.line, "publish", quoted(name), wanted, fix)


def _held_back(record: Record | None) -> bool:
    return isinstance(record, Published) and record.publish is YesNo.NO


def _hidden(row: Row, field: str, word: str, dataset: str) -> Problem:
    fix = f"That row of data/{dataset}.csv says publish: no. Name another, or leave this out."
    return Problem(
        row.file, row.line_of(field), field, quoted(word), "a row that is published", fix
    )


def _references(record: Record) -> Iterator[tuple[str, str, str]]:
    """Each (field, dataset, id) in which a record names a row of another dataset."""
    for field, info in type(record).model_fields.items():
        for mark in _marks(info):
            value = getattr(record, field)
            words = value if isinstance(value, tuple) else (value,)
            yield from ((field, mark.dataset, str(word)) for word in words if word)


def _marks(info: Any) -> list[Refers]:
    inner = [
        mark for part in get_args(info.annotation) for mark in getattr(part, "__metadata__", ())
    ]
    return [mark for mark in (*info.metadata, *inner) if isinstance(mark, Refers)]


def _unknown(row: Row, field: str, word: str, dataset: str, known: Mapping[str, Any]) -> Problem:
    where = "a page of this site" if dataset == "pages" else f"an id in data/{dataset}.csv"
    fix = f"Known are: {', '.join(known)}." if len(known) < 30 else "Look the id up there."
    return Problem(row.file, row.line_of(field), field, quoted(word), where, fix)


def _unledgered(records: Records, rows: Rows, broken: Set[str]) -> Iterator[Problem]:
    """Every page has its address in the ledger; an address without a page says where it moved."""
    ledger, codes = records["addresses"], dict[str, str]()
    for address, row in rows["pages"].items():
        if address not in rows["addresses"] and "addresses" not in broken:
            wanted = "each page in data/addresses.csv"
            fix = f"Add a row for {address} to data/addresses.csv, with a code not yet used."
            yield Problem(row.file, 0, "", "no row in the ledger", wanted, fix)
    for address, entry in ledger.items():
        row = rows["addresses"][address]
        if (address in rows["pages"]) == bool(entry.moved_to):
            found, wanted = quoted(entry.moved_to or ""), "the page, or where it moved"
            fix = "Say in moved_to where an old page went; leave it empty while the page exists."
            yield Problem(row.file, row.line, "moved_to", found, wanted, fix)
        if entry.code in codes:
            found = quoted(entry.code) + " again"
            fix = f"{codes[entry.code]} has it already. Take the next number."
            yield Problem(row.file, row.line, "code", found, "each code once", fix)
        codes.setdefault(entry.code, address)


def _contradicting(records: Records, rows: Rows) -> Iterator[Problem]:
    """Concerns that name a contact or a limit which their own guide does not name."""
    for key, concern in records["concerns"].items():
        guide = records["guides"].get(concern.guide)
        pairs = (("contact", "contacts"), ("timescale", "timescales"))
        for field, shelf in pairs if guide else ():
            name, row = getattr(concern, field), rows["concerns"][key]
            if name and name not in getattr(guide, shelf):
                wanted = f"one of the {shelf} of the guide {quoted(concern.guide)}"
                fix = f"Add it to {shelf} in data/guides.csv, or name another here."
                yield Problem(row.file, row.line_of(field), field, quoted(name), wanted, fix)


def _calmer(records: Records, rows: Rows, broken: Set[str]) -> Iterator[Problem]:
    """Concerns for 999 whose guide has no sign for 999 of its own."""
    if "points" in broken or len(records["points"]) < len(rows["points"]):
        return
    points = [one for one in records["points"].values() if not _held_back(one)]
    signs = {one.guide for one in points if one.part == "emergency"}
    for key, concern in records["concerns"].items():
        if concern.card == "emergency" and concern.guide not in signs and not _held_back(concern):
            row, wanted = rows["concerns"][key], "a guide with a sign for 999 of its own"
            fix = f"Give {quoted(concern.guide)} a row in data/points.csv with part: emergency."
            yield Problem(row.file, row.line_of("card"), "card", "emergency", wanted, fix)


def _unmeant(records: Records, rows: Rows, broken: Set[str]) -> Iterator[Problem]:
    """Words of the vocabulary whose meaning no heading and no term of the glossary says."""
    targets = ("glossary", "pages")
    if broken & set(targets) or any(len(records[one]) < len(rows[one]) for one in targets):
        return
    headings, terms = Headings(records["pages"]), terms_by_name(records["glossary"])
    for key, word in records["vocabulary"].items():
        meant, row = word.meant, rows["vocabulary"][key]
        if not headings.subjects(meant) and folded(meant) not in terms:
            wanted = "words that stand in one page's main heading, or a term of the glossary"
            fix = "Say it as the page's heading does: search and the A to Z lead there."
            yield Problem(row.file, row.line_of("meant"), "meant", quoted(meant), wanted, fix)
