"""Whether the bank holidays are whole, and known as far as a deadline may be counted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from macros.reading.datasets import Datasets
from macros.reading.problems import Problem
from macros.records.timescales import Timescale, Unit

EACH_YEAR = 8  # in England, at least
A_WEEK = 5  # working days
SPARE = 2  # weeks: one that has begun, and one for holidays on the way
NEXT = "Add the next year's from www.gov.uk/bank-holidays."
FILE = "data/bank_holidays.csv"


def counted_until(today: date, timescales: Iterable[Timescale]) -> date:
    """The last day that a deadline of today may fall on, where working days are counted."""
    limits = [one.limit for one in timescales if one.counted and one.unit is Unit.WORKING_DAYS]
    return today + timedelta(weeks=max(limits, default=0) // A_WEEK + SPARE)


def holiday_faults(data: Datasets, today: date) -> Iterator[Problem]:
    """Years that lack a bank holiday, and a list that ends before a deadline may."""
    if not data.whole("bank_holidays", "timescales"):
        return
    days = sorted(one.date for one in data.records["bank_holidays"].values())
    wanted = f"at least {EACH_YEAR} in each year"
    for year, count in Counter(day.year for day in days).items():
        if count < EACH_YEAR:
            fix = "Put the missing ones back from the history, or from www.gov.uk/bank-holidays."
            yield Problem(FILE, 0, "date", f"{count} in {year}", wanted, fix)
    until = counted_until(today, data.published("timescales").values())
    if days and days[-1] < until:
        wanted = f"one on {until} or later: so far may a deadline be counted"
        yield Problem(FILE, 0, "date", f"none after {days[-1]}", wanted, NEXT)
