"""While serving: how long until a changed word or a changed row is in the browser."""

import csv
import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.project_copy import copied, dated
from tests.bench.tables import table

CHANGES = 3
EVERY = 0.1
PAUSE = 4  # seconds between two changes, so that each is the first that somebody saves
LONGEST = 120
PAGE = ("docs/about/privacy.md", "/about/privacy/")
ROW = ("data/contacts.csv", "/worried-about-a-child/contacts/")
HEAD = ("", "s, median", "s, longest")
Change = Callable[[str], None]


def report(workshop: Path) -> Iterator[str]:
    """Seconds from saving a file until a client that asks again and again sees the change."""
    project = copied(workshop / "project")
    with _serving(project) as port:
        _seen(port, PAGE[1], "")
        rows = [
            _row("a word of a page", port, PAGE[1], _in_page(project / PAGE[0])),
            _row("a row of data/contacts.csv", port, ROW[1], _in_row(project / ROW[0])),
        ]
    yield table(f"Live reload, {CHANGES} changes each", HEAD, rows)


def _row(name: str, port: int, address: str, change: Change) -> tuple[str, ...]:
    found = []
    for number in range(CHANGES):
        word = f"changed{number}"
        time.sleep(PAUSE)
        change(word)
        found.append(_seen(port, address, word))
    return name, f"{median(found):.1f}", f"{max(found):.1f}"


def _in_page(path: Path) -> Change:
    text = path.read_text("utf-8")
    body = text.split("---\n", 2)[2]
    # Words only: a call that lost its end would stop the server.
    line = next(one for one in body.splitlines() if one.endswith(".") and "{" not in one)
    start = line.rpartition(" ")[0]
    return lambda word: _save(path, text.replace(line, f"{start} {word}.", 1))


def _in_row(path: Path) -> Change:
    text = path.read_text("utf-8")
    row = next(row for row in csv.DictReader(text.splitlines()) if row["publish"] == "yes")
    return lambda word: _save(path, text.replace(row["what_for"], f"{row['what_for']} {word}", 1))


def _save(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


def _seen(port: int, address: str, word: str) -> float:
    """Seconds until the page has the word. Raises TimeoutError where it never comes."""
    began = time.monotonic()
    while time.monotonic() - began < LONGEST:
        text = _page(port, address)
        if text is not None and word in text:
            return time.monotonic() - began
        time.sleep(EVERY)
    raise TimeoutError(f"{address} never showed {word!r}")


def _page(port: int, address: str) -> str | None:
    """The page as served now; nothing while the server is not there yet."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    try:
        client.request("GET", address)
        return client.getresponse().read().decode()
    except ConnectionRefusedError:
        return None
    finally:
        client.close()


@contextmanager
def _serving(project: Path) -> Iterator[int]:
    """The copy served as `make serve` serves it, on a port that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    address = f"127.0.0.1:{port}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    environment = dated(SITE_LIVE="yes", SITE_URL=f"http://{address}/")
    with subprocess.Popen(
        command,
        cwd=project,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            yield port
        finally:
            server.terminate()
