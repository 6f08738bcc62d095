"""What a page may call of what changed: the list, the letter for a quarter, ways to follow."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.render import Renderer
from macros.drawing.wording import in_address
from macros.library import Library
from macros.publishing.calendars import with_a_day
from macros.publishing.feeds import feeds
from macros.records.changes import Change, Urgency, by_quarter, newest_first, to_act_on_first
from macros.records.record import Role

SINCE = [
    ("7-days", "The last 7 days"),
    ("30-days", "The last 30 days"),
    ("09-01", "1 September"),
    ("01-01", "1 January"),
    ("04-01", "1 April"),
]
"""Choices that a script turns into days, counted back from the reader's own."""


@dataclass(frozen=True)
class Changes:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def changes(self, here: str, most: int = 0) -> Markup:
        """What changed: the `most` newest, or all of it, what to act on now before the rest."""
        newest = newest_first(self.library.changes.values())
        chosen = newest[:most] if most else to_act_on_first(newest)
        choices = [] if most else self._choices(chosen)
        return self._drawn("changes", here, changes=chosen, brief=bool(most), choices=choices)

    def digest(self, here: str) -> Markup:
        """The changes of each quarter, to copy into a letter; all but the newest fold."""
        quarters = by_quarter(self.library.changes.values())
        return self._drawn("digest", here, quarters=quarters, urgencies=list(Urgency))

    def feeds(self, here: str) -> Markup:
        """Every feed: of everything, for each role and on each topic."""
        whole, *others = feeds(self.library)
        roles = [one for one in others if one.of == "role"]
        topics = [one for one in others if one.of == "topic"]
        shelves = [("For one role", roles), ("On one topic", topics)]
        return self._drawn("feeds", here, whole=whole, shelves=shelves)

    def calendars(self, here: str) -> Markup:
        """Every calendar, and what it holds."""
        coming = [one for day, one in with_a_day(self.library) if day > self.library.today]
        return self._drawn("calendars", here, coming=coming)

    def _choices(self, chosen: list[Change]) -> list[tuple[str, str, list[tuple[str, str]]]]:
        touched = {page for one in chosen for page in one.pages}
        titles = sorted((self.library.pages[one].title, one) for one in touched)
        kinds = dict.fromkeys(str(one.kind) for one in chosen)
        used = {one.urgency for one in chosen}
        urgencies = [one for one in Urgency if one in used]
        roles = [one for one in Role if one is not Role.EVERYONE]
        return [
            ("role", "Your role", [(in_address(one), one.capitalize()) for one in roles]),
            ("urgency", "How soon", [(in_address(one), one.capitalize()) for one in urgencies]),
            ("since", "Since", SINCE),
            ("kind", "How to take it", [(one, one.capitalize()) for one in kinds]),
            ("page", "Page", [(address, title) for title, address in titles]),
        ]

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        return self.draw.html(f"{template}.html.jinja", here, pages=self.library.pages, **values)
