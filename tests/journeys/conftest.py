"""The browser of the journeys: one for each worker, a fresh profile for each person, no address but the site's own."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.engines import chromium

# as root in CI there is no sandbox; the rest keeps the browser from looking for hosts of its own
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]
OFFICE, PHONE = {"width": 1280, "height": 900}, {"width": 375, "height": 667}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def new_page(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Page]]:
    """Another person's browser, at the site's address. Anything it complains of fails the journey."""
    complaints: list[str] = []
    contexts = []

    def hear(message: ConsoleMessage) -> None:
        refused = (
            "responded with a status of 4" in message.text and "/static/" not in message.location["url"]
        )  # pages refuse, as they should
        if message.type in {"error", "warning"} and not refused:
            complaints.append(f"{message.location['url']}: {message.text}")

    def stumble(error: Error) -> None:
        complaints.append(str(error))

    def make(viewport: Any = None) -> Page:
        context = browser.new_context(
            base_url=live_server.url, locale="en-GB", timezone_id="Europe/London", viewport=viewport or OFFICE, has_touch=viewport == PHONE
        )
        context.set_default_timeout(30_000)
        context.on("console", hear)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", stumble)
        return page

    yield make
    for context in contexts:
        context.close()

    assert not complaints, complaints


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on an office screen."""
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    """A page on a phone."""
    return new_page(PHONE)
