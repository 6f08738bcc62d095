"""Who asks for it keeps the guide on a phone: whole, of one day, never instead of a newer page."""

import contextlib
import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.publishing import kept_copy
from tests.browser.checks import STORED
from tests.browser.test_pack import begins, sheets_of, told
from tests.browser.views import open_search
from tests.conftest import BASE, SITE, UNBUILT, library

HERE = "about/offline/"
GUIDE = "one-minute-guides/neglect/"
HOME = library().ours.packs or ""
NOT_KEPT = "reviews/anya/"
MASH = str(library().contacts["mash"].phone)
NEW_NUMBER = "024 7000 0000"
IN_TIME, LOOK = 60_000, 100  # milliseconds, on two busy cores
LINE = ".kept-line"


class Host(http.server.ThreadingHTTPServer):
    """Serves a copy of the built site under a path, and can be slow, or out of reach.

    A browser that is told to be offline still lets a worker reach the host; so the host goes away.
    """

    def __init__(self, folder: Path, base: str) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        self.folder, self.base = folder, base
        self.url = f"http://127.0.0.1:{self.server_port}{base}"
        self.reached = True
        self.prompt = threading.Event()
        self.prompt.set()

    def publish(self, file: str, old: str, new: str, date: str) -> None:
        """The site with other words in one file, and the list that goes with them."""
        path = self.path(file)
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        kept = json.loads(self.path("kept.json").read_text("utf-8"))
        self.path("kept.json").write_text(json.dumps({**kept, "date": date}), "utf-8")
        built = (one.relative_to(self.folder).as_posix() for one in self.folder.rglob("*.*"))
        listed = kept_copy.whole(built, lambda one: self.path(one).read_bytes(), keeping=True)
        for name, content in listed.items():
            self.path(name).write_bytes(content)

    def path(self, file: str) -> Path:
        """Where a file of the list lies."""
        return self.folder / (f"{file}index.html" if file[-1:] in "/" else file)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers when its host is prompt."""

    server: Host

    def translate_path(self, path: str) -> str:
        """A file below the path under which the site is served."""
        return super().translate_path("/" + path.removeprefix(self.server.base))

    def send_head(self) -> object:  # type: ignore[override]
        """Wait while the host is slow; say nothing while it is out of reach."""
        self.server.prompt.wait()
        self.close_connection = not self.server.reached
        del self.headers["If-Modified-Since"]  # two versions may be of one second
        return super().send_head() if self.server.reached else None

    def end_headers(self) -> None:
        """A browser asks each time, as it does some minutes later."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def copyfile(self, *files: object) -> None:
        """A browser that has left hears nothing."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(*files)  # type: ignore[arg-type]

    def log_message(self, *_: object) -> None:
        """Keep the terminal for the tests."""


@pytest.fixture
def base() -> str:
    """The path of the site's address."""
    return BASE


@pytest.fixture
def host(tmp_path: Path, base: str) -> Iterator[Host]:
    """A site of which a test may publish other versions."""
    assert (SITE / "kept.json").is_file(), UNBUILT
    server = Host(Path(shutil.copytree(SITE, tmp_path / "site")), base)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.prompt.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def kept(page: Page, host: Host) -> Page:
    """The tab of a reader who has just kept the guide."""
    page.goto(host.url + HERE)
    page.get_by_role("button", name="Keep on this phone").click()
    said = page.locator("[data-keep]").get_by_role("status")
    expect(said).to_contain_text("are kept on this phone since", timeout=IN_TIME)
    return page


def comes_true(page: Page, wanted: object, script: str, arg: str = "") -> None:
    """Ends when the script, which may itself have to wait, gives what is wanted."""
    for _ in range(0, IN_TIME, LOOK):
        if page.evaluate(script, arg) == wanted:
            return
        page.wait_for_timeout(LOOK)
    pytest.fail(f"{script} never gave {wanted}")


@pytest.mark.parametrize("base", [f"{BASE}guide/"])
def test_kept_pages_open_and_can_be_searched_without_a_network(kept: Page, host: Host) -> None:
    host.reached = False
    kept.goto(host.url + GUIDE)
    expect(kept.locator("h1")).to_have_text(library().pages[f"/{GUIDE}"].title)
    expect(kept.locator(LINE)).to_contain_text("Kept copy of ")
    open_search(kept, "bruises on a baby")
    expect(kept.locator("[data-search-results] a").first).to_be_visible()


def test_a_page_that_is_not_kept_says_so_and_whom_to_call(kept: Page, host: Host) -> None:
    host.reached = False
    kept.goto(host.url + NOT_KEPT)
    expect(kept.locator("h1")).to_have_text("This page is not kept on this phone")
    expect(kept.locator("main")).to_contain_text(MASH)
    expect(kept.locator(".bar")).to_have_css("display", "flex")
    host.reached = True
    kept.reload()
    expect(kept.locator("h1")).to_have_text(library().pages[f"/{NOT_KEPT}"].title)
    expect(kept.locator(LINE)).to_have_count(0)


def test_a_newer_number_is_seen_at_once_and_kept_once_all_of_its_version_came(
    kept: Page, host: Host
) -> None:
    host.publish(GUIDE, MASH, NEW_NUMBER, "1 May 2031")
    whole = host.path(kept_copy.PAGES).read_text("utf-8")
    host.path(kept_copy.PAGES).write_text(f"{whole} of another version", "utf-8")
    kept.goto(host.url + GUIDE)
    expect(kept.locator("main")).to_contain_text(NEW_NUMBER)
    expect(kept.locator(LINE)).to_have_count(0)
    host.reached = False
    kept.reload()
    expect(kept.locator("main")).to_contain_text(MASH)
    host.reached = True
    host.path(kept_copy.PAGES).write_text(whole, "utf-8")
    kept.reload()
    comes_true(kept, True, ONLY_COPY, "1 May 2031")
    host.reached = False
    kept.reload()
    expect(kept.locator(LINE)).to_contain_text("1 May 2031")
    expect(kept.locator("main")).to_contain_text(NEW_NUMBER)


# Whether the only copy is the one of this day, and whole.
ONLY_COPY = """async (day) => {
  const names = await caches.keys();
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  const list = lists[0].find(({ url }) => url.endsWith("kept.json"));
  return names.length === 1 && (await (await caches.match(list))?.json())?.date === day;
}"""


def test_where_the_network_is_slow_the_kept_page_comes(kept: Page, host: Host) -> None:
    host.prompt.clear()
    kept.goto(host.url + GUIDE)
    expect(kept.locator(LINE)).to_be_visible()
    expect(kept.locator("main")).to_contain_text(MASH)


def test_remove_takes_everything_away(kept: Page) -> None:
    kept.get_by_role("button", name="Remove from this phone").click()
    expect(kept.get_by_role("button", name="Keep on this phone")).to_be_focused()
    assert kept.evaluate(STORED) == []


def test_a_list_that_says_stop_takes_every_copy_away(kept: Page, host: Host) -> None:
    (host.folder / "kept.json").write_text('{"stop":true}', "utf-8")
    kept.goto(host.url + GUIDE)
    comes_true(kept, [], STORED)


def test_a_site_that_no_longer_keeps_takes_every_copy_away(kept: Page, host: Host) -> None:
    (host.folder / "keep.js").unlink()
    kept.goto(host.url + GUIDE)
    comes_true(kept, [], STORED)


# Starts the worker as the button does, which would wait for all that it keeps.
REGISTERED = """async () => {
  const { runnable } = await import("../../assets/scripts/trusted.js");
  await navigator.serviceWorker.register(runnable(new URL("../../keep.js", location.href)));
  await navigator.serviceWorker.ready;
}"""
# Looks for a newer worker, and opens the page again when it has taken over.
RENEWED = """() => {
  navigator.serviceWorker.oncontrollerchange = () => location.reload();
  navigator.serviceWorker.getRegistration().then((one) => one.update());
}"""


def test_a_newer_worker_takes_the_place_of_a_broken_one(page: Page, host: Host) -> None:
    good = (host.folder / "keep.js").read_text("utf-8")
    broken = "addEventListener('fetch', (event) => event.respondWith(new Response('broken')));"
    claims = "addEventListener('activate', (event) => event.waitUntil(clients.claim()));"
    page.goto(host.url + HERE)
    (host.folder / "keep.js").write_text(claims + broken, "utf-8")
    page.evaluate(REGISTERED)
    (host.folder / "keep.js").write_text(good, "utf-8")
    page.goto(host.url + GUIDE)
    expect(page.locator("body")).to_have_text("broken")
    with page.expect_event("framenavigated"):
        page.evaluate(RENEWED)  # as a browser does by itself, some seconds after a page has come
    expect(page.locator("main")).to_contain_text(MASH)


def test_what_does_not_all_come_is_not_kept(page: Page, host: Host) -> None:
    host.path(kept_copy.PAGES).unlink()
    page.goto(host.url + HERE)
    page.get_by_role("button", name="Keep on this phone").click()
    expect(page.locator("[data-keep]").get_by_role("status")).to_contain_text("Nothing was kept")
    assert page.evaluate(STORED) == []


def test_what_is_removed_while_it_is_fetched_is_not_said_to_be_kept(page: Page, host: Host) -> None:
    page.goto(host.url + HERE)
    other = page.context.new_page()
    other.goto(host.url + HERE)
    other.evaluate(AWAY_SOON)
    page.get_by_role("button", name="Keep on this phone").click()
    said = page.locator("[data-keep]").get_by_role("status")
    expect(said).to_contain_text("Nothing is kept")
    comes_true(page, [], STORED)


# As the button to remove does, as soon as there is anything.
AWAY_SOON = """async () => {
  const { forget } = await import("../../assets/scripts/keep/copy.js");
  void navigator.serviceWorker.ready.then(forget);
}"""


def test_a_browser_that_stores_nothing_is_told_of(page: Page, host: Host) -> None:
    page.add_init_script(
        "CacheStorage.prototype.keys = () => Promise.reject(new DOMException('no'))"
    )
    page.goto(host.url + HERE)
    said = page.locator("[data-keep]").get_by_role("status")
    expect(said).to_have_text("This browser cannot keep pages.")


def test_a_short_address_leads_to_its_kept_page(kept: Page, host: Host) -> None:
    host.reached = False
    code = library().addresses[f"/{GUIDE}"].code
    for address in (f"go/{code}/", f"go/{code}-1/"):
        kept.goto(host.url + address)
        expect(kept.locator("h1")).to_have_text(library().pages[f"/{GUIDE}"].title)
        assert kept.url == host.url + GUIDE
    for address in (GUIDE.removesuffix("/"), f"{GUIDE}index.html", f"go/{code}"):
        kept.goto(f"{host.url}{address}#act-now")
        expect(kept.locator("h1")).to_have_text(library().pages[f"/{GUIDE}"].title)
        assert kept.url == f"{host.url}{GUIDE}#act-now"
    kept.goto(f"{host.url}go/{library().addresses[f'/{NOT_KEPT}'].code}/")
    expect(kept.locator("h1")).to_have_text("This page is not kept on this phone")


def test_a_pack_is_kept_with_all_its_pages_until_it_is_removed(page: Page, host: Host) -> None:
    pack = library().packs["after-anya"]
    titles = [library().pages[address].title for address in pack.pages]
    page.goto(host.url + pack.address(HOME)[1:])
    page.get_by_role("button", name="Keep this pack on this phone").click()
    expect(page.get_by_role("status").filter(has_text="This pack is kept")).to_be_visible(
        timeout=IN_TIME
    )
    host.reached = False
    page.goto(host.url + pack.address(HOME)[1:])
    expect(page.locator(".pack-contents a").filter(visible=True)).to_contain_text(titles)
    assert page.url == f"{host.url}{pack.opened(HOME)[1:]}"
    contents = told(page)
    assert contents == begins(sheets_of(page), [name for name, _ in contents])
    page.goto(host.url + HERE)
    listed = page.locator("[data-keep] li")
    expect(listed.get_by_role("link")).to_have_text(pack.title)
    expect(listed).to_contain_text("Kept since ")
    listed.get_by_role("button").click()
    expect(listed).to_have_count(0)
    page.goto(host.url + NOT_KEPT)
    expect(page.locator("h1")).to_have_text("This page is not kept on this phone")
    page.goto(host.url + GUIDE)
    expect(page.locator("h1")).to_have_text(library().pages[f"/{GUIDE}"].title)
