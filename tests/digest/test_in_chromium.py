"""The digest as a reader sees it: nothing loaded, nothing cut off, everything readable, in the light and in the dark.

axe looks at it too. Of its best practices two are about whole pages, and a mail is shown inside of one: that all stands in
landmarks, one of which is the main one.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, sync_playwright

from daemon.digest.content import DigestContent
from daemon.digest.render import render
from tests.digest.samples import A_FULL_SEARCH, EMPTY, EVERYTHING, written_by
from tests.peers.registry import chromium_program

pytestmark = [pytest.mark.peer("chromium"), pytest.mark.slow]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CONTENTS = {
    "empty": EMPTY,
    "a full search": A_FULL_SEARCH,
    "everything": EVERYTHING,
    "endless words": written_by("W" * 5_000),
    "right to left": written_by("שלום עולם" * 20),
}
AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
LOOK = """() => axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {'region': {enabled: false}, 'landmark-one-main': {enabled: false}},
  resultTypes: ['violations'],
}).then(found => found.violations.map(each => [each.id, each.nodes.map(node => node.html.slice(0, 200))]))"""
LEAST_CONTRAST = 4.5  # WCAG 2.2, 1.4.3

TEXTS_WITH_CONTRAST = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = rgb => {
    const [r, g, b] = rgb.slice(0, 3).map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = channels(getComputedStyle(e).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (!text) continue;
    const element = walker.currentNode.parentElement;
    const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))];
    texts.push([text, (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)]);
  }
  return texts;
}"""
BEYOND_THE_EDGE = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 || e.getBoundingClientRect().left < -0.5)
  .map(e => e.className || e.tagName)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_program(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
@pytest.mark.parametrize("width", [360, 800])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_is_whole_readable_and_silent(browser: Browser, content: DigestContent, width: int, scheme: str):
    context = browser.new_context(
        viewport={"width": width, "height": 600}, color_scheme="dark" if scheme == "dark" else "light", offline=True
    )
    try:
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.set_content(render(content).html)

        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(BEYOND_THE_EDGE) == []
        texts = page.evaluate(TEXTS_WITH_CONTRAST)
        assert len(texts) >= 10
        assert [(text, contrast) for text, contrast in texts if contrast < LEAST_CONTRAST] == []
        assert requests == []
    finally:
        context.close()


@pytest.mark.parametrize("width", [360, 800])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, width: int, scheme: str):
    assert violations(browser, render(A_FULL_SEARCH).html, width, scheme) == []


def test_axe_would_find_something(browser: Browser):
    planted = render(EMPTY).html.replace("</h1>", '</h1><p style="color: #dddddd">pale</p><img src="data:,">', 1)
    assert {name for name, _ in violations(browser, planted, 800, "light")} == {"color-contrast", "image-alt"}


def violations(browser: Browser, html: str, width: int, scheme: str) -> list[list[object]]:
    context = browser.new_context(
        viewport={"width": width, "height": 600}, color_scheme="dark" if scheme == "dark" else "light", offline=True
    )
    try:
        page = context.new_page()
        page.set_content(html)
        page.evaluate(AXE)
        found: list[list[object]] = page.evaluate(LOOK)
        return found
    finally:
        context.close()


def test_dark_mode_is_dark(browser: Browser):
    def ground(scheme: str) -> str:
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light", offline=True)
        page.set_content(render(EVERYTHING).html)
        colour: str = page.evaluate("getComputedStyle(document.querySelector('.sheet')).backgroundColor")
        page.close()
        return colour

    assert ground("light") == "rgb(255, 253, 250)"
    assert ground("dark") == "rgb(27, 31, 35)"
