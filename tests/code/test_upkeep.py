"""The weekly list of what is overdue, open or broken, tried against a small server of our own."""

import dataclasses
import http.server
import shutil
import socketserver
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.calls.by_name import by_name
from macros.desk.upkeep import (
    CHECKS,
    broken,
    ending,
    fault,
    faults,
    note,
    open_questions,
    overdue,
    report,
)
from macros.drawing.render import renderer
from macros.drawing.wording import FILTERS
from macros.health.links import outside
from macros.health.rows import COUNTED_ON
from macros.library import Library, load
from macros.records.health import LinkCheck
from macros.records.record import Confidence, Record
from tests.conftest import SMALL_PROJECT, library

DAY = date(2026, 11, 22)
HERE = "/about/"

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


def linked(library: Library, *addresses: str) -> Library:
    """The library with a link to each of these addresses, and how it answered."""
    one = library.links["referral-form"]
    links = {
        f"row-{number}": one.model_copy(update={"id": f"row-{number}", "url": address})
        for number, address in enumerate(addresses)
    }
    checks = {
        address: LinkCheck.model_construct(address=address, tried_on=DAY, fault=why)
        for address, why in faults(addresses).items()
    }
    return dataclasses.replace(library, links=links, link_checks=checks)


def test_a_dead_link_is_listed_with_its_rows_and_a_shy_one_is_not(server: str) -> None:
    small = load(SMALL_PROJECT, DAY)
    assert broken(linked(small, *(f"{server}/{code}" for code in (200, 403, 404, 500)))) == [
        f"{server}/404 answers 404 (links/row-2)",
        f"{server}/500 answers 500 (links/row-3)",
    ]


def test_the_page_tells_of_the_same_links_as_the_weekly_list(server: str) -> None:
    known = linked(load(SMALL_PROJECT, DAY), f"{server}/200", f"{server}/404")
    drawn = by_name(known, renderer("/", FILTERS))["outside_links"](HERE)
    soup = BeautifulSoup(drawn, "html.parser")
    assert "2 addresses were last tried" in soup.get_text()
    listed = [one.get_text() for one in soup.select("li")]
    assert [one.split(",")[0] for one in listed] == [line.split(" (")[0] for line in broken(known)]


def test_what_was_noted_of_an_address_is_read_back(tmp_path: Path) -> None:
    project = shutil.copytree(SMALL_PROJECT, tmp_path / "project")
    known = load(project, DAY)
    checks = dict(known.link_checks)
    (project / CHECKS).write_text("", "utf-8")
    note(project, checks.values())
    assert load(project, DAY).link_checks == checks


@pytest.fixture
def nonsense() -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Nonsense) as tcp_server:
        threading.Thread(target=tcp_server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{tcp_server.server_address[1]}"
        tcp_server.shutdown()


def test_whatever_the_web_answers_is_a_line_of_the_list(nonsense: str) -> None:
    impossible = ["https://a..b/", "http://127.0.0.1:99999999/", "http://127.0.0.1:9/é", "a", ""]
    addresses = [*(f"{nonsense}/{name}" for name in NONSENSE), *impossible]
    lines = [fault(address) for address in addresses]
    assert [line for line in lines if not line.startswith("does not answer (")] == []


def test_an_address_where_nobody_listens_is_listed() -> None:
    assert "does not answer" in fault("http://127.0.0.1:9/")


def test_a_page_past_its_next_review_is_listed_with_its_owner() -> None:
    """The small project's first page was reviewed on 2026-10-03, to be read again in 3 months."""
    assert overdue(load(SMALL_PROJECT, date(2027, 1, 3))) == []
    late = overdue(load(SMALL_PROJECT, date(2027, 1, 4)))
    assert late == ["/: was due by 2027-01-03, owner Business unit"]


@pytest.mark.parametrize(("day", "lines"), [(date(2026, 12, 28), 0), (date(2026, 12, 29), 1)])
def test_bank_holidays_are_asked_for_a_year_before_they_end(day: date, lines: int) -> None:
    """Those of the small project end on 2027-12-28; its longest limit in working days is of 15."""
    found = ending(load(SMALL_PROJECT, day))
    assert len(found) == lines
    assert all("ends on 2027-12-28, and from 2027-11-24 on" in line for line in found)


def test_every_outside_address_of_a_row_is_tried() -> None:
    addresses = outside(library())
    named = {contact.url for contact in library().contacts.values() if contact.url}
    assert named <= addresses.keys()


def test_an_unsure_number_without_a_question_is_listed_with_those_that_have_one() -> None:
    """Of the small project's unsure rows two limits have a question, the others none."""
    lines = open_questions(load(SMALL_PROJECT, DAY))
    assert lines[0].startswith("Which limits hold here? Ask: The council (timescales/conference")
    assert lines[-1] == "Not sure, and no question yet: contacts/childline, steps/disagree-1"


def test_nothing_wrong_makes_no_issue() -> None:
    known = load(SMALL_PROJECT, DAY)
    sure = {"confidence": Confidence.HIGH, "edition_note": ""}
    well = {name: changed(known, name, sure) for name in COUNTED_ON}
    well["bank_holidays"] = changed(known, "bank_holidays", {"date": date(2040, 1, 1)})
    nothing: dict[str, object] = {"to_confirm": {}, "link_checks": {}}
    assert list(report(dataclasses.replace(known, **well, **nothing))) == []  # type: ignore[arg-type]


def changed(library: Library, name: str, cells: Mapping[str, object]) -> dict[str, Record]:
    """Every row of a dataset with these cells instead of its own."""
    return {key: one.model_copy(update=cells) for key, one in library.dataset(name).items()}
