"""What a one-minute guide's page may call."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.calls.choosing import WrongName
from macros.drawing.paper_letters import paper_letters
from macros.drawing.render import Renderer
from macros.library import Library
from macros.records.act_now import Card, Sign
from macros.records.guides import Guide
from macros.records.points import Part, Point, in_order, older_marks
from macros.records.record import Role


@dataclass(frozen=True)
class Guides:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def in_one_sentence(self, here: str) -> Markup:
        """The page's summary, as the guide's one sentence."""
        return self._drawn("in_one_sentence", here, page=self.library.pages[here])

    def guide_act_now(self, here: str) -> Markup:
        """The three cards with this guide's own signs; the bullets for 999 are everywhere."""
        fixed = [sign for sign in self.library.act_now.values() if sign.card is Card.EMERGENCY]
        cards: dict[str, list[tuple[str, Sign | Point]]] = {
            part.value: [("points", one) for one in self._points(here, part)]
            for part in (Part.EMERGENCY, Part.MASH, Part.TALK)
        }
        cards["emergency"][:0] = [("act_now", sign) for sign in fixed]
        guide, known = self._guide(here), self.library.contacts
        also = {
            "also": known[guide.second_call] if guide.second_call else None,
            "also_when": guide.second_when,
            "letters": paper_letters(self.library, guide),
        }
        fixed_words = {"contacts": known, "hub": self.library.ours.hub}
        return self._drawn("act_now", here, cards=cards, **fixed_words, **also, brief=True)

    def points(self, here: str, part: str) -> Markup:
        """The lines of one part of this guide; what to do is numbered."""
        chosen = self._points(here, Part(named_part(part)))
        known = self.library.contacts
        return self._drawn("points", here, points=chosen, ordered=part == Part.DO, contacts=known)

    def in_your_role(self, here: str) -> Markup:
        """A panel for each role that has lines of its own in this guide."""
        lines = self._points(here, Part.ROLE)
        panels = [(role, [one for one in lines if one.role is role]) for role in Role]
        shown = [(role, rows) for role, rows in panels if rows]
        return self._drawn("in_your_role", here, panels=shown)

    def say_and_record(self, here: str) -> Markup:
        """What to say, and what to write down."""
        said, recorded = (self._points(here, part) for part in (Part.SAY, Part.RECORD))
        return self._drawn("say_and_record", here, said=said, recorded=recorded)

    def guide_timescales(self, here: str) -> Markup:
        """The guide's own rows of the one table of time limits, in short."""
        rows = [self.library.timescales[name] for name in self._guide(here).timescales]
        return self._drawn("guide_timescales", here, rows=rows, hub=self.library.ours.hub)

    def guide_contacts(self, here: str) -> Markup:
        """Whom to contact about this, in short; after the hub the line for other hours."""
        known, names = self.library.contacts, list(self._guide(here).contacts)
        if "mash" in names and "out-of-hours" not in names:
            names.insert(names.index("mash") + 1, "out-of-hours")
        rows = [known[name] for name in names]
        return self._drawn("guide_contacts", here, contacts=rows)

    def why_it_matters(self, here: str) -> Markup:
        """What the place's own reports say of it, with the place it was read."""
        rows = self._points(here, Part.WHY)
        return self._drawn("why_it_matters", here, points=rows, sources=self.library.sources)

    def find_out_more(self, here: str) -> Markup:
        """Where to read more, which guides come next, and what this guide rests on."""
        guide, library = self._guide(here), self.library
        links = [library.links[name] for name in guide.links]
        pages = [library.pages[library.guides[name].page] for name in guide.see]
        used = [(library.sources[name], places) for name, places in _places(self._all(guide))]
        carried = [one for one in library.findings.values() if guide.id in one.guides]
        return self._drawn(
            "find_out_more",
            here,
            links=links,
            pages=pages,
            used=used,
            carried=carried,
            reviews=library.reviews,
        )

    def _guide(self, here: str) -> Guide:
        for guide in self.library.guides.values():
            if guide.page == here:
                return guide
        raise WrongName(here, [guide.page for guide in self.library.guides.values()])

    def _all(self, guide: Guide) -> list[Point]:
        return self.library.lines_on(guide.page)

    def _points(self, here: str, part: Part) -> list[Point]:
        return in_order(one for one in self._all(self._guide(here)) if one.part is part)

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        marks = older_marks(self._all(self._guide(here)))
        return self.draw.html(f"{template}.html.jinja", here, marks=marks, **values)


def named_part(part: str) -> str:
    """The part, if a guide has one of that name. Raises WrongName."""
    if part not in list(Part):
        raise WrongName(part, list(Part))
    return part


def _places(points: list[Point]) -> Iterator[tuple[str, list[str]]]:
    """Each source once, with the places in it that the lines name, in the order of first use."""
    places: dict[str, list[str]] = {}
    for point in in_order(points):
        shelf = places.setdefault(point.source_id, [])
        if point.source_ref not in shelf:
            shelf.append(point.source_ref)
    yield from places.items()
