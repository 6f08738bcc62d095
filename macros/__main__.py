"""Check the data and every page without building: `python -m macros`."""

import sys
from pathlib import Path

from macros import checked_calls
from macros.reading.problems import DataProblems

if __name__ == "__main__":
    try:
        checked_calls(Path.cwd(), "/")
    except DataProblems as found:
        sys.exit(str(found))
