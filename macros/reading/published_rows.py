"""The rows that readers may see, each with what follows for it from other rows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from macros.records.editions import with_editions
from macros.records.pages import with_exits
from macros.records.record import held_back
from macros.records.references import without

Rows = Mapping[str, Any]


def ids_held_back(records: Mapping[str, Rows]) -> dict[str, frozenset[str]]:
    """The ids of the rows that readers may not see, by dataset."""
    return {
        name: frozenset(key for key, one in found.items() if held_back(one))
        for name, found in records.items()
    }


def published_rows(
    records: Mapping[str, Rows],
) -> tuple[dict[str, Rows], Mapping[str, frozenset[str]]]:
    """The datasets without the rows held back and their names, and the ids of those by dataset."""
    held = ids_held_back(records)
    shown = with_editions(
        {
            name: {key: without(one, held) for key, one in found.items() if key not in held[name]}
            for name, found in records.items()
        }
    )
    shown["pages"] = with_exits(shown["pages"], shown["topics"])
    return {name: MappingProxyType(rows) for name, rows in shown.items()}, held
