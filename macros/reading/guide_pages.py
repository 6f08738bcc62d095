"""The page of a one-minute guide: the order of its parts stands in one file, for all guides.

The page itself holds the call for all parts and, below it, what is its own: a heading that names a
part, and the sentences that end that part. `Signs: when it applies` names the part `Signs` anew.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from macros.reading.page_body import Body
from macros.reading.problems import Problem, near, quoted
from macros.records.guides import Guide
from macros.records.points import Part, Point

ORDER = "docs/templates/parts-of-a-guide.md"
ALL_PARTS = "guide"
CALL = "{{ guide() }}"
ROLES = "{{ in_your_role() }}"
"""The call of the one part that some guides do without."""


class Section(NamedTuple):
    """A heading and what stands below it; above the first heading, `heading` is empty."""

    heading: str
    line: int
    text: tuple[tuple[str, int], ...]

    @property
    def name(self) -> str:
        """The part's name: the heading up to a colon."""
        return self.heading.partition(":")[0].strip()

    @property
    def filled(self) -> list[tuple[str, int]]:
        """The lines from the first to the last that says something."""
        said = [place for place, (text, _) in enumerate(self.text) if text.strip()]
        return list(self.text[said[0] : said[-1] + 1]) if said else []


def misplaced(body: Body, order: Body) -> Iterator[Problem]:
    """What keeps a guide's page from being whole: no call for its parts, sentences of no part."""
    top, *own = _sections(body)
    typed = [(text.strip(), line) for text, line in top.filled]
    known = [section.name for section in _sections(order)[1:]]
    if CALL not in [text for text, _ in typed]:
        fix = f"Write {CALL} on a line of its own below the header: it draws all parts in order."
        yield Problem(body.file, body.line_of(1), "", "no call for the guide's parts", CALL, fix)
    where = f"one of: {', '.join(known)}"
    for text, line in typed:
        if text and text != CALL:
            fix = "Write the heading of a part above it: it then ends that part."
            yield Problem(body.file, line, "", "a sentence in no part", where, fix)
    seen: set[str] = set()
    for section in own:
        found = quoted(section.heading)
        if section.name not in known:
            fix = near(section.name, known) + "A guide has these parts; put the sentence into one."
            yield Problem(body.file, section.line, "", found, where, fix)
        elif section.name in seen:
            fix = "Put its sentences below the first one."
            yield Problem(body.file, section.line, "", f"{found} again", "each part once", fix)
        seen.add(section.name)


def whole(
    bodies: Mapping[str, Body],
    order: Body | None,
    guides: Iterable[Guide],
    points: Iterable[Point],
) -> dict[str, Body]:
    """The text of every page by address, that of each guide with its parts in their order."""
    roles = {point.guide for point in points if point.part is Part.ROLE}
    of_guides = {
        guide.page: _in_order(bodies[guide.page], order, roles=guide.id in roles)
        for guide in guides
        if order and CALL in bodies[guide.page].text.split("\n")
    }
    return {**bodies, **of_guides}


def _in_order(body: Body, order: Body, *, roles: bool) -> Body:
    """The page with each part as the order has it, ended by the page's own sentences."""
    own = {section.name: section for section in _sections(body)[1:]}
    call = body.line_of(body.text.split("\n").index(CALL) + 1)
    text: list[tuple[str, int]] = []
    for part in _sections(order)[1:]:
        mine = own.get(part.name, part._replace(line=call, text=()))
        drawn = [(line, call) for line, _ in part.filled if roles or line != ROLES]
        below = [block for block in (drawn, mine.filled) if block]
        for block in [[(f"## {mine.heading}", mine.line)], *below] if below else []:
            text += [*block, ("", mine.line)]
    return Body(body.file, "\n".join(line for line, _ in text), tuple(line for _, line in text))


def _sections(body: Body) -> list[Section]:
    """The text by its headings of the second level; what stands above them comes first."""
    found: list[tuple[str, int, list[tuple[str, int]]]] = [("", body.line_of(1), [])]
    for place, text in enumerate(body.text.split("\n")):
        line = body.line_of(place + 1)
        if text.startswith("## "):
            found.append((text.removeprefix("## ").strip(), line, []))
        else:
            found[-1][2].append((text, line))
    return [Section(heading, line, tuple(lines)) for heading, line, lines in found]
