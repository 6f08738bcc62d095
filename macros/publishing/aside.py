"""A build is written beside the published folder, and takes its place when it is whole.

Whatever ends a build before that, the published folder is the last good one. What a killed build
leaves behind, the next one puts right.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout


class NotNow(Exception):
    """A build that may not begin, and why."""


@dataclass(frozen=True)
class Aside:
    """The folder of a build that is not finished, and the one whose place it will take."""

    target: Path
    folder: Path
    old: Path
    lock: FileLock

    def take_its_place(self) -> None:
        """Make the finished build the published one. Raises OSError; both are then still there."""
        if self.target.exists():
            self.target.rename(self.old)
        self.folder.rename(self.target)
        shutil.rmtree(self.old, ignore_errors=True)
        self.lock.release()

    def give_up(self) -> None:
        """Take the unfinished build away; the published one stays."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.lock.release()


def begin(target: Path) -> Aside:
    """Prepare an empty place beside `target`. Raises NotNow if it cannot be used now."""
    if target.is_symlink():
        raise NotNow(
            f"{target.name} is a link to another folder, and what stands there would be replaced. "
            "Take the link away, or build with --site-dir into a folder of its own."
        )
    beside = {end: target.with_name(f".{target.name}.{end}") for end in ("new", "old", "lock")}
    target.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(beside["lock"])
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise NotNow(
            f"Another build is writing {target.name} just now. Wait for its end, then build again."
        ) from None
    _put_right(target, beside["new"], beside["old"])
    return Aside(target, beside["new"], beside["old"], lock)


def _put_right(target: Path, new: Path, old: Path) -> None:
    """Undo what a build left that was ended between two steps."""
    shutil.rmtree(new, ignore_errors=True)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)
