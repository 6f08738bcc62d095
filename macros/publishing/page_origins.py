"""For editors: a page for each page, with the files and rows that it is made of."""

from collections.abc import Mapping, Sequence

from macros.drawing.render import Renderer
from macros.library import Library
from macros.publishing.policy import POLICY

Origins = Mapping[str, Mapping[str, Sequence[tuple[int, str]]]]
"""By address of a page, its files, each with line and id of its rows; none: it is all of it."""


def files(library: Library, draw: Renderer, origins: Origins, repository: str) -> dict[str, bytes]:
    """Each by its path below the site: go/<code>/rows/. `repository` may be empty."""
    out = {}
    for address, made_of in origins.items():
        here = f"/go/{library.addresses[address].code}/rows/"
        page, policy = library.pages[address], POLICY
        values = {"page": page, "files": made_of, "repository": repository, "policy": policy}
        html = draw.html("page_origins.html.jinja", here, **values)
        out[f"{here[1:]}index.html"] = html.encode()
    return out
