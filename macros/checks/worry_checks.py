"""What a worry must agree on with its concern: search may never lead somewhere calmer."""

from collections.abc import Iterator

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem, quoted
from macros.records.concerns import FirstCall

URGENCY = list(FirstCall)


def worry_faults(data: Datasets) -> Iterator[Problem]:
    """Worries with a calmer card than their concern's, or with none."""
    concerns = data.records["concerns"]
    for key, worry in data.records["worries"].items():
        concern = concerns.get(worry.concern)
        if not concern or (worry.card and _urgency(worry.card) <= _urgency(concern.card)):
            continue
        row = data.rows["worries"][key]
        wanted = f"{concern.card} or firmer, as the concern {worry.concern} has it"
        fix = "Take the concern's card, or leave the concern empty if it is another one."
        yield Problem(row.file, row.line, "card", quoted(worry.card or ""), wanted, fix)


def _urgency(card: FirstCall) -> int:
    return URGENCY.index(card)
