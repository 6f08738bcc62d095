"""Material for MkDocs as it comes, built from the same pages or from plain ones."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.bench.pages import OWN_LISTS, BuiltPage, article

CONFIG = Path(__file__).parent / "stock.yml"
ONLY_HOME_IN_MENU = "nav: [index.md]\n"
BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")


def stock(pages: Mapping[str, BuiltPage], project: Path, *, menu: bool = True) -> Path:
    """Build a stock site of these pages; return its folder.

    Without `menu` only the home page is in the menu: it stands whole on every page, and would fill
    the disk with ten times the pages. Search does not read it.
    """
    for address, page in pages.items():
        header = {"title": page.title, "search": {"exclude": address.startswith(OWN_LISTS)}}
        path = project / "docs" / address / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{json.dumps(header)}\n---\n\n{article(page)}\n", "utf-8")
    configure(project, "" if menu else ONLY_HOME_IN_MENU)
    subprocess.run(BUILD, cwd=project, env=quiet(), check=True)
    return project / "site"


def configure(project: Path, more: str = "") -> None:
    """Lay the configuration of a stock site into a folder."""
    shutil.copy(CONFIG, project / "mkdocs.yml")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(more)


def quiet() -> dict[str, str]:
    """Our environment, without the theme's notice about its end of life."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
