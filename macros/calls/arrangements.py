"""What a page may call of the arrangements: partners, groups, duties, and how quality is seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.calls.choosing import having, named
from macros.drawing.render import Renderer
from macros.library import Library
from macros.records.groups import Group
from macros.records.groups import Kind as GroupKind


@dataclass(frozen=True)
class Arrangements:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def partners(self, here: str, *kinds: str) -> Markup:
        """A card for each partner of the kinds named: lead, delegated or board."""
        chosen = having(self.library.partners, "kind", kinds)
        return self._drawn("partners", here, partners=chosen)

    def duties(self, here: str, *holders: str) -> Markup:
        """The duties of those named, numbered as their source numbers them."""
        chosen = having(self.library.duties, "holder", holders)
        chosen.sort(key=lambda duty: (holders.index(duty.holder.value), duty.order))
        shelves = [list(rows) for _, rows in groupby(chosen, key=lambda duty: duty.holder)]
        return self._drawn("duties", here, shelves=shelves)

    def relevant_agencies(self, here: str) -> Markup:
        """Every relevant agency, in the order of the published list."""
        chosen = sorted(self.library.relevant_agencies.values(), key=lambda one: one.order)
        return self._drawn("relevant_agencies", here, agencies=chosen)

    def groups(self, here: str, *ids: str) -> Markup:
        """The groups named, or all, with what each does and whom it answers to."""
        known = self.library.groups
        chosen = named(known, ids) if ids else _from_the_top(known)
        return self._drawn("groups", here, groups=chosen, known=known)

    def structure(self, here: str) -> Markup:
        """The chart of who answers to whom, as nested lists, and the groups that stand beside."""
        known = self.library.groups
        tops = [one for one in _from_the_top(known) if not one.reports_to]
        below = {name: _below(known, name) for name in known}
        joined = [one for one in tops if below[one.id]]
        beside = [one for one in tops if not below[one.id]]
        return self._drawn("structure", here, tops=joined, beside=beside, below=below)

    def assurance(self, here: str, *lenses: str) -> Markup:
        """The table of activities under the lenses named."""
        chosen = having(self.library.assurance, "lens", lenses)
        chosen.sort(key=lambda one: (lenses.index(one.lens.value), one.order))
        return self._drawn("assurance", here, rows=chosen, lenses=lenses)

    def routes(self, here: str, *areas: str) -> Markup:
        """The mechanisms of the areas named, in the order of their source."""
        chosen = having(self.library.routes, "area", areas)
        chosen.sort(key=lambda one: (areas.index(one.area.value), one.order))
        return self._drawn("routes", here, routes=chosen)

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        sources = self.library.sources
        return self.draw.html(f"{template}.html.jinja", here, sources=sources, **values)


def _from_the_top(known: Mapping[str, Group]) -> list[Group]:
    order = list(GroupKind)
    return sorted(known.values(), key=lambda one: (order.index(one.kind), one.name))


def _below(known: Mapping[str, Group], name: str) -> list[Group]:
    return [one for one in _from_the_top(known) if one.reports_to == name]
