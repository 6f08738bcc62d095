"""Whether each page of a pack has its questions, and each pack an address that lasts."""

from collections import Counter
from collections.abc import Iterator

from macros.checks.address_checks import LEDGER
from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.packs import QUESTIONS


def pack_faults(data: Datasets) -> Iterator[Problem]:
    """Pages with too few or too many questions, and packs whose address is not in the ledger."""
    if data.whole("prompts"):
        yield from _unasked(data)
    if data.whole("addresses"):
        yield from _unledgered(data)


def _unasked(data: Datasets) -> Iterator[Problem]:
    """A page of a pack, or one that has a question, has three."""
    counts = Counter(one.page for one in data.records["prompts"].values())
    lines = [(data.rows["prompts"][key], one.page) for key, one in data.records["prompts"].items()]
    packs = data.records["packs"].items()
    lines += [(data.rows["packs"][key], page) for key, one in packs for page in one.pages]
    told = set[str]()
    for row, page in lines:
        if counts[page] != QUESTIONS and page not in told and page in data.rows["pages"]:
            told.add(page)
            found, wanted = f"{counts[page]} questions for {page}", f"{QUESTIONS} for each page"
            fix = f"Let data/prompts.csv have {QUESTIONS} rows with its address in page."
            yield Problem(row.file, row.line, "", found, wanted, fix)


def _unledgered(data: Datasets) -> Iterator[Problem]:
    """An address that goes into an agenda answers for good, even after its pack is gone."""
    home = next((one.packs for one in data.records["partnership"].values()), None)
    for key, pack in data.records["packs"].items() if home else ():
        entry = data.records["addresses"].get(pack.address(home))
        if not entry or not entry.moved_to:
            row = data.rows["packs"][key]
            wanted = f"{pack.address(home)} in {LEDGER}, with moved_to: {home}"
            fix = "Add that row, with a code not yet used: links to the pack then last."
            yield Problem(row.file, row.line_of("id"), "id", quoted(key), wanted, fix)
