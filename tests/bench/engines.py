"""Four ways to search one set of pages, each ready to be asked in its own page."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import rjsmin

from tests.bench.pages import BuiltPage, searched
from tests.bench.stock import stock

HARNESS = Path(__file__).parent / "harness"
MODULES = Path(__file__).parent / "node_modules"


@dataclass(frozen=True)
class Box:
    """Where a page takes a question and shows its answer, as CSS selectors."""

    box: str
    results: str
    link: str
    told: str

    def asking(self, question: str) -> dict[str, str]:
        """What ask.js is told."""
        return {**asdict(self), "question": question}


@dataclass(frozen=True)
class Engine:
    """A search engine over a folder that can be served: the page with its box, and the box."""

    name: str
    folder: Path
    page: str
    box: Box


PLAIN = Box("input", "ol", "ol a", "p")
STOCK = Box(
    "[data-md-component=search-query]",
    ".md-search-result__list",
    ".md-search-result__item > a:first-child",
    ".md-search-result__meta",
)
OURS = Box(
    "main input[type=search]",
    "main [data-search-results]",
    "main [data-search-results] .search-title",
    "main .search-count",
)


def engines(site: Path, workshop: Path, *, menu: bool = True) -> Iterator[Engine]:
    """The four over the pages of a built site, each made ready in the workshop."""
    pages = searched(site)
    yield Engine("Material", stock(pages, workshop / "stock", menu=menu), "", STOCK)
    # Only its program is installed, without the npm wrapper, and only on Linux.
    for program in MODULES.glob("@pagefind/*/bin/pagefind_extended"):
        folder = _pagefind(program, pages, workshop / "pagefind")
        yield Engine("Pagefind", folder, "harness.html", PLAIN)
    yield Engine("MiniSearch", _minisearch(pages, workshop / "minisearch"), "harness.html", PLAIN)
    yield Engine("ours", site, "search/", OURS)


def _pagefind(program: Path, pages: Mapping[str, BuiltPage], folder: Path) -> Path:
    for address, page in pages.items():
        path = folder / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.html, "utf-8")
    subprocess.run([program, "--site", folder], stdout=subprocess.DEVNULL, check=True)
    _harness(folder, "pagefind-engine.js")
    return folder


def _minisearch(pages: Mapping[str, BuiltPage], folder: Path) -> Path:
    folder.mkdir()
    documents = [
        {"id": address or "./", "title": page.title, "text": page.text}
        for address, page in pages.items()
    ]
    index = subprocess.run(
        ["node", HARNESS / "minisearch-index.js"],
        input=json.dumps(documents),
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    (folder / "minisearch.json").write_text(index.stdout, "utf-8")
    script = (MODULES / "minisearch/dist/es/index.js").read_text("utf-8")
    (folder / "minisearch.js").write_text(rjsmin.jsmin(script), "utf-8")
    shutil.copy(HARNESS / "minisearch-options.js", folder)
    _harness(folder, "minisearch-engine.js")
    return folder


def _harness(folder: Path, engine: str) -> None:
    for name in ("harness.html", "harness.js"):
        shutil.copy(HARNESS / name, folder)
    shutil.copy(HARNESS / engine, folder / "search-engine.js")
