"""Typing on the pages: done, refused in words with nothing lost, and never done twice."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import sign_in
from dueregard.accounts.tests.trail import deeds_of
from dueregard.organisations import queries
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import PersonFactory, PostHoldingFactory

KEY = "0f6f3b0c-1111-4222-8333-444455556666"
BODY = {"name": "Westmarch Police", "kind": "police", "is_specified": "on", "on": "1/4/2026", "once": KEY}


@pytest.fixture(autouse=True)
def signed_in(client: Client, area: Area) -> None:
    sign_in(client, area, Role.LEAD)


def send(client: Client, page: str, typed: dict[str, Any], **about: str) -> Any:
    return client.post(reverse(f"organisations:{page}", kwargs={"area": "westmarch", **about}), typed, follow=True)


def text(response: Any) -> str:
    assert response.status_code == 200
    return str(response.content.decode())


def test_a_body_is_added_and_shown(client: Client, lead: Viewer) -> None:
    shown = text(send(client, "body-new", BODY))

    assert "Add a body: done" in shown
    assert "1 April 2026" in shown
    assert deeds_of(lead) == ["organisations.body.added"]


def test_sent_twice_the_first_body_is_shown(client: Client, lead: Viewer) -> None:
    send(client, "body-new", BODY)

    assert "Westmarch Police" in text(send(client, "body-new", BODY))
    with scope(lead):
        assert queries.bodies(lead).count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Fill in “Name”"),
        ({"on": "31/2/2026"}, "Write the date as day, month and year"),
        ({"on": "1/4/2066"}, "1 April 2066 cannot be right: check the year"),
        ({"kind": "circus"}, "Choose from the list"),
        ({"once": "nonsense"}, "too old to save from"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(client: Client, lead: Viewer, wrong: dict[str, str], said: str) -> None:
    shown = text(send(client, "body-new", {**BODY, "name": "Westmarch Police", **wrong}))

    assert "This is not recorded yet" in shown
    assert said in shown
    assert wrong.get("on", "1/4/2026") in shown
    assert deeds_of(lead) == []


def test_two_who_edit_one_person_are_told(client: Client, area: Area) -> None:
    person = PersonFactory(area=area)
    send(client, "person-correct", {"name": "First", "email": "", "seen": "1"}, ref=person.ref)

    shown = text(send(client, "person-correct", {"name": "Second", "email": "", "seen": "1"}, ref=person.ref))

    assert "This was changed by somebody else on" in shown
    assert 'value="Second"' in shown


def test_another_areas_person_cannot_be_picked(client: Client, area: Area) -> None:
    held, theirs = PostHoldingFactory(area=area), PersonFactory()

    shown = text(send(client, "post-record", {"person": theirs.ref, "on": "1/4/2026", "because": ""}, ref=held.post.ref))

    assert "Choose from the list" in shown


def test_a_second_holder_is_asked_for_the_reason_and_then_recorded(client: Client, area: Area, lead: Viewer) -> None:
    held, second = PostHoldingFactory(area=area), PersonFactory(area=area)
    typed = {"person": second.ref, "on": "1/4/2026", "because": ""}

    refused = text(send(client, "post-record", typed, ref=held.post.ref))
    done = text(send(client, "post-record", {**typed, "because": "A job share"}, ref=held.post.ref))

    assert "say why and who agreed it" in refused
    assert "Beside another: A job share" in done
    assert deeds_of(lead) == ["organisations.post.taken-up"]


def test_a_lead_without_clearance_is_not_offered_the_tier(client: Client, lead: Viewer) -> None:
    address = reverse("organisations:standing-record", kwargs={"area": "westmarch"})
    shown = text(client.get(address))

    refused = text(client.post(address, {"says": "tier:higher", "on": "1/4/2026", "because": "Letter"}))

    assert "tier:higher" not in shown
    assert "Choose from the list" in refused
    assert deeds_of(lead) == []


@pytest.mark.parametrize(
    ("page", "typed"),
    [
        ("team-new", {"name": "Team", "on": "1/4/2026", "once": KEY}),
        ("person-new", {"name": "Somebody", "email": "", "body": "", "once": KEY}),
        ("person-move", {"body": "", "on": "1/4/2026"}),
        ("post-leave", {"on": "1/4/2026"}),
        ("standing-record", {"says": "funded:yes", "on": "1/4/2026", "because": "Letter"}),
    ],
)
def test_every_form_does_its_deed(client: Client, area: Area, lead: Viewer, page: str, typed: dict[str, str]) -> None:
    held = PostHoldingFactory(area=area)
    about: dict[str, dict[str, str]] = {
        "team-new": {"ref": held.post.body.ref},
        "person-move": {"ref": held.person.ref},
        "post-leave": {"ref": held.post.ref, "person": held.person.ref},
    }

    assert "done" in text(send(client, page, typed, **about.get(page, {})))
    assert len(deeds_of(lead)) == 1
