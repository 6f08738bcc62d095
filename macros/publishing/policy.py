"""The content security policy of every page: nothing runs but our own files."""

import re

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\"", re.IGNORECASE
)


class BrokenPolicy(ValueError):
    """A page lacks the policy, or holds something that the policy would stop."""


def keep(page: str, name: str) -> None:
    """Raise BrokenPolicy unless the page, called `name`, carries the policy and keeps to it."""
    found = INLINE.search(page)
    if found:
        raise BrokenPolicy(f"{name}: {found.group().strip()} would be stopped by the page's policy")
    if POLICY not in page.replace("&#39;", "'"):
        raise BrokenPolicy(f"{name}: carries no content security policy")
