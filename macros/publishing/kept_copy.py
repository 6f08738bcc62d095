"""What a phone keeps when its reader asks for that: the list that theme/keep.js goes by."""

import gzip
import hashlib
import json
from collections.abc import Callable, Collection, Iterable
from typing import Any

from macros.library import Library
from macros.publishing.script_json import compact
from macros.records.days import day_words

LIST, WORKER, MANIFEST = "kept.json", "keep.js", "manifest.webmanifest"
NOT_KEPT = "503.html"  # named as MkDocs names pages that stand at any address
SECTIONS = frozenset(("/worried-about-a-child/", "/thresholds/", "/one-minute-guides/"))
ALONE = frozenset(("/", "/search/", "/about/offline/"))
PARTS = ("assets/", "search/")
LEFT_OUT = frozenset(("assets/licences.txt", "search/page-words.json"))
NO_PARTS = (".html", ".png")  # pictures here are for other programs: a home screen, a team chat
ROUNDED = 100_000  # bytes: libraries squeeze in their own ways


def files(library: Library, site_name: str) -> dict[str, bytes]:
    """By path: the list as it begins, with the pages of it, and what a home screen asks for."""
    pages = [
        f"{page.address[1:]}index.html"
        for page in library.pages.values()
        if page.section in SECTIONS or page.address in ALONE
    ]
    begun = {"date": day_words(library.today), "pages": sorted(pages)}
    return {LIST: compact(begun), MANIFEST: compact(_manifest(site_name))}


def whole(paths: Iterable[str], read: Callable[[str], bytes], *, keeping: bool) -> dict[str, bytes]:
    """The list with a mark of each file, by its address. Where a byte differs, its version does.

    `paths` are all built files, `read` gives what one holds. Unless `keeping`, the list says stop.
    """
    if not keeping:
        return {LIST: compact({"stop": True})}
    begun = json.loads(read(LIST))
    kept = {path: read(path) for path in paths if _is_kept(path, begun["pages"])}
    travels = sum(len(gzip.compress(content, mtime=0)) for content in kept.values())
    found = {
        "date": begun["date"],
        "files": {path.removesuffix("index.html"): _mark(kept[path]) for path in kept},
        "pages": len(begun["pages"]),
        "room": sum(map(len, kept.values())),
        "travels": round(travels / ROUNDED) * ROUNDED,
    }
    return {LIST: compact({**found, "version": _mark(compact(found))})}


def _is_kept(path: str, pages: Collection[str]) -> bool:
    """Whether it is one of the pages, or what one of them may load."""
    part = path.startswith(PARTS) and path not in LEFT_OUT and not path.endswith(NO_PARTS)
    return part or path == NOT_KEPT or path in pages


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _manifest(site_name: str) -> dict[str, Any]:
    icons = [
        {"src": f"assets/icon-{name}.png", "sizes": f"{size}x{size}", "type": "image/png", **more}
        for name, size, more in (
            ("192", 192, {}),
            ("512", 512, {}),
            ("whole", 512, {"purpose": "maskable"}),
        )
    ]
    return {
        "name": site_name,
        "short_name": "Safeguarding",
        "description": "Who to call, what to do and how long there is",
        "lang": "en-GB",
        "start_url": ".",
        "scope": ".",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#12263f",
        "icons": icons,
    }
