"""What the library adds to built pages: downloads, words for search, the feed, short addresses."""

from collections.abc import Iterator

from macros.drawing.render import Renderer
from macros.library import Library
from macros.publishing import downloads, search_words
from macros.publishing.llms_txt import llms_txt
from macros.publishing.plan_calendar import plan_calendar
from macros.publishing.policy import POLICY
from macros.publishing.script_json import compact
from macros.records.changes import newest_first
from macros.records.law_changes import told_last
from macros.records.packs import PACKS


def files(library: Library, draw: Renderer, site_url: str, site_name: str) -> dict[str, bytes]:
    """Every published file by its path below the site. Rows held back are in none of them."""
    out = downloads.files(library, site_url, site_name) | search_words.files(library)
    out["data/plan.ics"] = plan_calendar(library, site_url, site_name)
    out["llms.txt"] = llms_txt(library, site_url, site_name)
    out[f"{PACKS[1:]}questions.json"] = compact(_questions(library))
    changes, laws = newest_first(library.changes.values()), told_last(library.law_changes.values())
    days = [*(one.date for one in changes[:1]), *(one.told_on for one in laws[:1])]
    out["feed.xml"] = draw.file(
        "feed.xml.jinja",
        changes=changes,
        laws=laws,
        newest=max(days, default=library.today),
        pages=library.pages,
        site_url=site_url,
        site_name=site_name,
    )
    for path, target in _short_addresses(library):
        here = "/" + path.removesuffix("index.html")
        values = {"target": target, "site_url": site_url, "policy": POLICY}
        out[path] = draw.html("moved.html.jinja", here, **values).encode()
    return out


def _short_addresses(library: Library) -> Iterator[tuple[str, str]]:
    """Stubs for /go/<code>/ and for every address that has moved, each to the page of today.

    The address of a ready pack opens it where packs are made.
    """
    packs = {one.address: one.opened for one in library.packs.values()}
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
