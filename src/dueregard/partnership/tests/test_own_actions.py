"""Whose action a partner or an officer may speak for: their own and their body's, and nobody else's."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area, Person
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.models import ActionUpdate
from dueregard.partnership.tests.stories import a_body, a_person, inside, rows, the_lead_on, trail

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Area:
    return AreaFactory()


def somebody(area: Area, person: str, role: Role = Role.PARTNER) -> Viewer:
    return replace(a_viewer(area, role), person_id=rows(Person, area, ref=person)[0].pk)


def of_body(area: Area, person: str) -> str:
    with inside(area):
        return str(rows(Person, area, ref=person)[0].body.ref)


def an_action(area: Area, body: str, person: str | None = None) -> str:
    return actions.raise_action("Write", by=the_lead_on(area), on=TODAY, body=body, person=person).ref


@pytest.mark.parametrize("role", [Role.PARTNER, Role.OFFICER])
def test_it_is_said_of_ones_own_and_of_ones_bodys(area: Area, role: Role) -> None:
    person = a_person(area)
    mine, bodys = an_action(area, a_body(area), person), an_action(area, of_body(area, person))

    for ref in (mine, bodys):
        actions.update_action(ref, by=somebody(area, person, role), on=TODAY, words="Well")

    assert len(rows(ActionUpdate, area)) == 2
    assert trail(area)[-1] == "partnership.action.updated"


def test_of_anybody_elses_it_is_refused_in_words_and_nothing_is_written(area: Area) -> None:
    person, ref = a_person(area), an_action(area, a_body(area, name="Tarn Police"))
    before = trail(area)

    with pytest.raises(Refused, match="Its owner says how this action is going: Tarn Police"):
        actions.update_action(ref, by=somebody(area, person), on=TODAY, words="Well")
    with pytest.raises(Refused, match="Tarn Police"):
        actions.finish_action(ref, by=somebody(area, person), on=TODAY)

    assert trail(area) == before


def test_an_account_tied_to_nobody_speaks_for_none(area: Area) -> None:
    ref = an_action(area, a_body(area))

    with pytest.raises(Refused, match="not tied to a person of this area"):
        actions.update_action(ref, by=a_viewer(area, Role.PARTNER), on=TODAY, words="Well")


def test_handed_over_it_is_the_new_owners_to_say(area: Area) -> None:
    first, second = a_person(area), a_person(area)
    ref = an_action(area, of_body(area, first))

    actions.hand_over_action(ref, by=the_lead_on(area, TODAY + timedelta(days=1)), on=TODAY, body=of_body(area, second))

    actions.update_action(ref, by=somebody(area, second), on=TODAY, words="Well")
    with pytest.raises(Refused, match="Its owner says"):
        actions.update_action(ref, by=somebody(area, first), on=TODAY, words="Well")


@pytest.mark.parametrize("role", [Role.LEAD, Role.STRATEGIC, Role.CHAIR, Role.CLERK])
def test_those_who_speak_for_the_group_say_it_of_any(area: Area, role: Role) -> None:
    ref = an_action(area, a_body(area))

    actions.update_action(ref, by=a_viewer(area, role), on=TODAY, words="Well")

    assert trail(area)[-1] == "partnership.action.updated"
