"""The headings of every page as links reach them: typed into the page, or drawn by a call."""

import re
from collections.abc import Mapping

from macros.calls.rehearsal import Rehearsed
from macros.reading.call_marks import put_back
from macros.reading.markdown_parser import parser

HEADING = re.compile(r'<h[23]\b[^>]*\sid="([^"]+)"')
Headings = Mapping[str, tuple[str, ...]]


def headings(pages: Mapping[str, Rehearsed]) -> dict[str, tuple[str, ...]]:
    """The ids of the headings of every page by its address, in their order."""
    markdown = parser()
    return {
        address: tuple(HEADING.findall(put_back(markdown.reset().convert(one.text), one.drawn)))
        for address, one in pages.items()
    }
