"""What the pages for finding something may call: levels, concerns, deadlines, the A to Z."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from macros.calls.choosing import having, named
from macros.checks.names import Headings, folded, terms_by_name
from macros.drawing.render import Renderer
from macros.drawing.wording import in_address, letter
from macros.library import Library
from macros.records.concerns import Concern, FirstCall
from macros.records.law_changes import by_date
from macros.records.levels import LevelPart
from macros.records.pages import Page
from macros.records.timescales import Topic as LimitTopic
from macros.records.topics import Topic

MOST_PAGES = 2


class Entry(NamedTuple):
    """One line of the A to Z: a page's heading, or a word and where it leads."""

    label: str
    row: str
    pages: tuple[Page, ...]
    address: str

    @property
    def letter(self) -> str:
        """The letter it stands under."""
        return letter(self.label)


@dataclass(frozen=True)
class LookUp:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def levels(self, here: str) -> Markup:
        """The levels of need as one continuum, from help for everyone to the most help."""
        chosen = sorted(self.library.levels.values(), key=lambda level: level.number)
        sources = self.library.sources
        return self.draw.html("levels.html.jinja", here, levels=chosen, sources=sources)

    def level_points(self, here: str, level: str, part: str) -> Markup:
        """What is published about one level: means, examples, way-in, expected or signs."""
        named(self.library.levels, (level,))
        named({one.value: one for one in LevelPart}, (part,))
        lines = having(self.library.level_points, "level", (level,))
        chosen = sorted((one for one in lines if one.part == part), key=lambda one: one.order)
        sources = self.library.sources
        return self.draw.html("level_points.html.jinja", here, points=chosen, sources=sources)

    def concern_box(self, here: str) -> Markup:
        """The box in which a reader says what was seen or heard; `concerns` stands below it."""
        choices = [("topic", "Topic", [(topic.id, topic.name) for topic, _ in self._shelves()])]
        return self.draw.html("concern_box.html.jinja", here, choices=choices, library=self.library)

    def concerns(self, here: str) -> Markup:
        """Every concern under its topic: whom to call first, the likely route, and the guide."""
        return self.draw.html(
            "concerns.html.jinja", here, shelves=self._shelves(), library=self.library
        )

    def concern_reasons(self, here: str) -> Markup:
        """Why each concern leads where it does, and where that was read."""
        return self.draw.html(
            "concern_reasons.html.jinja", here, shelves=self._shelves(), library=self.library
        )

    def _shelves(self) -> list[tuple[Topic, list[Concern]]]:
        """Each topic that has concerns: those for 999 first, then in their order."""
        calls = list(FirstCall)
        by_urgency = sorted(
            self.library.concerns.values(), key=lambda one: (calls.index(one.card), one.order)
        )
        topics = self.library.topics.values()
        shelves = [
            (topic, [one for one in by_urgency if one.topic == topic.id]) for topic in topics
        ]
        return [shelf for shelf in shelves if shelf[1]]

    def deadline_reader(self, here: str) -> Markup:
        """A form that counts from a day; what has no limit that can be counted stands apart."""
        limits = self.library.timescales.values()
        counted = dict.fromkeys((one.topic, one.event) for one in limits if one.counted)
        events = {topic: [e for t, e in counted if t == topic] for topic in LimitTopic}
        dated = {event for _, event in counted}
        apart = dict.fromkeys(one.event for one in limits if one.event not in dated)
        days = sorted(self.library.bank_holidays.values(), key=lambda one: one.date)
        return self.draw.html(
            "deadline_reader.html.jinja",
            here,
            events={topic: some for topic, some in events.items() if some},
            apart=list(apart),
            days=days,
            sources=self.library.sources,
        )

    def law_changes(self, here: str) -> Markup:
        """What is changing in law and guidance: in force first, then what is to come."""
        rows = by_date(self.library.law_changes.values())
        roles = sorted({role for one in rows for role in one.roles})
        standings = dict.fromkeys(one.standing for one in rows)
        choices = [
            ("role", "Your role", [(in_address(one), one.capitalize()) for one in roles]),
            ("standing", "How far", [(in_address(one), one.capitalize()) for one in standings]),
        ]
        return self.draw.html(
            "law_changes.html.jinja", here, rows=rows, choices=choices, library=self.library
        )

    def editions(self, here: str) -> Markup:
        """Each edition of a law or guidance, whether it holds, and what replaced it."""
        known = self.library.editions
        rows = sorted(known.values(), key=lambda one: (one.title.casefold(), one.id))
        sources = self.library.sources
        return self.draw.html(
            "editions.html.jinja", here, rows=rows, editions=known, sources=sources
        )

    def a_to_z(self, here: str) -> Markup:
        """Every page, and every word people type with the page or the term it leads to."""
        entries = sorted(self._entries(), key=lambda one: (one.label.casefold(), one.row))
        shelves: dict[str, list[Entry]] = {}
        for entry in entries:
            shelves.setdefault(entry.letter, []).append(entry)
        return self.draw.html("a_to_z.html.jinja", here, shelves=shelves)

    def _entries(self) -> Iterator[Entry]:
        pages = self.library.pages
        yield from (Entry(page.title, "", (), page.address) for page in pages.values())
        headings, terms = Headings(pages), terms_by_name(self.library.glossary)
        for word in self.library.vocabulary.values():
            about = headings.subjects(word.meant)[:MOST_PAGES]
            term = None if about else terms.get(folded(word.meant))
            known = f"/about/glossary/#{term.id}" if term else ""
            yield Entry(word.said, word.id, tuple(pages[one] for one in about), known)
