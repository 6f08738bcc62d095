"""What happens to a built folder after its pages are written.

Called after each build, and runnable on its own: python -m macros.finish site
"""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import mkdocs
import rcssmin
import rjsmin

from macros import publish, search_index
from macros.library import Library
from macros.policy import keep
from macros.render import Renderer
from macros.trim_css import trimmed

THEME_SHEET = "assets/stylesheets/main.*.min.css"
OURS = "assets/guide.css"
NOT_LOADED = ("assets/stylesheets", "assets/javascripts", "assets/images", OURS, "sitemap.xml.gz")
SHEET = "assets/site.css"
SAID = "search/page-words.json"
LUNR = Path(mkdocs.__file__).parent / "contrib/search/templates/search/lunr.js"
Files = Mapping[str, bytes]


def published(library: Library, draw: Renderer, site_url: str, site_name: str) -> Files:
    """What the library adds to the built pages: downloads, feed, short addresses."""
    return publish.files(library, draw, site_url, site_name)


def finish(folder: Path, extra: Files, *, strict_policy: bool = True) -> None:
    """Write the extra files, the search index, and small styles and scripts; hold the policy.

    `strict_policy` is off while serving: live reload needs an inline script.
    """
    _write(folder, extra)
    pages = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in _pages(folder)
    }
    said = json.loads((folder / SAID).read_text("utf-8"))
    _write(folder, search_index.files(pages, said))
    _write(folder, dict(_styles(folder, pages)))
    _write(folder, dict(_scripts(folder)))
    if strict_policy:
        for path in _pages(folder):
            keep(path.read_text("utf-8"), path.relative_to(folder).as_posix())
    _remove_what_no_page_loads(folder)


def _write(folder: Path, files: Files) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _styles(folder: Path, pages: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    theme = "".join(path.read_text("utf-8") for path in sorted(folder.glob(THEME_SHEET)))
    if not theme:
        return
    ours = rcssmin.cssmin((folder / OURS).read_text("utf-8"))
    yield SHEET, (trimmed(theme, pages.values()) + ours).encode()


def _scripts(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted((folder / "assets/scripts").glob("*.js")):
        small = rjsmin.jsmin(path.read_text("utf-8"), keep_bang_comments=True)
        yield path.relative_to(folder).as_posix(), small.encode()
    licence = "/*! lunr 2.3.9, copyright Oliver Nightingale, MIT licence */\n"
    yield "assets/scripts/lunr.js", (licence + rjsmin.jsmin(LUNR.read_text("utf-8"))).encode()


def _pages(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def _remove_what_no_page_loads(folder: Path) -> None:
    for name in NOT_LOADED:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    finish(Path(sys.argv[1]), {})
