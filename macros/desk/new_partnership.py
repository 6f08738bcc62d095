"""Start the guide of another partnership: `python -m macros.desk.new_partnership ../elsewhere`.

What is anyone's is copied. What is a place's own comes from the invented one in tests/partnership/.
"""

import csv
import shutil
import sys
from pathlib import Path

from macros.library import models

INVENTED = "tests/partnership"
OWN = ("data", "docs", "README.md", "CHANGELOG.md")
NATIONAL = ("data/README.md", "data/bank_holidays.csv", "data/components.csv", "docs/templates")
"""What stands beside the rows and pages of a place, and is the same everywhere in England."""
SETTINGS = "mkdocs.yml"
MADE = (
    *(".git", ".venv*", "node_modules", "site", "site-*", "handbook", ".site*", ".learned"),
    *("__pycache__", ".*cache"),
)
LIKE_THIS = "Say make new-partnership DIR=../elsewhere."
NEXT = """{0} is there, with an invented place in it. CONTRIBUTING says what to fill in. Now:
  cd {0} && git init --quiet && git add --all && git commit --quiet -m "Begin" && make build"""


def start(root: Path, into: Path) -> None:
    """Write a whole project into a folder that is not there yet.

    Raises ValueError, in words for whoever starts it, where that cannot be.
    """
    if into.exists():
        raise ValueError(f'found "{into}", wanted a folder that is not there yet. {LIKE_THIS}')
    if into.resolve().is_relative_to(root.resolve()):
        raise ValueError(f'found "{into}", wanted a folder outside this one. {LIKE_THIS}')
    shutil.copytree(root, into, ignore=lambda folder, names: _left(root, folder, names))
    shutil.copytree(root / INVENTED, into, dirs_exist_ok=True)
    for name in NATIONAL:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy2
        copy(root / name, into / name)
    _name_columns(into)
    _settle(root, into)


def _left(root: Path, folder: str, names: list[str]) -> set[str]:
    """What is not copied from a folder: what commands made and, of the root, what is a place's."""
    own = set(OWN) if Path(folder) == root else set()
    return own | shutil.ignore_patterns(*MADE)(folder, names)


def _name_columns(into: Path) -> None:
    """Give each dataset without a file one with its columns, ready for rows."""
    for name, model in models().items():
        path = into / f"data/{name}.csv"
        if not path.exists():
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerow(model.typed())


def _settle(root: Path, into: Path) -> None:
    """The settings of the project, with the lines that the invented place has of its own."""
    lines, own = ((at / SETTINGS).read_text("utf-8").splitlines() for at in (root, root / INVENTED))
    instead = {line.partition(":")[0]: line for line in own}
    text = "\n".join(instead.get(line.partition(":")[0], line) for line in lines)
    (into / SETTINGS).write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    try:
        start(Path.cwd(), Path(sys.argv[1]))
    except (ValueError, OSError) as wrong:
        sys.exit(str(wrong))
    print(NEXT.format(sys.argv[1]))
