"""The QR code of an address: printed at a page's foot, and taken away from the share panel."""

from functools import cache

import segno
from markupsafe import Markup


@cache
def qr_code(address: str) -> Markup:
    """The code as an SVG drawing, one line for each run of dark modules."""
    # The plainest mask: choosing the best of eight takes longer than all else here, and blurred
    # codes were read no better for it.
    code = segno.make(address, micro=False, mask=0)
    drawn = code.svg_inline(border=0, omitsize=True, svgclass=None, lineclass=None)
    return Markup(drawn)  # noqa: S704 - segno draws it from the site's own address
