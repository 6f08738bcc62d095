"""A first visit is light enough for a weak signal, as sent over gzip."""

from statistics import median

from playwright.sync_api import Browser, Response

from tests.browser.views import PHONE, SEARCH, visit
from tests.conftest import built_pages

KIB = 1024
MOST_FOR_HALF, MOST = 24 * KIB, 40 * KIB


def first_visit(browser: Browser, address: str) -> dict[str, int]:
    """Every file that comes without a tap, with its size as sent."""
    came: list[Response] = []
    with visit(browser, PHONE) as page:
        page.on("response", lambda response: came.append(response))
        page.goto(address, wait_until="networkidle")
        assert all(one.headers["content-encoding"] == "gzip" for one in came)
        return {one.url: int(one.headers["content-length"]) for one in came}


def test_a_first_visit_is_light(browser: Browser, site_url: str) -> None:
    weights: dict[str, int] = {}
    for name in built_pages():
        files = first_visit(browser, site_url + name)
        assert f"{site_url}assets/site.css" in files
        assert f"{site_url}assets/scripts/site.js" in files
        if name != SEARCH:
            assert not [url for url in files if url.endswith(".json") or "lunr" in url]
        weights[name] = sum(files.values())
    heaviest_first = sorted(weights.items(), key=lambda pair: -pair[1])
    table = "\n".join(f"{size / KIB:6.1f} KiB  /{name}" for name, size in heaviest_first)
    assert median(weights.values()) <= MOST_FOR_HALF, table
    assert max(weights.values()) <= MOST, table
