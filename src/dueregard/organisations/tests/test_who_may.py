"""Every deed on the area, its bodies, people and posts: refused to the wrong role, and out of the next council's reach."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer, the_stranger
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations import actions
from dueregard.organisations.models import Area, PostHolding
from dueregard.organisations.tests.factories import PostHoldingFactory

Deed = Callable[[PostHolding, Viewer], Any]
MAKING: dict[str, Deed] = {
    "say_standing": lambda _, by: actions.say_standing("funded", by=by, on=TODAY, value="yes", because="Letter"),
    "add_body": lambda _, by: actions.add_body("Police", by=by, on=TODAY, kind="police"),
    "add_person": lambda _, by: actions.add_person("Somebody", by=by, on=TODAY),
}
CHANGING: dict[str, Deed] = {
    "close_body": lambda held, by: actions.close_body(held.post.body.ref, by=by, on=TODAY),
    "add_team": lambda held, by: actions.add_team("Team", by=by, on=TODAY, body=held.post.body.ref),
    "add_person_of_a_body": lambda held, by: actions.add_person("Somebody", by=by, on=TODAY, body=held.post.body.ref),
    "correct_person": lambda held, by: actions.correct_person(held.person.ref, by=by, name="X", email="", seen=1),
    "move_person": lambda held, by: actions.move_person(held.person.ref, by=by, on=TODAY, body=None),
    "add_post": lambda held, by: actions.add_post("Post", by=by, on=TODAY, kind="other", body=held.post.body.ref),
    "give_up_post": lambda held, by: actions.give_up_post(held.post.ref, by=by, on=TODAY),
    "hold_post": lambda held, by: actions.hold_post(held.post.ref, by=by, on=TODAY, person=held.person.ref),
    "leave_post": lambda held, by: actions.leave_post(held.post.ref, by=by, on=TODAY, person=held.person.ref),
}
OTHERS: dict[str, Deed] = {
    "serve": lambda _, by: actions.serve("westmarch", by=by, on=TODAY),
    "stop_serving": lambda _, by: actions.stop_serving("westmarch", by=by, on=TODAY),
    "succeed": lambda _, by: actions.succeed("westmarch", by=by, on=TODAY, share="The whole"),
}
EVERY = MAKING | CHANGING | OTHERS


@pytest.mark.parametrize("role", [Role.PARTNER, Role.STRATEGIC, Role.CLERK, Role.MEMBER, Role.AUDITOR])
@pytest.mark.parametrize("deed", EVERY)
def test_the_wrong_role_is_refused_and_nothing_is_done(area: Area, deed: str, role: Role) -> None:
    held, somebody = PostHoldingFactory(area=area), a_viewer(area, role, cleared=True)

    with pytest.raises(PermissionDenied, match="Your role here does not allow this"):
        EVERY[deed](held, somebody)

    assert deeds_of(somebody) == []


@pytest.mark.parametrize("deed", CHANGING)
def test_the_stranger_from_the_next_council_reaches_nothing(area: Area, deed: str) -> None:
    held, stranger = PostHoldingFactory(area=area), the_stranger()

    with pytest.raises(ObjectDoesNotExist):
        CHANGING[deed](held, stranger)

    assert deeds_of(stranger) == []


@pytest.mark.parametrize("deed", OTHERS)
def test_the_stranger_cannot_tie_another_area_to_theirs(area: Area, deed: str) -> None:
    held, stranger = PostHoldingFactory(area=area), the_stranger()

    with pytest.raises(Refused):
        OTHERS[deed](held, stranger)

    assert deeds_of(stranger) == []


@pytest.mark.parametrize("deed", MAKING)
def test_what_is_made_is_made_in_ones_own_area(area: Area, deed: str) -> None:
    held, stranger = PostHoldingFactory(area=area), the_stranger()

    made = MAKING[deed](held, stranger)

    assert made.area_id == stranger.area_id
