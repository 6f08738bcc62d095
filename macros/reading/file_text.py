"""The text of a file, or what is wrong with the file as a whole."""

import codecs
from pathlib import Path

from macros.reading.problems import Problem

SAVE_AS = 'In the spreadsheet choose "Save as", then "CSV UTF-8 (comma delimited)".'
PAGE = ".md"
SAVE_PAGE_AS = "In the editor choose the encoding UTF-8 when you save."
PUT_BACK = "Put it back from the history."
OF_AN_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheets and word processors begin: the newer kind and the older."""
UTF_16 = 4  # of every so many bytes at least one is NUL, where letters of two bytes were saved


def text_of(path: Path, name: str) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file, or why there is none. `name` is how messages call it."""
    try:
        if path.is_file():
            return decoded(path.read_bytes(), name)
        found = _instead_of_a_file(path)
        return "", Problem(name, 0, "", found, "the file", PUT_BACK)
    except PermissionError:
        found, wanted = "a file that may not be read", "a file that this account may read"
        fix = "Close it where it is open, or let whoever looks after the machine open it to you."
    except OSError as error:
        found, wanted = f"a file that cannot be read ({error.strerror})", "the file"
        fix = PUT_BACK
    return "", Problem(name, 0, "", found, wanted, fix)


def _instead_of_a_file(path: Path) -> str:
    if path.is_dir():
        return "a folder of this name"
    if path.is_symlink():
        return "a link that leads nowhere"
    return "something else than a file" if path.exists() else "no such file"


def decoded(content: bytes, name: str) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file, with or without a byte-order mark, or what is wrong with it."""
    fix = SAVE_PAGE_AS if name.endswith(PAGE) else SAVE_AS
    marked = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if content.startswith(OF_AN_OFFICE):
        found = "a spreadsheet's or word processor's own file"
        return "", Problem(name, 1, "", found, "plain text", fix)
    if marked or content.count(0) * UTF_16 > len(content):
        return "", Problem(name, 1, "", "a file saved as UTF-16", "a file saved as UTF-8", fix)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        found = "a character that is not UTF-8"
        return "", Problem(name, line, "", found, "a file saved as UTF-8", fix)
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        mend = "Something has damaged the file: put this line back from the history."
        return "", Problem(name, line, "", "a NUL character", "letters and digits", mend)
    return text, None
