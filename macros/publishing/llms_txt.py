"""The list of all pages for programs that read text, in the form of llmstxt.org."""

from collections.abc import Iterator

from macros.library import Library
from macros.publishing.markdown_line import plain
from macros.publishing.twins import TWIN
from macros.records.days import day_words
from macros.records.pages import Page
from macros.records.record import YesNo

ACT_NOW = {
    "emergency": "A child is in danger, or a crime is happening",
    "mash": "Worried about a child: the {name}",
    "out-of-hours": "Outside office hours, or no answer",
}


def llms_txt(library: Library, site_url: str, site_name: str) -> bytes:
    """Name, sentence, whom to call, and each page's twin with its sentence, by section."""
    home = library.pages["/"]
    parts = [
        f"# {plain(site_name)}",
        f"> {plain(home.summary)}",
        "\n".join(f"- {line}" for line in _first(library, site_url)),
    ]
    for name, pages in _sections(library):
        parts += [f"## {plain(name)}", "\n".join(_line(page, site_url) for page in pages)]
    return ("\n\n".join(parts) + "\n").encode()


def _first(library: Library, site_url: str) -> Iterator[str]:
    for name, when in ACT_NOW.items():
        contact = library.contacts[name]
        said = when.format(name=contact.name)
        yield f"{said}: {contact.phone} (read on {day_words(contact.read_on)})"
    if library.ours.adopted is YesNo.NO:
        yield "An independent build from published documents; the partnership has not approved it"
    yield f"What changed, by day: {site_url}feed.xml"
    yield f"As of {day_words(library.today)}. Each page gives the day on which it was reviewed"


def _sections(library: Library) -> Iterator[tuple[str, list[Page]]]:
    pages = sorted(library.pages.values(), key=lambda one: one.place)
    yield "Start", [one for one in pages if one.section not in library.sections]
    for section in sorted(library.sections.values(), key=lambda one: one.order):
        yield section.name, [one for one in pages if one.section == section.page]


def _line(page: Page, site_url: str) -> str:
    return f"- [{plain(page.title)}]({site_url}{page.address[1:]}{TWIN}): {plain(page.summary)}"
