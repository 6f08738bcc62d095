"""The one place where templates become HTML. Text from data is always escaped."""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from traceback import extract_tb
from typing import Any

from jinja2 import (
    Environment,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup

ANYWHERE = ""
TEMPLATES = "macros/drawing/templates"
IN_TEMPLATES = (TemplateError, AttributeError, LookupError, TypeError, ValueError)
Filters = Mapping[str, Callable[..., str | list[str]]]


class BrokenTemplate(Exception):
    """A template that cannot be drawn: which, on which line (from 1), and why."""

    def __init__(self, template: str, line: int, reason: str) -> None:
        self.template, self.line, self.reason = f"{TEMPLATES}/{template}", line, reason
        super().__init__(f"{self.template}, line {line}: {reason}")


@dataclass(frozen=True)
class Renderer:
    """Renders templates. `base` is the path the site is published under, / or /guide/.

    Whatever goes wrong inside a template is raised as BrokenTemplate.
    """

    environment: Environment
    base: str

    def html(self, template: str, here: str, **values: Any) -> Markup:
        """HTML without blank lines.

        `here` is the address of the page it stands on; ANYWHERE makes links from the site's base.
        """
        text = self._drawn(template, here=here, **values)
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return Markup("\n".join(lines))  # noqa: S704 - the environment has escaped it

    def file(self, template: str, **values: Any) -> bytes:
        """A whole file, such as a feed, in UTF-8."""
        return (self._drawn(template, **values).strip() + "\n").encode()

    def _drawn(self, template: str, **values: Any) -> str:
        try:
            return self.environment.get_template(template).render(base=self.base, **values)
        except TemplateSyntaxError as error:
            raise BrokenTemplate(error.name or template, error.lineno, str(error.message)) from None
        except IN_TEMPLATES as error:
            frames = [frame for frame in extract_tb(error.__traceback__) if TEMPLATES in frame[0]]
            name, line = (frames[-1].filename, frames[-1].lineno) if frames else (template, 0)
            reason = f"{type(error).__name__}: {error}"
            raise BrokenTemplate(name.rpartition("/")[2], line or 0, reason) from error


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
