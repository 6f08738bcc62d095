"""Builds the guide with Zensical into a folder: python -m macros.zensical_build site-zensical.

Zensical calls nothing of ours before a build nor after it. So it is called here: the project is
read once, its configuration gets plain words only, and the built folder is finished as ever.
"""

import dataclasses
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

import zensical
from pydantic_core import to_jsonable_python
from zensical.config import parse_mkdocs_config

from macros import zensical_pages
from macros.drawing.page_frames import Site
from macros.project import Project, read_project
from macros.publishing.aside import NotNow, begin
from macros.publishing.finish import finish
from macros.publishing.policy import POLICY
from macros.reading.markdown_parser import SETTINGS
from macros.reading.problems import DataProblems
from macros.reading.settings import Settings

CONFIG, OURS = "mkdocs.yml", ".zensical.yml"
NOT_FOUND, NOT_KEPT = "Page not found", "This page is not kept on this phone"


def build(root: Path, target: Path) -> None:
    """Build the project in `root`; what was in `target` stays where that fails.

    Raises DataProblems, and RuntimeError for what Zensical has refused and shown.
    """
    today = parse_mkdocs_config(str(root / CONFIG))
    extra = today["extra"]
    settings = Settings(today["site_url"], today["site_name"], extra["repository"])
    project = read_project(root, urlsplit(settings.url).path or "/")
    around = project.around(settings)
    aside = begin(target)
    try:
        _configure(root, aside.folder.name, project, around)
        zensical.build(str(root / OURS), {"clean": True, "strict": True})
        for page in aside.folder.rglob("*.html"):
            page.write_text(zensical_pages.shown(page.read_text("utf-8")), "utf-8")
        _add_the_page_of_what_is_not_kept(aside.folder, around)
        finish(aside.folder, project.files(settings, root / ".learned"), keeping=extra["keeping"])
    except BaseException:
        aside.give_up()
        raise
    aside.take_its_place()


def _configure(root: Path, folder: str, project: Project, around: Site) -> None:
    """Hand over the pages, and write what today's configuration needs more. JSON is YAML too."""
    zensical_pages.Pages.build = zensical_pages.Build(project, around)
    named = [one for one in project.read_with() if isinstance(one, str)]
    everywhere = dataclasses.replace(around, frames={})
    extra = {"site": everywhere, "problems": [], "policy": POLICY}
    more = {
        "INHERIT": CONFIG,
        "site_dir": folder,
        "theme": {"variant": "classic"},
        "markdown_extensions": [
            "pymdownx.superfences",  # before ours, which then reads the fences
            *({name: dict(SETTINGS.get(name, {}))} for name in named),
            zensical_pages.__name__,
        ],
        "extra": to_jsonable_python(extra, fallback=dict),
    }
    (root / OURS).write_text(json.dumps(more), "utf-8")


def _add_the_page_of_what_is_not_kept(folder: Path, around: Site) -> None:
    """Of the theme's pages that stand at any address, Zensical makes one."""
    page = (folder / "404.html").read_text("utf-8")
    for said, instead in ((NOT_FOUND, NOT_KEPT), (str(around.not_found), str(around.not_kept))):
        page = page.replace(said, instead)
    (folder / "503.html").write_text(page, "utf-8")


if __name__ == "__main__":
    try:
        build(Path.cwd(), Path.cwd() / sys.argv[1])
    except (DataProblems, NotNow) as found:
        sys.exit(str(found))
    except RuntimeError as refused:
        sys.exit(f"Zensical: {refused}. The site that was built before is as it was.")
