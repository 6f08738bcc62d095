"""What a build is told by its surroundings. Its addresses are checked like a row of data."""

import os
from typing import NamedTuple

from macros.reading.problems import Problem, quoted
from macros.records.characters import hidden_characters
from macros.records.web_addresses import address_fault

SITE = "https://example.org/guide/"
LIKE_THIS = f"Give the whole address, with a slash at the end, such as SITE_URL={SITE}"


class Settings(NamedTuple):
    """Where the site is published, its name, and where its files are changed, if that is known."""

    url: str
    name: str
    repository: str = ""


def wrong_settings() -> list[Problem]:
    """What is wrong with SITE_URL and REPOSITORY_URL, where they are given."""
    site, repository = os.environ.get("SITE_URL"), os.environ.get("REPOSITORY_URL")
    problems = [] if site is None else _faults("SITE_URL", site, ends_in_slash=True)
    return problems + _faults("REPOSITORY_URL", repository, ends_in_slash=False) * bool(repository)


def _faults(name: str, text: str | None, *, ends_in_slash: bool) -> list[Problem]:
    wanted, fix = _fault(text or "", ends_in_slash=ends_in_slash)
    found = quoted(text) if text else "nothing"
    return [Problem(name, 0, "", found, wanted, fix)] if wanted else []


def _fault(text: str, *, ends_in_slash: bool) -> tuple[str, str]:
    if hidden_characters(text):
        return "text without hidden characters", "Type it again instead of pasting it."
    if fault := address_fault(text, local=True):
        return fault[0], LIKE_THIS if ends_in_slash else fault[1]
    if mark := next((mark for mark in "?#" if mark in text), ""):
        return f"an address without {mark}", f"Take out the {mark} and what follows it."
    if ends_in_slash and not text.endswith("/"):
        return "an address with a slash at its end", f"Write {text}/"
    return "", ""
