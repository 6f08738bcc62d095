"""A description of the downloads that other programs read: a Data Package with its schemas."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from macros.records.record import Record

KINDS = {int: "integer", date: "date"}
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def datapackage(
    titles: Mapping[str, str],
    records: Mapping[str, type[Record]],
    place: str,
    site_url: str,
    site_name: str,
) -> dict[str, Any]:
    """The published files as a Data Package, with a Table Schema of each from its record.

    `place` is the partnership's id.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"safeguarding-children-in-{place}",
        "title": site_name,
        "homepage": site_url,
        "licenses": [LICENCE],
        "resources": [_resource(name, title, records[name]) for name, title in titles.items()],
    }


def _resource(name: str, title: str, record: type[Record]) -> dict[str, Any]:
    return {
        "name": name.replace("_", "-"),
        "title": title,
        "path": f"{name}.csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [_field(record, column) for column in record.columns()],
            "primaryKey": [record.key],
        },
    }


def _field(record: type[Record], column: str) -> dict[str, Any]:
    info = record.model_fields[column]
    kinds = {info.annotation, *get_args(info.annotation)}
    kind = next((word for type_, word in KINDS.items() if type_ in kinds), "string")
    required = {"constraints": {"required": True}} if info.is_required() else {}
    return {"name": column, "type": kind, "description": info.description or "", **required}
