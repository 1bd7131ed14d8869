"""Every deed of section 1: it works and leaves a trail, the wrong role is refused, another council cannot reach it."""

import inspect

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import a_viewer, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.tests.every_deed import ABOUT_NOBODY, DEEDS
from dueregard.partnership.tests.house import a_house
from dueregard.partnership.tests.stories import the_chair_on, the_lead_on, trail

pytestmark = pytest.mark.django_db
LINKS = {"answer_risk", "check_action", "further_line", "start_action", "stop_answering"}
ELSEWHERE = {
    *LINKS,
    "accept_risk",
    "ask_by_link",
    "clear_minutes",
    "note_redaction",
    "take_away",
    "take_list_away",
}  # each has a file of its own


def test_no_deed_is_left_out() -> None:
    deeds = {name for name, one in inspect.getmembers(actions, inspect.isfunction) if hasattr(one, "is_deed")}

    assert deeds - ELSEWHERE == set(DEEDS)


@pytest.mark.parametrize("name", DEEDS)
def test_it_works_and_leaves_a_trail(name: str) -> None:
    house = a_house()
    deed, verb = DEEDS[name]
    before = len(trail(house.area))

    deed(the_lead_on(house.area), house)

    assert f"partnership.{verb}" in trail(house.area)[before:]
    assert trail(house.area)[-1] == f"partnership.{verb}"


def test_another_council_can_reach_none_of_it() -> None:
    house, stranger = a_house(), the_stranger()
    before = trail(house.area)

    for name in set(DEEDS) - ABOUT_NOBODY:
        with pytest.raises((ObjectDoesNotExist, Refused), match=r"There is no|does not exist"):
            DEEDS[name][0](stranger, house)

    assert trail(house.area) == before


def test_the_wrong_role_is_refused() -> None:
    house = a_house()
    partner, member, auditor = the_partner(house.area), a_viewer(house.area, Role.MEMBER), a_viewer(house.area, Role.AUDITOR)
    wrong = {"update_action": member, "finish_action": member, "reply": member, "mark_person": auditor}

    for name, (deed, _) in DEEDS.items():
        with pytest.raises(PermissionDenied, match="does not allow"):
            deed(wrong.get(name, partner), house)


def test_only_the_chair_clears_minutes() -> None:
    house = a_house()

    with pytest.raises(PermissionDenied, match="does not allow"):
        actions.clear_minutes(house.held, by=the_lead_on(house.area), on=the_lead_on(house.area).today)

    actions.clear_minutes(house.held, by=the_chair_on(house.area), on=the_chair_on(house.area).today)
    assert trail(house.area)[-1] == "partnership.minutes.cleared"


def test_the_chair_of_another_council_clears_nothing_here() -> None:
    house = a_house()
    chair_there = the_chair_on(AreaFactory())

    with pytest.raises(ObjectDoesNotExist):
        actions.clear_minutes(house.held, by=chair_there, on=chair_there.today)
