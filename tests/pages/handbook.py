"""Make the handbook of the built site: python -m tests.pages.handbook handbook.

It is made here and not by a build: Chromium prints it, and no build needs a browser.
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser, sync_playwright
from selectolax.lexbor import LexborHTMLParser

from macros.drawing.render import renderer
from macros.drawing.wording import FILTERS
from macros.publishing.handbook import handbook
from macros.publishing.kept_copy import MANIFEST
from macros.reading.settings import Settings
from macros.records.days import day_words
from tests.conftest import CHROMIUM, QUIET, ROOT, SITE, built_pages, library

OWN = "tests/pages/handbook.css"
FOOT = (
    '<p style="width: 100%; margin: 0 14mm; font: 8pt sans-serif">A copy of {day} of {url} &nbsp; '
    'Page <span class="pageNumber"></span> of <span class="totalPages"></span></p>'
)
MARGIN = "14mm"
NO_CHAPTER = "search/"  # lists of every page: the contents are that


def styles(pages: Iterable[LexborHTMLParser]) -> str:
    """The sheets that the pages load, the one of all first, and the handbook's own."""
    found = {
        Path(str(link.attributes["href"])).name
        for page in pages
        for link in page.css("link[rel=stylesheet]:not([media])")
    }
    screen = ["site.css", *sorted(found - {"site.css"})]
    texts = [(SITE / "assets" / name).read_text("utf-8") for name in screen]
    paper = (SITE / "assets/print.css").read_text("utf-8")
    own = (ROOT / OWN).read_text("utf-8")
    return "\n".join([*texts, f"@media print {{{paper}}}", own])


def html_of(addresses: Iterable[str], url: str) -> bytes:
    """The handbook of these pages of the built site, by their addresses below it."""
    pages = {
        f"/{one}": LexborHTMLParser((SITE / one / "index.html").read_text("utf-8"))
        for one in addresses
        if not one.startswith(NO_CHAPTER)
    }
    name = json.loads((SITE / MANIFEST).read_text("utf-8"))["name"]
    settings = Settings(url, name)
    return handbook(library(), renderer("/", FILTERS), pages, styles(pages.values()), settings)


def print_out(chromium: Browser, html: Path, pdf: Path, url: str) -> None:
    """Print the file with bookmarks, tags for who listens to it, and the day on every sheet."""
    page = chromium.new_page()
    page.goto(html.resolve().as_uri())
    page.pdf(
        path=pdf,
        format="A4",
        tagged=True,
        outline=True,
        display_header_footer=True,
        header_template="<span></span>",
        footer_template=FOOT.format(day=day_words(library().today), url=url),
        margin={"top": MARGIN, "bottom": MARGIN, "left": MARGIN, "right": MARGIN},
    )
    headings = page.locator(":is(h1, h2, h3, h4, h5, h6)").all_text_contents()
    page.close()
    pack(pdf, headings)


def pack(pdf: Path, headings: Iterable[str]) -> None:
    """Write the file anew, small: its tags go into streams. Its bookmarks say what headings say.

    Chromium joins the last word of a line to the first of the next.
    """
    known = {"".join(text.split()): " ".join(text.split()) for text in headings}
    with pikepdf.open(pdf, allow_overwriting_input=True) as whole:
        with whole.open_outline() as outline:
            ahead = list(outline.root)
            while ahead:
                one = ahead.pop()
                one.title = known.get("".join(one.title.split()), one.title)
                ahead += one.children
        whole.save(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def make(chromium: Browser, into: Path, addresses: Iterable[str], url: str) -> None:
    """Write the file, its print, and what the site says of them."""
    into.mkdir(parents=True, exist_ok=True)
    html, pdf = into / "handbook.html", into / "handbook.pdf"
    html.write_bytes(html_of(addresses, url))
    print_out(chromium, html, pdf, url)
    sizes = {"html": html.stat().st_size, "pdf": pdf.stat().st_size}
    said = {"date": day_words(library().today), **sizes}
    (into / "handbook.json").write_text(json.dumps(said), "utf-8")


if __name__ == "__main__":
    url = os.environ.get("SITE_URL", "http://127.0.0.1:8000/")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        make(chromium, Path(sys.argv[1]), built_pages()[:-1], url)
        chromium.close()
