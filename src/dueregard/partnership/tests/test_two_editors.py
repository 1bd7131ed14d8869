"""Two people at one record, and one form sent twice."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer
from dueregard.basics.refused import Changed
from dueregard.organisations.tests.factories import PersonFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Action, AgendaItem, Decision, Meeting, Minute
from dueregard.partnership.tests.house import AHEAD, a_house
from dueregard.partnership.tests.stories import YES, rows, the_lead_on

pytestmark = pytest.mark.django_db


def test_the_second_to_save_is_told_who_changed_it_and_when() -> None:
    house = a_house()
    name = PersonFactory(area=house.area, name="Ada Marsh")
    first = a_viewer(house.area, Role.LEAD, now=NOW)
    seen = rows(AgendaItem, house.area, ref=house.today_item)[0].version
    actions.write_minute(house.today_item, by=replace(first, person_id=name.pk), words="First", seen=seen)

    with pytest.raises(Changed, match="changed by Ada Marsh on 18 November 2026"):
        actions.write_minute(house.today_item, by=first.at(NOW + timedelta(minutes=1)), words="Second", seen=seen)

    assert [row.words for row in rows(Minute, house.area, item__ref=house.today_item)] == ["First"]


def test_a_form_sent_twice_shows_what_the_first_made() -> None:
    house = a_house()
    lead, key = the_lead_on(house.area), uuid4()
    asked = {"by": lead, "on": TODAY, "words": "Pay", "kind": "delivery", "answers": YES, "once": key}

    made = [actions.record_decision(house.today_item, **asked) for _ in range(2)]
    planned = [actions.plan_meeting(house.group, by=lead, on=TODAY, day=AHEAD, once=key) for _ in range(2)]
    raised = [actions.raise_action("Ring", by=lead, on=TODAY, body=house.body, once=key) for _ in range(2)]

    assert made[0] == made[1]
    assert len(rows(Decision, house.area, once=key)) == 1
    assert planned[0] == planned[1]
    assert len(rows(Meeting, house.area, once=key)) == 1
    assert raised[0] == raised[1]
    assert len(rows(Action, house.area, once=key)) == 1
