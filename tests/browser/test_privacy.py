"""A visit leaves no trace, asks no other host, and runs nothing but our own files."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.browser.views import open_search, open_whole
from tests.conftest import built_pages

STORED = """async () => ({ local: localStorage.length, session: sessionStorage.length,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length })"""
NOTHING = {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
ASKED_FOR = "no/such/page/"  # the browser itself notes that the server answered 404


def watch(page: Page) -> tuple[list[Request], list[str]]:
    """What the tab will ask for and what it will complain of."""
    requests: list[Request] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda note: complaints.append(note.text) if note.type in ("error", "warning") else None,
    )
    return requests, complaints


def elsewhere(requests: list[Request], site_url: str) -> list[str]:
    return [one.url for one in requests if not one.url.startswith(site_url)]


def test_no_page_asks_another_host_stores_anything_or_complains(
    context: BrowserContext, page: Page, site_url: str
) -> None:
    requests, complaints = watch(page)
    for name in built_pages():
        requests.clear()
        complaints.clear()
        open_whole(page, site_url + name)
        assert requests, name
        assert not elsewhere(requests, site_url), name
        assert not context.cookies(), name
        assert page.evaluate(STORED) == NOTHING, name
        known = [text for text in complaints if name == ASKED_FOR and "status of 404" in text]
        assert complaints == known, name


def test_the_policy_of_a_page_is_there_and_strict(page: Page, site_url: str) -> None:
    for name in built_pages():
        page.goto(site_url + name)
        meta = page.locator("meta[http-equiv='Content-Security-Policy']")
        policy = meta.get_attribute("content") or ""
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
        assert rules["base-uri"] == "'none'"
        assert "unsafe" not in policy
        assert "http" not in policy


def test_the_policy_stops_a_script_that_got_into_a_page(page: Page, site_url: str) -> None:
    def with_a_script(body: str) -> str:
        return body.replace("</main>", "<script>document.title = 'taken'</script></main>")

    page.route(
        site_url,
        lambda route: route.fulfill(
            body=with_a_script(route.fetch().text()), content_type="text/html"
        ),
    )
    page.goto(site_url)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert "<script>document" in page.content()
    assert page.title() != "taken"


def test_typing_in_search_sends_nothing(context: BrowserContext, page: Page, site_url: str) -> None:
    page.goto(site_url)
    requests, complaints = watch(page)
    with page.expect_response("**/text.json"):
        open_search(page, "qqqqqqqq")
    page.get_by_role("searchbox").fill("bruise")
    page.get_by_role("searchbox").press_sequentially("s on a baby")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("bruises on a baby")
    page.wait_for_load_state("networkidle")
    assert not elsewhere(requests, site_url)
    assert all(one.method == "GET" and one.post_data is None for one in requests)
    assert not [one.url for one in requests if "qqqq" in one.url or urlsplit(one.url).query]
    assert len({one.url for one in requests}) == len(requests), "typing asks for nothing again"
    assert not context.cookies()
    assert page.evaluate(STORED) == NOTHING
    assert not complaints
