"""Tables in Markdown, in columns that also line up in a terminal."""

from collections.abc import Iterable, Sequence

KIB = 1024


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]], note: str = "") -> str:
    """A heading, a table and a note below it. The first column is words, the others are numbers."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(head))]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    drawn = [_line(line, widths) for line in (lines[0], rule, *lines[1:])]
    return "\n".join([f"## {title}", "", *drawn, *(["", note] if note else [])])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    words, *numbers = zip(cells, widths, strict=True)
    padded = [words[0].ljust(words[1]), *(cell.rjust(width) for cell, width in numbers)]
    return f"| {' | '.join(padded)} |"


def kib(size: float) -> str:
    """Bytes as KiB."""
    return f"{size / KIB:.0f}"


def percent(share: float) -> str:
    """A share of one, in full percent."""
    return f"{share:.0%}"
