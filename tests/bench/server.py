"""A built folder served as GitHub Pages serves it, at full speed or over a slow link."""

import functools
import http.server
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.conftest import BASE, PagesHandler


@dataclass
class Link:
    """What lies between server and visitor, shared by all requests, and what it has carried."""

    wait: float = 0.0
    bytes_a_second: float = math.inf
    carried: list[tuple[str, int]] = field(default_factory=list)
    _free: float = 0.0
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, path: str, size: int, asked: float) -> None:
        """Come back when `size` bytes, asked for at a moment of the steady clock, have arrived."""
        with self._turn:
            self._free = max(asked + self.wait, self._free) + size / self.bytes_a_second
            there = self._free
        time.sleep(max(0.0, there - time.monotonic()))
        self.carried.append((path, size))


def slow_4g() -> Link:
    """The link that Lighthouse gives its phone: 150 ms there and back, 1.6 megabits a second."""
    return Link(0.15, 1_600_000 / 8)


class LinkHandler(PagesHandler):
    """Answers like GitHub Pages, over a link."""

    def __init__(self, *args: Any, link: Link, **options: Any) -> None:
        self.link = link
        self.asked = 0.0
        super().__init__(*args, **options)

    def parse_request(self) -> bool:
        """Note when the request came: the time to compress is part of the wait, not more."""
        self.asked = time.monotonic()
        return super().parse_request()

    def send_header(self, keyword: str, value: str) -> None:
        """Hold the answer back, once its size is known, until the link has carried it."""
        if keyword == "Content-Length":
            self.link.carry(self.path, int(value), self.asked)
        super().send_header(keyword, value)


@contextmanager
def served(folder: Path, link: Link | None = None) -> Iterator[str]:
    """Where the folder is served on this machine, with a slash at the end."""
    handler = functools.partial(LinkHandler, directory=str(folder), link=link or Link())
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{BASE}"
        finally:
            server.shutdown()
