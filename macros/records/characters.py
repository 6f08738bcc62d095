"""Characters that nobody sees in a text, and that change what it says or whether it is found."""

import re
import unicodedata
from typing import NamedTuple

BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U0001d159\U000e0100-\U000e01ef]"
)
"""Fillers and variation selectors: letters, marks and signs for Unicode, but nothing is drawn."""
CONTROLS = {"\n": "new line", "\r": "new line", "\t": "tab", "\x00": "NUL"}


class Hidden(NamedTuple):
    """One such character and its place in the text, from 0."""

    place: int
    character: str

    @property
    def name(self) -> str:
        """What Unicode calls it; its number where it has no name."""
        usual = CONTROLS.get(self.character) or unicodedata.name(self.character, "").lower()
        return usual or f"character U+{ord(self.character):04X}"


def hidden_characters(text: str, allowed: str = "") -> list[Hidden]:
    """Every character of the text that nobody sees, in order, but for those allowed.

    The plain space is seen. Every other space, line end, control, format and direction character,
    whatever is not assigned, and what only takes up room is not. A page allows its own line ends.
    """
    if text.isprintable() and text.isascii():
        return []
    return [
        Hidden(place, character)
        for place, character in enumerate(text)
        if (not character.isprintable() or BLANK.match(character)) and character not in allowed
    ]


def shown(text: str) -> str:
    """The text with the name of each hidden character in its place, in square brackets."""
    names = {ord(one.character): f"[{one.name}]" for one in hidden_characters(text)}
    return text.translate(names)
