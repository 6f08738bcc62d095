"""What lists of guides and of all pages may call: by letter and by topic."""

from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from macros.drawing.render import Renderer
from macros.drawing.wording import in_address
from macros.library import Library
from macros.records.pages import Page, PageType
from macros.records.record import Role
from macros.records.topics import Topic


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
        shelves = [(topic.name, pages) for topic, pages in self._by_topic(self._pages())]
        return self._drawn("guides_by_topic", here, shelves=shelves)

    def pages_by_topic(self, here: str) -> Markup:
        """Every page but those about this site, under each of its topics, kind by kind."""
        kinds = list(PageType)
        pages = [one for one in self.library.pages.values() if one.type is not PageType.ABOUT]
        pages.sort(key=lambda one: (kinds.index(one.type), one.title.casefold()))
        return self._drawn("pages_by_topic", here, shelves=self._by_topic(pages))

    def _by_topic(self, pages: list[Page]) -> list[tuple[Topic, list[Page]]]:
        """Each topic that has pages, with them in their order."""
        topics = self.library.topics.values()
        shelves = [(one, [page for page in pages if one.id in page.topics]) for one in topics]
        return [shelf for shelf in shelves if shelf[1]]

    def _pages(self) -> list[Page]:
        pages = [self.library.pages[guide.page] for guide in self.library.guides.values()]
        return sorted(pages, key=lambda page: page.title.casefold())

    def _drawn(self, template: str, here: str, **values: object) -> Markup:
        return self.draw.html(f"{template}.html.jinja", here, **values)
