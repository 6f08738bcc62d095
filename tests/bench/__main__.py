"""Print the measurements: `python -m tests.bench`, or only some: `python -m tests.bench search`."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench import build, growth, lighthouse, reload, search, weight

Part = Callable[[Path], Iterator[str]]
PARTS: Mapping[str, Part] = {
    "search": search.report,
    "growth": growth.report,
    "weight": weight.report,
    "lighthouse": lighthouse.report,
    "build": build.report,
    "reload": reload.report,
}


def main(names: Sequence[str]) -> None:
    """Print each part's tables, and how long it took; all parts where none is named."""
    if unknown := set(names) - set(PARTS):
        sys.exit(f"No part is called {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}.")
    for name in names or PARTS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="guide-bench-") as folder:
            for text in PARTS[name](Path(folder)):
                print(f"{text}\n", flush=True)
        print(f"({name}: {time.monotonic() - began:.0f} s)\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
