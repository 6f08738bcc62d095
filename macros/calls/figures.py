"""What pages of figures, on the plan and on what reports say, may call."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.calls.choosing import having, named
from macros.drawing.charts import drawing
from macros.drawing.render import Renderer
from macros.drawing.wording import in_address, quarter_words
from macros.library import Library
from macros.records.figures import Figure


@dataclass(frozen=True)
class Figures:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def figures(self, here: str, table: str) -> Markup:
        """One table: its finding, its drawing, its numbers, its faults, its file and source."""
        (one,) = named(self.library.tables, (table,))
        rows = self._rows(table)
        series = list(dict.fromkeys(row.series for row in rows))
        items = [(item, list(some)) for item, some in groupby(rows, lambda row: row.item)]
        cells = [(item, {row.series: row for row in some}) for item, some in items]
        notes = [note for note in self.library.notes.values() if note.table == table]
        return self._drawn(
            "figures", here, table=one, series=series, items=cells, notes=notes,
            chart=drawing(one, rows), mixed=len({row.part for row in rows}) > 1,
        )  # fmt: skip

    def figure(self, here: str, name: str) -> Markup:
        """One number in a sentence, leading to its table."""
        (one,) = named(self.library.figures, (name,))
        table = self.library.tables[one.table]
        return self.draw.html("figure.html.jinja", here, figure=one, table=table)

    def statements(self, here: str, subject: str, topic: str = "", kind: str = "") -> Markup:
        """What reports say of a subject: one topic or one kind of it, or all."""
        found = having(self.library.statements, "subject", (subject,))
        for field, word in (("topic", topic), ("kind", kind)):
            if word:
                named({getattr(one, field): one for one in found}, (word,))
                found = [one for one in found if getattr(one, field) == word]
        found.sort(key=lambda one: one.order)
        return self._drawn("statements", here, rows=found)

    def you_said(self, here: str) -> Markup:
        """What children said, each beside what was done."""
        voice = having(self.library.statements, "subject", ("voice",))
        said = sorted((one for one in voice if one.kind == "you said"), key=lambda one: one.order)
        done = {one.order: one for one in voice if one.kind == "we did"}
        return self._drawn("you_said", here, pairs=[(one, done[one.order]) for one in said])

    def priorities(self, here: str, period: str) -> Markup:
        """The priorities of some years."""
        rows = having(self.library.priorities, "period", (period,))
        return self._drawn("priorities", here, rows=sorted(rows, key=lambda one: one.order))

    def plan(self, here: str) -> Markup:
        """The actions of the plan: a timeline by priority and quarter, and a table with filters."""
        rows = sorted(self.library.actions.values(), key=lambda one: (one.priority, one.order))
        quarters = sorted({row.quarter for row in rows})
        priorities = [
            self.library.priorities[name] for name in dict.fromkeys(r.priority for r in rows)
        ]
        leads = sorted({row.lead for row in rows})
        choices = [
            ("priority", "Priority", [(one.id, one.name) for one in priorities]),
            ("lead", "Lead", [(in_address(lead), lead) for lead in leads]),
            ("quarter", "Quarter", [(one, quarter_words(one)) for one in quarters]),
        ]
        lanes = [
            (one, [[r for r in rows if (r.priority, r.quarter) == (one.id, q)] for q in quarters])
            for one in priorities
        ]
        return self._drawn(
            "plan", here, rows=rows, quarters=quarters, lanes=lanes, choices=choices
        )  # fmt: skip

    def _rows(self, table: str) -> list[Figure]:
        rows = [one for one in self.library.figures.values() if one.table == table]
        firsts = {row.item: n for n, row in reversed(list(enumerate(rows)))}
        return sorted(rows, key=lambda row: (row.order, firsts[row.item]))

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        return self.draw.html(f"{template}.html.jinja", here, library=self.library, **values)
