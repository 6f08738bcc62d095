"""What search answers in one line: a number to call, a time limit, what a term stands for.

Only where the words typed are exactly a name of the row; never through a slip or a guess.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from macros.checks.names import folded, same_names
from macros.drawing.wording import limit_words
from macros.library import Library
from macros.records.contacts import Contact
from macros.records.record import YesNo
from macros.records.timescales import ClockStarts, Timescale
from macros.records.vocabulary import NEEDS_A_SOURCE

CONTACTS = "/worried-about-a-child/contacts/"
GLOSSARY = "/about/glossary/"
LIMITS = "/thresholds/timescales/"


def answers(library: Library) -> list[dict[str, Any]]:
    """Every answer with the names that call for it, folded; numbers first."""
    return [*_phones(library), *_limits(library), *_terms(library)]


def contact_names(library: Library, contact: Contact) -> list[str]:
    """Every name by which people ask for a contact, folded."""
    short = re.findall(r"\(([^),]+)\)", contact.name)
    own = (contact.name, contact.name.split("(")[0], contact.id.replace("-", " "), *short)
    return _names(library, own)


def _names(library: Library, names: Iterable[str]) -> list[str]:
    """Every name that a source gives to one of these: no everyday word, which may mean another."""
    known = {folded(name) for name in names if folded(name)}
    for group in same_names(library.glossary):
        known |= set(group) if known & set(group) else set()
    said = [one for one in library.vocabulary.values() if one.kind in NEEDS_A_SOURCE]
    return sorted(known | {folded(one.said) for one in said if folded(one.meant) in known})


def _phones(library: Library) -> Iterator[dict[str, Any]]:
    for one in library.contacts.values():
        hours = f"Hours: {one.hours}" if one.hours else "We do not know its hours"
        yield {
            "kind": "phone",
            "names": [*contact_names(library, one), *_dialled(one)],
            "title": one.name,
            "value": one.phone or one.url_text or "No number is published here",
            "phone": (one.phone or "").replace(" ", ""),
            **({"form": one.url} if one.url and not one.phone else {}),
            "note": f"{one.what_for}. {hours}.",
            "address": _told_at(library, one),
        }


def _told_at(library: Library, contact: Contact) -> str:
    """Whom nobody can call is reached by the steps of a guide; a number has its row."""
    guide = library.guides.get(contact.group)
    return guide.page if guide and not contact.phone else f"{CONTACTS}#contact-{contact.id}"


def _dialled(contact: Contact) -> list[str]:
    """The number as people type it: with its spaces, and without."""
    return [contact.phone, contact.phone.replace(" ", "")] if contact.phone else []


def _limits(library: Library) -> Iterator[dict[str, Any]]:
    for one in library.timescales.values():
        if one.source_read is YesNo.YES and one.also:
            yield {
                "kind": "limit",
                "names": _names(library, one.also),
                "title": one.action,
                "value": limit_words(one),
                "sooner": f"{one.sooner}." if one.sooner else "",
                "note": _limit_note(one),
                "address": f"{LIMITS}#limit-{one.id}",
            }


def _limit_note(one: Timescale) -> str:
    day = "" if one.clock_starts is not ClockStarts.NOT_STATED else "Day 1 is not stated"
    parts = (f"{one.who}. From: {one.event}", day, one.caution, one.edition_note)
    return " ".join(f"{part}." for part in parts if part)


def _terms(library: Library) -> Iterator[dict[str, Any]]:
    for one in library.glossary.values():
        if one.expansion:
            yield {
                "kind": "term",
                "names": [folded(one.term), folded(one.expansion)],
                "title": one.term,
                "value": one.expansion,
                "note": one.meaning,
                "address": f"{GLOSSARY}#{one.id}",
            }
