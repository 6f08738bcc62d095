"""The one parser that judges pages and builds them. Markup typed into a page stays text."""

from collections.abc import Mapping
from typing import Any

from markdown import Extension, Markdown

SETTINGS: Mapping[str, Mapping[str, Any]] = {"toc": {"toc_depth": "2-3"}}


class NoMarkup(Extension):
    """Takes out what lets HTML through Markdown: in blocks, and inside a sentence."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Unregister both, as Markdown's own documentation has it."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def extensions() -> list[str | Extension]:
    """All that pages are read with. Tables are read so that one is known when it is typed."""
    return ["toc", "tables", "fenced_code", NoMarkup()]


def parser() -> Markdown:
    """A parser as the build has it, but for what the build adds to a page's own text."""
    settings = {name: dict(options) for name, options in SETTINGS.items()}
    return Markdown(extensions=extensions(), extension_configs=settings)
