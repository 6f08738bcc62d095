"""Numbers for drawings. What they look like is a template's part."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from macros.records.figures import Figure, FigurePart
from macros.records.findings import Finding
from macros.records.reviews import ReviewKind
from macros.records.tables import Chart, Table


class Bar(NamedTuple):
    """One bar: label, number, length in hundredths of the longest; whether it only compares."""

    label: str
    value: str
    length: float
    compared: bool = False


class Strip(NamedTuple):
    """One theme's row of a picture: its number in each column, each with its bar."""

    theme: str
    label: str
    counts: tuple[Bar, ...]


COLUMNS = ("Reviews", "Audits", "Inspection", "National", "Guides", "Training")
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


class Drawing(NamedTuple):
    """A chart: how it is drawn, its bars, and for columns how wide each one is."""

    form: str
    bars: list[Bar]
    step: float


MOST_LYING = 12
WIDTH = 360


def bars(pairs: Iterable[tuple[str, int]]) -> list[Bar]:
    """Bars in the order given, the longest 100 long."""
    return _bars([(label, str(value), Decimal(value)) for label, value in pairs])


def drawing(table: Table, figures: Sequence[Figure]) -> Drawing | None:
    """The chart of a table; none where it has none, or fewer than two numbers to compare.

    Totals and averages are not drawn among what they sum up. A banded count is no bar, and an
    empty place among columns.
    """
    drawn = [one for one in figures if one.part in _parts(table, figures)]
    standing = table.chart is Chart.COLUMNS and len(drawn) > MOST_LYING
    rows = [one for one in drawn if standing or one.value is not None]
    if table.chart is Chart.BARS and len({one.series for one in rows}) == 1:
        rows = sorted(rows, key=lambda one: -(one.value or 0))
    if table.chart is Chart.NONE or len(rows) < 2:
        return None
    bare = _bars([(_label(one), one.shown, one.value or Decimal(0)) for one in rows])
    found = [
        bar._replace(compared=one.part is FigurePart.COMPARATOR)
        for bar, one in zip(bare, rows, strict=True)
    ]
    return Drawing("columns" if standing else "bars", found, round(WIDTH / len(found), 3))


def _parts(table: Table, figures: Sequence[Figure]) -> frozenset[FigurePart]:
    """What is drawn: shares are percentages, which never stand among counts."""
    counts = frozenset({FigurePart.VALUE, FigurePart.COMPARATOR})
    counted = any(one.part in counts for one in figures)
    return counts if counted and table.chart is not Chart.SHARES else frozenset({FigurePart.SHARE})


def _label(figure: Figure) -> str:
    return f"{figure.item}, {figure.series}" if figure.series else figure.item


def _bars(rows: Sequence[tuple[str, str, Decimal]]) -> list[Bar]:
    most = max((value for _, _, value in rows), default=Decimal(0)) or Decimal(1)
    return [Bar(label, shown, float(round(100 * value / most, 2))) for label, shown, value in rows]


def strips(
    findings: Sequence[Finding], themes: Mapping[str, str], kinds: Mapping[str, ReviewKind]
) -> list[Strip]:
    """A row for each theme, the most frequent first; a bar's length follows its number."""
    rows = [(key, name, _counts(key, findings, kinds)) for key, name in themes.items()]
    rows = sorted((row for row in rows if any(row[2])), key=lambda row: (-sum(row[2][:4]), row[1]))
    most = max((count for *_, counts in rows for count in counts), default=0) or 1
    return [Strip(key, name, _across(counts, most)) for key, name, counts in rows]


def _across(counts: Sequence[int], most: int) -> tuple[Bar, ...]:
    pairs = zip(COLUMNS, counts, strict=True)
    return tuple(Bar(name, str(count), round(100 * count / most, 2)) for name, count in pairs)


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
