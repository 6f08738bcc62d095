"""The picture that a team chat shows beside a link, with the guide's name on it."""

from pathlib import Path

CARD = "data/card.png"


def card(root: Path) -> bytes:
    """What the file holds; nothing where a guide has none."""
    path = root / CARD
    return path.read_bytes() if path.is_file() else b""
