"""Every deed on risks and the matrix: it works and leaves a trail, the wrong role is refused, another council cannot reach it."""

import inspect

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, the_stranger
from dueregard.basics.refused import Refused
from dueregard.risk.actions import matrix, reviews, risks
from dueregard.risk.tests.register import DEEDS, a_register
from dueregard.risk.tests.world import at_work, trail

pytestmark = pytest.mark.django_db
ABOUT_NOBODY = {"set_matrix"}  # it names nothing of the area, so there is nothing of another's to reach


def test_no_deed_is_left_out() -> None:
    modules = (matrix, reviews, risks)
    deeds = {name for module in modules for name, one in inspect.getmembers(module, inspect.isfunction) if hasattr(one, "is_deed")}

    assert deeds == set(DEEDS)


@pytest.mark.parametrize("name", DEEDS)
def test_it_works_and_leaves_a_trail(name: str) -> None:
    register = a_register()
    deed, verb = DEEDS[name]

    deed(at_work(register.area), register)

    assert trail(register.area)[-1] == f"risk.{verb}"


def test_another_council_can_reach_none_of_it() -> None:
    register, stranger = a_register(), the_stranger()
    before = trail(register.area)

    for name in set(DEEDS) - ABOUT_NOBODY:
        with pytest.raises((ObjectDoesNotExist, Refused), match=r"There is no|does not exist"):
            DEEDS[name][0](stranger, register)

    assert trail(register.area) == before


def test_the_wrong_role_is_refused() -> None:
    register = a_register()
    clerk = at_work(register.area, TODAY, Role.CLERK)

    for deed, _ in DEEDS.values():
        with pytest.raises(PermissionDenied, match="does not allow"):
            deed(clerk, register)
