"""The one place where templates become HTML. Text from data is always escaped."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

ANYWHERE = ""
Filters = Mapping[str, Callable[..., str]]


@dataclass(frozen=True)
class Renderer:
    """Renders templates. `base` is the path the site is published under, / or /guide/."""

    environment: Environment
    base: str

    def html(self, template: str, here: str, **values: Any) -> Markup:
        """HTML without blank lines, so that Markdown takes it as one block.

        `here` is the address of the page it stands on; ANYWHERE makes links from the site's base.
        """
        text = self.environment.get_template(template).render(here=here, base=self.base, **values)
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return Markup("\n".join(lines))  # noqa: S704 - the environment has escaped it

    def sentence(self, template: str, here: str, **values: Any) -> Markup:
        """HTML for a place inside a sentence, in which Markdown finds nothing of its own."""
        html = str(self.html(template, here, **values))
        coded = re.sub(r"[\\`*_\[\]!{}]", lambda mark: f"&#{ord(mark[0])};", html)
        return Markup(coded)  # noqa: S704 - as above

    def file(self, template: str, **values: Any) -> bytes:
        """A whole file, such as a feed, in UTF-8."""
        text = self.environment.get_template(template).render(base=self.base, **values)
        return (text.strip() + "\n").encode()


def renderer(base: str, filters: Filters) -> Renderer:
    """A renderer whose templates know these filters besides `to`, which links to a page."""
    environment = _environment()
    environment.filters.update(filters)
    environment.filters["to"] = _link
    return Renderer(environment, base)


@cache  # templates are read once in a run, and again when their file changes
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("macros.drawing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@pass_context
def _link(context: Context, address: str) -> str:
    """The link from the page being drawn to an address of this site, valid under any base."""
    here = context["here"]
    if here == ANYWHERE:
        return str(context["base"]).rstrip("/") + address
    path, mark, anchor = address.partition("#")
    if path == here and mark:
        return mark + anchor
    link = posixpath.relpath(path or here, here)
    return link + ("/" if path.endswith("/") else "") + mark + anchor
