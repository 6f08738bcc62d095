"""What the page on the guide's own health may call: its lists count the rows and pages anew."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.calls.choosing import named
from macros.drawing.render import Renderer
from macros.health.links import tried
from macros.health.reviews import State, by_state
from macros.health.rows import certainty, questions, resting, unasked
from macros.library import Library
from macros.publishing.downloads import OPEN_DATA
from macros.records.health import AskedIn, Part


@dataclass(frozen=True)
class Health:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def health_in_short(self, here: str) -> Markup:
        """What is overdue, unsure, replaced, out of reach and missed, a sentence each."""
        known = self.library
        return self._drawn(
            "health_in_short", here, states=by_state(known), sure=certainty(known),
            editions=resting(known), questions=questions(known), links=tried(known),
        )  # fmt: skip

    def review_states(self, here: str) -> Markup:
        """The pages by how soon they are to be read through again, overdue ones first."""
        states = by_state(self.library)
        return self._drawn("review_states", here, states=states, unlisted=State.LATER)

    def certainty(self, here: str) -> Markup:
        """How sure the rows of each dataset are, and how many are held back."""
        return self._drawn("certainty", here, rows=certainty(self.library), titles=OPEN_DATA)

    def to_confirm(self, here: str) -> Markup:
        """Questions that somebody outside could answer, and unsure rows without a question."""
        asked, left = questions(self.library), unasked(self.library)
        return self._drawn("to_confirm", here, questions=asked, unasked=left)

    def replaced_rows(self, here: str) -> Markup:
        """The rows that rest on each replaced edition, and how many have been compared."""
        total = sum(one.total for one in certainty(self.library))
        return self._drawn("replaced_rows", here, editions=resting(self.library), total=total)

    def outside_links(self, here: str) -> Markup:
        """How outside addresses answered when they were last tried, those at fault by name."""
        return self._drawn("outside_links", here, links=tried(self.library))

    def measurements(self, here: str, part: str) -> Markup:
        """What was measured on the built site: search, reading, weight or access."""
        named({one.value: one for one in Part}, (part,))
        rows = [one for one in self.library.measurements.values() if one.part == part]
        return self._drawn("measurements", here, rows=rows)

    def missed_questions(self, here: str) -> Markup:
        """The questions to which the right page did not come first, list by list."""
        missed = self.library.missed_questions.values()
        lists = [(one, [row for row in missed if row.asked_in is one]) for one in AskedIn]
        return self._drawn("missed_questions", here, lists=[pair for pair in lists if pair[1]])

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        return self.draw.html(f"{template}.html.jinja", here, library=self.library, **values)
