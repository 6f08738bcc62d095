"""What keeps old links to the parts of a page alive: their names, beside what they led to."""

from collections.abc import Iterable, Iterator

from macros.drawing.render import Renderer
from macros.library import Library
from macros.records.anchors import Anchor, page_and_part


def with_old_parts(html: str, address: str, library: Library, draw: Renderer) -> str:
    """A page's HTML in which every part that it once had, and has no more, is still reached.

    The name of a renamed heading stands in the heading. Whatever else moved has a place at the
    end of the page that says where it is now, and is seen only by who comes for it.
    """
    elsewhere = []
    for one in _once(address, library):
        if f' id="{one.name}"' in html:
            continue  # a page that moved here had a part of the same name
        page, name = page_and_part(one.moved_to or "")
        place = html.find(f' id="{name}"') if name and page == address else -1
        if place < 0:
            elsewhere.append(one)
            continue
        inside = html.index(">", place) + 1
        named = str(draw.html("old_part.html.jinja", address, name=one.name))
        html = html[:inside] + named + html[inside:]
    return "".join([html, *_places(elsewhere, address, library, draw)])


def _once(address: str, library: Library) -> list[Anchor]:
    """The parts that moved away from a page, or from one that has moved here."""
    here = {one.address for one in library.addresses.values() if one.moved_to == address}
    return [
        one
        for one in library.anchors.values()
        if one.moved_to and (one.page == address or one.page in here)
    ]


def _places(
    parts: Iterable[Anchor], address: str, library: Library, draw: Renderer
) -> Iterator[str]:
    for one in parts:
        page, _ = page_and_part(one.moved_to or "")
        values = {"name": one.name, "target": one.moved_to, "page": library.pages[page]}
        dropped = one.moved_to == address
        yield draw.html("part_elsewhere.html.jinja", address, **values, dropped=dropped)
