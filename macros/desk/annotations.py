"""What is wrong, or worth a look, as GitHub marks it beside the line of a proposed change."""

import os

from macros.reading.problems import DataProblems, complaints

TITLE = "To be mended before this can be published"


def on_github() -> bool:
    """Whether GitHub runs this, and reads what is printed for lines to mark."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def annotation(level: str, file: str, line: int, title: str, text: str) -> str:
    """The command, one line, by which GitHub shows the text; line 0 means the whole file.

    `level` is error, warning or notice. No text can end its command or begin another.
    """
    place = {"file": file, "line": str(line or 1), "title": title}
    said = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{level} {said}::{_message(text)}"


def told(found: DataProblems) -> str:
    """Every complaint for who has to mend it, under a count: on GitHub marked on its line too."""
    if not on_github():
        return str(found)
    head, *_ = str(found).splitlines()
    marks = (
        annotation("error", one.file, one.line, TITLE, str(one))
        for one in complaints(found.problems)
    )
    return "\n".join([head, *marks])


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
