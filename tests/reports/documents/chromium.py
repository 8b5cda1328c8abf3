"""A real browser without a window, and what it did while a page was open."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path(os.environ.get("GONGKAI_CHROMIUM", "/usr/bin/chromium"))
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def needed() -> None:
    """Skip where there is no browser, unless the machine is one that has to have it."""
    if CHROMIUM.exists():
        return
    if os.environ.get("CI") and os.environ.get("GONGKAI_NEEDS_BROWSER") == "1":
        pytest.fail(f"no browser at {CHROMIUM}")
    pytest.skip(f"no browser at {CHROMIUM}")


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser, closed at the end."""
    needed()
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=_SWITCHES)
        yield opened
        opened.close()


@contextmanager
def opened(
    browser: Browser, file: Path, *, scripts: bool = True, width: int = 1280
) -> Iterator[Page]:
    """The page of a file; at the end nothing was fetched but the file, and nothing complained."""
    context = browser.new_context(
        java_script_enabled=scripts, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    said: list[str] = []
    fetched: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(file.as_uri())
    yield page
    assert said == []
    assert fetched == [file.as_uri()]
    context.close()
