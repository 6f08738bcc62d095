"""Whether each one-minute guide is whole, and agrees with the concerns that lead to it."""

from collections.abc import Iterator

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.pages import PageType
from macros.records.points import Part

SOME_GUIDES_ONLY = frozenset({Part.EMERGENCY, Part.ROLE})
EVERY_GUIDE = tuple(part for part in Part if part not in SOME_GUIDES_ONLY)


def guide_faults(data: Datasets) -> Iterator[Problem]:
    """Pages of guides without a row, guides without a part, and concerns that contradict them."""
    yield from _pages_without_a_row(data)
    yield from _empty_parts(data)
    yield from _contradicting(data)
    yield from _calmer(data)


def _pages_without_a_row(data: Datasets) -> Iterator[Problem]:
    if "guides" in data.broken:
        return
    shown = {row.cells.get("page") for row in data.rows["guides"].values()}
    for address, page in data.records["pages"].items():
        if page.type is PageType.GUIDE and address not in shown:
            row, wanted = data.rows["pages"][address], "a page with a row in data/guides.csv"
            row_of_it = f"{address.split('/')[-2]},{address},mash; out-of-hours,,ID-OF-A-LINK,no,"
            fix = f"Put its row back, or add one such as {row_of_it}"
            yield Problem(row.file, row.line_of("type"), "type", quoted(page.type), wanted, fix)


def _empty_parts(data: Datasets) -> Iterator[Problem]:
    """Parts that every guide has, and in which one has no line that readers may see."""
    if not data.whole("points"):
        return
    filled = {(one.guide, one.part) for one in data.published("points").values()}
    for guide in filter(None, data.rows["guides"]):
        empty = [part for part in EVERY_GUIDE if (guide, part) not in filled]
        if empty:
            found = f"no published line of the guide {quoted(guide)} with part: {', '.join(empty)}"
            fix = f"Publish or write a row with guide: {guide} for each of them."
            line = _line_held_back(data, guide, empty)
            yield Problem("data/points.csv", line, "", found, "at least one in every guide", fix)


def _line_held_back(data: Datasets, guide: str, parts: list[Part]) -> int:
    """Where a line of these parts stands that is held back; 0 where there is none."""
    lines = [
        data.rows["points"][key].line
        for key, one in data.records["points"].items()
        if one.guide == guide and one.part in parts
    ]
    return min(lines, default=0)


def _contradicting(data: Datasets) -> Iterator[Problem]:
    """Concerns that name a contact or a limit which their own guide does not name."""
    for key, concern in data.records["concerns"].items():
        guide = data.records["guides"].get(concern.guide)
        pairs = (("contact", "contacts"), ("timescale", "timescales"))
        for field, shelf in pairs if guide else ():
            name, row = getattr(concern, field), data.rows["concerns"][key]
            kept = getattr(guide, shelf)
            if name and name not in kept and data.records[shelf].keys() >= set(kept):
                wanted = f"one of the {shelf} of the guide {quoted(concern.guide)}"
                fix = f"Add it to {shelf} in data/guides.csv, or name another here."
                yield Problem(row.file, row.line_of(field), field, quoted(name), wanted, fix)


def _calmer(data: Datasets) -> Iterator[Problem]:
    """Concerns for 999 whose guide has no sign for 999 of its own."""
    if not data.whole("points"):
        return
    points = data.published("points").values()
    signs = {one.guide for one in points if one.part is Part.EMERGENCY}
    for key, concern in data.published("concerns").items():
        if concern.card == "emergency" and concern.guide not in signs:
            row, wanted = data.rows["concerns"][key], "a guide with a sign for 999 of its own"
            fix = f"Give {quoted(concern.guide)} a row in data/points.csv with part: emergency."
            yield Problem(row.file, row.line_of("card"), "card", "emergency", wanted, fix)
