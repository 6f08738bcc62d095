"""A visit leaves no trace, asks no other host, and runs nothing but our own files."""

from contextlib import nullcontext
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Error, Page, Request, expect
from selectolax.lexbor import LexborHTMLParser

from macros.publishing.policy import BrokenPolicy, keep
from tests.browser.checks import STORED
from tests.browser.views import open_search
from tests.conftest import built_pages
from tests.pages.built import file_of, soup


def test_the_policy_of_a_page_is_there_and_strict() -> None:
    for name in built_pages():
        meta = soup(name).select_one("head > meta[http-equiv='Content-Security-Policy']")
        assert meta, name
        policy = str(meta["content"])
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
        assert rules["base-uri"] == "'none'"
        assert rules["require-trusted-types-for"] == "'script'"
        assert "unsafe" not in policy
        assert "http" not in policy


@pytest.mark.parametrize(
    ("added", "refused"),
    [
        ("<script>name = 1</script>", True),
        ('<script type="module">name = 1</script>', True),
        ('<script type="application/ld+json">{}</script>', False),
        ('<p onclick="name = 1">', True),
        ('<p style="color: red">', True),
    ],
)
def test_a_build_refuses_what_the_policy_would_stop_and_takes_what_is_only_read(
    added: str, refused: bool
) -> None:
    page = LexborHTMLParser(file_of("").read_text("utf-8").replace("</main>", f"{added}</main>"))
    with pytest.raises(BrokenPolicy) if refused else nullcontext():
        keep(page, "index.html")


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


# Ways by which words could become markup or a script.
SINKS = [
    "document.createElement('p').innerHTML = '<b>taken</b>'",
    "document.body.insertAdjacentHTML('beforeend', '<b>taken</b>')",
    "document.write('<b>taken</b>')",
    "new DOMParser().parseFromString('<b>taken</b>', 'text/html')",
    "document.createElement('iframe').srcdoc = '<b>taken</b>'",
    "document.createElement('script').src = 'keep.js'",
    "document.createElement('script').text = 'name = 1'",
    "new Worker('keep.js')",
    "await navigator.serviceWorker.register('keep.js')",
    "trustedTypes.createPolicy('mine', {})",
    "trustedTypes.createPolicy('guide', {})",
    "(await import('./assets/scripts/trusted.js')).runnable(new URL('https://evil.example/'))",
]


def test_no_words_become_markup_and_no_script_starts_but_those_named(
    page: Page, site_url: str
) -> None:
    page.goto(site_url)
    open_search(page, "mash")
    for sink in SINKS:
        with pytest.raises(Error, match=r"Trusted|olicy|may not run here"):
            page.evaluate(f"async () => {{ {sink} }}")
    assert page.locator("b", has_text="taken").count() == 0
    assert page.evaluate(STORED) == []


def test_typing_in_search_sends_nothing(context: BrowserContext, page: Page, site_url: str) -> None:
    page.goto(site_url)
    requests: list[Request] = []
    complaints: list[str] = []
    page.on("request", lambda one: requests.append(one))
    page.on("pageerror", lambda one: complaints.append(str(one)))
    page.on("console", lambda one: complaints.append(one.text))
    with page.expect_response("**/text.json"):
        open_search(page, "qqqqqqqq")
    page.get_by_role("searchbox").fill("bruise")
    page.get_by_role("searchbox").press_sequentially("s on a baby")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("bruises on a baby")
    page.wait_for_load_state("networkidle")
    assert not [one.url for one in requests if not one.url.startswith(site_url)]
    assert all(one.method == "GET" and one.post_data is None for one in requests)
    assert not [one.url for one in requests if "qqqq" in one.url or urlsplit(one.url).query]
    assert len({one.url for one in requests}) == len(requests), "typing asks for nothing again"
    assert not context.cookies()
    assert page.evaluate(STORED) == []
    assert not complaints
