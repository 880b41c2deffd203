"""The pictures of the digest in docs/images, drawn anew: `python -m tests.digest.pictures`.

They show what `samples` holds, in the light and in the dark, on a telephone and on a desk. The machine's fonts make a
difference: with Roboto and Georgia or their like they look as most readers will see them.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from daemon.digest.content import DigestContent
from daemon.digest.render import render
from tests.digest.samples import A_FULL_SEARCH, README_DAY
from tests.digest.test_in_chromium import ARGUMENTS
from tests.peers.registry import chromium_program

FOLDER = Path(__file__).parent.parent.parent / "docs" / "images"


def main() -> None:
    """Write them all."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program(), args=ARGUMENTS)
        _draw(browser, README_DAY, "light", 800, "digest.png")
        for scheme in ("light", "dark"):
            for width in (360, 800):
                _draw(browser, A_FULL_SEARCH, scheme, width, f"digest-{scheme}-{width}.png")
        browser.close()


def _draw(browser: Browser, content: DigestContent, scheme: str, width: int, name: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 600}, color_scheme="dark" if scheme == "dark" else "light", offline=True
    )
    page = context.new_page()
    page.set_content(render(content).html)
    page.screenshot(path=FOLDER / name, full_page=True)
    context.close()


if __name__ == "__main__":
    main()
