"""What a reader is told of a row whose guidance has been replaced, and where it is told."""

import dataclasses
from datetime import date

import pytest
from bs4 import BeautifulSoup

from macros.calls.by_name import by_name
from macros.desk.upkeep import replaced
from macros.drawing.page_frames import site
from macros.drawing.render import renderer
from macros.drawing.wording import FILTERS
from macros.library import Library, load
from macros.publishing.downloads import files
from macros.publishing.search_answers import answers
from macros.reading.published_rows import published_rows
from macros.reading.settings import Settings
from macros.records.editions import Found, State
from macros.records.record import YesNo
from macros.records.timescales import ClockStarts
from tests.conftest import SMALL_PROJECT

SMALL = load(SMALL_PROJECT, date(2026, 11, 22))
ROW = "timescales/reply"
SAME = "From the guidance of 2019; that of 2025 says the same, compared on 1 October 2026"
HERE = "/worried-about-a-child/"


def after(*, compared: dict[str, object] | None, state: State = State.IN_FORCE) -> Library:
    """The small project, its one comparison changed so or taken out."""
    kept = {name: dict(SMALL.dataset(name)) for name in ("editions", "sources", "timescales")}
    records = {**vars(SMALL), **kept}
    known = SMALL.comparisons[ROW]
    records["comparisons"] = {ROW: known.model_copy(update=compared)} if compared else {}
    new = SMALL.editions["guidance-2025"].model_copy(update={"state": state})
    records["editions"]["guidance-2025"] = new
    names = ("topics", "pages", "comparisons", *kept)
    shown, _ = published_rows({name: records[name] for name in names})
    return dataclasses.replace(
        SMALL, timescales=shown["timescales"], comparisons=shown["comparisons"]
    )


@pytest.mark.parametrize(
    ("compared", "state", "told"),
    [
        (
            None,
            State.IN_FORCE,
            "From the guidance of 2019, since replaced; not yet compared with that of 2025",
        ),
        (
            None,
            State.NOT_KNOWN,
            (
                "From the guidance of 2019, which seems to have been replaced; "
                "not yet compared with that of 2025"
            ),
        ),
        ({"found": Found.SAME}, State.IN_FORCE, SAME),
        (
            {"own_text": YesNo.NO},
            State.IN_FORCE,
            (
                "From the guidance of 2019; that of 2025 says the same, "
                "compared by a page that sums it up on 1 October 2026"
            ),
        ),
        (
            {"found": Found.CHANGED},
            State.IN_FORCE,
            (
                "From the guidance of 2019; that of 2025 says otherwise: go by that one, "
                "compared on 1 October 2026"
            ),
        ),
    ],
)
def test_a_row_says_what_became_of_its_edition_and_how_that_is_known(
    compared: dict[str, object] | None, state: State, told: str
) -> None:
    library = after(compared=compared, state=state)
    assert library.timescales["reply"].edition_note == told


def test_a_row_that_rests_on_what_holds_says_nothing() -> None:
    assert SMALL.timescales["decision"].edition_note == ""


def test_a_comparison_with_an_edition_that_was_replaced_since_counts_no_more() -> None:
    library = after(compared={"edition": "guidance-2022"})
    assert "not yet compared" in library.timescales["reply"].edition_note


def test_a_limit_known_to_have_changed_is_counted_no_more() -> None:
    known = {"source_read": YesNo.YES, "clock_starts": ClockStarts.SAME_MOMENT}
    same, changed = (
        after(compared={"found": found}).timescales["reply"].model_copy(update=known)
        for found in (Found.SAME, Found.CHANGED)
    )
    assert same.counted
    assert not changed.counted


def test_the_page_and_the_download_say_it_in_the_same_words() -> None:
    draw = renderer("/", FILTERS)
    page = BeautifulSoup(by_name(SMALL, draw)["timescales"](HERE, "missing"), "html.parser")
    row = page.select_one('[data-row="timescales/reply"]')
    assert row
    assert SAME in row.get_text()
    taken = files(SMALL, "https://example.org/", "Guide")
    assert SAME in taken["data/timescales.csv"].decode("utf-8-sig")
    assert SAME in taken["data/timescales.json"].decode()


def test_an_answer_in_search_says_it_too() -> None:
    rows = dict(SMALL.timescales)
    known = {"source_read": YesNo.YES, "also": ("reply",)}
    rows["reply"] = rows["reply"].model_copy(update=known)
    found = answers(dataclasses.replace(SMALL, timescales=rows))
    assert [one["note"] for one in found if SAME in one.get("note", "")]


def test_the_weekly_list_names_every_row_that_rests_on_a_replaced_edition() -> None:
    (line,) = replaced(SMALL)
    assert line.startswith("the guidance of 2019, replaced by the guidance of 2025: 0 of 1 rows")
    assert line.endswith(f"({ROW})")


def test_a_page_that_a_change_of_the_law_touches_says_so_and_leads_to_it() -> None:
    now = dict.fromkeys(SMALL.pages, "")
    settings = Settings("https://example.org/", "The guide")
    frames = site(SMALL, renderer("/", FILTERS), settings, now).frames
    laws = BeautifulSoup(frames["/about/"].laws, "html.parser")
    told = [one.get_text() for one in laws.select("p")]
    assert told[0] == "Law: A duty to come (passed, start not found)"
    assert "1 on /about/law/" in told[-1]
    assert laws.select("a")[0]["href"] == "law/#law-later-duty"
    assert not [page for page, one in frames.items() if one.laws and page not in {"/about/", HERE}]
