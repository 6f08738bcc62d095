"""Every call under the name that pages use."""

from collections.abc import Callable
from functools import cache

from macros.calls.any_page import AnyPage
from macros.calls.arrangements import Arrangements
from macros.calls.changes import Changes
from macros.calls.figures import Figures
from macros.calls.guide_index import GuideIndex
from macros.calls.guides import Guides
from macros.calls.health import Health
from macros.calls.look_up import LookUp
from macros.calls.reviews import Reviews
from macros.calls.site import SiteLists
from macros.calls.team_pack import TeamPack
from macros.calls.training import Training
from macros.drawing.render import Renderer
from macros.library import Library

Call = Callable[..., str]
Group = (
    AnyPage
    | Guides
    | GuideIndex
    | LookUp
    | Reviews
    | Figures
    | Training
    | Arrangements
    | TeamPack
    | Changes
    | SiteLists
    | Health
)
GROUPS = (
    AnyPage,
    Guides,
    GuideIndex,
    LookUp,
    Reviews,
    Figures,
    Training,
    Arrangements,
    TeamPack,
    Changes,
    SiteLists,
    Health,
)


def by_name(library: Library, draw: Renderer) -> dict[str, Call]:
    """Every call under the name that pages use; each is drawn once, however often it is asked."""
    found: dict[str, Call] = {}
    for group in (group(library, draw) for group in GROUPS):
        names = [name for name in vars(type(group)) if not name.startswith("_")]
        found |= {name: cache(getattr(group, name)) for name in names}
    return found


def names() -> list[str]:
    """The names of all calls, where there is no library to call."""
    return [name for group in GROUPS for name in vars(group) if not name.startswith("_")]
