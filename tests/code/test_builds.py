"""Whatever ends a build, the site of before stays whole, and what went wrong is said in words."""

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros.publishing.unfinished import why
from tests.conftest import ROOT, small_guide

BUILD = (sys.executable, "-m", "mkdocs", "build")
BEFORE = {"index.html": "the site as it was", "assets/site.css": "its style"}
WORRIED = "docs/worried-about-a-child/index.md"
Damage = Callable[[Path], None]


@pytest.fixture(autouse=True)
def ctrl_c_is_heard() -> Iterator[None]:
    """A shell starts what works behind it deaf to Ctrl-C, and what that starts would be so too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small project with the real macros and theme, and a site that was built before."""
    project = small_guide(tmp_path / "project")
    for name, text in BEFORE.items():
        path = project / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project


def begin(project: Path, **more: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "SITE_DATE": "2026-11-22", "SITE_URL": "https://example.org/"}
    pipe = subprocess.PIPE
    return subprocess.Popen(  # type: ignore[call-overload, no-any-return]
        BUILD,
        cwd=project,
        env=environment,
        stdout=pipe,
        stderr=subprocess.STDOUT,
        text=True,
        **more,
    )


def said_by(build: subprocess.Popen[str]) -> str:
    """What a build says, once it has ended."""
    text, _ = build.communicate()
    assert "Traceback" not in text
    return text


def site_of(project: Path) -> dict[str, str]:
    site = project / "site"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text("utf-8", "ignore") for path in files}


def wait_until_it_writes(project: Path, build: subprocess.Popen[str]) -> None:
    while not list((project / ".site.new").glob("*/*")):
        assert build.poll() is None, said_by(build)
        time.sleep(0.01)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=str)
def test_a_build_ended_while_it_writes_leaves_the_site_of_before(
    project: Path, end: signal.Signals
) -> None:
    build = begin(project)
    wait_until_it_writes(project, build)
    build.send_signal(end)
    build.communicate()
    assert build.returncode != 0
    assert site_of(project) == BEFORE
    after = begin(project)
    said_by(after)
    assert after.returncode == 0
    assert "sitemap.xml" in site_of(project)
    assert not list(project.glob(".site.[no]*")), "the next build takes away what was left"


def test_a_build_ended_between_its_two_last_steps_is_put_right_by_the_next(project: Path) -> None:
    (project / "site").rename(project / ".site.old")
    (project / "data/topics.csv").write_text("damaged", "utf-8")
    assert begin(project).wait() == 1
    assert site_of(project) == BEFORE


def test_of_two_builds_at_once_one_ends_well_and_the_other_says_why_it_stopped(
    project: Path,
) -> None:
    first = begin(project)
    wait_until_it_writes(project, first)
    first.send_signal(signal.SIGSTOP)
    second = begin(project)
    assert "Another build is writing site just now" in said_by(second)
    assert second.returncode == 1
    first.send_signal(signal.SIGCONT)
    said_by(first)
    assert first.returncode == 0
    assert "sitemap.xml" in site_of(project)


def test_a_site_that_is_a_link_is_not_built_into(project: Path) -> None:
    (project / "site").rename(project / "elsewhere")
    (project / "site").symlink_to(project / "elsewhere")
    assert "site is a link to another folder" in said_by(begin(project))
    assert site_of(project) == BEFORE


def no_room(project: Path) -> subprocess.Popen[str]:
    """A build that may write no file of more than 9,000 bytes: the system refuses the next one."""

    def at_most() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))

    return begin(project, preexec_fn=at_most)


def test_a_system_that_takes_no_more_is_told_in_a_sentence(project: Path) -> None:
    build = no_room(project)
    text = said_by(build)
    assert build.returncode == 1
    assert "File too large. It happened at" in text
    assert "The site that was built before is as it was." in text
    assert site_of(project) == BEFORE


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "can only be read")]
)
def test_a_full_disk_and_a_locked_one_say_so(number: int, words: str) -> None:
    assert words in why(OSError(number, os.strerror(number), "site/index.html"))


def put(path: str, old: str, new: str) -> Damage:
    """Damage that puts `new` in the place of `old` in one file."""

    def damage(project: Path) -> None:
        text = (project / path).read_text("utf-8")
        assert old in text
        (project / path).write_text(text.replace(old, new, 1), "utf-8")

    return damage


FOOTER = "theme/partials/footer.html"
LINE = (ROOT / FOOTER).read_text("utf-8").partition("{% if site.ours")[0].count("\n") + 1
LATE = {
    "a link to no page": (
        put(WORRIED, "\n## ", "\n[Nowhere](nowhere.md)\n\n## "),
        "contains a link 'nowhere.md'",
    ),
    "a fault in a template of the theme": (
        put(FOOTER, "{% if site.ours", "{{ no_such_thing.name }}\n{% if site.ours"),
        f"{FOOTER}, line {LINE}: 'no_such_thing' is undefined",
    ),
    "a template of the theme that cannot be read": (
        put(FOOTER, "{% if site.ours", "{% if if site.ours"),
        f"{FOOTER}, line {LINE}:",
    ),
    "a style that the policy stops": (
        put("theme/partials/footer.html", "<footer", '<footer style="color: red"'),
        "404.html: footer style would be stopped by the page's policy",
    ),
    "a fault in a template of a call": (
        put("macros/drawing/templates/contacts.html.jinja", "\n", "\n{{ no_such_thing.name }}\n"),
        "contacts.html.jinja, line 2: found UndefinedError: 'no_such_thing' is undefined, wanted",
    ),
}


@pytest.mark.parametrize("fault", LATE)
def test_a_fault_found_late_leaves_the_site_of_before(project: Path, fault: str) -> None:
    damage, words = LATE[fault]
    damage(project)
    build = begin(project)
    text = said_by(build)
    assert build.returncode == 1
    assert words in text
    assert site_of(project) == BEFORE
    assert not list(project.glob(".site.[no]*"))
