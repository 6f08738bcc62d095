"""What the index of guides may call: every guide by letter and by topic."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.drawing.render import Renderer
from macros.drawing.wording import in_address
from macros.library import Library
from macros.records.pages import Page
from macros.records.record import Role

Shelf = tuple[str, list[Page]]


@dataclass(frozen=True)
class GuideIndex:
    """The calls, by the words that pages use. `here` is the address of the calling page."""

    library: Library
    draw: Renderer

    def guides_a_to_z(self, here: str) -> Markup:
        """Every guide under its first letter, with filters by topic and role."""
        pages = self._pages()
        shelves = [(key, list(some)) for key, some in groupby(pages, lambda one: one.title[0])]
        used = {topic for page in pages for topic in page.topics}
        topics = [(one.id, one.name) for one in self.library.topics.values() if one.id in used]
        roles = [(in_address(one), one.capitalize()) for one in Role if one is not Role.EVERYONE]
        choices = [("topic", "Topic", topics), ("role", "Your role", roles)]
        ids = {guide.page: guide.id for guide in self.library.guides.values()}
        return self._drawn(
            "guides_a_to_z", here, shelves=shelves, count=len(pages), choices=choices, ids=ids
        )

    def guides_by_topic(self, here: str) -> Markup:
        """Every guide under each of its topics."""
        pages = self._pages()
        shelves: list[Shelf] = [
            (topic.name, [page for page in pages if topic.id in page.topics])
            for topic in self.library.topics.values()
        ]
        return self._drawn("guides_by_topic", here, shelves=[one for one in shelves if one[1]])

    def _pages(self) -> list[Page]:
        pages = [self.library.pages[guide.page] for guide in self.library.guides.values()]
        return sorted(pages, key=lambda page: page.title.casefold())

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        return self.draw.html(f"{template}.html.jinja", here, **values)
