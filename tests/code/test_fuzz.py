"""Whatever stands in a file, it is taken, or answered in plain words with the file and the line.

Each try damages one file of the small project by chance, from a seed. In `make test` the tries are
always the same; `make fuzz SECONDS=300` makes new ones for so long. What it finds is printed as a
case: put it into tests/data/bad_rows/ with what its editor should read.
"""

import os
import re
import shutil
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random, SystemRandom

import pytest
import yaml

from macros.calls.by_name import names
from macros.project import read_project
from macros.reading.problems import DataProblems, Problem
from tests.conftest import SMALL_PROJECT

TRIES = 330  # some twenty seconds
SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
SEED = int(os.environ.get("FUZZ_SEED") or (SystemRandom().randrange(2**32) if SECONDS else 20))
# Words of our tools, which say nothing to an editor.
FOREIGN = re.compile(r"Traceback|pydantic|jinja|yaml|Input should|NoneType|object at|Error\b|codec")
MARKS = [
    *(" ", "\t", "\n", "\r", "\r\n", ",", ",,", ";", '"', '""', "'", "|", "\\", "%", "=", "`", "~"),
    *("\0", "\x1b", "\x85", "\u00a0", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufffd", "é", "😀"),
    *("---", "...", ": ", "- ", "[", "]", "{", "}", "#", "&a ", "*a", "<<: ", "!!set ", "? "),
    *("{{", "}}", "{%", "%}", "{#", "#}", "{% raw %}", "{{ phone(", '")', "<script>", "<!--"),
    *("=1+1", "#REF!", "1E+309", "-1", "0", "٣", "2026-02-30", "0000-00-00", "99999-01-01", "no"),
    *("../", "/", "//evil.example", "javascript:", "a" * 6000, "9" * 400, "[" * 2000, "{" * 300),
]  # fmt: skip
BROKEN = [b"\xff", b"\xfe\xff", b"\xed\xa0\x80", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\xc3"]
WORDS = ['"mash"', "'mash'", "mash", '""', "101", "-1", "1.5", "1e999", "none", "true", "[]", "{}"]
WORDS += ['"mash", "x"', "*[1]", "**{}", "phone", "self", 'a="b"', '"\\n"', '"é"', '"a" ~ "b"']
FILES = sorted(
    path.relative_to(SMALL_PROJECT).as_posix()
    for path in SMALL_PROJECT.rglob("*")
    if path.suffix in {".csv", ".md"}
)


def call(chance: Random) -> bytes:
    """A call as somebody might type it, or nearly."""
    name = chance.choice(
        [*names(), "x", "self", "config", "__class__", "phone.number", "loop", "set"]
    )
    words = ", ".join(chance.choices(WORDS, k=chance.randrange(4)))
    text = f"\n\n{{{{ {name}({words}) }}}}\n\n"
    at = chance.randrange(len(text))
    return (text[:at] + text[at + 1 :] if chance.random() < 0.2 else text).encode()


def damaged(content: bytes, chance: Random) -> bytes:
    """The content with one thing in it that was not there, or without one that was."""
    lines = content.splitlines(keepends=True)
    one, other = (chance.randrange(len(lines)) for _ in range(2)) if lines else (0, 0)
    start = chance.randrange(len(content) + 1)
    end = start + chance.choice([0, 0, 1, 8, 60])
    mark = chance.choice([*BROKEN, *(mark.encode() for mark in MARKS)])
    match chance.randrange(7 if lines else 1):
        case 0 | 1 | 2:
            return content[:start] + mark + content[end:]
        case 3:
            cells = lines[one].split(b",")
            cells[chance.randrange(len(cells))] = chance.choice([mark, *lines[other].split(b",")])
            return b"".join([*lines[:one], b",".join(cells), *lines[one + 1 :]])
        case 4:
            return b"".join([*lines[:one], *lines[other:]])
        case 5:
            return b"".join([*lines[:one], lines[other], *lines[one:]])
        case _:
            return content[:start] + call(chance) + content[start:]


def tries() -> Iterator[tuple[str, bytes]]:
    """Files of the small project, each damaged once or a few times, for as long as is asked."""
    end = time.monotonic() + SECONDS
    for number in count():
        if (number >= TRIES) if not SECONDS else (time.monotonic() > end):
            return
        chance = Random(f"{SEED} {number}")  # noqa: S311 - chance, not secrecy
        name = chance.choice(FILES)
        content = (SMALL_PROJECT / name).read_bytes()
        for _ in range(chance.choice([1, 1, 1, 2, 4])):
            content = damaged(content, chance)
        yield name, content


def unfit(problem: Problem, content: bytes, name: str) -> bool:
    """Whether an editor could not mend the fault by what is said of it."""
    said = (problem.found, problem.wanted, problem.fix)
    lines = content.count(b"\n") + content.count(b"\r") + 1
    beyond = problem.file == name and problem.line > lines
    known = problem.file.startswith(("data/", "docs/"))
    return not all(said) or beyond or not known or bool(FOREIGN.search(" ".join(said)))


def fault(project: Path, name: str, content: bytes) -> str:
    """What the editor of this file would not understand; nothing where all is in order."""
    (project / name).write_bytes(content)
    try:
        read_project(project, "/")
    except DataProblems as found:
        return "\n".join(str(one) for one in found.problems if unfit(one, content, name))
    except Exception as error:  # this is what is looked for
        return f"{type(error).__name__}: {error}"
    return ""


def as_case(name: str, content: bytes, number: int) -> str:
    """The damaged file as a case of tests/data/bad_rows/, but for what is expected."""
    case = {"name": f"found by chance, {SEED} {number}", "page": name, "expected": []}
    return yaml.safe_dump({**case, "bytes_hex": content.hex()}, sort_keys=False, width=2**20)


def test_whatever_stands_in_a_file_is_taken_or_answered_in_plain_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_DATE", "2026-11-22")
    project = Path(shutil.copytree(SMALL_PROJECT, tmp_path / "project"))
    for number, (name, content) in enumerate(tries()):
        found = fault(project, name, content)
        assert not found, f"{found}\n\n{as_case(name, content, number)}"
        shutil.copy(SMALL_PROJECT / name, project / name)
