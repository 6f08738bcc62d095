"""Everything that no row can know alone, asked in turn."""

import dataclasses
from collections.abc import Iterator
from datetime import date

from macros.checks.address_checks import address_faults
from macros.checks.confirm_checks import confirm_faults
from macros.checks.contradictions import disagreements
from macros.checks.danger_checks import dangers
from macros.checks.edition_checks import edition_faults
from macros.checks.guide_checks import guide_faults
from macros.checks.holiday_checks import holiday_faults
from macros.checks.pack_checks import pack_faults
from macros.checks.partnership_checks import partnership_faults
from macros.checks.references import dangling, lost
from macros.checks.version_checks import version_faults
from macros.checks.worry_checks import worry_faults
from macros.reading.datasets import Datasets
from macros.reading.problems import Problem


def crosschecked(data: Datasets, today: date) -> Iterator[Problem]:
    """Everything that rows say of one another and that is not so."""
    missing = lost(data)
    yield from missing.values()
    data = dataclasses.replace(data, broken={*data.broken, *missing})
    yield from dangling(data)
    yield from partnership_faults(data)
    yield from address_faults(data, today)
    yield from disagreements(data)
    yield from guide_faults(data)
    yield from version_faults(data)
    yield from dangers(data)
    yield from edition_faults(data)
    yield from holiday_faults(data, today)
    yield from confirm_faults(data)
    yield from worry_faults(data)
    yield from pack_faults(data)
