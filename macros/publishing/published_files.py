"""What the library adds to built pages: downloads, search words, feeds, calendars, and more."""

from collections.abc import Iterator, Mapping

from macros.drawing.qr_code import qr_file
from macros.drawing.render import Renderer
from macros.library import Library
from macros.publishing import (
    bill_of_materials,
    calendars,
    copies,
    downloads,
    feeds,
    kept_copy,
    page_origins,
    search_words,
)
from macros.publishing.llms_txt import llms_txt
from macros.publishing.policy import POLICY
from macros.publishing.script_json import compact
from macros.reading.lock_file import packages
from macros.reading.settings import Settings


def files(
    library: Library,
    draw: Renderer,
    marks: Mapping[str, str],
    origins: page_origins.Origins,
    settings: Settings,
) -> dict[str, bytes]:
    """Every published file by its path below the site. Rows held back are in none of them.

    `marks` gives the fingerprint, `origins` the files and rows of each page by its address.
    """
    site_url, site_name, repository = settings
    out = downloads.files(library, site_url, site_name) | search_words.files(library)
    out["llms.txt"] = llms_txt(library, site_url, site_name)
    if library.card:
        out["assets/card.png"] = library.card
    if home := library.ours.packs:
        out[f"{home[1:]}questions.json"] = compact(_questions(library))
    out[bill_of_materials.FILE] = bill_of_materials.bill(library, packages(), site_url, site_name)
    out |= calendars.files(library, site_url, site_name)
    out |= feeds.files(library, draw, site_url, site_name)
    short = dict(_short_addresses(library))
    out |= kept_copy.files(library, site_name, short)
    out |= copies.files(library, draw, marks, site_url)
    out |= page_origins.files(library, draw, origins, repository)
    # Whoever makes the handbook says here what there is
    out["handbook/handbook.json"] = compact({})
    for entry in library.addresses.values():
        out[f"go/{entry.code}/qr.svg"] = qr_file(f"{site_url}go/{entry.code}/")
    for path, target in short.items():
        here = "/" + path.removesuffix("index.html")
        values = {"target": target, "site_url": site_url, "policy": POLICY}
        out[path] = draw.html("moved.html.jinja", here, **values).encode()
    return out


def _short_addresses(library: Library) -> Iterator[tuple[str, str]]:
    """Stubs for /go/<code>/ and for every address that has moved, each to the page of today.

    The address of a ready pack opens it where packs are made.
    """
    home = library.ours.packs or ""
    packs = {one.address(home): one.opened(home) for one in library.packs.values()}
    for entry in library.addresses.values():
        target = packs.get(entry.address) or entry.moved_to or entry.address
        yield f"go/{entry.code}/index.html", target
        if entry.moved_to:
            yield f"{entry.address[1:]}index.html", target


def _questions(library: Library) -> dict[str, list[str]]:
    """What a team may talk through, by the code of the page: read when a pack is opened."""
    found: dict[str, list[str]] = {}
    for one in sorted(library.prompts.values(), key=lambda one: (one.page, one.order)):
        found.setdefault(library.addresses[one.page].code, []).append(one.question)
    return found
