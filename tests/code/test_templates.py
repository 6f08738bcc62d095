"""No text in a cell can break out of a template, and every template keeps the shape it promises.

Every text field of every row is filled with hostile text, every template is drawn, and what comes
out must be what harmless text gives: the same elements, the same attributes, and the text as text.
"""

import dataclasses
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args
from xml.etree import ElementTree

import jinja2
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError
from selectolax.lexbor import LexborHTMLParser

from macros.calls.any_page import ELSEWHERE, AnyPage
from macros.calls.by_name import by_name
from macros.drawing.link_preview import link_preview
from macros.drawing.old_parts import with_old_parts
from macros.drawing.page_frames import site
from macros.drawing.render import Renderer, renderer
from macros.drawing.wording import FILTERS
from macros.library import Library, load, models
from macros.publishing import published_files
from macros.publishing.handbook import handbook
from macros.reading.call_marks import IN_A_SENTENCE, marked, put_back
from macros.reading.markdown_parser import parser
from macros.reading.settings import Settings
from macros.records import fields
from macros.records.damage import undamaged
from macros.records.pages import Page
from macros.records.record import Record
from macros.records.web_addresses import WebAddress
from tests.conftest import ROOT, SMALL_PROJECT

settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

SMALL = load(SMALL_PROJECT, date(2026, 11, 22))
LATE = dataclasses.replace(SMALL, today=date(2031, 1, 1))
HERE = "/worried-about-a-child/"
HARMLESS = "harmless"
ENVIRONMENT = renderer("/", FILTERS).environment
TEMPLATES = ROOT / "macros/drawing/templates"
FILES = sorted(TEMPLATES.rglob("*.jinja"))
BUILT = "<main><article><h1>A page</h1></article></main>"
WITHOUT_A_PAGE = {"bare.html.jinja", "handbook.html.jinja"}
HEADING = re.compile(r"<h[1-6]\b", re.IGNORECASE)
ARGUMENTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "contacts": (("mash", "childline"),),
    "contact_groups": (("front-door", "out-of-hours"),),
    "contact_lines": (("children-and-families",),),
    "phone": (("mash",),),
    "limit": (("decision",),),
    "blank_record": (("What I saw", "What I did"),),
    "timescales": (("referral",), ("child-protection",)),
    "steps": (("after-a-referral",),),
    "links": ((), ("referral-form",)),
    "link": (("referral-form",),),
    "definitions": ((), ("mash",)),
    "source_note": (("mash-page", "Opening"),),
    "partners": (("lead", "delegated"), ("lead",)),
    "duties": (("lead-partners",),),
    "groups": ((), ("forum",)),
    "assurance": (("professional", "independent"), ("independent",)),
    "routes": (("boards",),),
    "sources": ((), ("official",)),
    "points": (("signs",), ("do",)),
    "level_points": (("first", "means"),),
    "review_points": (("first-review", "found"), ("first-review", "helped")),
    "findings": (("first-review",), ("first-audit", "finding")),
    "figures": (("calls",), ("months",), ("nothing",)),
    "figure": (("calls-1",),),
    "priorities": (("2024-26",),),
    "statements": (("history",), ("voice",)),
    "count": (("first-review", "recommendation"),),
    "prompts": ((), ("/worried-about-a-child/",)),
    "review_link": (("first-review",), ("first-audit",)),
    "carried_by": (("first-review",), ("first-audit",)),
    "reviews": ((), ("audit",)),
    "courses": (("2023-24",),),
    "measurements": (("search",), ("reading",), ("weight",), ("access",)),
}
"""What each call is given here; a call that is not named takes no words."""
HOME_HEADING = '<h2 id="find-your-way">Find your way</h2>'


@dataclasses.dataclass(frozen=True)
class Noting(Renderer):
    """A renderer that remembers which templates it was asked for."""

    drawn: set[str] = dataclasses.field(default_factory=set)

    def html(self, template: str, here: str, **values: Any) -> Markup:
        """As a renderer does."""
        self.drawn.add(template)
        return super().html(template, here, **values)

    def file(self, template: str, **values: Any) -> bytes:
        """As a renderer does."""
        self.drawn.add(template)
        return super().file(template, **values)


def noting(base: str = "/") -> Noting:
    """A renderer under the base, which has drawn nothing yet."""
    return Noting(ENVIRONMENT, base)


def accepted(kind: Any, text: str) -> bool:
    """Whether a cell of this kind may hold the text."""
    try:
        undamaged(text)
        TypeAdapter(kind).validate_python(text)
    except (ValidationError, PydanticCustomError):
        return False
    return bool(text.strip())


SHARP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></tr></table><h1>Out</h1>",
    "</li></ul></div></p></dd></dl>",
    "{{ 7 * 7 }}",
    "{% include 'x' %}{# x #}",
    "| a | b |",
    "&lt;b&gt; &amp; &#60; &notanentity; &nbsp",
    "<!-- <![CDATA[ ]]> --",
    "]]>",
    "[a](javascript:alert(1))",
    "javascript:alert(1)",
    "`code` *stress* _stress_ **strong**",
    "![a](javascript:alert(1))",
    "{: onclick=alert(1) }",
    "# Heading",
    "- item",
    "    indented",
    "---",
    "<plaintext><textarea><title><style>",
    "\\\\ $& \\1 %s {0}",
)
HOSTILE = st.lists(
    st.sampled_from(SHARP)
    | st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), max_size=12),
    min_size=1,
    max_size=4,
).map(lambda parts: " ".join(parts).strip())
# What says that a place is of another area is told beside the source, and so changes the page.
HOSTILE_CELLS = HOSTILE.filter(
    lambda text: accepted(fields.Text, text) and not ELSEWHERE.search(text)
)


def text_fields(model: type[Record]) -> list[str]:
    """The fields that hold whatever an editor types."""
    (mark,) = get_args(fields.Text)[1:]
    return [name for name, info in model.model_fields.items() if mark in info.metadata]


def filled(record: Record, text: str) -> Record:
    """The record with this text in every text field, after words that keep its place in a list."""
    key = str(getattr(record, record.key)).replace("/", "-")
    cells: dict[str, Any] = {name: f"{key} {name} {text}" for name in text_fields(type(record))}
    if "also" in type(record).model_fields:
        cells["also"] = (text, f"{key} {text}")
    return record.model_copy(update=cells)


def library_of(text: str, library: Library = SMALL) -> Library:
    """The small project with this text in every text field of every row and header."""
    names = [*models(), "pages"]
    datasets = {
        name: {key: filled(one, text) for key, one in library.dataset(name).items()}
        for name in names
    }
    return dataclasses.replace(library, **datasets)  # type: ignore[arg-type]


def published(
    library: Library, name: str = "The guide", draw: Renderer | None = None
) -> dict[str, bytes]:
    """Every file that is published of the library, as a guide of this name."""
    marks, url = dict.fromkeys(library.pages, ""), "https://example.org/guide/"
    made_of = {page: {"docs/a.md": [], "data/a.csv": [(2, "a")]} for page in library.pages}
    settings = Settings(url, name, url)
    return published_files.files(library, draw or noting(), marks, made_of, settings)


def drawings(library: Library, draw: Renderer, text: str) -> dict[str, str]:
    """The HTML of every call, of what stands around a page, and of every page without Markdown."""
    drawn: dict[str, str] = {}
    calls = by_name(library, draw)
    for name, call in calls.items():
        for number, words in enumerate(ARGUMENTS.get(name, ((),))):
            said = (words[0], text) if name == "source_note" else words
            drawn[f"{name} {number}"] = call(HERE, *said)
    settings = Settings("https://example.org/guide/", "The guide")
    around = site(library, draw, settings, dict.fromkeys(library.pages, ""))
    for address, frame in around.frames.items():
        drawn[f"review of {address}"] = str(frame.review)
    drawn |= {"not found": str(around.not_found), "not kept": str(around.not_kept)}
    named = Settings("https://example.org/", "The guide")
    whole = handbook(library, draw, {"/": LexborHTMLParser(BUILT)}, "", named)
    drawn["handbook"] = whole.decode()
    drawn["old parts"] = with_old_parts(HOME_HEADING, "/", library, draw)
    files = published(library, "The guide", draw)
    drawn |= {name: content.decode() for name, content in files.items() if name.endswith(".html")}
    return drawn


def words_of(text: str) -> str:
    """The text as a reader sees it, where every stretch of white space is one space."""
    return " ".join(text.split())


BY_LENGTH = "data-letters"  # says how much text there is, and so differs with it


def shape_of(html: str) -> tuple[list[tuple[str, dict[str, str]]], str]:
    """Every element with its attributes, in order, and the text of all."""
    soup = BeautifulSoup(html, "html.parser", multi_valued_attributes=None)
    elements = [
        (tag.name, {name: str(value) for name, value in tag.attrs.items() if name != BY_LENGTH})
        for tag in soup.find_all()
    ]
    return elements, words_of("".join(soup.find_all(string=True)))


def with_text(values: dict[str, str], text: str) -> dict[str, str]:
    """The attributes, one of which may tell what a row says."""
    return {name: value.replace(HARMLESS, text) for name, value in values.items()}


USUAL = {
    name: shape_of(html)
    for name, html in drawings(library_of(HARMLESS, LATE), noting(), HARMLESS).items()
}


@settings(max_examples=25)
@given(text=HOSTILE_CELLS)
def test_hostile_text_comes_back_as_text_and_nothing_else(text: str) -> None:
    hostile = drawings(library_of(text, LATE), noting(), text)
    assert hostile.keys() == USUAL.keys()
    for name, html in hostile.items():
        elements, seen = shape_of(html)
        usual_elements, usual_text = USUAL[name]
        assert elements == [(tag, with_text(values, text)) for tag, values in usual_elements], name
        assert seen == words_of(usual_text.replace(HARMLESS, words_of(text))), name


SENTENCE = 'Use {{ link("referral-form") }} or {{ phone("mash") }} now.'


@settings(max_examples=60)
@given(text=HOSTILE_CELLS)
def test_a_call_inside_a_sentence_is_not_read_as_markdown(text: str) -> None:
    shapes = []
    for one in (HARMLESS, words_of(text)):
        calls = AnyPage(library_of(one), noting())
        drawn = [str(calls.link(HERE, "referral-form")), str(calls.phone(HERE, "mash"))]
        shapes.append(shape_of(put_back(parser().convert(marked(SENTENCE)), drawn)))
    assert shapes[1][0] == shapes[0][0]
    assert shapes[1][1] == shapes[0][1].replace(HARMLESS, words_of(text))


@given(text=HOSTILE_CELLS)
def test_what_a_shown_link_tells_cannot_end_its_script(text: str) -> None:
    page = library_of(HARMLESS).pages[HERE].model_copy(update={"title": text, "summary": text})
    drawn = link_preview(page, page.reviewed, text)
    assert not set("<>&") & set(drawn)
    told = json.loads(drawn)
    assert [told["headline"], told["description"], told["publisher"]["name"]] == [text] * 3


@settings(max_examples=60)
@given(text=HOSTILE_CELLS)
def test_the_feed_stays_well_formed(text: str) -> None:
    files = published(library_of(text), text)
    feed = ElementTree.fromstring(files["feed.xml"])  # noqa: S314 - our own file
    names = {"a": "http://www.w3.org/2005/Atom"}
    found = [words_of(one.text or "") for one in feed.iterfind("a:entry/a:summary", names)]
    assert found == [
        told_of("2026-10-05-mash", text),
        words_of(f"new-duty what {text} new-duty do {text}"),
        words_of(f"later-duty what {text} later-duty do {text}"),
        told_of("2026-10-03-first", text),
    ]


def told_of(change: str, text: str) -> str:
    """What a feed tells of a change with this text in every cell."""
    parts = {"": "what", "Before: ": "before", "Now: ": "now", "Do: ": "do"}
    return words_of(" ".join(f"{label}{change} {name} {text}." for label, name in parts.items()))


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1b", "\ufffe", "\uffff"])
def test_a_cell_refuses_what_no_feed_can_hold(character: str) -> None:
    assert not accepted(fields.Text, f"a{character}b")


@given(text=HOSTILE_CELLS)
def test_downloads_give_the_text_back(text: str) -> None:
    library = library_of(text)
    files = published(library)
    rows = json.loads(files["data/glossary.json"])
    assert [row["meaning"] for row in rows] == [one.meaning for one in library.glossary.values()]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_cannot_run_a_downloaded_cell(start: str) -> None:
    term = SMALL.glossary["mash"].model_copy(update={"meaning": f"{start}1+1"})
    library = dataclasses.replace(SMALL, glossary={"mash": term})
    table = published(library)["data/glossary.csv"]
    assert f"'{start}1+1" in table.decode("utf-8-sig")


SCRIPT_LINKS = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "javascript://www.example.org/%0aalert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//www.example.org/",
    "https:javascript:alert(1)",
)


@pytest.mark.parametrize("text", SCRIPT_LINKS)
def test_a_cell_for_a_web_address_refuses_a_script(text: str) -> None:
    assert not accepted(WebAddress, text)


@given(tail=st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.sampled_from(SHARP))
def test_an_accepted_web_address_stays_a_link_to_the_web(tail: str) -> None:
    address = f"https://www.example.org/{tail}"
    if not accepted(WebAddress, address):
        return
    link = SMALL.links["referral-form"].model_copy(update={"url": address})
    library = dataclasses.replace(SMALL, links={"referral-form": link})
    html = AnyPage(library, noting()).link(HERE, "referral-form")
    (anchor,) = BeautifulSoup(html, "html.parser").find_all("a")
    assert anchor["href"] == address
    assert set(anchor.attrs) == {"class", "href", "rel"}


def test_no_link_runs_a_script() -> None:
    """Hostile text leaves every attribute as harmless text does, as is held above."""
    for name, (elements, _) in USUAL.items():
        for href in (one["href"] for _, one in elements if "href" in one):
            assert re.match(r"(https://|tel:\d|mailto:|#|\.|/?[a-z])", href), name
            assert "script:" not in href.lower(), name


def test_every_template_is_drawn_by_these_tests() -> None:
    draw = noting()
    drawings(LATE, draw, HARMLESS)
    wholes = {path.name for path in FILES if path.parent == TEMPLATES}
    assert draw.drawn == wholes


def test_only_published_rows_are_drawn() -> None:
    assert SMALL.held_back["contacts"] == {"old-line"}
    for name, html in drawings(SMALL, noting(), HARMLESS).items():
        assert "Old line" not in html, name
    files = published(SMALL)
    assert all(b"old-line" not in content for content in files.values())


def test_links_hold_under_a_folder_as_at_the_root() -> None:
    at_root = drawings(SMALL, noting("/"), HARMLESS)
    in_folder = drawings(SMALL, noting("/guide/"), HARMLESS)
    for name in at_root.keys() - {"not found", "not kept"}:
        assert in_folder[name] == at_root[name], name
    assert 'href="/guide/worried-about-a-child/"' in in_folder["not found"]


def test_limits_stand_topic_by_topic_as_the_page_names_them() -> None:
    html = AnyPage(SMALL, noting()).timescales(HERE, "child-protection", "referral")
    drawn = BeautifulSoup(html, "html.parser").select("[data-row]")
    assert [row["data-row"] for row in drawn] == ["timescales/conference", "timescales/decision"]


def test_a_site_on_which_nothing_changed_yet_has_a_feed() -> None:
    library = dataclasses.replace(SMALL, changes={})
    files = published(library)
    assert ElementTree.fromstring(files["feed.xml"]).tag.endswith("feed")  # noqa: S314 - our own


@pytest.mark.parametrize(
    ("call", "dataset", "words"),
    [
        ("plan", "actions", "No action of the plan is published here."),
        ("relevant_agencies", "relevant_agencies", "No relevant agency is published here."),
    ],
)
def test_a_list_of_which_every_row_is_held_back_says_so(
    call: str, dataset: str, words: str
) -> None:
    library = dataclasses.replace(SMALL, **{dataset: {}})  # type: ignore[arg-type]
    html = by_name(library, noting())[call](HERE)
    assert BeautifulSoup(html, "html.parser").get_text() == words


def test_a_call_is_known_to_give_words_or_a_block() -> None:
    """Words stand in a sentence; a block there would end its paragraph."""
    words = {
        name
        for name, call in by_name(SMALL, noting()).items()
        if not re.match(r"<(?!a\b)", call(HERE, *ARGUMENTS.get(name, ((),))[0]))
    }
    assert words - {"search_here"} == IN_A_SENTENCE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_template_trusts_no_text(file: Path) -> None:
    source = file.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|Markup\(|autoescape\s+false|\|\s*(tojson|xmlattr)\b", source)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_template_says_first_what_it_draws_and_from_what(file: Path) -> None:
    assert re.match(r"\{# [A-Z]", file.read_text("utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_template_imports_only_what_it_draws(file: Path) -> None:
    source = file.read_text("utf-8")
    for line in re.findall(r"{% from .*? import .*? %}", source):
        words = line.removesuffix("with context %}").split(" import ")[1]
        names = [word.split(" as ")[-1].strip(" %}") for word in words.split(",")]
        drawn = source.replace(line, "")
        assert [name for name in names if not re.search(rf"\b{name}\(", drawn)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_headings_belong_to_pages(file: Path) -> None:
    """What stands beside the guide, and all of it as one file, stand on no page."""
    assert bool(HEADING.search(file.read_text("utf-8"))) == (file.name in WITHOUT_A_PAGE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_template_styles_or_scripts_in_line(file: Path) -> None:
    source = file.read_text("utf-8")
    if file.name == "handbook.html.jinja":  # one file holds its sheet too, and its policy names it
        source = source.replace("<style>{{ styles }}</style>", "", 1)
    inline = r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+="
    assert not re.search(inline, source, re.IGNORECASE)


def test_every_table_has_a_caption_and_headers_with_a_scope() -> None:
    tables = 0
    for name, html in drawings(SMALL, noting(), HARMLESS).items():
        for table in BeautifulSoup(html, "html.parser").find_all("table"):
            tables += 1
            caption = table.find("caption")
            assert caption is not None, name
            assert caption.get_text(strip=True), name
            assert all(head.get("scope") == "col" for head in table.select("thead th")), name
            assert table.select("thead th"), name
            for row in table.select("tbody tr"):
                assert [head.get("scope") for head in row.select("th")] == ["row"], name
    assert tables


def test_a_table_on_a_phone_names_each_cell_as_its_column() -> None:
    for name, html in drawings(SMALL, noting(), HARMLESS).items():
        for table in BeautifulSoup(html, "html.parser").find_all("table"):
            columns = [head.get_text(strip=True) for head in table.select("thead th")]
            for row in table.select("tbody tr"):
                cells = row.find_all(["th", "td"])
                assert [cell.get("data-label") for cell in cells] == columns, name


def test_text_fields_are_found_in_every_kind_of_row() -> None:
    """Or the tests above would be harmless themselves."""
    without = [name for name, model in models().items() if not text_fields(model)]
    assert without == ["addresses", "versions", "anchors"]
    assert text_fields(Page) == ["title", "summary", "owner"]


def in_the_theme(library: Library, template: str = "main.html", **extra: Any) -> str:
    """A page in the theme, by MkDocs' own rules: nothing is escaped unless the theme asks."""
    theme = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "theme"))  # noqa: S701
    theme.filters["url"] = str
    settings = Settings("https://example.org/", "The guide")
    around = site(library, noting(), settings, dict.fromkeys(library.pages, ""))
    heading = SimpleNamespace(url="#one", title="One")
    shown = SimpleNamespace(
        url=HERE[1:],
        content="<p>Text</p>",
        toc=[heading] * 3,
        meta={"frame": around.frames[HERE]},
    )
    config = SimpleNamespace(
        extra={"site": around, **extra}, site_name=settings.name, site_url=settings.url
    )
    return theme.get_template(template).render(config=config, page=shown)


def hostile_names() -> Library:
    """The small project, in which the theme's own words could break out of their places."""
    words = {"title": SHARP[0], "summary": SHARP[1]}
    pages = {key: one.model_copy(update=words) for key, one in SMALL.pages.items()}
    sections = {
        key: one.model_copy(update={"name": SHARP[0]}) for key, one in SMALL.sections.items()
    }
    return dataclasses.replace(SMALL, pages=pages, sections=sections)


def test_the_theme_gives_every_text_back_as_text() -> None:
    page = BeautifulSoup(in_the_theme(hostile_names()), "html.parser")
    plain = BeautifulSoup(in_the_theme(SMALL), "html.parser")
    assert Counter(one.name for one in page.find_all()) == Counter(
        one.name for one in plain.find_all()
    )
    assert [one.get_text() for one in page.select("h1")] == [SHARP[0]]
    main = page.select_one("main")
    assert main is not None
    assert (main["data-title"], main["data-summary"]) == (SHARP[0], SHARP[1])


def test_what_is_wrong_is_shown_while_serving_as_text() -> None:
    said = SimpleNamespace(where=SHARP[0], found=SHARP[0], wanted=SHARP[1], fix=SHARP[1])
    page = BeautifulSoup(in_the_theme(SMALL, problems=[said]), "html.parser")
    assert not page.select("main script, main img")
    assert SHARP[0] in page.get_text()
