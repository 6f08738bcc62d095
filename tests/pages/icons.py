"""Draw the icons of a home screen from theme/assets/icon.svg: python -m tests.pages.icons."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import CHROMIUM, QUIET, ROOT

ASSETS = ROOT / "theme/assets"
CORNERS = 'rx="6" '
AROUND = 'viewBox="0 0 32 32"'
# A phone may cut a circle out of this one: the ground reaches further and has no corners
WIDER = 'viewBox="-5 -5 42 42" style="background: #12263f"'


def draw(svg: str, size: int, into: Path) -> None:
    """Write the drawing as a PNG of this many pixels each way."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = chromium.new_page(viewport={"width": size, "height": size})
        page.set_content(f'<body style="margin: 0">{svg}')
        page.screenshot(path=into, omit_background=True)
        chromium.close()


if __name__ == "__main__":
    icon = (ASSETS / "icon.svg").read_text("utf-8")
    draw(icon, 192, ASSETS / "icon-192.png")
    draw(icon, 512, ASSETS / "icon-512.png")
    draw(icon.replace(CORNERS, "").replace(AROUND, WIDER), 512, ASSETS / "icon-whole.png")
