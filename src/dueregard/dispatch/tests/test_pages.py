"""The outbox page, as the lead, the partner and the stranger see it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import sign_in, sign_in_stranger, the_lead
from dueregard.dispatch import queries
from dueregard.dispatch.models import CalledOff
from dueregard.dispatch.rules import MOST_ATTEMPTS, Outcome, Standing
from dueregard.dispatch.tests.factories import THEN, AttemptFactory, OutboxFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


def address(area: Area, standing: str = "") -> str:
    page = reverse("dispatch:message-list", kwargs={"area": area.slug})
    return f"{page}?standing={standing}" if standing else page


def words(client: Client, page: str) -> str:
    response = client.get(page)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_lead_sees_what_waits_what_was_sent_and_what_was_called_off(client: Client, area: Area) -> None:
    OutboxFactory(area=area, to="waits@council.example")
    AttemptFactory(message=OutboxFactory(area=area, to="sent@council.example"), outcome=Outcome.SENT)
    off = OutboxFactory(area=area, to="off@council.example")
    with scope(the_lead(area)):
        CalledOff.objects.create(area=area, typed_at=THEN, message=off)
    sign_in(client, area, Role.LEAD)

    for standing, there in (("", "waits"), ("sent", "sent"), ("called-off", "off"), ("nonsense", "waits")):
        shown = words(client, address(area, standing))
        assert [name for name in ("waits", "sent", "off") if f"{name}@council.example" in shown] == [there]


def test_the_partner_and_the_stranger_do_not(client: Client, area: Area) -> None:
    message = OutboxFactory(area=area)
    again = reverse("dispatch:message-again", kwargs={"area": area.slug, "pk": message.pk})

    sign_in(client, area, Role.PARTNER)
    assert (client.get(address(area)).status_code, client.post(again).status_code) == (403, 403)
    sign_in_stranger(client)
    assert (client.get(address(area)).status_code, client.post(again).status_code) == (404, 404)


def test_the_lead_of_another_area_cannot_name_our_message_in_theirs(client: Client) -> None:
    message, other = OutboxFactory(), AreaFactory()
    sign_in(client, other, Role.LEAD)

    response = client.post(reverse("dispatch:message-again", kwargs={"area": other.slug, "pk": message.pk}))

    assert response.status_code == 404


def test_what_was_given_up_is_tried_again_at_a_press(client: Client, area: Area) -> None:
    message = OutboxFactory(area=area)
    for number in range(1, MOST_ATTEMPTS + 1):
        AttemptFactory(message=message, number=number, outcome=Outcome.FAILED)
    sign_in(client, area, Role.LEAD)
    assert "Given up" in words(client, address(area))

    response = client.post(reverse("dispatch:message-again", kwargs={"area": area.slug, "pk": message.pk}), follow=True)

    assert "It will be tried again" in response.content.decode()
    with scope(the_lead(area)):
        assert queries.standing(the_lead(area), message.pk) == Standing.WAITING


def test_an_empty_outbox_says_so(client: Client, area: Area) -> None:
    sign_in(client, area, Role.CLERK)

    assert "Nothing waits to be sent" in words(client, address(area))


def test_the_page_takes_the_same_number_of_queries_however_much_there_is(client: Client, area: Area) -> None:
    AttemptFactory(message=OutboxFactory(area=area))
    sign_in(client, area, Role.LEAD)

    def taken() -> int:
        client.get(address(area))
        with CaptureQueriesContext(connection) as queries_of_page:
            client.get(address(area))
        return len(queries_of_page)

    few = taken()
    for _ in range(10):
        AttemptFactory(message=OutboxFactory(area=area))

    assert taken() == few
