"""How many statements the computed pages and the lists take, at rest and just after a deed: a constant handful, however much there is."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.assurance.queries.remembering import ANSWERS, FACTS
from dueregard.assurance.tests.factories import a_group_that_met, a_round, the_signer
from dueregard.documents.tests.factories import ReviewDueFactory, VersionFactory
from dueregard.organisations.models import Area
from dueregard.organisations.queries.remembering import READ
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests import stories

pytestmark = pytest.mark.django_db
OF_THE_SCOPE = ("SAVEPOINT", "RELEASE", "select coalesce(current_setting")

# page: statements at rest, statements when nothing is remembered. Three of each are the session, the user and the roles. A section that
# comes adds its gatherer to the second number, never to the first; these are with sections 1 to 3 and 6: its
# gatherer takes thirteen, a meeting's page gathers before and after. Seventeen where bodies send returns and posts are held.
PAGES = {
    "/ours/assurance/": (6, 72),
    "/ours/assurance/findings/toolkit-2024/1/": (8, 49),
    "/ours/": (8, 81),
    "/ours/loose-ends/": (5, 73),
    "/ours/thread/": (5, 89),
    "/ours/documents/": (4, 7),
    "/ours/partnership/actions/": (5, 9),
    "/": (11, 116),
}


@pytest.fixture
def area(settings: Settings) -> Iterator[Area]:
    settings.REMEMBER = True
    forget()
    area = AreaFactory(slug="ours")
    today = timezone.localdate()
    a_group_that_met(area, *(today - timedelta(days=days) for days in (30, 120, 210, 300)))
    a_round(area, framework="toolkit-2024", by=the_signer(area, now=timezone.now()), as_at=today, on=today)
    for _ in range(60):
        ReviewDueFactory(of=VersionFactory(document__area=area))
    yield area
    forget()


def forget() -> None:
    FACTS.forget()
    ANSWERS.forget()
    READ.forget()


def statements(client: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as caught, TestCase.captureOnCommitCallbacks(execute=True):
        assert client.get(page).status_code == 200
    return len([query for query in caught if not query["sql"].startswith(OF_THE_SCOPE)])


@pytest.mark.parametrize("page", PAGES)
def test_a_page_takes_a_handful_at_rest_and_no_more_than_it_says_after_a_deed(client: Client, area: Area, page: str) -> None:
    at_rest, afresh = PAGES[page]
    sign_in(client, area, Role.MEMBER)
    client.get("/ours/documents/")  # the first page of a session writes when it was last seen

    assert statements(client, page) <= afresh
    assert statements(client, page) <= at_rest


def test_a_meetings_page_gathers_nothing_twice(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)
    client.get("/ours/documents/")

    afresh, at_rest = (statements(client, "/ours/partnership/meetings/M-2/") for _ in range(2))

    assert at_rest <= 6
    assert afresh <= 170


def test_what_is_done_shows_on_the_next_page(client: Client, area: Area) -> None:
    sign_in(client, area, Role.MEMBER)
    with TestCase.captureOnCommitCallbacks(execute=True):
        before = client.get("/ours/loose-ends/").text

    stories.a_group(area, name="Second group")

    assert "Second group" not in before
    assert "Second group" in client.get("/ours/loose-ends/").text
