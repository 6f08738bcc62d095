"""A copy of the project to add pages to and to change, without its history; so its day is given."""

import shutil
from pathlib import Path

from macros.reading.site_date import today
from tests.bench.stock import quiet
from tests.code.test_commands import NOT_COPIED
from tests.conftest import ROOT


def copied(folder: Path) -> Path:
    """The whole project in a new folder."""
    return Path(shutil.copytree(ROOT, folder, ignore=NOT_COPIED))


def dated(**more: str) -> dict[str, str]:
    """The environment in which a copy builds to what the project itself builds to."""
    return {**quiet(), "SITE_DATE": today(ROOT).isoformat(), **more}
