"""The same site in Firefox: the main ways work without a complaint, and sheets are as promised."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.browser.test_deadlines import COUNTED, DAYS, due
from tests.browser.test_pack import AFTER, CHOSEN, TITLES
from tests.browser.test_print import squeezed
from tests.browser.views import WORRIED
from tests.conftest import ROOT, library

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox") or ""
ONE_SIDE = (WORRIED, f"{WORRIED}record/", "one-minute-guides/domestic-abuse/")


def firefox(*words: str) -> dict[str, Any]:
    """What Firefox showed on its way, and what it complained of."""
    script = str(ROOT / "tests/browser/firefox.js")
    told = subprocess.run(
        ["node", script, FIREFOX, *words], capture_output=True, check=True, timeout=120
    )
    seen: dict[str, Any] = json.loads(told.stdout)
    return seen


def test_search_filters_and_deadlines_work_in_firefox(site_url: str) -> None:
    row, day = COUNTED[0], DAYS[0]
    seen = firefox(site_url, "journeys", row.event, day.isoformat())
    assert seen["search"] == library().contacts["mash"].phone
    assert "dog" in seen["found"].lower()
    assert f"{due(row, day).day} " in seen["deadline"]
    assert seen["complaints"] == []


def test_what_is_one_side_of_paper_is_one_side_in_firefox(site_url: str, tmp_path: Path) -> None:
    assert firefox(site_url, "print", str(tmp_path), *ONE_SIDE)["complaints"] == []
    sheets = [len(PdfReader(tmp_path / f"{at}.pdf").pages) for at in range(len(ONE_SIDE))]
    assert dict(zip(ONE_SIDE, sheets, strict=True)) == dict.fromkeys(ONE_SIDE, 1)


def test_a_pack_in_firefox_numbers_its_parts_as_no_sheet_has_a_number(
    site_url: str, tmp_path: Path
) -> None:
    """Firefox writes nothing on the margin of a sheet: contents that name sheets would mislead."""
    seen = firefox(site_url, "print", str(tmp_path), CHOSEN)
    assert seen["complaints"] == []
    assert (seen["contents"], seen["sheets"]) == ([*TITLES, *AFTER], "")
    sheets = [squeezed(one.extract_text()) for one in PdfReader(tmp_path / "0.pdf").pages]
    begins = [
        [at for at, text in enumerate(sheets) if text.startswith(squeezed(f"{place}.{name}"))]
        for place, name in enumerate([*TITLES, *AFTER], 1)
    ]
    assert [len(one) for one in begins] == [1] * len(begins)
    assert begins == sorted(begins)
