"""The data as files to take away: each dataset, and each table of figures."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.library import Library, models
from macros.publishing.data_package import datapackage
from macros.records.figures import Figure
from macros.records.record import Record

EVERYTHING = "everything.zip"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP file can hold
OPEN_DATA = {
    "contacts": "Contacts",
    "timescales": "Time limits",
    "glossary": "Terms and abbreviations",
    "links": "Outside resources",
    "steps": "Steps of each process",
    "guides": "One-minute guides",
    "points": "Lines of the one-minute guides",
    "concerns": "Find by concern",
    "levels": "Levels of need",
    "level_points": "What is published of the levels",
    "bank_holidays": "Bank holidays",
    "reviews": "Reviews, audits and reports",
    "findings": "Recommendations and findings",
    "review_points": "Lines of the pages on reviews",
    "themes": "Themes of the learning",
    "courses": "Training courses",
    "tables": "Tables of figures",
    "figures": "Figures",
    "notes": "Faults of the sources",
    "priorities": "Priorities",
    "actions": "Actions of the plan",
    "statements": "What reports say",
    "partners": "Safeguarding partners",
    "groups": "Groups and who answers to whom",
    "duties": "Duties under the arrangements",
    "relevant_agencies": "Relevant agencies",
    "assurance": "How quality is looked at",
    "routes": "Mechanisms of the arrangements",
    "sources": "Sources",
    "editions": "Editions of laws and guidance",
    "comparisons": "Rows compared with a newer edition",
    "law_changes": "What is changing in law and guidance",
    "packs": "Team packs that are ready",
    "prompts": "Questions for a team",
    "changes": "What changed",
    "vocabulary": "What people type, and what it means here",
}


@dataclass(frozen=True)
class Offer:
    """One dataset that readers may take away."""

    name: str
    title: str
    rows: int
    fields: tuple[tuple[str, str], ...]


def offers(library: Library) -> list[Offer]:
    """What can be downloaded, with the number of rows and what each field means."""
    return [
        Offer(name, title, len(library.dataset(name)), tuple(_fields(models()[name])))
        for name, title in OPEN_DATA.items()
    ]


def files(library: Library, site_url: str, site_name: str) -> dict[str, bytes]:
    """Every download by its path below the site. Rows held back are in none of them."""
    out: dict[str, bytes] = {}
    for name in OPEN_DATA:
        rows = list(library.dataset(name).values())
        out[f"data/{name}.csv"] = _csv(models()[name], rows)
        out[f"data/{name}.json"] = _json(rows)
    for table, figures in _figures(library):
        out[f"data/figures/{table}.csv"] = _csv(models()["figures"], list(figures))
    package = datapackage(OPEN_DATA, models(), library.ours.id, site_url, site_name)
    text = json.dumps(package, ensure_ascii=False, indent=1)
    out["data/datapackage.json"] = (text + "\n").encode()
    out[f"data/{EVERYTHING}"] = _zipped(out)
    return out


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """All tables in one file, of one day and not squeezed: libraries squeeze in their own ways."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(one for one in files if not one.endswith(".json") or "package" in one):
            archive.writestr(zipfile.ZipInfo(name.removeprefix("data/"), FIRST_DAY), files[name])
    return out.getvalue()


def _figures(library: Library) -> Iterator[tuple[str, list[Figure]]]:
    """Each published table's figures by the table's id, in the order of its rows."""
    for table in library.tables:
        rows = [one for one in library.figures.values() if one.table == table]
        yield table, sorted(rows, key=lambda one: one.order)


def _fields(model: type[Record]) -> Iterator[tuple[str, str]]:
    for name in model.columns():
        yield name, model.model_fields[name].description or ""


def _csv(model: type[Record], rows: list[Record]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(model.columns())
    for row in rows:
        cells = row.model_dump(mode="json")
        writer.writerow(_cell(cells[name]) for name in model.columns())
    return out.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    text = (
        "; ".join(map(str, value))
        if isinstance(value, list)
        else ""
        if value is None
        else str(value)
    )
    # A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text.
    return "'" + text if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _json(rows: list[Record]) -> bytes:
    dumps = [(row.columns(), row.model_dump(mode="json")) for row in rows]
    cells = [{name: dump[name] for name in columns} for columns, dump in dumps]
    text = json.dumps(cells, ensure_ascii=False, indent=1)
    return (text + "\n").encode()
