"""The one module that knows MkDocs: it joins the project, its pages and the finish to a build."""

import calendar
import gc
import logging
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

# MkDocs loads this file by its path, from wherever it was called
sys.path.append(str(Path(__file__).parent.parent))

from macros.drawing.convert_once import convert_once
from macros.drawing.page_frames import Site
from macros.drawing.prose import meanings
from macros.project import Project, read_project
from macros.publishing import finish
from macros.publishing.aside import Aside, NotNow, begin
from macros.publishing.policy import POLICY
from macros.publishing.unfinished import why
from macros.reading.markdown_parser import SETTINGS
from macros.reading.problems import DataProblems, complaints
from macros.reading.settings import Settings


@dataclass
class Build:
    """The build that is going on: what it is of, and where it is written."""

    project: Project | None = None
    aside: Aside | None = None


now = Build()


def on_config(config: MkDocsConfig) -> None:
    """A build begins: refuse damaged data, or make all ready for its pages."""
    finish.wait_for_the_rest()
    now.project, now.aside = None, None
    if not _serving():
        _begin_aside(config)
    try:
        root = Path(config.config_file_path).parent
        project = read_project(root, urlsplit(config.site_url or "").path or "/")
    except DataProblems as found:
        _refuse(config, found)
        return
    # MkDocs dates the site map by this, instead of by the clock
    os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(project.library.today.timetuple()))
    config.extra["site"] = project.around(_settings(config))
    config.extra["problems"] = []
    config.extra["policy"] = "" if _serving() else POLICY
    read_with: Any = project.read_with()  # MkDocs names only strings
    config.markdown_extensions = read_with
    config.mdx_configs = {name: dict(options) for name, options in SETTINGS.items()}
    now.project = project
    if not _serving():
        gc.freeze()  # the library stays to the end: looking for garbage in it takes a while


def on_env(env: Any, **_: Any) -> None:
    """The theme's templates: a line that only decides something leaves no line of its own."""
    env.trim_blocks = env.lstrip_blocks = True


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """A page's text before it is converted, as it was checked, with a mark for each call."""
    if not now.project:
        return ""
    around: Site = config.extra["site"]
    page.meta["frame"] = around.frames[f"/{page.url}"]
    text = now.project.pages[f"/{page.url}"].text
    if _serving():
        convert_once(page, text, tuple(meanings(now.project.library).items()))
    return text


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """A page's HTML: what its calls drew comes in."""
    if not now.project:
        return html
    whole = now.project.whole(f"/{page.url}", html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | finish.anchors(whole)
    return whole


def on_post_build(config: MkDocsConfig) -> None:
    """The pages are written: finish their folder, and let it take its place."""
    if not now.project:
        return
    kept = Path(config.config_file_path).parent / ".learned"
    extra = partial(now.project.files, _settings(config), kept)
    if not now.aside:
        finish.finish_while_serving(Path(config.site_dir), extra)
        return
    finish.finish(now.aside.folder, extra(), keeping=config.extra["keeping"])
    if not _warned():  # MkDocs stops a strict build for its warnings after this
        now.aside.take_its_place()
        config.site_dir, now.aside = str(now.aside.target), None


def on_build_error(error: Exception, **_: Any) -> None:
    """A build ends before its end: the site of before stays, and what went wrong is said."""
    if now.aside:
        now.aside.give_up()
    said = why(error)
    if said:
        raise Abort(f"{said} The site that was built before is as it was.")


def _settings(config: MkDocsConfig) -> Settings:
    return Settings(str(config.site_url), config.site_name, config.extra.get("repository", ""))


def _begin_aside(config: MkDocsConfig) -> None:
    try:
        now.aside = begin(Path(config.site_dir))
    except NotNow as found:
        raise PluginError(str(found)) from None
    config.site_dir = str(now.aside.folder)


def _refuse(config: MkDocsConfig, found: DataProblems) -> None:
    """Stop the build; while serving, show the list in the browser instead."""
    if not _serving():
        raise PluginError(str(found))
    print(found)
    config.extra["problems"] = complaints(found.problems)


def _warned() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(one.get_counts() for one in handlers if isinstance(one, CountHandler))


def _serving() -> bool:
    return os.environ.get("SITE_LIVE") == "yes"
