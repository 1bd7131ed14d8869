"""Somebody at a browser: opening, following, typing and pressing, and what every page is held to on the way."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from dueregard.access.roles import Role
from dueregard.accounts.models import User
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.models import Area

WCAG = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "preload": False,  # it would fetch the stylesheet again
}


def typed(day: date) -> str:
    """A day as somebody types it."""
    return f"{day.day}/{day.month}/{day.year}"


def today() -> date:
    """Pages read the real clock, so journeys are told around it."""
    return timezone.localdate()


def barriers(page: Page) -> list[str]:
    """What axe finds on the page as it is, each with the first place it is found at."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", WCAG)
    return [f"{each['id']}, {len(each['nodes'])} times: {each['nodes'][0]['html'][:200]}" for each in found]


class Walk:
    """One person's way through the site."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def signed_in(self, area: Area, *roles: Role, **more: Any) -> User:
        """Arrive with a session: how one signs in is another journey's matter."""
        client = Client()
        user = sign_in(client, area, *roles, **more)
        self.carry(client)
        return user

    def carry(self, client: Client) -> None:
        """Take over the session of a test client."""
        session = client.cookies[settings.SESSION_COOKIE_NAME]
        self.page.context.add_cookies([{"name": session.key, "value": session.value, "domain": "localhost", "path": "/"}])

    # Going somewhere

    def open(self, path: str) -> int:
        """Type an address; the status of what came."""
        response = self.page.goto(path)
        assert response is not None
        return response.status

    def follow(self, words: str, *, within: Locator | None = None, exact: bool = True) -> None:
        """Click a link by its words, also one that looks like a button."""
        scope = within or self.page
        scope.get_by_role("link", name=words, exact=exact).or_(scope.get_by_role("button", name=words, exact=exact)).first.click()

    def press(self, words: str, *, within: Locator | None = None) -> None:
        """Press a button by its words."""
        (within or self.page).get_by_role("button", name=words, exact=True).first.click()

    def unfold(self, words: str, *, within: Locator | None = None) -> None:
        """Open a part of the page that is folded."""
        (within or self.page).locator("summary", has_text=words).first.click()

    def takes(self, words: str, *, exact: bool = True) -> bytes:
        """Download what a link offers."""
        with self.page.expect_download() as waited:
            self.follow(words, exact=exact)
        return Path(waited.value.path()).read_bytes()

    # Filling in

    def types(self, label: str, words: str, *, within: Locator | None = None) -> None:
        self.field(label, within).fill(words)

    def picks(self, label: str, option: str, *, within: Locator | None = None) -> None:
        """Pick from a list by the words of the option, or their beginning."""
        field = self.field(label, within)
        offered = field.locator("option").all_inner_texts()
        field.select_option(label=next(each for each in offered if each.startswith(option)))

    def chooses(self, question: str, answer: str, *, within: Locator | None = None) -> None:
        """Choose one of a few under a question."""
        group = (within or self.page).get_by_role("group", name=question).first
        group.get_by_role("radio", name=answer, exact=True).check()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """The field whose label says this."""
        label_itself = (within or self.page).locator("label").filter(has_text=re.compile(rf"^\s*{re.escape(label)}( \(optional\))?\s*$"))
        return self.page.locator(f'[id="{label_itself.first.get_attribute("for")}"]')

    # Looking

    def arrives(self, heading: str, *, title: str | None = None, is_error: bool = False) -> None:
        """The page has this one heading, and a title that names it, its area and the site."""
        expect(self.page.locator("h1")).to_have_text(heading)
        begins = ("Error: " if is_error else "") + (title or heading)
        expect(self.page).to_have_title(re.compile(rf"^{re.escape(begins)}.* – Due Regard$"))

    def sees(self, *words: str, within: Locator | None = None) -> None:
        for each in words:
            expect(within or self.page.locator("main")).to_contain_text(each)

    def misses(self, *words: str) -> None:
        for each in words:
            expect(self.page.locator("main")).not_to_contain_text(each)

    def is_told(self, consequence: str, *errors: str) -> None:
        """The summary says what did not happen and why, and each reason leads to its field."""
        summary = self.page.locator(".govuk-error-summary")
        expect(summary.get_by_role("heading")).to_have_text(consequence)
        expect(summary.get_by_role("listitem")).to_have_text(list(errors))
        for link in summary.get_by_role("link").all():
            expect(self.page.locator(link.get_attribute("href") or "")).to_have_count(1)
        expect(self.page).to_have_title(re.compile(r"^Error: .* – Due Regard$"))
        assert not barriers(self.page)

    def is_refused(self, path: str, status: int = 404) -> None:
        """The address says only that there is nothing here, or that this is not for the role."""
        assert self.open(path) == status, path
        self.arrives({403: "You cannot do this", 404: "Page not found"}[status])
