"""The whole guide as one file: the built pages' own text, part by part, with links inside it."""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.drawing.render import Renderer
from macros.library import Library
from macros.reading.settings import Settings
from macros.records.pages import Page

LEFT_OUT = (
    "script, link, form, .heading-link, .search-entry, .search-here, .feedback, .words, "
    "[data-keep], [data-handbook]"
)
GLOSSARY = "/about/glossary/"  # here terms are explained once, not again on each page
NAME_IDS = ("aria-labelledby", "aria-describedby", "for", "headers")
DEEPER = 2  # levels: the file's own heading and those of its parts stand above a page's


@dataclass(frozen=True)
class Chapter:
    """One page of the guide. `code` is its short code, and begins each id in it."""

    code: str
    page: Page
    text: Markup


@dataclass(frozen=True)
class Part:
    """The pages of one section, in their order."""

    name: str
    chapters: list[Chapter]


@dataclass(frozen=True)
class Site:
    """Where the guide is published, with a slash at the end, and the codes of what the file holds.

    `codes` is keyed by address; an address that has moved has the code of the page of today.
    """

    url: str
    codes: Mapping[str, str]

    def inside(self, link: str, here: str) -> str:
        """Where a link of the page `here` leads in the file; outside it, the whole address."""
        if link.startswith("#term-") and GLOSSARY in self.codes:
            return f"#{self.codes[GLOSSARY]}-{link.removeprefix('#term-')}"
        whole = urljoin(f"{self.url}{here[1:]}", link)
        parts = urlsplit(whole.removeprefix(self.url[:-1]))
        code = self.codes.get(parts.path) or parts.path.removeprefix("/go/").rstrip("/")
        if code not in self.codes.values():
            return whole
        return f"#{code}-{parts.fragment}" if parts.fragment else f"#{code}"


def handbook(
    library: Library,
    draw: Renderer,
    pages: Mapping[str, LexborHTMLParser],
    styles: str,
    settings: Settings,
) -> bytes:
    """The file, of built pages by address; `styles` are all that it needs."""
    codes = {
        address: library.addresses[entry.moved_to or address].code
        for address, entry in library.addresses.items()
        if (entry.moved_to or address) in pages
    }
    mark = b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    return draw.file(
        "handbook.html.jinja",
        library=library,
        parts=list(_parts(library, pages, Site(settings.url, codes))),
        styles=Markup(styles),  # noqa: S704 - our own sheets
        policy=f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'",
        url=settings.url,
        name=settings.name,
    )


def _parts(library: Library, pages: Mapping[str, LexborHTMLParser], site: Site) -> Iterator[Part]:
    sections = sorted(library.sections.values(), key=lambda one: one.order)
    names = {"/": "At the start", **{section.page: section.name for section in sections}}
    for section, name in names.items():
        own = [one for one in library.pages.values() if one.section == section]
        chapters = [
            Chapter(site.codes[one.address], one, _text(pages[one.address], one.address, site))
            for one in sorted(own, key=lambda page: page.place)
            if one.address in pages
        ]
        if chapters:
            yield Part(name, chapters)


def _text(built: LexborHTMLParser, here: str, site: Site) -> Markup:
    """What stands in a page, with ids that no other page has, and its headings further down."""
    (article,) = built.css("main article")
    for one in article.css(LEFT_OUT):
        one.decompose()
    for heading in article.css("h1, h2, h3, h4"):
        _lower(heading)
    for one in article.css(", ".join(["a[href]", "[id]", *(f"[{name}]" for name in NAME_IDS)])):
        _name_anew(one, here, site)
    return Markup(article.inner_html)  # noqa: S704 - a built page


def _lower(heading: LexborNode) -> None:
    """Put a heading of a lower level in its place."""
    lower = heading.parser.create_node(f"h{int((heading.tag or '')[1:]) + DEEPER}")
    for name, value in heading.attributes.items():
        lower.attrs[name] = value
    for child in list(heading.iter(include_text=True)):
        lower.insert_child(child)
    heading.replace_with(lower)


def _name_anew(one: LexborNode, here: str, site: Site) -> None:
    """Put the page's code before its ids, and lead its links into this file."""
    code, values = site.codes[here], one.attributes
    for name in ("id", *NAME_IDS):
        if values.get(name):
            one.attrs[name] = " ".join(f"{code}-{id_}" for id_ in str(values[name]).split())
    if one.tag == "a" and values.get("href"):
        one.attrs["href"] = site.inside(str(values["href"]), here)
