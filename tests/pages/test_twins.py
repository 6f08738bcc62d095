"""Each page has a twin in Markdown that says the same, and one file lists them all."""

import re
from functools import cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from macros.publishing.finish import anchors
from tests.conftest import SITE, built_pages, library
from tests.pages.built import WRONG, file_of

PAGES = [page for page in built_pages() if page != WRONG]
# What only a screen needs, or only paper; what says shortly what follows in full; and a
# chart, which stands beside a table of its numbers.
NOT_SAID = (
    "button, form, figure, svg, .heading-link, .on-paper, .role-all, .scripted, .share, .shortly"
)
CANONICAL = ("link[rel=canonical]", "href")
LINK = re.compile(r"\]\(([^)]*)\)")
LIST_MARK = re.compile(r"^\s*(?:\d+\.|-) ", re.MULTILINE)


def twin(page: str) -> str:
    return (SITE / page / "index.md").read_text("utf-8")


def whole(page: str) -> LexborHTMLParser:
    return LexborHTMLParser(file_of(page).read_text("utf-8"))


def value(page: LexborHTMLParser, place: str, name: str) -> str:
    """The value of an attribute of the first such element."""
    found = page.css_first(place)
    assert found
    return found.attributes[name] or ""


def said(page: LexborHTMLParser) -> LexborNode:
    """The main part of a page, without what a text needs not."""
    for part in page.css(NOT_SAID):
        part.decompose()
    main = page.css_first("main")
    assert main
    return main


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def written(text: str) -> list[str]:
    """The words of a twin without its marks and addresses."""
    return words(LIST_MARK.sub("", LINK.sub("]", text)).replace("\\", ""))


def calls(links: list[str]) -> list[str]:
    return [link for link in links if link.startswith("tel:")]


@cache
def anchors_of(page: str) -> set[str]:
    return anchors(file_of(page).read_text("utf-8"))


def test_a_twin_has_every_word_of_its_page_in_order_and_none_run_together() -> None:
    unlike = []
    for page in PAGES:
        title, _, *text, _, _ = twin(page).split("\n\n")
        if written("\n\n".join([title, *text])) != words(said(whole(page)).text(separator=" ")):
            unlike.append(page)
    assert unlike == []


def test_a_twin_begins_with_what_must_be_known_of_a_copy() -> None:
    for page in PAGES:
        title, facts = twin(page).split("\n\n")[:2]
        header, here = library().pages["/" + page], whole(page)
        assert title == f"# {header.title}"
        numbers = [one.text() for one in here.css(".act-line b")]
        assert re.findall(r"\*\*(.+)\*\*$", facts, re.MULTILINE) == numbers
        assert f"\n- Page: {value(here, *CANONICAL)}\n" in facts
        assert f"\n- Reviewed {header.reviewed.day} " in facts
        version = value(here, "main", "data-version")
        assert re.search(rf"\n- Copy {version}: check it is current at .+/go/{version}/$", facts)


def test_a_twin_keeps_each_heading_row_and_number_to_call() -> None:
    for page in PAGES:
        main, text = said(whole(page)), twin(page)
        headings = [
            f"{'#' * int(str(one.tag)[1])} {one.text()}" for one in main.css("h1, h2, h3, h4")
        ]
        assert re.findall("^#.+", text.replace("\\", ""), re.MULTILINE) == headings, page
        rows = [line for line in text.splitlines() if line.lstrip().startswith("|")]
        assert len(rows) == len(main.css("tr")) + len(main.css("table")), page
        links = [one.attributes["href"] or "" for one in main.css("a[href]")]
        assert calls(LINK.findall(text)) == calls(links), page


def test_each_link_of_a_twin_is_whole_and_leads_somewhere() -> None:
    home = value(whole(""), *CANONICAL)
    for page in PAGES:
        for link in LINK.findall(twin(page)):
            assert link.startswith(("https://", "http://", "tel:", "mailto:")), (page, link)
            if link.startswith(home):
                path, _, anchor = link.removeprefix(home).partition("#")
                if anchor:
                    assert anchor in anchors_of(path), (page, link)
                file = SITE / path
                assert (file / "index.html" if file.is_dir() else file).is_file(), (page, link)


def test_one_file_lists_every_twin_by_section_and_says_first_whom_to_call() -> None:
    text = (SITE / "llms.txt").read_text("utf-8")
    assert re.match(r"# .+\n\n> .+\n\n- .+: 999 \(read on .+\)\n- .+\(MASH\): 024", text)
    sections = sorted(library().sections.values(), key=lambda one: one.order)
    assert re.findall("^## (.+)$", text, re.MULTILINE) == ["Start", *(one.name for one in sections)]
    home = value(whole(""), *CANONICAL)
    assert sorted(LINK.findall(text)) == sorted(f"{home}{page}index.md" for page in PAGES)
    lines = text.replace("\\", "").splitlines()
    for page in library().pages.values():
        assert f"- [{page.title}]({home}{page.address[1:]}index.md): {page.summary}" in lines
