"""A first visit is light enough for a weak signal, as sent over gzip."""

import re
from statistics import median

from playwright.sync_api import Browser, Response

from tests.browser.views import PHONE, SEARCH, open_whole, visit
from tests.conftest import built_pages, library

KIB = 1024
MOST_FOR_HALF, MOST = 24 * KIB, 40 * KIB
# A server may send ten segments of 1,460 bytes before it hears from the phone (RFC 6928).
ONE_ROUND_TRIP = 10 * 1460
AT_ONCE = re.compile(r"|worried-about-a-child/(contacts/)?|one-minute-guides/[\w-]+/")
WAITED_FOR = """() => {
  const of = (kind) => performance.getEntriesByType(kind);
  const held = of("resource").filter((one) => one.renderBlockingStatus === "blocking");
  const sent = [...of("navigation"), ...held].map((one) => one.encodedBodySize);
  return { files: held.map((one) => one.name), bytes: sent.reduce((sum, one) => sum + one, 0) };
}"""


def test_a_first_visit_is_light(browser: Browser, site_url: str) -> None:
    came: list[Response] = []
    weights: dict[str, int] = {}
    with visit(browser, PHONE) as page:
        forgetful = page.context.new_cdp_session(page)
        forgetful.send("Network.enable")
        forgetful.send("Network.setCacheDisabled", {"cacheDisabled": True})
        page.on("response", lambda response: came.append(response))
        for name in built_pages():
            came.clear()
            open_whole(page, site_url + name)
            files = {one.url: one.headers for one in came}
            assert f"{site_url}assets/site.css" in files
            assert f"{site_url}assets/scripts/site.js" in files
            assert all(headers["content-encoding"] == "gzip" for headers in files.values())
            if name != SEARCH:
                assert not [url for url in files if url.endswith(".json") or "lunr" in url]
            weights[name] = sum(int(headers["content-length"]) for headers in files.values())
    heaviest_first = sorted(weights.items(), key=lambda pair: -pair[1])
    table = "\n".join(f"{size / KIB:6.1f} KiB  /{name}" for name, size in heaviest_first)
    assert median(weights.values()) <= MOST_FOR_HALF, table
    assert max(weights.values()) <= MOST, table


def test_what_a_guide_needs_to_be_read_comes_in_one_round_trip(
    browser: Browser, site_url: str
) -> None:
    needed: dict[str, int] = {}
    for name in filter(AT_ONCE.fullmatch, built_pages()):
        with visit(browser, PHONE) as page:
            page.goto(site_url + name)
            waited_for = page.evaluate(WAITED_FOR)
        assert waited_for["files"] == [f"{site_url}assets/site.css"]
        needed[name] = waited_for["bytes"]
    assert len(needed) > len(library().guides)
    heavy = {name: size for name, size in needed.items() if size > ONE_ROUND_TRIP}
    assert heavy == {}, "bytes before anything is seen: shorten the page, or the style sheet"
