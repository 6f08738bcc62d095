"""Whether the versions of each page carry its code and count up, so that none can be mistaken."""

from collections.abc import Iterator

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted


def version_faults(data: Datasets) -> Iterator[Problem]:
    """Versions under another page's code, out of order, or older than the one before."""
    counts: dict[str, int] = {}
    days: dict[str, str] = {}
    for key, version in data.records["versions"].items():
        entry = data.records["addresses"].get(version.page)
        number, day = counts.get(version.page, 0) + 1, str(version.since)
        counts[version.page] = number
        row = data.rows["versions"][key]
        wanted = f"{entry.code}-{number}" if entry else key
        fix = "Put the rows back as make record wrote them: one after the other, none taken out."
        if key != wanted:
            yield Problem(row.file, row.line, "id", quoted(key), quoted(wanted), fix)
        elif day < days.get(version.page, day):
            found, earlier = quoted(day), f"{days[version.page]} or later"
            yield Problem(row.file, row.line, "since", found, earlier, fix)
        days[version.page] = day
