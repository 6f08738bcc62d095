"""What pages on learning from reviews may call."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.calls.choosing import having, named
from macros.drawing.charts import COLUMNS, bars, strips
from macros.drawing.render import Renderer
from macros.drawing.wording import in_address
from macros.library import Library
from macros.records.findings import ASKS_FOR_NOTHING, Finding, FindingKind, Status
from macros.records.reviews import Agency, Review, ReviewKind, ReviewPart


@dataclass(frozen=True)
class Reviews:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def review_points(self, here: str, review: str, part: str, note: str = "") -> Markup:
        """The lines of one part of a review's page; a note of how they were read folds below."""
        named(self.library.reviews, (review,))
        named({one.value: one for one in ReviewPart}, (part,))
        lines = [one for one in self.library.review_points.values() if one.review == review]
        chosen = sorted((one for one in lines if one.part == part), key=lambda one: one.order)
        asked = part == ReviewPart.DO
        return self._drawn("review_points", here, points=chosen, asked=asked, note=note)

    def findings(self, here: str, review: str, *kinds: str) -> Markup:
        """The table of what a review asked for or found: all of it, or only the kinds named."""
        chosen = self._of_review(review, kinds)
        return self._drawn("findings", here, rows=chosen, review=self.library.reviews[review])

    def count(self, here: str, review: str, kind: str) -> str:
        """How many findings of a kind a review has, in digits."""
        return str(len(self._of_review(review, (kind,))))

    def review_link(self, here: str, review: str) -> Markup:
        """Where the full report is, and who published it."""
        (one,) = named(self.library.reviews, (review,))
        return self._drawn("review_link", here, review=one)

    def carried_by(self, here: str, *reviews: str) -> Markup:
        """The guides, courses and audits that carry what these reviews found."""
        named(self.library.reviews, reviews)
        rows = [one for one in self.library.findings.values() if one.review in reviews]
        return self._drawn("carried_by", here, **self._ends(rows))

    def reviews(self, here: str, *kinds: str) -> Markup:
        """The reviews of the kinds named; all of them come with filters."""
        shown = kinds or tuple(ReviewKind)
        chosen = having(self.library.reviews, "kind", [one for one in shown if self._has(one)])
        chosen.sort(key=lambda one: one.order)
        themes = {one.id: self._themes(one.id) for one in chosen}
        choices = [] if kinds else self._choices(chosen)
        return self._drawn("reviews", here, reviews=chosen, themes=themes, choices=choices)

    def themes(self, here: str) -> Markup:
        """Each theme with everything that was said of it, review by review."""
        shelves = [
            (theme, [one for one in self._in_order() if theme.id in one.themes])
            for theme in self.library.themes.values()
        ]
        return self._drawn("themes", here, shelves=[one for one in shelves if one[1]])

    def recommendations(self, here: str) -> Markup:
        """Everything that was asked for, with filters, and a chart of what became of it."""
        rows = [one for one in self._in_order() if one.kind not in ASKS_FOR_NOTHING]
        counts = ((one.capitalize(), sum(row.status is one for row in rows)) for one in Status)
        reviews = self.library.reviews
        choices = [
            ("status", "Status", [(in_address(one), one.capitalize()) for one in Status]),
            ("theme", "Theme", [(one.id, one.name) for one in self.library.themes.values()]),
            ("review", "From", [(key, reviews[key].name) for key in _once(r.review for r in rows)]),
        ]
        shelves = [(reviews[key], list(some)) for key, some in groupby(rows, lambda r: r.review)]
        values = {"rows": rows, "shelves": shelves, "bars": bars(counts), "choices": choices}
        return self._drawn("recommendations", here, **values)

    def thread(self, here: str) -> Markup:
        """The whole thread, from review to guide, training and audit: by theme, and in full."""
        rows = self._in_order()
        names = {one.id: one.name for one in self.library.themes.values()}
        drawn = strips(rows, names, {r.id: r.kind for r in self._reviews()})
        carried = {name: self._ends(row for row in rows if name in row.themes) for name in names}
        values = {"rows": rows, "strips": drawn, "columns": list(COLUMNS), "carried": carried}
        choices = [("theme", "Theme", list(names.items()))]
        return self._drawn("thread", here, choices=choices, **values)

    def _reviews(self) -> list[Review]:
        return sorted(self.library.reviews.values(), key=lambda one: one.order)

    def _has(self, kind: str) -> bool:
        return any(one.kind == kind for one in self._reviews())

    def _of_review(self, review: str, kinds: Iterable[str]) -> list[Finding]:
        named(self.library.reviews, (review,))
        wanted = tuple(kinds) or tuple(FindingKind)
        named({one.value: one for one in FindingKind}, wanted)
        rows = [one for one in self.library.findings.values() if one.review == review]
        return sorted((one for one in rows if one.kind in wanted), key=_place)

    def _in_order(self) -> list[Finding]:
        order = {one.id: one.order for one in self._reviews()}
        return sorted(
            self.library.findings.values(), key=lambda one: (order[one.review], *_place(one))
        )

    def _themes(self, review: str) -> list[str]:
        return _once(theme for row in self._of_review(review, ()) for theme in row.themes)

    def _choices(self, chosen: list[Review]) -> list[tuple[str, str, list[tuple[str, str]]]]:
        kinds = _once(one.kind for one in chosen)
        periods = sorted({one.period for one in chosen}, reverse=True)
        agencies = [one for one in Agency if any(one in review.agencies for review in chosen)]
        return [
            ("theme", "Theme", [(one.id, one.name) for one in self.library.themes.values()]),
            ("agency", "For", [(in_address(one), one.capitalize()) for one in agencies]),
            ("year", "Year", [(one, one) for one in periods]),
            ("kind", "Kind", [(in_address(one), one.capitalize()) for one in kinds]),
        ]

    def _ends(self, rows: Iterable[Finding]) -> dict[str, list[object]]:
        found = list(rows)
        kept = self.library
        return {
            "guides": [kept.pages[kept.guides[one].page] for one in _once(_all(found, "guides"))],
            "courses": [kept.courses[one] for one in _once(_all(found, "courses"))],
            "audits": [kept.reviews[one] for one in _once(_all(found, "audits"))],
        }

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        return self.draw.html(f"{template}.html.jinja", here, library=self.library, **values)


def _place(finding: Finding) -> tuple[int, int]:
    return list(FindingKind).index(finding.kind), finding.number


def _all(rows: Iterable[Finding], field: str) -> Iterable[str]:
    return (word for row in rows for word in getattr(row, field))


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))
