"""Values as JSON for a script to read: short, in one order, UTF-8."""

import json
from collections.abc import Iterable
from typing import Any

# Whole numbers as characters: printable ones, without the two that JSON escapes
FIRST_CODE, GAP, TABLE = 35, 92, 161
SURROGATES = 0xD800


def compact(value: Any) -> bytes:
    """The value without spaces, its names sorted: the same value gives the same file."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return (text + "\n").encode()


def codes(numbers: Iterable[int]) -> str:
    """A character for each number from 0, which packs better than digits; index.js reads them.

    Raises ValueError for a number too large to have one, beyond 55,000.
    """
    return "".join(map(_code, numbers))


def _code(number: int) -> str:
    code = number + FIRST_CODE
    code += code >= GAP
    code = code if code < 127 else code - 127 + TABLE
    if number < 0 or code >= SURROGATES:
        raise ValueError(f"{number} has no character")
    return chr(code)
