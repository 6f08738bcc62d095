"""The content security policy of every page: nothing runs but our own files."""

from selectolax.lexbor import LexborHTMLParser

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; require-trusted-types-for 'script'; trusted-types guide"
)
DATA = "application/ld+json"  # a block that is read, never run
CARRIED = "meta[http-equiv='Content-Security-Policy']"


class BrokenPolicy(ValueError):
    """A page lacks the policy, or holds something that the policy would stop."""


def keep(page: LexborHTMLParser, name: str) -> None:
    """Raise BrokenPolicy unless the page, called `name`, carries the policy and keeps to it."""
    for node in page.root.traverse() if page.root else ():
        tag, values = node.tag, node.attributes
        inline = [one for one in values if one == "style" or one.startswith("on")]
        runs = tag == "script" and "src" not in values and values.get("type") != DATA
        if inline or tag == "style" or runs:
            found = " ".join([str(tag), *inline])
            raise BrokenPolicy(f"{name}: {found} would be stopped by the page's policy")
    carried = page.css_first(CARRIED)
    if not carried or carried.attributes.get("content") != POLICY:
        raise BrokenPolicy(f"{name}: carries no content security policy")
