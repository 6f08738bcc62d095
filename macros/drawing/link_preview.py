"""What a page tells programs that show a link to it."""

from datetime import date

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from macros.records.pages import Page

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def link_preview(page: Page, modified: date, site_name: str) -> Markup:
    """The page as schema.org describes an article, in JSON that cannot end its script.

    The publisher is this guide under its own name; the address is the page's canonical link.
    """
    article = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": page.title,
        "description": page.summary,
        "dateModified": modified.isoformat(),
        "inLanguage": "en-GB",
        "license": LICENCE,
        "publisher": {"@type": "Organization", "name": site_name},
    }
    return htmlsafe_json_dumps(article, ensure_ascii=False, separators=(",", ":"))
