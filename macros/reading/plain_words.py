"""Each kind of error that a record can raise, in words for an editor."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from macros.reading.problems import joined, near, quoted
from macros.records.record import Record

Wanted = tuple[str, str]


@dataclass(frozen=True)
class Said:
    """What pydantic found in a field and where: enough to put it into words."""

    context: dict[str, Any]
    text: str
    in_page: bool
    one_of_several: bool
    field: str
    model: type[Record]

    @property
    def help(self) -> str:
        """What the field is for."""
        known = self.model.model_fields.get(self.field)
        return (known.description or "") if known else ""


def _closed_list(said: Said) -> Wanted:
    words = re.findall("'([^']*)'", said.context["expected"])
    hint = joined(said.text, in_page=said.in_page) if said.one_of_several else ""
    comma = " A word that holds a comma stands in quotation marks." * (
        said.in_page and said.one_of_several and any("," in word for word in words)
    )
    fix = f"{hint or near(said.text, words)}{said.help}. Use one of these words exactly.{comma}"
    return f"one of: {', '.join(map(quoted, words))}", fix


def _no_such_name(said: Said) -> Wanted:
    names = [name for name in said.model.typed() if name != said.model.key]
    fix = f"{near(said.field, names)}Correct the name, or remove it."
    return f"one of: {', '.join(names)}", fix


PLAIN: dict[str, Callable[[Said], Wanted]] = {
    "plain": lambda said: (
        said.context["wanted"],
        said.context["in_page" if said.in_page else "fix"],
    ),
    "missing": lambda said: (
        f"a value ({said.help})",
        "Fill it in." if said.in_page else "Fill in the cell.",
    ),
    "enum": _closed_list,
    "extra_forbidden": _no_such_name,
    "int_parsing": lambda said: ("a whole number in digits", f"{said.help}."),
    "int_parsing_size": lambda said: ("a whole number in digits", f"{said.help}."),
    "greater_than": lambda said: (f"a number above {said.context['gt']}", f"{said.help}."),
    "string_too_long": lambda said: (
        f"{said.context['max_length']} characters at most",
        f"Shorten it. {said.help}.",
    ),
    "too_short": lambda said: ("at least one word", f"{said.help}."),
}
"""Every kind of error that our records can raise; a test holds that none is missing."""
