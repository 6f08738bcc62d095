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

    def courses(self, here: str, period: str) -> Markup:
        """The courses of a period, such as 2023-24, most attended first, with their learning."""
        rows = sorted(self.library.courses.values(), key=lambda one: (-one.attendances, one.name))
        found = self.library.findings.values()
        carried = {row.id: [one for one in found if row.id in one.courses] for row in rows}
        return self.draw.html(
            "courses.html.jinja",
            here,
            period=period,
            rows=rows,
            total=sum(one.attendances for one in rows),
            carried=carried,
            library=self.library,
        )
