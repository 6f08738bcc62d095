"""Words that could hurt: a silent guide, a warning that is missing, an old report told as today."""

import re
from collections.abc import Iterator

from macros.checks.names import says
from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.concerns import FirstCall
from macros.records.points import Part
from macros.records.record import YesNo

WARNS = re.compile(
    r"\b(?:not|never|nor)\b[^.]{0,60}\b(?:warn|tell|confront|contact|mention|alert)"
    r"|\b(?:not|never)\b[^.]{0,60}\bask\b[^.]*\bin front of"
    r"|\bwarn nobody|\bbefore (?:you tell|telling)|\bkeep it (?:confidential|from)"
    r"|\bonly if that is safe",
    re.IGNORECASE,
)
LIKE = "one, such as: Do not warn the adult. Or: Do not tell the family first"
DATED = re.compile(r"\b(?:now|currently|recently|at present|at the moment)\b", re.IGNORECASE)
TOLD = re.compile(r"999|call before|tonight", re.IGNORECASE)
TIMED = re.compile(
    r"\b(?:now|today|tonight|this (?:morning|afternoon|evening)|on (?:his|her|the) way)\b",
    re.IGNORECASE,
)


def dangers(data: Datasets) -> Iterator[Problem]:
    """Lines that could lead somebody wrong, as far as a check can see."""
    if data.whole("points", "guides", "concerns", "pages"):
        yield from _silent_guides(data)
        yield from _unwarned(data)
    yield from _untimed(data)
    yield from _as_if_today(data)
    yield from _too_sure(data)


def _silent_guides(data: Datasets) -> Iterator[Problem]:
    """Concerns whose guide does not speak of what they are about."""
    lines: dict[str, list[str]] = {}
    for point in data.published("points").values():
        lines.setdefault(point.guide, []).append(point.text)
    for key, concern in data.published("concerns").items():
        guide = data.records["guides"].get(concern.guide)
        page = data.records["pages"].get(guide.page) if guide else None
        if not page:
            continue  # told where what a row names is looked up
        text = " ".join([page.title, page.summary, *lines.get(concern.guide, ())])
        if not says(text, concern.subject):
            row, wanted = data.rows["concerns"][key], f"words that the guide {concern.guide} says"
            fix = "Lead to a guide that speaks of it, or say it in a line of this one."
            yield Problem(row.file, row.line, "subject", quoted(concern.subject), wanted, fix)


def _unwarned(data: Datasets) -> Iterator[Problem]:
    """Guides and concerns of secret matters that do not say whom not to tell."""
    secret = {key for key, one in data.records["guides"].items() if one.tell_nobody is YesNo.YES}
    points = data.published("points").values()
    told = {one.guide for one in points if one.part is not Part.WHY and WARNS.search(one.text)}
    for guide in sorted(secret - told):
        row, found = data.rows["guides"][guide], f"no line of {quoted(guide)} on whom not to tell"
        fix = "Add one to its steps in data/points.csv, or say tell_nobody: no."
        yield Problem(row.file, row.line, "tell_nobody", found, LIKE, fix)
    for key, concern in data.published("concerns").items():
        asked = concern.card is FirstCall.MASH  # a crime that happens now needs no word on it
        if concern.guide in secret and asked and not WARNS.search(concern.route):
            row, fix = data.rows["concerns"][key], "Say it at the start of the route."
            found = "no word on whom not to tell"
            yield Problem(row.file, row.line, "route", found, LIKE, fix)


def _untimed(data: Datasets) -> Iterator[Problem]:
    """Concerns whose words say that it is now, and whose route does not."""
    for key, concern in data.published("concerns").items():
        found = TIMED.search(concern.concern)
        told = TOLD.search(concern.route) or concern.card is FirstCall.EMERGENCY
        if found and not told:
            row, wanted = data.rows["concerns"][key], "999 in the route, or the card for 999"
            fix = "Say when it is for 999, or what to do before it happens: Call before ..."
            yield Problem(row.file, row.line, "route", quoted(found.group()), wanted, fix)


def _as_if_today(data: Datasets) -> Iterator[Problem]:
    """Reports of some year that are told as if they were of today."""
    fix = "Give the report's year instead, such as: by March 2024."
    for dataset, field in (("points", "text"), ("concerns", "reason")):
        for key, one in data.published(dataset).items():
            found = DATED.search(getattr(one, field))
            if found and (dataset == "concerns" or one.part is Part.WHY):
                row = data.rows[dataset][key]
                wanted = "when it was so"
                yield Problem(row.file, row.line, field, quoted(found.group()), wanted, fix)


def _too_sure(data: Datasets) -> Iterator[Problem]:
    """Rows that are stricter than any source, and call that sure."""
    fix = "Say medium: no source says it so."
    for dataset in ("points", "concerns", "contacts", "act_now", "timescales", "level_points"):
        for key, one in data.published(dataset).items():
            if "our safer reading" in one.source_ref.lower() and one.confidence == "high":
                row = data.rows[dataset][key]
                yield Problem(row.file, row.line, "confidence", quoted("high"), "medium", fix)
