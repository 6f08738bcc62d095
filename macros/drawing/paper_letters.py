"""How large the letters of a guide may be, so that it fills its one side of paper and no more."""

from macros.library import Library
from macros.records.guides import Guide
from macros.records.points import Part

LARGEST, LARGE = 1600, 1740  # characters; found by printing every guide, which a test does too
OF_A_LINE, OF_A_LIMIT, OF_A_CONTACT = 20, 60, 30  # what each takes beside its own characters


def paper_letters(library: Library, guide: Guide) -> str:
    """`largest`, `large` or `usual`, by how much a guide has to say."""
    much = _characters(library, guide)
    return "largest" if much < LARGEST else "large" if much < LARGE else "usual"


def _characters(library: Library, guide: Guide) -> int:
    lines = library.lines_on(guide.page)
    limits = [library.timescales[name] for name in guide.timescales]
    told = [one for one in lines if one.part is Part.WHY]
    places = [f"{library.sources[one.source_id].title}{one.source_ref}" for one in told]
    return (
        len(library.pages[guide.page].summary)
        + sum(len(one.text) + OF_A_LINE for one in lines)
        + sum(map(len, places)) // 2  # in smaller letters
        + sum(
            len(f"{one.action}{one.event}{one.who}{one.caution}{one.edition_note}{one.sooner}")
            + OF_A_LIMIT
            for one in limits
        )
        + sum(len(library.contacts[name].name) + OF_A_CONTACT for name in guide.contacts)
    )
