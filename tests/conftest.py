"""The built site and what it was built from, served as GitHub Pages does, and a real Chromium."""

import contextlib
import functools
import gzip
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from macros.library import Library, load, models
from macros.reading.rows import read_csv

ROOT = Path(__file__).parent.parent
SITE = ROOT / "site"
SMALL_PROJECT = ROOT / "tests/data/small_project"
PARTS_OF_A_BUILD = ("macros", "theme", "mkdocs.yml", "requirements.txt")
UNBUILT = "run `make build` first, or `make test` for all"
BASE = urlsplit(os.environ.get("SITE_URL", "http://127.0.0.1:8000/")).path
# The shell is the same engine without a browser around it: a tab opens in a quarter of the time.
BROWSERS = ["chromium-headless-shell", "chromium", "google-chrome"]
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
# How long a test waits at most for what is to come: a machine that is very busy takes that long.
PATIENCE = 60_000  # milliseconds
expect.set_options(timeout=PATIENCE)
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Fewer processes, so fewer messages between them.
    "--in-process-gpu",
    "--enable-features=NetworkServiceInProcess2",
]
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


@functools.lru_cache(maxsize=512)
def compressed(path: Path, _changed: int) -> bytes:
    """The file as it travels, compressed once for as long as it stays the same."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Answers as GitHub Pages does: under the site's path, compressed, with its own 404 page."""

    protocol_version = "HTTP/1.1"  # a connection is kept for the next file
    disable_nagle_algorithm = True  # and its body does not wait for the head to be heard

    def translate_path(self, path: str) -> str:
        """A file of the site, or one that does not exist for an address outside its path."""
        inside = path.startswith(BASE)
        return super().translate_path("/" + path.removeprefix(BASE) if inside else "/no-such-file")

    def send_head(self) -> None:
        """Send one file, compressed; the body is sent here too."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else SITE / "404.html"
        body = compressed(path, path.stat().st_mtime_ns)
        with contextlib.suppress(ConnectionError):  # a browser that has left hears nothing
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", self.guess_type(str(path)))
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=600")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def copyfile(self, *_: object) -> None:
        """Nothing is left to copy: the body went with the head."""

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the tests."""


@functools.cache
def built_pages() -> list[str]:
    """The address of every page, below the site's path; the page for a wrong address is one too.

    What stands under /go/ leads to a page, or tells of it and its copies, and is none.
    """
    found = sorted(
        path.parent.relative_to(SITE).as_posix()
        for path in SITE.rglob("index.html")
        if not path.is_relative_to(SITE / "go")
        and 'http-equiv="refresh"' not in path.read_text("utf-8")
    )
    return [*("" if name == "." else f"{name}/" for name in found), "no/such/page/"]


@functools.cache
def library() -> Library:
    """All that the built site knows, on the day that its build called today."""
    site_map = SITE / "sitemap.xml"
    assert site_map.is_file(), UNBUILT
    day = re.search("<lastmod>(.+)</lastmod>", site_map.read_text("utf-8"))
    assert day
    return load(ROOT, date.fromisoformat(day[1]))


def every_row(dataset: str) -> list[dict[str, str]]:
    """The cells of every row of a dataset, those that are held back too."""
    table = read_csv(ROOT / f"data/{dataset}.csv", dataset)
    return [{name: str(cell) for name, cell in row.cells.items()} for row in table.rows]


def rows_held_back() -> list[dict[str, str]]:
    """The cells of every row, of any dataset, that readers may not see."""
    return [row for name in models() for row in every_row(name) if row.get("publish") == "no"]


def small_guide(into: Path) -> Path:
    """The small project with the real macros and theme: a guide that is built in two seconds."""
    project = Path(shutil.copytree(SMALL_PROJECT, into))
    for name in PARTS_OF_A_BUILD:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, project / name)
    return project


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    assert (SITE / "index.html").is_file(), UNBUILT
    handler = functools.partial(PagesHandler, directory=str(SITE))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A fresh visitor at a desk, with nothing stored."""
    visitor = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    yield visitor
    visitor.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The visitor's open tab."""
    return context.new_page()
