"""What no cell holds on purpose: characters that nobody sees, and the marks of a spreadsheet."""

import re
import unicodedata

from macros.records.characters import hidden_characters
from macros.records.fields import wanted

LONGEST = 5000  # characters; our longest cell has 2,218
FAULT = re.compile(r"#(?:[A-Z]{3,}[!?]|N/A|DIV/0!|GETTING_DATA)|\bErr:\d{3}\b")
TOO_NARROW = re.compile(r"#{2,}")
SHORTENED = re.compile(r"[+-]?\d([.,]\d+)?E[+-]?\d{2,3}|[+-]?\d([.,]\d+)?e[+-]\d{2,3}")
FORMULA = re.compile(
    r"=|[+@-]\s*(?:[A-Za-z.]+\(|\$?[A-Za-z]{1,3}\$?\d+\b|\d+(?:\.\d+)?\s*[+*/^-]\s*\d|cmd\b)"
)
AGAIN = "Type the cell again from its source, with the column formatted as text."


def undamaged(text: str) -> str:
    """The text of a cell, or words for the editor where it is damaged."""
    _all_seen(text)
    if found := FAULT.search(text):
        raise wanted(f"what stood there before a spreadsheet wrote {found.group()}", AGAIN)
    if TOO_NARROW.fullmatch(text):
        raise wanted("what stood there before a spreadsheet's column was too narrow", AGAIN)
    if SHORTENED.fullmatch(text):
        raise wanted("every digit of a number that a spreadsheet has shortened", AGAIN)
    if FORMULA.match(text):
        raise wanted("words or a number, not a spreadsheet's formula", AGAIN)
    if len(text) > LONGEST:
        fix = "Shorten it. Or a quotation mark opens here and is not closed."
        raise wanted(f"{LONGEST:,} characters at most", fix)
    return text


def _all_seen(text: str) -> None:
    """Refuse what nobody sees; what the brackets of the message name."""
    kinds = {one.character for one in hidden_characters(text)}
    if kinds & set("\r\n"):
        fix = "Write it on one line. Or a quotation mark opens here and is not closed."
        raise wanted("one line of text", fix, in_page="Write it on one line.")
    if kinds and all(unicodedata.category(one) == "Zs" or one == "\t" for one in kinds):
        fix = "Delete what the brackets name and type a space."
        raise wanted("plain spaces only", fix)
    if kinds:
        fix = "Type it again instead of pasting it: nobody sees what the brackets name."
        raise wanted("text without hidden characters", fix)
