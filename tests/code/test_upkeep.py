"""The weekly list of what is overdue or broken, tried against a small server of our own."""

import http.server
import socketserver
import threading
from collections.abc import Iterator
from datetime import date

import pytest

from macros.desk.upkeep import broken, ending, outside, overdue, report
from macros.library import load
from tests.conftest import SMALL_PROJECT, library

NONSENSE = {
    "status": b"nonsense\r\n\r\n",
    "silence": b"",
    "endless": b"HTTP/1.1 200 " + b"x" * 70_000,
    "headers": b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n",
    "port": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:99999999/\r\n\r\n",
    "words": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:port/\r\n\r\n",
    "site": b"HTTP/1.1 302 Found\r\nLocation: https://a..b/\r\n\r\n",
    "brackets": b"HTTP/1.1 302 Found\r\nLocation: http://[a/\r\n\r\n",
}


class Nonsense(socketserver.StreamRequestHandler):
    """Answers with what the address names, whether it is HTTP or not."""

    def handle(self) -> None:
        name = self.rfile.readline().split()[1].decode()[1:]
        while self.rfile.readline().strip():
            pass
        self.wfile.write(NONSENSE[name])


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers with the status that the address names: /404 with 404."""

    def do_GET(self) -> None:
        self.send_response(int(self.path[1:]))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    http_server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=http_server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{http_server.server_port}"
    http_server.shutdown()


def test_a_dead_link_is_listed_with_its_rows_and_a_shy_one_is_not(server: str) -> None:
    addresses = {f"{server}/{code}": [f"links row-{code}"] for code in (200, 403, 404, 500)}
    lines = broken(addresses)
    assert lines == [
        f"{server}/404 answers 404 (links row-404)",
        f"{server}/500 answers 500 (links row-500)",
    ]


@pytest.fixture
def nonsense() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Nonsense) as tcp_server:
        threading.Thread(target=tcp_server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{tcp_server.server_address[1]}"
        tcp_server.shutdown()


def test_whatever_the_web_answers_is_a_line_of_the_list(nonsense: str) -> None:
    impossible = ["https://a..b/", "http://127.0.0.1:99999999/", "http://127.0.0.1:9/é", "a", ""]
    addresses = [*(f"{nonsense}/{name}" for name in NONSENSE), *impossible]
    lines = broken({address: ["links row"] for address in addresses})
    assert [line.split(" does not answer (")[0] for line in lines] == addresses


def test_an_address_where_nobody_listens_is_listed() -> None:
    assert "does not answer" in broken({"http://127.0.0.1:9/": ["links gone"]})[0]


def test_a_page_past_its_next_review_is_listed_with_its_owner() -> None:
    """The small project's first page was reviewed on 2026-10-03, to be read again in 3 months."""
    assert overdue(load(SMALL_PROJECT, date(2027, 1, 3))) == []
    late = overdue(load(SMALL_PROJECT, date(2027, 1, 4)))
    assert late == ["/: was due by 2027-01-03, owner Business unit"]


@pytest.mark.parametrize(("day", "lines"), [(date(2026, 12, 28), 0), (date(2026, 12, 29), 1)])
def test_bank_holidays_are_asked_for_a_year_before_they_end(day: date, lines: int) -> None:
    """Those of the small project end on 2027-12-28; its longest limit that is counted is a day."""
    found = ending(load(SMALL_PROJECT, day))
    assert len(found) == lines
    assert all("ends on 2027-12-28, and from 2027-12-15 on" in line for line in found)


def test_every_outside_address_of_a_row_is_tried() -> None:
    addresses = outside(library())
    named = {contact.url for contact in library().contacts.values() if contact.url}
    assert named <= addresses.keys()


def test_nothing_wrong_makes_no_issue() -> None:
    assert list(report([], [], [], [])) == []
