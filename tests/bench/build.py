"""How long a build takes for each page, beside stock Material's, and whether it stays level."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.pages import built
from tests.bench.plain_pages import add_ours, add_stock
from tests.bench.project_copy import copied, dated
from tests.bench.stock import BUILD, configure, stock
from tests.bench.tables import table
from tests.conftest import SITE

SIZES = tuple(int(many) for many in os.environ.get("PAGES", "100 300 1000").split())
BUILDS = 5
HEAD = (
    *("plain pages", "ours, s", "stock, s", "ours, ms a page", "stock, ms a page"),
    *("ours, ms an added page", "stock, ms an added page", "ours / stock, added"),
)
NOTE = (
    "Whole builds, start of Python included, the best of {builds}.\n"
    "A page: the whole time by all pages, ours with the guide's own {own} beside the plain ones.\n"
    "An added page: what the plain ones add to a build without them."
)
Times = Mapping[int, float]


def report(workshop: Path) -> Iterator[str]:
    """Both builds at each number of pages, and the last beside the first."""
    sizes = (0, *SIZES)
    ours = _times({many: _ours(workshop / f"ours-{many}", many) for many in sizes})
    plain = _times({many: _stock(workshop / f"stock-{many}", many) for many in sizes})
    own = len(built(SITE))
    rows = [_row(many, own, ours, plain) for many in SIZES]
    yield table("Build", HEAD, rows, NOTE.format(own=own, builds=BUILDS))
    least, most = min(SIZES), max(SIZES)
    if least < most:
        growth = [_added(times, most) / _added(times, least) for times in (ours, plain)]
        yield (
            f"Level: with {most:,} plain pages an added page takes {growth[0]:.2f} times as long "
            f"as with {least:,}; stock, {growth[1]:.2f} times."
        )
    yield _same_pages(workshop)


def _same_pages(workshop: Path) -> str:
    """The guide as it is, and stock Material with the same articles as ready HTML."""
    pages = built(SITE)
    stock(pages, workshop / "same")
    ours, theirs = _best([copied(workshop / "guide"), workshop / "same"])
    return (
        f"The same {len(pages)} pages: ours {ours:.1f} s; stock, which gets them as "
        f"ready HTML, {theirs:.1f} s: {ours / theirs:.2f} times."
    )


def _row(many: int, own: int, ours: Times, plain: Times) -> tuple[str, ...]:
    added = [_added(times, many) for times in (ours, plain)]
    whole = (ours[many] / (own + many), plain[many] / (1 + many))
    return (
        f"{many:,}",
        *(f"{times[many]:.1f}" for times in (ours, plain)),
        *(f"{1000 * seconds:.1f}" for seconds in (*whole, *added)),
        f"{added[0] / added[1]:.2f}",
    )


def _added(times: Times, many: int) -> float:
    return (times[many] - times[0]) / many


def _ours(project: Path, many: int) -> Path:
    add_ours(copied(project), many)
    return project


def _stock(project: Path, many: int) -> Path:
    add_stock(project, many)
    configure(project)
    return project


def _times(projects: Mapping[int, Path]) -> Times:
    return dict(zip(projects, _best([*projects.values()]), strict=True))


def _best(projects: Sequence[Path]) -> list[float]:
    """The best of some builds of each; in turns, so that a slow minute of the machine hits all."""
    rounds = [[_build(project) for project in projects] for _ in range(BUILDS)]
    return [min(times) for times in zip(*rounds, strict=True)]


def _build(project: Path) -> float:
    began = time.monotonic()
    subprocess.run(BUILD, cwd=project, env=dated(), check=True)
    return time.monotonic() - began
