"""What happens to a built folder after its pages are written, whatever has written them."""

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path
from threading import Thread

import rcssmin
import rjsmin
from selectolax.lexbor import LexborHTMLParser

from macros.library import Library
from macros.publishing import kept_copy, search_index, search_model, twins
from macros.publishing.policy import keep

NOT_LOADED = ("assets/stylesheets", "assets/javascripts", "assets/images", "sitemap.xml.gz")
SAID = "search/page-words.json"
LUNR = Path(
    str(distribution("mkdocs").locate_file("mkdocs/contrib/search/templates/search/lunr.js"))
)
Files = Mapping[str, bytes]
_following: list[Thread] = []


def learned(kept: Path, library: Library) -> dict[str, bytes]:
    """Search's models, learned anew only where `kept`, a folder, does not hold them yet."""
    mark = search_model.fingerprint(library)
    models = {name: kept / f"search-{name}-{mark}.json" for name in search_model.MODELS}
    if not all(path.is_file() for path in models.values()):
        shutil.rmtree(kept, ignore_errors=True)  # those of other rows
        kept.mkdir(parents=True)
        for name, model in search_model.MODELS.items():
            half = models[name].with_suffix(".half")
            half.write_bytes(model(library))
            half.replace(models[name])
    return {f"search/{name}.json": path.read_bytes() for name, path in models.items()}


def finish(folder: Path, extra: Files, *, keeping: bool = True) -> None:
    """Write the extra files and all that follows from the pages; hold the policy."""
    _write(folder, extra)
    pages = _pages(folder)
    _write(folder, _search(folder, pages))
    _write(folder, twins.files(pages))
    _write(folder, dict(_styles(folder)))
    _write(folder, dict(_scripts(folder)))
    for name, page in pages.items():
        keep(page, name)
    _remove_what_no_page_loads(folder)
    _write(folder, _kept(folder, keeping=keeping))


def finish_while_serving(folder: Path, extra: Callable[[], Files]) -> None:
    """Make the pages presentable at once, with no policy.

    Downloads and search follow a moment later: whoever edits a page sees it sooner.
    """
    _write(folder, dict(_styles(folder)))
    _write(folder, dict(_scripts(folder)))
    _remove_what_no_page_loads(folder)

    def rest() -> None:
        _write(folder, extra())
        pages = _pages(folder)
        _write(folder, _search(folder, pages))
        _write(folder, twins.files(pages))
        _write(folder, _kept(folder, keeping=True))

    _following.append(Thread(target=rest))
    _following[-1].start()


def anchors(html: str) -> set[str]:
    """Every id in a page's HTML: what a link may lead to."""
    return set(re.findall(r'\sid="([^"]+)"', html))


def wait_for_the_rest() -> None:
    """Return when what follows the last build is written: the next one clears the folder."""
    while _following:
        _following.pop().join()


def _write(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _search(folder: Path, pages: Mapping[str, LexborHTMLParser]) -> Files:
    return search_index.files(pages, json.loads((folder / SAID).read_text("utf-8")))


def _kept(folder: Path, *, keeping: bool) -> Files:
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return kept_copy.whole(
        sorted(found), lambda name: (folder / name).read_bytes(), keeping=keeping
    )


def _styles(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((folder / "assets").glob("*.css")):
        small = rcssmin.cssmin(path.read_text("utf-8"))
        yield path.relative_to(folder).as_posix(), small.encode()


def _scripts(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in [*sorted((folder / "assets/scripts").rglob("*.js")), folder / kept_copy.WORKER]:
        small = rjsmin.jsmin(path.read_text("utf-8"), keep_bang_comments=True)
        yield path.relative_to(folder).as_posix(), small.encode()
    licence = "/*! lunr 2.3.9, copyright Oliver Nightingale, MIT licence */\n"
    small = licence + rjsmin.jsmin(LUNR.read_text("utf-8"))
    yield "assets/scripts/search/lunr.js", small.encode()


def _pages(folder: Path) -> dict[str, LexborHTMLParser]:
    """Every built page by its path, parsed once for all who read it."""
    return {
        path.relative_to(folder).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def _remove_what_no_page_loads(folder: Path) -> None:
    for name in NOT_LOADED:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
