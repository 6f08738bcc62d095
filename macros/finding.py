"""What the pages on levels of need, on finding by concern and on deadlines may call."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.calls import having, named
from macros.levels import LevelPart
from macros.library import Library
from macros.render import Renderer


@dataclass(frozen=True)
class Finding:
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

    def concerns(self, here: str) -> Markup:
        """Every concern under its topic: whom to call first, the likely route, and the guide."""
        shelves = []
        for topic in self.library.topics.values():
            rows = [one for one in self.library.concerns.values() if one.topic == topic.id]
            if rows:
                shelves.append((topic, sorted(rows, key=lambda one: one.order)))
        count = sum(len(rows) for _, rows in shelves)
        choices = [("topic", "Topic", [(topic.id, topic.name) for topic, _ in shelves])]
        return self.draw.html(
            "concerns.html.jinja",
            here,
            shelves=shelves,
            count=count,
            choices=choices,
            library=self.library,
        )

    def deadline_reader(self, here: str) -> Markup:
        """A form that counts from a day: only limits whose text and first day were read."""
        rows = [one for one in self.library.timescales.values() if one.counted]
        events = sorted({one.event for one in rows})
        days = sorted(self.library.bank_holidays.values(), key=lambda one: one.date)
        return self.draw.html(
            "deadline_reader.html.jinja",
            here,
            events=events,
            days=days,
            sources=self.library.sources,
        )
