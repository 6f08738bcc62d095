"""Numbers for drawings. What they look like is a template's part."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from macros.findings import Finding
from macros.reviews import ReviewKind


class Bar(NamedTuple):
    """One bar: its label, its number, and its length in hundredths of the longest."""

    label: str
    value: str
    length: float


class Strip(NamedTuple):
    """One theme's row of a picture: its number in each column, and the radius of each circle."""

    label: str
    counts: tuple[int, ...]
    radii: tuple[float, ...]


COLUMNS = ("Reviews", "Audits", "Inspection", "National", "Guides", "Training")
LARGEST = 16.0
OF_KIND = {
    ReviewKind.PRACTICE_REVIEW: 0,
    ReviewKind.LOCAL_THEMES: 0,
    ReviewKind.AUDIT: 1,
    ReviewKind.VISIT: 1,
    ReviewKind.INSPECTION: 2,
    ReviewKind.NATIONAL_REPORT: 3,
    ReviewKind.NATIONAL_RESPONSE: 3,
    ReviewKind.PEER_REPORT: 3,
}


def bars(pairs: Iterable[tuple[str, int]]) -> list[Bar]:
    """Bars in the order given, the longest 100 long."""
    found = list(pairs)
    most = max((value for _, value in found), default=0) or 1
    return [Bar(label, str(value), round(100 * value / most, 2)) for label, value in found]


def strips(
    findings: Sequence[Finding], themes: Mapping[str, str], kinds: Mapping[str, ReviewKind]
) -> list[Strip]:
    """A row for each theme, the most frequent first; a circle's area follows its number."""
    rows = [(name, _counts(key, findings, kinds)) for key, name in themes.items()]
    rows = sorted((row for row in rows if any(row[1])), key=lambda row: (-sum(row[1][:4]), row[0]))
    most = max((count for _, counts in rows for count in counts), default=0) or 1
    return [
        Strip(name, counts, tuple(round(LARGEST * (count / most) ** 0.5, 1) for count in counts))
        for name, counts in rows
    ]


def _counts(
    theme: str, findings: Sequence[Finding], kinds: Mapping[str, ReviewKind]
) -> tuple[int, ...]:
    own = [one for one in findings if theme in one.themes]
    seen = [0, 0, 0, 0]
    for one in own:
        seen[OF_KIND[kinds[one.review]]] += 1
    guides = {guide for one in own for guide in one.guides}
    courses = {course for one in own for course in one.courses}
    return (*seen, len(guides), len(courses))
