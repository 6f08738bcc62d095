"""Why a build ended before its end, in a sentence for whoever started it."""

import errno
from traceback import extract_tb

from jinja2 import TemplateError

from macros.drawing.render import BrokenTemplate
from macros.publishing.policy import BrokenPolicy

OF_THE_DISK = {
    errno.ENOSPC: "The disk is full. Make room on it, then build again.",
    errno.EDQUOT: "Your share of the disk is full. Make room on it, then build again.",
    errno.EROFS: "The disk can only be read. Build into a folder that can be written.",
    errno.EACCES: "The folder may not be written. Ask for the right to, or build into another.",
}


def why(error: Exception) -> str:
    """What to say of it; nothing where MkDocs says it, or where only a traceback tells enough."""
    if isinstance(error, OSError) and not isinstance(error, TemplateError):
        said = OF_THE_DISK.get(error.errno or 0, f"{error.strerror or error}.")
        return f"{said} It happened at {error.filename}." if error.filename else said
    if isinstance(error, BrokenPolicy | BrokenTemplate):
        return f"{error}."
    if isinstance(error, TemplateError):
        frames = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(".html")]
        where = f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else "A theme template"
        return f"{where}: {error}."
    return ""
