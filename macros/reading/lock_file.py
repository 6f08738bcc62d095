"""The packages that build the site, as requirements.txt pins them."""

import re
from pathlib import Path
from typing import NamedTuple

LOCK = Path(__file__).parent.parent.parent / "requirements.txt"
PINNED = re.compile(r"([a-z0-9._-]+)==([^\s;]+)")
WANTED_BY = re.compile(r"^ +# +(?:via +)?(?!via$)(\S+)", re.MULTILINE)


class Package(NamedTuple):
    """One package; `wanted_by` names the packages that ask for it, or the project itself."""

    name: str
    version: str
    wanted_by: tuple[str, ...]


def packages(lock: Path = LOCK) -> list[Package]:
    """Every package of a lock that uv has compiled, in its order."""
    entries = re.split(r"\n(?=\S)", lock.read_text("utf-8"))
    pinned = [(PINNED.match(entry), WANTED_BY.findall(entry)) for entry in entries]
    return [Package(found[1], found[2], tuple(wanted)) for found, wanted in pinned if found]
