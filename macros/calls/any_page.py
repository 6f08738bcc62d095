"""What any page may call: numbers, contacts, cards, limits, steps, links, terms and sources."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.calls.choosing import WrongName, having, named
from macros.drawing.limit_notes import notes_above, notes_in_short, notes_of, said_of_all
from macros.drawing.render import Renderer
from macros.drawing.wording import limit_words
from macros.library import Library
from macros.records.act_now import Card
from macros.records.contacts import Contact
from macros.records.sources import ReadAs

ELSEWHERE = re.compile("(another|neighbouring) area", re.IGNORECASE)


@dataclass(frozen=True)
class AnyPage:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def contacts(self, here: str, *ids: str) -> Markup:
        """Contact cards for the contacts named, in that order."""
        chosen = named(self.library.contacts, ids)
        return self._cards(here, chosen)

    def contact_groups(self, here: str, *groups: str) -> Markup:
        """Contact cards for every contact of the groups named, group by group."""
        return self._cards(here, having(self.library.contacts, "group", groups))

    def contact_lines(self, here: str, *groups: str) -> Markup:
        """A line for every contact of the groups named, with its number; the card unfolds."""
        return self._cards(here, [], having(self.library.contacts, "group", groups))

    def _cards(self, here: str, chosen: list[Contact], later: Sequence[Contact] = ()) -> Markup:
        known = {"sources": self.library.sources, "ours": self.library.ours}
        return self.draw.html("contacts.html.jinja", here, contacts=chosen, later=later, **known)

    def phone(self, here: str, name: str) -> Markup:
        """One number in a sentence, ready to tap; beside the hub's, that for other hours."""
        with_phone = {key: one for key, one in self.library.contacts.items() if one.phone}
        contact = named(with_phone, (name,))[0]
        known = self.library.contacts
        return self.draw.html("phone.html.jinja", here, contact=contact, contacts=known)

    def act_now(self, here: str) -> Markup:
        """The three cards: call 999, call the hub today, talk it through."""
        signs = sorted(self.library.act_now.values(), key=lambda sign: sign.order)
        cards = {
            card.value: [("act_now", sign) for sign in signs if sign.card is card] for card in Card
        }
        known = {"contacts": self.library.contacts, "hub": self.library.ours.hub}
        return self.draw.html("act_now.html.jinja", here, cards=cards, **known, brief=False)

    def blank_record(self, here: str, *headings: str) -> Markup:
        """Headings, one at least, with lines to write on. Nothing is typed into the site."""
        if not headings:
            raise WrongName(
                "", (), wanted="a heading", fix='Such as blank_record("Who was there").'
            )
        return self.draw.html("blank_record.html.jinja", here, headings=headings)

    def timescales(self, here: str, *topics: str) -> Markup:
        """The table of time limits of the topics named, topic by topic."""
        chosen = having(self.library.timescales, "topic", topics)
        return self.draw.html(
            "timescales.html.jinja",
            here,
            rows=chosen,
            topics=topics,
            notes={row.id: list(notes_of(row)) for row in chosen},
            above=notes_above(chosen),
            in_short=notes_in_short(chosen),
            sources=self.library.sources,
        )

    def limit(self, here: str, name: str) -> str:
        """One time limit in a sentence, such as: within 5 working days."""
        return limit_words(named(self.library.timescales, (name,))[0])

    def steps(self, here: str, process: str) -> Markup:
        """A timeline of what happens, with time limits where they are known."""
        chosen = sorted(
            having(self.library.steps, "process", (process,)), key=lambda one: one.order
        )
        timed = [
            (line, step, self.library.timescales[step.timescale])
            for line, step in enumerate(chosen, 1)
            if step.timescale
        ]
        return self.draw.html(
            "steps.html.jinja",
            here,
            steps=chosen,
            library=self.library,
            said_once=said_of_all([limit for _, _, limit in timed]),
            also=[
                (limit, f"limit of line {line}")
                for line, step, limit in timed
                if limit.source_id != step.source_id
            ],
        )

    def links(self, here: str, *ids: str, topic: str = "") -> Markup:
        """A list of outside resources: the ones named, those of a topic, or all."""
        known = self.library.links
        chosen = named(known, ids) if ids else list(known.values())
        if topic:
            named(self.library.topics, (topic,))
            chosen = [link for link in chosen if topic in link.topics]
        return self.draw.html("links.html.jinja", here, links=chosen, sources=self.library.sources)

    def link(self, here: str, name: str) -> Markup:
        """One outside resource as a link in a sentence."""
        return self.draw.html("link.html.jinja", here, link=named(self.library.links, (name,))[0])

    def definitions(self, here: str, *ids: str) -> Markup:
        """A definition list: the terms named, or the whole glossary by letter."""
        chosen = named(self.library.glossary, ids) if ids else list(self.library.glossary.values())
        chosen = chosen if ids else sorted(chosen, key=lambda term: term.term.casefold())
        return self.draw.html(
            "definitions.html.jinja",
            here,
            terms=chosen,
            whole=not ids,
            sources=self.library.sources,
        )

    def source_note(self, here: str, name: str, place: str) -> Markup:
        """Where the text above was read: the document and the place in it."""
        source = named(self.library.sources, (name,))[0]
        if name not in self.library.pages[here].sources:
            fix = f"Add {name} to sources in the header, or name one that stands there."
            raise WrongName(name, (), wanted="a source that the page's header names", fix=fix)
        beware = {
            "another area": ELSEWHERE.search(place),
            "not read": source.read_as is ReadAs.NOT_READ,
            "older edition": source.edition_note,
        }
        return self.draw.html(
            "source_note.html.jinja", here, source=source, place=place,
            beware=[words for words, so in beware.items() if so],
        )  # fmt: skip
