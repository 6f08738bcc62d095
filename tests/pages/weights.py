"""How heavy a page may be: what a phone on a weak signal has to wait for."""

import re

KIB = 1024
MOST_FOR_HALF, MOST = 16 * KIB, 40 * KIB
# A server may send ten segments of 1,460 bytes before it hears from the phone (RFC 6928).
ONE_ROUND_TRIP = 10 * 1460
AT_ONCE = re.compile(r"|worried-about-a-child/(contacts/)?|one-minute-guides/[\w-]+/")


def comes_at_once(page: str) -> bool:
    """Whether all that the page needs to be read must come in one round trip."""
    return bool(AT_ONCE.fullmatch(page))
