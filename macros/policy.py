"""The content security policy of every page: nothing runs but our own files."""

import re

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
AFTER = '<meta charset="utf-8">'
INLINE = re.compile(
    r"<script(?![^>]*\ssrc=)[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\"", re.IGNORECASE
)


class BrokenPolicy(ValueError):
    """A page holds something that its own policy would stop."""


def with_policy(page: str, name: str) -> str:
    """The page with the policy in its head. Raises BrokenPolicy if the page would break it."""
    found = INLINE.search(page)
    if found:
        raise BrokenPolicy(f"{name}: {found.group().strip()} would be stopped by the page's policy")
    if POLICY in page:
        return page
    meta = f'{AFTER}{chr(60)}meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return page.replace(AFTER, meta, 1)
