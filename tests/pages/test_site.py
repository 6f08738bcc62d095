"""The built site as a whole: its links, its marks, its rows, its files."""

import copy
import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import Tag

from macros.library import load, models
from macros.publishing.downloads import OPEN_DATA
from macros.records.days import day_words
from macros.records.record import YesNo
from tests.conftest import (
    BASE,
    ROOT,
    SITE,
    built_pages,
    every_row,
    library,
    rows_held_back,
    small_guide,
)
from tests.pages.built import WRONG, attributes, file_of, row_of, soup, soup_of, text_of

ORIGIN = "http://site.invalid"
ON_NO_PAGE = {
    "topics",
    "addresses",
    "anchors",
    "sections",
    "versions",
    "worries",
    "kinds",
    "comparisons",
    "prompts",  # a pack shows them
    "link_checks",
    "partnership",  # every page shows some of it
}
SHOWN = tuple(name for name in models() if name not in ON_NO_PAGE)
STRAY = re.compile(
    r"\{\{|\{ *[a-z_]+\(|\}\}|\{%|!!!|\?\?\?|^///|^===|^None$|Undefined", re.MULTILINE
)


def targets(address: str) -> Iterator[tuple[str, str]]:
    """Each link, picture and script of a page on this site: (as written, file and anchor)."""
    here = f"{ORIGIN}{BASE}{address}"
    page = soup(address)
    found = [*attributes("a", "href", page), *attributes("link", "href", page)]
    for link in [*found, *attributes("script", "src", page), *attributes("img", "src", page)]:
        whole = urljoin(here, link)
        if whole.startswith(ORIGIN):
            yield link, whole.removeprefix(ORIGIN)


@cache
def ids_in(path: Path) -> frozenset[str]:
    return frozenset(str(one["id"]) for one in soup_of(path).select("[id]"))


@pytest.mark.parametrize("address", built_pages())
def test_every_link_of_a_page_leads_somewhere(address: str) -> None:
    broken = []
    for written, target in targets(address):
        parts = urlsplit(target)
        path = SITE / unquote(parts.path).removeprefix(BASE)
        path = file_of(WRONG) if parts.path == f"{BASE}{WRONG}" else path
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or (parts.fragment and unquote(parts.fragment) not in ids_in(path)):
            broken.append(written)
    assert not broken


@pytest.mark.parametrize("address", built_pages())
def test_every_page_has_one_heading_a_title_and_no_stray_mark(address: str) -> None:
    page = soup(address)
    assert len(page.find_all("h1")) == 1
    assert page.title is not None
    assert page.title.get_text().endswith("Safeguarding children in Coventry: practitioner guide")
    main = copy.copy(page.find("main"))
    assert isinstance(main, Tag)
    for code in main.find_all(["code", "pre"]):
        code.extract()
    assert not STRAY.findall(main.get_text("\n"))


def test_titles_and_summaries_tell_pages_apart() -> None:
    pages = [page for page in built_pages() if page != WRONG]
    titles = [str(soup(page).title) for page in pages]
    summaries = [str(soup(page).find("meta", attrs={"name": "description"})) for page in pages]
    assert len(set(titles)) == len(titles)
    assert len(set(summaries)) == len(summaries)


@pytest.mark.parametrize("address", [page for page in built_pages() if page != WRONG])
def test_every_page_ends_with_its_review_block(address: str) -> None:
    header = library().pages["/" + address]
    block = soup(address).select_one(".review")
    assert block is not None
    text = block.get_text(" ", strip=True)
    code = library().addresses["/" + address].code
    assert header.owner in text
    assert code in text
    assert "Not approved by the partnership" in text
    assert "No details of a child or family" in text


def test_what_a_shown_link_tells_of_a_page_is_what_the_page_says() -> None:
    for page in [page for page in built_pages() if page != WRONG]:
        head, header = soup(page), library().pages["/" + page]
        (told,) = head.select('script[type="application/ld+json"]')
        article = json.loads(told.string or "")
        assert (article["@context"], article["@type"]) == ("https://schema.org", "Article")
        assert (article["headline"], article["description"]) == (header.title, header.summary)
        shown = {str(one["property"]): str(one["content"]) for one in head.select("meta[property]")}
        assert shown["og:type"] == "article"
        # No chat shows a date that only a program reads, so it stands in the words too.
        verb = "Changed" if "Last changed" in str(head) else "Reviewed"
        day = day_words(date.fromisoformat(article["dateModified"]))
        words = f"{header.summary} {verb} {day}."
        assert (shown["og:title"], shown["og:description"]) == (header.title, words)
        (canonical,) = head.select("link[rel=canonical]")
        assert shown["og:url"] == canonical["href"]
        assert urlsplit(shown["og:url"]).path == f"{BASE}{page}"
        picture = shown["og:image"].removeprefix(shown["og:url"].removesuffix(page))
        assert (SITE / picture).is_file(), picture
        assert str(head.title).endswith(f"{article['publisher']['name']}</title>")
        assert article["license"] in attributes("a", "href", head)
        (modified,) = head.select('meta[property="article:modified_time"]')
        assert article["dateModified"] == str(modified["content"]) >= header.reviewed.isoformat()
        changed = (
            text_of(head.select_one(".review .told dd")) if "Last changed" in str(head) else ""
        )
        assert not changed or changed == day_words(date.fromisoformat(article["dateModified"]))


@cache
def rows_shown() -> set[str]:
    return {row_of(place) for page in built_pages() for place in soup(page).select("[data-row]")}


@pytest.mark.parametrize("dataset", SHOWN)
def test_every_publishable_row_stands_on_a_page_and_no_other_does(dataset: str) -> None:
    shown = {row.split("/", 1)[1] for row in rows_shown() if row.startswith(f"{dataset}/")}
    assert shown == set(library().dataset(dataset))


def limits_shown() -> Iterator[tuple[str, str, str]]:
    """Each place that gives a time limit: page, its id, text of it and of what stands above it."""
    known = library()
    for page in built_pages():
        for place in soup(page).select("[data-row]"):
            dataset, row = row_of(place).split("/", 1)
            if dataset in {"concerns", "steps", "timescales"}:
                limit = getattr(known.dataset(dataset)[row], "timescale", row)
                if limit:
                    table = place.find_parent("table", class_="limit-table")
                    told = [one.get_text() for one in (place, *above_table(table))]
                    yield page, limit, " ".join(" ".join(told).split())


def above_table(table: Tag | None) -> list[Tag]:
    """What is said once above a table of limits."""
    above = table.find_previous_sibling(class_="limit-notes") if table else None
    return above.select(":scope > li") if isinstance(above, Tag) else []


def test_what_every_limit_of_a_table_shares_is_said_above_and_not_beside_each() -> None:
    tables = soup("thresholds/timescales/").select(".limit-notes + .limit-table")
    assert len(tables) > 3
    for table in tables:
        above = {text_of(one) for one in above_table(table)}
        assert above
        assert not above & {text_of(one) for one in table.select(".note")}


def test_a_time_limit_never_stands_without_its_caution() -> None:
    cautions = {one.id: one.caution for one in library().timescales.values() if one.caution}
    shown = [
        (page, cautions[limit], text) for page, limit, text in limits_shown() if limit in cautions
    ]
    assert {page for page, _, _ in shown} >= {
        "worried-about-a-child/find/",
        "thresholds/timescales/",
    }
    assert not [(page, caution) for page, caution, text in shown if caution not in text]


def test_a_line_of_the_table_of_limits_says_or_flags_all_that_is_to_be_known_of_it() -> None:
    limits = library().timescales
    shown = [one for one in limits_shown() if one[0] == "thresholds/timescales/"]
    assert {limit for _, limit, _ in shown} == set(limits)
    for _, limit, text in shown:
        row = limits[limit]
        assert all(told in text for told in (row.sooner, row.caution, row.edition_note)), limit
        assert ("Rule itself not read: check" in text) == (row.source_read is YesNo.NO), limit


def test_when_not_to_wait_is_said_once_for_the_limits_that_share_it() -> None:
    for table in soup("thresholds/timescales/").select(".limit-table"):
        said = [text_of(one) for one in table.select(".note.sooner")]
        assert len(said) == len(set(said))


# What stands beside a limit of a doubt, and what the whole of it says.
DOUBTS = {
    "older edition": "From Working Together",
    "replaced edition": "From Working Together",
    "rule not read": "Rule itself not read",
}


def test_a_limit_says_its_doubts_beside_itself_and_in_full_on_tap() -> None:
    for row in soup("thresholds/timescales/").select(".limit-table tbody tr"):
        limit = library().timescales[row_of(row).split("/")[1]]
        (word,) = row.select("summary")
        doubts = row.select("details .note")
        reasons = [one.get_text() for one in row.select(".doubt")]
        assert word.get_text() == ("Check your procedures first" if doubts else "Source")
        for doubt, reason in zip(doubts, reasons, strict=True):
            assert DOUBTS.get(reason, reason.capitalize()) in text_of(doubt)
        assert library().sources[limit.source_id].title in text_of(row.select_one("details"))


def test_whom_to_call_in_danger_stands_before_a_line_for_each_other_contact() -> None:
    contacts = library().contacts
    page = soup("worried-about-a-child/contacts/")
    shown = [row_of(one).split("/")[1] for one in page.select(".contact")]
    assert shown[:3] == ["emergency", "mash", "out-of-hours"]
    assert len(shown) == len(set(shown))
    assert set(shown) == set(contacts)
    lines = page.select("details.contact > summary")
    assert lines
    for line in lines:
        contact = contacts[row_of(line.parent or line).split("/")[1]]
        assert contact.name in text_of(line)
        assert (contact.phone or "") in text_of(line)


def test_every_answer_of_search_leads_to_a_place_that_stands_on_its_page() -> None:
    said = json.loads((SITE / "search/words.json").read_text("utf-8"))
    listed = json.loads((SITE / "search/pages.json").read_text("utf-8"))
    parts = json.loads((SITE / "search/parts.json").read_text("utf-8"))
    places = [one["address"][1:] for one in said["answers"]]
    places += [
        f"{page['address']}#{anchor}"
        for page, own in zip(listed, parts, strict=True)
        for anchor in own
    ]
    parted = [place.partition("#") for place in places]
    whole = [page for page, _, anchor in parted if not anchor]  # a guide, from its first line
    assert {one.page[1:] for one in library().guides.values()} >= set(whole)
    lost = [place for place in parted if place[2] and place[2] not in ids_in(file_of(place[0]))]
    assert lost == []


def test_a_word_tells_most_in_a_title_and_something_wherever_it_stands() -> None:
    index = json.loads((SITE / "search/small.json").read_text("utf-8"))
    columns: dict[str, list[str]] = index["columns"]
    usual = {field: median(map(ord, weights)) for field, (_, _, weights) in columns.items()}
    assert min(usual.values()) > ord("#")  # the character of nought
    assert max(usual, key=lambda field: usual[field]) == "title"


def test_the_steps_of_a_process_stand_in_their_order() -> None:
    steps, seen = library().steps, set()
    for page in built_pages():
        for timeline in soup(page).select(".timeline"):
            rows = [row_of(one).removeprefix("steps/") for one in timeline.select("[data-row]")]
            seen |= set(rows)
            process = steps[rows[0]].process
            whole = [one for one in steps.values() if one.process == process]
            assert rows == [one.id for one in sorted(whole, key=lambda one: one.order)], page
    assert seen == set(steps)


def test_what_to_do_before_any_limit_of_a_process_stands_once_above_its_steps() -> None:
    limits, told = library().timescales, 0
    for page in built_pages():
        for timeline in soup(page).select(".timeline"):
            rows = [row_of(one).removeprefix("steps/") for one in timeline.select("[data-row]")]
            kept = [library().steps[one].timescale for one in rows]
            sooners = [limits[one].sooner for one in kept if one]
            for sooner in filter(None, sooners):
                above = timeline.find_previous_sibling()
                once = above is not None and sooner in above.text
                told += once
                assert once == (len(sooners) > 1 and len(set(sooners)) == 1), page
                assert once or sooner in timeline.text, page
    assert told


def test_every_source_is_used_by_a_row_or_a_page() -> None:
    known = library()
    cited = {
        str(getattr(row, "source_id", "") or "")
        for dataset in models()
        for row in known.dataset(dataset).values()
    }
    cited |= {name for law in known.law_changes.values() for name in law.also_in}
    cited |= {source for page in known.pages.values() for source in page.sources}
    cited |= {row["source_id"] for row in rows_held_back()}
    assert set(known.sources) == cited - {""}


def test_a_place_in_a_source_is_said_in_words_never_by_a_short_name() -> None:
    known = library()
    names = "|".join(name for name in known.sources if "-" in name)
    places = {
        str(getattr(row, "source_ref", ""))
        for dataset in SHOWN
        for row in known.dataset(dataset).values()
    }
    assert not sorted(one for one in places if re.search(rf"(?<![\w-])({names})(?![\w-])", one))


def test_a_row_held_back_is_on_no_page_in_no_search_and_in_no_download() -> None:
    rows = rows_held_back()
    if not rows:
        pytest.skip("no row is held back")
    kinds = {".html", ".json", ".csv", ".xml", ".md", ".txt"}
    published = {path: path.read_text("utf-8") for path in SITE.rglob("*") if path.suffix in kinds}
    cells = [row for name in models() for row in every_row(name) if row.get("publish") != "no"]
    typed = " ".join([*map(str, cells), *(one.text for one in library().bodies.values())])
    shown = typed + typed.replace(" ", "") + typed.lower().replace(" ", "-")
    for row in rows:
        secrets = [
            row["id"],
            row.get("phone", ""),
            row.get("phone", "").replace(" ", ""),
            row["why_not"],
        ]
        for secret in secrets:
            if len(secret) > 6 and secret not in shown:
                alone = re.compile(rf"(?<![\w-]){re.escape(secret)}(?![\w-])")
                files = [path for path, text in published.items() if secret in text]
                found = [str(path) for path in files if alone.search(published[path])]
                assert not found, f"{secret} of {row['id']}"


@pytest.mark.parametrize("dataset", OPEN_DATA)
def test_a_download_holds_the_rows_that_pages_show(dataset: str) -> None:
    rows = library().dataset(dataset)
    listed = json.loads((SITE / f"data/{dataset}.json").read_text("utf-8"))
    text = (SITE / f"data/{dataset}.csv").read_text("utf-8-sig")
    sheet = list(csv.DictReader(io.StringIO(text, newline="")))
    key = models()[dataset].key
    assert [row[key] for row in listed] == list(rows)
    assert [row[key] for row in sheet] == list(rows)
    for cells, record in zip(sheet, rows.values(), strict=True):
        for name, value in record.model_dump(mode="json").items():
            wanted = (
                "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
            )
            assert cells[name].removeprefix("'") == wanted.removeprefix("'")


def test_every_address_ever_published_still_answers() -> None:
    home = library().ours.packs or ""
    packs = {one.address(home): one.opened(home) for one in library().packs.values()}
    for address, entry in library().addresses.items():
        target = packs.get(address) or entry.moved_to or address
        assert (SITE / address[1:] / "index.html").is_file(), address
        link = soup_of(SITE / f"go/{entry.code}/index.html").find("a")
        assert isinstance(link, Tag)
        here = f"{ORIGIN}{BASE}go/{entry.code}/"
        assert urljoin(here, str(link["href"])) == f"{ORIGIN}{BASE}{target[1:]}"


def test_the_page_for_a_wrong_address_says_whom_to_call_and_offers_search() -> None:
    page = soup(WRONG)
    main = page.find("main")
    assert isinstance(main, Tag)
    assert "tel:999" in attributes("a", "href", main)
    assert main.select_one("[data-search-open]") is not None
    assert all(link.startswith(("tel:", BASE)) for link in attributes("a", "href", main))


def test_nothing_of_the_theme_is_shipped() -> None:
    assets = {
        path.relative_to(SITE / "assets").as_posix() for path in (SITE / "assets").rglob("*.*")
    }
    ours = {
        path.relative_to(ROOT / "theme/assets").as_posix()
        for path in (ROOT / "theme/assets").rglob("*.*")
    }
    assert assets == ours | {"scripts/search/lunr.js", "card.png"}


def build(project: Path, into: Path, **environment: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(into)]
    subprocess.run(
        command, cwd=project, env={**os.environ, **environment}, check=True, capture_output=True
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def classes_in(sheet: str) -> set[str]:
    return set(re.findall(r"\.([a-z][a-z-]+)", (ROOT / "theme/assets" / sheet).read_text("utf-8")))


WITHIN = {"edition"}  # what a sheet of its own styles only within something else that it styles


@pytest.mark.parametrize("sheet", ["charts.css", "changes.css", "forms.css", "tables.css"])
def test_a_sheet_of_its_own_is_loaded_where_it_is_used_and_nowhere_else(sheet: str) -> None:
    shared = {"site.css", "tables.css"} - {sheet}
    its_own = classes_in(sheet).difference(WITHIN, *map(classes_in, shared))
    wrong = []
    for page in built_pages():
        used = {name for tag in soup(page).select("main [class]") for name in tag["class"]}
        loaded = any(sheet in link for link in attributes("link", "href", soup(page)))
        if loaded != bool(used & its_own):
            wrong.append(page)
    assert wrong == []


def test_two_builds_of_one_commit_are_the_same_bytes(tmp_path: Path) -> None:
    """The other build is the one that all tests look at."""
    address = re.search("<loc>(.+)</loc>", (SITE / "sitemap.xml").read_text("utf-8"))
    assert address
    same = {"SITE_URL": address[1], "SITE_DATE": str(library().today)}
    build(ROOT, tmp_path / "again", **same, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C")
    one, two = contents(SITE), contents(tmp_path / "again")
    assert [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)] == []


def test_a_page_past_its_next_review_says_so_without_a_script(tmp_path: Path) -> None:
    assert "overdue for review" not in (SITE / "index.html").read_text("utf-8")
    project = small_guide(tmp_path / "project")
    last = load(project, date(2026, 11, 22)).pages["/"].next_review
    for day, overdue in ((last, False), (last + timedelta(days=1), True)):
        build(project, project / "site", SITE_DATE=str(day))
        html = (project / "site/index.html").read_text("utf-8")
        assert ("overdue for review" in html) is overdue
