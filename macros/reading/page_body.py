"""The text of a page, and where each of its lines stands in the page's file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    """A page's text, and for each line of it the line of the page's file that it comes from."""

    file: str
    text: str
    lines: tuple[int, ...]

    def line_of(self, number: int) -> int:
        """The line of the file for a line of the text, both counted from 1."""
        return self.lines[number - 1]


def body(file: str, text: str, start: int) -> Body:
    """A text that stands in its file as it is, from the line `start` on."""
    return Body(file, text, tuple(range(start, start + text.count("\n") + 1)))
