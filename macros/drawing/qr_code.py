"""The QR code of an address: printed at a page's foot, and a file to take away."""

import io
from functools import cache

import segno
from markupsafe import Markup


@cache
def qr_code(address: str) -> Markup:
    """The code as an SVG drawing, one line for each run of dark modules."""
    drawn = _made(address).svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None)
    return Markup(drawn)  # noqa: S704 - segno draws it from the site's own address


def qr_file(address: str) -> bytes:
    """The same as a picture of its own (SVG), with the white around it that a reader needs."""
    file = io.BytesIO()
    look = {"border": 4, "scale": 16, "light": "#fff", "svgclass": None, "lineclass": None}
    _made(address).save(file, kind="svg", xmldecl=False, nl=False, **look)
    return file.getvalue()


def _made(address: str) -> segno.QRCode:
    # The plainest mask: choosing the best of eight takes longer than all else here, and blurred
    # codes were read no better for it.
    return segno.make(address, micro=False, mask=0)
