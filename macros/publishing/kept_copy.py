"""What a phone keeps when its reader asks for that: the list that theme/keep.js goes by."""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from macros.library import Library
from macros.publishing.script_json import compact
from macros.records.days import day_words

LIST, WORKER, MANIFEST = "kept.json", "keep.js", "manifest.webmanifest"
PAGES, PARTS = "kept/pages.json", "kept/parts.json"
MODELS = ("search/model.json", "search/concerns.json")
NOT_KEPT = "503.html"  # named as MkDocs names pages that stand at any address
SECTIONS = ("/worried-about-a-child/", "/thresholds/", "/one-minute-guides/")
ALONE = frozenset(("/", "/search/", "/about/offline/"))
ASKED_FOR = frozenset(("/worried-about-a-child/reasons/",))  # long, and nobody acts on it
# Without its full text search finds as many worries, and few short questions less
SEARCH = frozenset(f"search/{name}.json" for name in ("pages", "parts", "small", "words"))
TEXTS = (".css", ".js", ".svg")  # pictures here are for other programs: a home screen, a team chat
ROUNDED = 100_000  # bytes: libraries squeeze in their own ways
Leads = Mapping[str, str]


def files(library: Library, site_name: str, leads: Leads) -> dict[str, bytes]:
    """By path: the list as it begins, and what a home screen asks for.

    `leads` gives, by its path, where an address leads that is no page of its own.
    """
    essential = {
        page.address[1:]
        for page in library.pages.values()
        if page.address in ALONE or (page.section in SECTIONS and page.address not in ASKED_FOR)
    }
    home = library.ours.packs
    tool = [home[1:], f"{home[1:]}questions.json"] if home else []
    more = {address[1:] for address in library.pages} - essential | set(tool)
    begun = {
        "date": day_words(library.today),
        "pages": sorted(essential),
        "more": dict.fromkeys(more, ""),
        "tool": tool,
        "ready": {
            one.opened(""): [library.addresses[page].code for page in one.pages]
            for one in library.packs.values()
        },
        "leads": {path.removesuffix("index.html"): target[1:] for path, target in leads.items()},
    }
    return {LIST: compact(begun), MANIFEST: compact(_manifest(site_name))}


def whole(paths: Iterable[str], read: Callable[[str], bytes], *, keeping: bool) -> dict[str, bytes]:
    """The list with a mark of each file, and two files that hold all texts that are kept.

    `paths` are all built files, `read` gives what one holds. Unless `keeping`, the list says stop.
    """
    if not keeping:
        return {LIST: compact({"stop": True})}
    begun = json.loads(read(LIST))
    built, wanted = sorted(paths), {*begun["pages"], NOT_KEPT}
    addresses = {path.removesuffix("index.html"): path for path in built}
    pages = {one: read(path) for one, path in addresses.items() if one in wanted}
    parts = {path: read(path) for path in built if _is_part(path)}
    kept = {PAGES: _each_line_once(pages), PARTS: _each_line_once(parts)}
    kept |= {path: read(path) for path in MODELS}
    travels = sum(len(gzip.compress(content, mtime=0)) for content in kept.values())
    found = {
        **begun,
        "files": {path: _mark(content) for path, content in kept.items()},
        "more": {path: _mark(read(addresses[path])) for path in begun["more"]},
        "room": sum(map(len, kept.values())),
        "travels": round(travels / ROUNDED) * ROUNDED,
        "version": "",
    }
    marked = compact({**found, "version": _mark(compact(found))})
    return {LIST: marked, PAGES: kept[PAGES], PARTS: kept[PARTS]}


def _is_part(path: str) -> bool:
    """Whether it is what a page may load."""
    return path in SEARCH or (path.startswith("assets/") and path.endswith(TEXTS))


def _each_line_once(texts: Mapping[str, bytes]) -> bytes:
    """Many texts as one file. Of each, by its path, the stretches of lines that it is made of.

    Pages repeat one another, often further apart than what squeezes a file for its way looks back.
    """
    lines: dict[str, int] = {}
    stretches: dict[str, list[int]] = {}
    for path, text in texts.items():
        own = stretches[path] = []
        for line in text.decode().split("\n"):
            place = lines.setdefault(line, len(lines))
            if own and place == own[-2] + own[-1]:
                own[-1] += 1
            else:
                own += [place, 1]
    return compact({"lines": list(lines), "files": stretches})


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
