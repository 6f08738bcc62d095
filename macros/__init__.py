"""The one module that knows MkDocs: it joins the library, the calls and the finish to a build."""

import calendar
import gc
import os
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from macros.calls.by_name import Call, by_name, names
from macros.calls.fingerprints import fingerprints
from macros.calls.rehearsal import rehearse
from macros.drawing.convert_once import convert_once
from macros.drawing.page_frames import site
from macros.drawing.prose import Meaning, Prose
from macros.drawing.render import Renderer, renderer
from macros.drawing.wording import FILTERS
from macros.library import Library, load
from macros.publishing import finish
from macros.publishing.policy import POLICY
from macros.reading.guide_pages import ALL_PARTS
from macros.reading.page_calls import misread
from macros.reading.page_files import bodies
from macros.reading.problems import DataProblems, complaints
from macros.reading.site_date import today
from macros.records.record import YesNo


class Macros(Protocol):
    """What we use of mkdocs-macros' environment, which carries no types."""

    conf: Any
    page: Any
    markdown: str

    def macro(self, call: Callable[..., str], name: str) -> None:
        """Make a call known to pages."""


def checked_calls(root: Path, base: str) -> tuple[Library, Renderer, dict[str, Call]]:
    """The library and the calls on it, after every page was rehearsed. Raises DataProblems."""
    try:
        library = load(root, today(root))
    except DataProblems as found:
        # What shows in the pages without the data is told at once with what is wrong in the data
        unread = misread(bodies(root), [*names(), ALL_PARTS])
        raise DataProblems([*found.problems, *unread]) from None
    draw = renderer(base, FILTERS)
    calls = by_name(library, draw)
    problems = rehearse(library, calls)
    if problems:
        raise DataProblems(problems)
    return library, draw, calls


def define_env(env: Macros) -> None:
    """Called by mkdocs-macros when a build begins: refuse damaged data, or make the calls known."""
    finish.wait_for_the_rest()
    root = Path(env.conf["config_file_path"]).parent
    site_url = env.conf["site_url"]
    try:
        library, draw, calls = checked_calls(root, urlsplit(site_url).path or "/")
    except DataProblems as found:
        _refuse(env, found)
        return
    # MkDocs dates the site map by this, instead of by the clock
    os.environ["SOURCE_DATE_EPOCH"] = str(calendar.timegm(library.today.timetuple()))
    now = fingerprints(library, calls)
    feedback = _feedback(env.conf["extra"].get("repository", ""))
    env.conf["extra"]["site"] = site(library, draw, site_url, feedback, now)
    env.conf["extra"]["problems"] = []
    env.conf["extra"]["policy"] = "" if _serving() else POLICY
    env.conf["extra"]["publish"] = (library, draw)
    env.conf["extra"]["marked"] = _marked(library)
    env.conf["markdown_extensions"].append(Prose(env.conf["extra"]["marked"]))
    for name, call in calls.items():
        env.macro(_on_page(call, env), name)
    if not _serving():
        gc.freeze()  # the library stays to the end: looking for garbage in it takes a while


def on_pre_page_macros(env: Macros) -> None:
    """Called by mkdocs-macros before the calls of a page are drawn: what was checked is built."""
    if not env.conf["extra"]["problems"]:
        library, _ = env.conf["extra"]["publish"]
        env.markdown = library.bodies["/" + env.page.url].text


def on_post_page_macros(env: Macros) -> None:
    """Called by mkdocs-macros when the calls of a page are drawn and before it is converted."""
    marked = env.conf["extra"].get("marked")
    if _serving() and marked:
        convert_once(env.page, env.markdown, tuple(marked.items()))


def on_post_build(env: Macros) -> None:
    """Called by mkdocs-macros when the pages are written: finish the built folder."""
    if env.conf["extra"]["problems"]:
        return
    publish = partial(finish.published, *env.conf["extra"]["publish"])
    extra = partial(publish, env.conf["site_url"], env.conf["site_name"])
    folder = Path(env.conf["site_dir"])
    if _serving():
        finish.finish_while_serving(folder, extra)
    else:
        finish.finish(folder, extra())


def _on_page(call: Call, env: Macros) -> Call:
    @wraps(call)
    def on_page(*args: Any, **options: Any) -> str:
        return call("/" + env.page.url, *args, **options)

    return on_page


def _refuse(env: Macros, found: DataProblems) -> None:
    """Stop the build; while serving, show the list in the browser instead."""
    if not _serving():
        from mkdocs.exceptions import PluginError

        raise PluginError(str(found))
    print(found)
    env.conf["extra"]["problems"] = complaints(found.problems)
    for name in (*names(), ALL_PARTS):
        env.macro(lambda *_, **__: "", name)


def _marked(library: Library) -> dict[str, Meaning]:
    marked = [term for term in library.glossary.values() if term.mark is YesNo.YES]
    return {term.term: Meaning(term.id, term.expansion, term.meaning) for term in marked}


def _feedback(repository: str) -> str:
    return f"{repository}/issues/new/choose" if repository else ""


def _serving() -> bool:
    return os.environ.get("SITE_LIVE") == "yes"
