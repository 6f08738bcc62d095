"""The list of what a phone may keep names all that kept pages need; icons are as they are told."""

import json
from pathlib import Path
from urllib.parse import urljoin

from tests.conftest import BASE, SITE, library
from tests.pages.built import attributes, soup_of

LIST = json.loads((SITE / "kept.json").read_text("utf-8"))
NEEDED = ("worried-about-a-child/", "thresholds/", "one-minute-guides/")
FOR_THE_SCREEN = ("canonical", "alternate", "manifest")
PNG_WIDTH = slice(16, 20)  # bytes


def test_everything_on_what_to_do_is_kept() -> None:
    wanted = {page[1:] for page in library().pages if page[1:].startswith(NEEDED)}
    assert wanted <= set(LIST["files"])


def test_a_kept_page_loads_nothing_that_is_not_kept() -> None:
    for address in LIST["files"]:
        if address[-1:] in "/" or address.endswith(".html"):
            page = soup_of(SITE / (f"{address}index.html" if address[-1:] in "/" else address))
            links = page.select("link[href]")
            loaded = [str(one["href"]) for one in links if one["rel"][0] not in FOR_THE_SCREEN]
            for link in [*loaded, *attributes("script", "src", page)]:
                whole = urljoin(f"{BASE}{address}", link).removeprefix(BASE)
                assert whole in LIST["files"], f"{address}: {link}"


def test_what_a_script_imports_is_kept() -> None:
    scripts = {
        path.relative_to(SITE).as_posix() for path in (SITE / "assets/scripts").rglob("*.js")
    }
    assert scripts <= set(LIST["files"])


def test_a_home_screen_finds_icons_of_the_sizes_that_it_is_told() -> None:
    icons = json.loads((SITE / "manifest.webmanifest").read_text("utf-8"))["icons"]
    assert {one["sizes"] for one in icons} == {"192x192", "512x512"}
    for icon in icons:
        width = int.from_bytes(Path(SITE / icon["src"]).read_bytes()[PNG_WIDTH], "big")
        assert icon["sizes"] == f"{width}x{width}"
