"""What pages on training may call."""

from dataclasses import dataclass

from markupsafe import Markup

from macros.drawing.render import Renderer
from macros.library import Library


@dataclass(frozen=True)
class Training:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def courses(self, here: str) -> Markup:
        """The courses with their attendances, most attended first, and the learning they carry."""
        rows = sorted(self.library.courses.values(), key=lambda one: (-one.attendances, one.name))
        found = self.library.findings.values()
        carried = {row.id: [one for one in found if row.id in one.courses] for row in rows}
        return self.draw.html(
            "courses.html.jinja",
            here,
            rows=rows,
            total=sum(one.attendances for one in rows),
            carried=carried,
            library=self.library,
        )
