"""The list of what a phone may keep names all that kept pages need; icons are as they are told."""

import gzip
import json
from pathlib import Path
from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from tests.conftest import BASE, SITE, library

LIST = json.loads((SITE / "kept.json").read_text("utf-8"))
HOLD_MANY = [path for path in LIST["files"] if path.startswith("kept/")]
NEEDED = ("worried-about-a-child/", "thresholds/", "one-minute-guides/")
MOST = 500 * 1024  # bytes over gzip
PNG_WIDTH = slice(16, 20)  # bytes


def _kept() -> dict[str, str]:
    """Every text that is kept, by its path, put together as a phone does it."""
    found = {}
    for path in HOLD_MANY:
        held = json.loads((SITE / path).read_text("utf-8"))
        for name, stretches in held["files"].items():
            pairs = zip(stretches[::2], stretches[1::2], strict=True)
            found[name] = "\n".join(
                line for first, many in pairs for line in held["lines"][first : first + many]
            )
    return found


KEPT = _kept()


def _file(path: str) -> Path:
    return SITE / (f"{path}index.html" if path[-1:] in "/" else path)


def test_everything_on_what_to_do_is_kept_but_the_reasons() -> None:
    wanted = {page[1:] for page in library().pages if page[1:].startswith(NEEDED)}
    assert wanted - set(KEPT) == {"worried-about-a-child/reasons/"}


def test_what_is_kept_is_what_was_built_to_the_letter() -> None:
    for path, text in KEPT.items():
        assert text == _file(path).read_bytes().decode(), path


def test_what_is_kept_takes_little_to_fetch() -> None:
    travels = sum(len(gzip.compress((SITE / path).read_bytes())) for path in LIST["files"])
    assert travels < MOST
    assert abs(LIST["travels"] - travels) < MOST / 5, "what the page says of it"


def test_a_kept_page_loads_nothing_that_is_not_kept() -> None:
    for path in (one for one in {*KEPT, *LIST["more"]} if one[-1:] in "/"):
        page = LexborHTMLParser(_file(path).read_text("utf-8"))
        for one in page.css("link[rel=stylesheet], link[rel=icon], script[src]"):
            link = one.attributes.get("href") or one.attributes["src"] or ""
            whole = urljoin(f"{BASE}{path}", link).removeprefix(BASE)
            assert whole in KEPT, f"{path}: {link}"


def test_what_a_script_imports_is_kept() -> None:
    scripts = {
        path.relative_to(SITE).as_posix() for path in (SITE / "assets/scripts").rglob("*.js")
    }
    assert scripts <= set(KEPT)


def test_every_page_of_a_ready_pack_can_be_kept() -> None:
    for pack, codes in LIST["ready"].items():
        for code in codes:
            path = LIST["leads"][f"go/{code}/"]
            assert path in KEPT or path in LIST["more"], f"{pack}: {code}"


def test_a_home_screen_finds_icons_of_the_sizes_that_it_is_told() -> None:
    icons = json.loads((SITE / "manifest.webmanifest").read_text("utf-8"))["icons"]
    assert {one["sizes"] for one in icons} == {"192x192", "512x512"}
    for icon in icons:
        width = int.from_bytes(Path(SITE / icon["src"]).read_bytes()[PNG_WIDTH], "big")
        assert icon["sizes"] == f"{width}x{width}"
