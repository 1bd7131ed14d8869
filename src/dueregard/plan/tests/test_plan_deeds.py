"""Every deed on plans and their actions: it works and leaves a trail, the wrong role is refused, another council reaches none of it."""

import inspect
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer, the_partner, the_stranger
from dueregard.basics.refused import Refused
from dueregard.partnership.tests.stories import YES, the_lead_on, trail
from dueregard.plan import actions
from dueregard.plan.rules.sheets.plan_beside import PlannedSaid
from dueregard.plan.tests.test_evaluation_and_project_deeds import DEEDS as OTHERS
from dueregard.plan.tests.written import Written, written
from dueregard.risk.rules.said import RiskSaid

pytestmark = pytest.mark.django_db
Deed = Callable[[Viewer, Written], Any]
YEARS = {"covers_from": date(2030, 4, 1), "covers_to": date(2031, 3, 31)}

DEEDS: dict[str, tuple[Deed, str]] = {
    "begin_plan": (lambda by, it: actions.begin_plan("Later", by=by, on=TODAY, group=it.group.ref, **YEARS), "plan.begun"),
    "draft_from": (lambda by, it: actions.draft_from(it.next, by=by, on=TODAY), "plan.drafted"),
    "say_governance": (lambda by, it: actions.say_governance(it.plan, by=by, on=TODAY, words="The group"), "plan.governed"),
    "rest_on": (lambda by, it: actions.rest_on(it.plan, by=by, on=TODAY, assessment=it.edition), "plan.rested"),
    "add_objective": (lambda by, it: actions.add_objective(it.plan, by=by, on=TODAY, national="causes"), "objective.added"),
    "drop_objective": (lambda by, it: actions.drop_objective(it.objective, by=by, on=TODAY, because="Done"), "objective.dropped"),
    "give_role": (lambda by, it: actions.give_role(it.plan, by=by, on=TODAY, body=it.body, words="Trains"), "role.given"),
    "note_contribution": (
        lambda by, it: actions.note_contribution(it.plan, by=by, on=TODAY, body=it.body, how="workshop", person=it.person),
        "contribution.noted",
    ),
    "agree_plan": (lambda by, it: actions.agree_plan(it.plan, by=by, decision=it.decision), "plan.agreed"),
    "check_plan": (lambda by, it: actions.check_plan(it.plan, by=by, on=TODAY, answers=YES), "plan.checked"),
    "ratify": (
        lambda by, it: actions.ratify(it.plan, by=by, on=TODAY, members="cabinet", named="Cabinet", minute="14/26"),
        "plan.ratified",
    ),
    "note_reference": (
        lambda by, it: actions.note_reference(it.plan, by=by, on=TODAY, version=it.version, kind="corporate", place="Page 4"),
        "plan.referenced",
    ),
    "attach_equality_analysis": (
        lambda by, it: actions.attach_equality_analysis(it.plan, by=by, on=TODAY, version=it.version),
        "plan.equality-analysed",
    ),
    "close_plan": (lambda by, it: actions.close_plan(it.plan, by=by, on=TODAY, because="Merged"), "plan.closed"),
    "put_in_plan": (
        lambda by, it: actions.put_in_plan(it.plan, by=by, on=TODAY, action=it.loose, objective=it.objective, district=it.district),
        "action.put-in",
    ),
    "move_planned": (
        lambda by, it: actions.move_planned(it.plan, by=by, on=TODAY, action=it.action, objective=it.twin),
        "action.moved",
    ),
    "take_out_of_plan": (
        lambda by, it: actions.take_out_of_plan(it.plan, by=by, on=TODAY, action=it.action, because="Not ours"),
        "action.taken-out",
    ),
    "carry_forward": (
        lambda by, it: actions.carry_forward(it.plan, by=by, on=TODAY, action=it.old, carried_from=it.before, because="Not done"),
        "action.carried-forward",
    ),
    "carry_several": (
        lambda by, it: actions.carry_several(it.plan, by=by, on=TODAY, actions=[it.old], carried_from=it.before, because="Not done"),
        "action.carried-forward",
    ),
    "write_action": (
        lambda by, it: actions.write_action(
            it.plan, by=by, on=TODAY, what="Train", body=it.body, start=TODAY, due=TODAY, risks=[it.risk], objective=it.objective
        ),
        "action.put-in",
    ),
    "bring_in_plan": (
        lambda by, it: actions.bring_in_plan(
            it.plan, by=by, said=[PlannedSaid(number=2, ref=it.action, on=TODAY, day=TODAY, words="Half way")], digest="d"
        ),
        "actions.brought-in",
    ),
    "bring_in_register": (
        lambda by, it: actions.bring_in_register(
            [RiskSaid(number=2, ref=it.risk, controls=("A booking list",))], by=by, on=TODAY, concerns="both", digest="d"
        ),
        "register.brought-in",
    ),
    "put_on_agenda": (
        lambda by, it: actions.put_on_agenda(it.plan, by=by, on=TODAY, meeting=it.coming, actions=[it.action]),
        "actions.put-on-agenda",
    ),
    "set_milestone": (
        lambda by, it: actions.set_milestone(it.action, by=by, on=TODAY, words="Print", due=TODAY),
        "milestone.set",
    ),
    "reach_milestone": (lambda by, it: actions.reach_milestone(it.milestone, by=by, on=TODAY), "milestone.reached"),
    "set_measure": (lambda by, it: actions.set_measure(it.action, by=by, on=TODAY, words="Pupils", unit="pupils"), "measure.set"),
    "read_measure": (lambda by, it: actions.read_measure(it.measure, by=by, on=TODAY, value=Decimal(4)), "measure.read"),
}


def test_no_deed_is_left_out() -> None:
    deeds = {name for name, one in inspect.getmembers(actions, inspect.isfunction) if hasattr(one, "is_deed")}

    assert set(DEEDS) <= deeds
    assert deeds == set(DEEDS) | set(OTHERS)


@pytest.mark.parametrize("name", DEEDS)
def test_it_works_and_leaves_a_trail(name: str) -> None:
    house = written()
    deed, verb = DEEDS[name]

    deed(the_lead_on(house.area), house)

    assert trail(house.area)[-1] == f"plan.{verb}"


def test_another_council_can_reach_none_of_it() -> None:
    house, stranger = written(), the_stranger()
    before = trail(house.area)

    for deed, _ in DEEDS.values():
        with pytest.raises((ObjectDoesNotExist, Refused), match=r"There is no|does not exist"):
            deed(stranger, house)

    assert trail(house.area) == before


def test_the_wrong_role_is_refused() -> None:
    house = written()
    partner, member = the_partner(house.area), a_viewer(house.area, Role.MEMBER)

    for name, (deed, _) in DEEDS.items():
        with pytest.raises(PermissionDenied, match="does not allow"):
            deed(member if name in {"reach_milestone", "read_measure"} else partner, house)


def test_a_partner_speaks_for_its_own_bodys_milestones_only() -> None:
    house = written()

    with pytest.raises(Refused, match="no action here is yours to speak for"):
        actions.reach_milestone(house.milestone, by=the_partner(house.area), on=TODAY)


def test_what_is_dated_before_the_plan_is_refused() -> None:
    house = written()

    with pytest.raises(Refused, match="The plan was begun on 2 February 2026"):
        actions.give_role(house.plan, by=the_lead_on(house.area), on=date(2026, 1, 5), body=house.body, words="Trains")
