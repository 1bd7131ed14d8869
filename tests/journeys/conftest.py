"""The browser of the journeys: one for each worker, a fresh profile for each test, no address but the site's own."""

from collections.abc import Iterator

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A page on an office screen, at the site's address. Anything the browser complains of fails the journey."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        refused = (
            "responded with a status of 4" in message.text and "/static/" not in message.location["url"]
        )  # pages refuse, as they should
        if message.type in {"error", "warning"} and not refused:
            complaints.append(message.text)

    def stumble(error: Error) -> None:
        complaints.append(str(error))

    context = browser.new_context(
        base_url=live_server.url, locale="en-GB", timezone_id="Europe/London", viewport={"width": 1280, "height": 900}
    )
    context.set_default_timeout(10_000)
    context.on("console", hear)
    page = context.new_page()
    page.on("pageerror", stumble)
    yield page
    context.close()

    assert not complaints, complaints
