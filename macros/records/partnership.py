"""Whose guide it is, and what that place calls its own: the first file of a new guide."""

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from macros.records.fields import Id, PageId, Refers, Text, Words, wanted
from macros.records.record import Record, YesNo
from macros.records.web_addresses import WebAddress


def _bare(text: str) -> str:
    if text.casefold().startswith("the "):
        raise wanted("the name alone", "Leave out the article: pages say the before it.")
    return text


class Partnership(Record):
    """The partnership that the guide is for: the only row of its file."""

    id: Id = Field(description="Short name, never changed: the downloads are named after it")
    place: Text = Field(max_length=40, description="The place whose children it is about")
    hub: Annotated[Text, BeforeValidator(_bare)] = Field(
        max_length=20, description="Whom to call about a worry, without the: MASH, Front Door"
    )
    council_page: WebAddress = Field(description="The council's page on referrals")
    form: Annotated[Id, Refers("links")] | None = Field(
        None, description="The usual form for a referral: an id in data/links.csv"
    )
    packs: PageId | None = Field(None, description="Address of the page where packs are made")
    adopted: YesNo = Field(description="yes once the partnership says that the guide is its own")
    without: Words = Field(
        (), description="Files of data/ in which there is nothing yet, such as reviews; findings"
    )

    @property
    def council_site(self) -> str:
        """The name of the council's site, which the addresses of its pages hold."""
        return str(urlsplit(self.council_page).hostname).removeprefix("www.")
