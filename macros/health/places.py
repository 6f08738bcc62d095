"""Where on the site a row stands, for lists that lead to it."""

from typing import NamedTuple

from macros.library import Library

ALL_ON_ONE_PAGE = {
    "contacts": "/worried-about-a-child/contacts/#contact-",
    "concerns": "/worried-about-a-child/find/#concern-",
    "timescales": "/thresholds/timescales/#limit-",
    "glossary": "/about/glossary/#",
    "links": "/about/resources/#link-",
}
PROCESSES = {
    "after-a-referral": "/thresholds/referral/",
    "when-professionals-disagree": "/thresholds/disagreement/",
    "serious-incident": "/arrangements/serious-incidents/",
}
CALLED = ("name", "action", "step", "title", "term")


class Place(NamedTuple):
    """A row as a list names it: its file and id, what it is called, and where it stands."""

    row: str
    label: str
    address: str


def place_of(library: Library, dataset: str, key: str) -> Place:
    """The row's name and the page that shows it; that is empty where none does, or several may."""
    row = library.dataset(dataset)[key]
    label = next((str(getattr(row, name)) for name in CALLED if hasattr(row, name)), key)
    address = _address(library, dataset, key)
    stands = address.partition("#")[0] in library.pages
    return Place(f"{dataset}/{key}", label, address if stands else "")


def _address(library: Library, dataset: str, key: str) -> str:
    if dataset in ALL_ON_ONE_PAGE:
        return ALL_ON_ONE_PAGE[dataset] + key
    if dataset == "points":
        return library.guides[library.points[key].guide].page
    if dataset == "steps":
        return PROCESSES[library.steps[key].process]
    return library.sources[key].place if dataset == "sources" else ""
