"""Lighthouse's mobile preset on a page of each kind, each the median of some runs."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.engines import MODULES
from tests.bench.server import served
from tests.bench.tables import table
from tests.conftest import CHROMIUM, QUIET, SITE

RUNS = int(os.environ.get("RUNS", "5"))
PAGES = ("", "one-minute-guides/neglect/", "reviews/stephen/", "figures/training/", "thresholds/")
FLAGS = " ".join(("--headless=new", *QUIET))
NOTE = "Served by this machine over gzip; Lighthouse reckons with slow 4G and a slow phone."
Report = Mapping[str, Any]


def _score(name: str) -> Callable[[Report], float]:
    return lambda report: float(report["categories"][name]["score"]) * 100


def _value(name: str) -> Callable[[Report], float]:
    return lambda report: float(report["audits"][name]["numericValue"])


COLUMNS: Mapping[str, tuple[Callable[[Report], float], str]] = {
    "performance": (_score("performance"), ".0f"),
    "accessibility": (_score("accessibility"), ".0f"),
    "best practices": (_score("best-practices"), ".0f"),
    "SEO": (_score("seo"), ".0f"),
    "blocking, ms": (_value("total-blocking-time"), ".0f"),
    "LCP, ms": (_value("largest-contentful-paint"), ".0f"),
    "CLS": (_value("cumulative-layout-shift"), ".3f"),
}


def report(workshop: Path) -> Iterator[str]:
    """The scores of each page."""
    with served(SITE) as url:
        rows = [(f"/{name}", *_medians(url + name, workshop)) for name in PAGES]
    runs = "1 run" if RUNS == 1 else f"median of {RUNS} runs"
    yield table(f"Lighthouse, mobile, {runs}", ("", *COLUMNS), rows, NOTE)


def _medians(url: str, workshop: Path) -> Iterator[str]:
    found = [_run(url, workshop / "lighthouse.json") for _ in range(RUNS)]
    for reading, form in COLUMNS.values():
        yield format(median(reading(one) for one in found), form)


def _run(url: str, path: Path) -> Report:
    command: list[str | Path] = [
        *(MODULES / ".bin/lighthouse", url, "--quiet", "--no-enable-error-reporting"),
        *("--output=json", f"--output-path={path}", f"--chrome-flags={FLAGS}"),
    ]
    subprocess.run(command, env={**os.environ, "CHROME_PATH": str(CHROMIUM)}, check=True)
    found: Report = json.loads(path.read_text("utf-8"))
    return found
