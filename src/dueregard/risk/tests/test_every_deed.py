"""Every deed on sources and assessments: it works and leaves a trail, the wrong role is refused, another council cannot reach it."""

import inspect

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import the_stranger
from dueregard.basics.refused import Refused
from dueregard.risk.actions import assessments, contributions, drafting, sources, telling
from dueregard.risk.tests.every_deed import DEEDS
from dueregard.risk.tests.world import a_world, at_work, trail

pytestmark = pytest.mark.django_db
READ_BY_ALL = {"take_assessment_away"}


def test_no_deed_is_left_out() -> None:
    modules = (assessments, contributions, drafting, sources, telling)
    deeds = {name for module in modules for name, one in inspect.getmembers(module, inspect.isfunction) if hasattr(one, "is_deed")}

    assert deeds == set(DEEDS)


@pytest.mark.parametrize("name", DEEDS)
def test_it_works_and_leaves_a_trail(name: str) -> None:
    world = a_world()
    deed, verb = DEEDS[name]

    deed(at_work(world.area), world)

    assert trail(world.area)[-1] == f"risk.{verb}"


def test_another_council_can_reach_none_of_it() -> None:
    world, stranger = a_world(), the_stranger()
    before = trail(world.area)

    for deed, _ in DEEDS.values():
        with pytest.raises((ObjectDoesNotExist, Refused), match=r"There is no|does not exist"):
            deed(stranger, world)

    assert trail(world.area) == before


def test_the_wrong_role_is_refused() -> None:
    world = a_world()

    for name, (deed, _) in DEEDS.items():
        wrong = Role.AUDITOR if name in READ_BY_ALL else Role.CLERK
        with pytest.raises(PermissionDenied, match="does not allow"):
            deed(at_work(world.area, at_work(world.area).today, wrong), world)
