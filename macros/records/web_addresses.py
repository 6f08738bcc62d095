"""Web addresses: a name that can exist, and nothing that hides where it leads."""

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator

from macros.records.fields import wanted

STRANGE = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")
"""What no address is written with: a browser writes it with a % and digits."""
LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
SITE = re.compile(rf"({LABEL}\.)+[a-z]([a-z0-9-]{{0,61}}[a-z0-9])?", re.IGNORECASE)
LOCAL = re.compile(rf"{LABEL}(\.{LABEL})*", re.IGNORECASE)
COPY = "Copy the address from the browser; it begins with https://."


def address_fault(text: str, *, local: bool = False) -> tuple[str, str] | None:
    """What was wanted instead of this address and how to mend it; nothing where it is in order.

    A `local` one may lead to a machine beside the reader's: a name without a dot, or a number.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "a web address that can exist", COPY
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return "a web address that begins with https:// or http://", COPY
    if strange := STRANGE.search(text):
        return f"an address without {_named(strange.group())}", COPY
    if "@" in parts.netloc:
        return "an address without a user name", "Take out what stands before the @, and the @."
    if port == 0 or parts.netloc.endswith(":"):
        return "an address without a port, or with a whole one", "Take out the colon."
    if not (LOCAL if local else SITE).fullmatch(parts.hostname or ""):
        fix = f"Between the // and the next / stands a name with single dots inside it. {COPY}"
        return "the name of a site, such as www.example.org", fix
    return None


def _named(character: str) -> str:
    return "spaces" if character.isspace() else f"the character {character}"


def _web_address(text: str) -> str:
    if fault := address_fault(text):
        raise wanted(*fault)
    return text


WebAddress = Annotated[str, BeforeValidator(_web_address)]
