"""Values as JSON for a script to read: short, in one order, UTF-8."""

import json
from typing import Any


def compact(value: Any) -> bytes:
    """The value without spaces, its names sorted: the same value gives the same file."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return (text + "\n").encode()
