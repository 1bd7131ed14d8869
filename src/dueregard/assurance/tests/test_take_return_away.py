"""Taking the return of a round out of the house: the trail says who did, in which form, how sensitive."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.test import Client
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import sign_in, the_administrator, the_lead, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.tests.factories import a_round
from dueregard.audit.queries import events
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch")


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_return_taken_from_its_page_is_in_the_trail(client: Client, area: Area, kind: str) -> None:
    ref, lead = a_round(area), the_lead(area)
    sign_in(client, area, Role.LEAD)

    answer = client.get(reverse("assurance:round-return", kwargs={"area": area.slug, "ref": ref, "kind": kind}))

    with scope(lead):
        event = events(lead).first()
    assert answer.status_code == 200
    assert event is not None
    assert (event.verb, event.ref, event.details) == ("assurance.return.taken-away", ref, {"ending": kind, "marking": "official"})


def test_somebody_who_sees_no_round_takes_none_away(area: Area) -> None:
    ref = a_round(area)

    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.take_return_away(ref, by=the_administrator(area), ending="pdf", marking="official")


def test_another_council_takes_none_away(area: Area) -> None:
    ref = a_round(area)

    with pytest.raises(ObjectDoesNotExist):
        actions.take_return_away(ref, by=the_stranger(), ending="pdf", marking="official")
