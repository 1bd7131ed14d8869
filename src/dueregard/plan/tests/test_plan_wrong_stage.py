"""Deeds on a plan at the wrong moment, or with something impossible: refused in words, with nothing half-written."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import Action
from dueregard.partnership.tests.stories import YES, a_group, rows, the_lead_on, trail
from dueregard.plan import actions
from dueregard.plan.models import Objective, Plan, PlanContribution, PlannedAction, Ratification
from dueregard.plan.tests.written import FROM, MET, TO, Written, written

pytestmark = pytest.mark.django_db
Deed = Callable[[Viewer, Written], Any]
TOMORROW, LONG_AGO = TODAY + timedelta(days=1), date(2020, 5, 5)

REFUSED: dict[str, tuple[Deed, str]] = {
    "overlap": (
        lambda by, it: actions.begin_plan("Twin", by=by, on=TODAY, group=it.group.ref, covers_from=FROM, covers_to=TO),
        "overlaps PLAN-",
    ),
    "backwards": (
        lambda by, it: actions.begin_plan("Twin", by=by, on=TODAY, group=it.group.ref, covers_from=TO, covers_to=FROM),
        "The period cannot end on 1 April 2026",
    ),
    "begun tomorrow": (
        lambda by, it: actions.begin_plan(
            "Later", by=by, on=TOMORROW, group=it.group.ref, covers_from=date(2030, 1, 1), covers_to=date(2030, 5, 5)
        ),
        "has not come yet",
    ),
    "no such group": (
        lambda by, it: actions.begin_plan("Later", by=by, on=TODAY, group="G-77", covers_from=FROM, covers_to=TO),
        "There is no group",
    ),
    "draft from nothing": (lambda by, it: actions.draft_from(it.before, by=by, on=TODAY), "The plan follows none"),
    "draft twice": (lambda by, it: actions.draft_from(it.plan, by=by, on=TODAY), "Something is written in the plan already"),
    "an unknown national objective": (
        lambda by, it: actions.add_objective(it.plan, by=by, on=TODAY, national="made-up"),
        "There is no national objective made-up; there are causes, disengage and early-help",
    ),
    "an objective of nothing": (lambda by, it: actions.add_objective(it.plan, by=by, on=TODAY), "Say what the objective is"),
    "no role": (lambda by, it: actions.give_role(it.plan, by=by, on=TODAY, body=it.body, words=" "), "Say what the partner does"),
    "a strange body": (lambda by, it: actions.give_role(it.plan, by=by, on=TODAY, body="B-77", words="So"), "There is no body B-77"),
    "part in an unknown way": (
        lambda by, it: actions.note_contribution(it.plan, by=by, on=TODAY, body=it.body, how="waved"),
        "one of: contribution, workshop",
    ),
    "agreed unchecked": (lambda by, it: actions.agree_plan(it.plan, by=by, decision=it.unchecked), "No Security Threat Check covers"),
    "agreed too early": (lambda by, it: actions.agree_plan(it.next, by=by, decision=it.decision), "before the plan was begun"),
    "ratified without a minute": (
        lambda by, it: actions.ratify(it.plan, by=by, on=TODAY, members="cabinet", named="Cabinet", minute=""),
        "minute’s reference",
    ),
    "ratified by nobody known": (
        lambda by, it: actions.ratify(it.plan, by=by, on=TODAY, members="crowd", named="Cabinet", minute="1"),
        "one of: cabinet",
    ),
    "a reference to no document": (
        lambda by, it: actions.note_reference(it.plan, by=by, on=TODAY, version="DOC-77", kind="service", place="Page 4"),
        "There is no document",
    ),
    "closed with something open": (lambda by, it: actions.close_plan(it.plan, by=by, on=TODAY), "Still open: 1 action (A-1)"),
    "put in twice": (lambda by, it: actions.put_in_plan(it.plan, by=by, on=TODAY, action=it.action), "in this plan already"),
    "put in before it was": (
        lambda by, it: actions.put_in_plan(it.plan, by=by, on=date(2026, 3, 1), action=it.loose),
        "The action was raised on 8 April 2026",
    ),
    "under another plan's objective": (
        lambda by, it: actions.put_in_plan(it.next, by=by, on=TODAY, action=it.loose, objective=it.objective),
        "There is no objective of this plan",
    ),
    "for no district": (
        lambda by, it: actions.put_in_plan(it.plan, by=by, on=TODAY, action=it.loose, district=it.body),
        "There is no district",
    ),
    "moved nowhere": (
        lambda by, it: actions.move_planned(it.plan, by=by, on=TODAY, action=it.action, objective=it.objective),
        "stands there already",
    ),
    "taken out silently": (lambda by, it: actions.take_out_of_plan(it.plan, by=by, on=TODAY, action=it.action, because=""), "Say why"),
    "taken out of where it is not": (
        lambda by, it: actions.take_out_of_plan(it.plan, by=by, on=TODAY, action=it.loose, because="So"),
        "There is no action",
    ),
    "carried silently": (
        lambda by, it: actions.carry_forward(it.next, by=by, on=TODAY, action=it.action, carried_from=it.plan, because=" "),
        "Say why it is carried forward",
    ),
    "carried from where it is not": (
        lambda by, it: actions.carry_forward(it.next, by=by, on=TODAY, action=it.loose, carried_from=it.plan, because="So"),
        "not in the plan it would be carried from",
    ),
    "due before it starts": (
        lambda by, it: actions.write_action(it.plan, by=by, on=TODAY, what="Ring", body=it.body, start=TOMORROW, due=TODAY),
        "cannot be due before it starts",
    ),
    "another's action on the agenda": (
        lambda by, it: actions.put_on_agenda(it.plan, by=by, on=TODAY, meeting=it.coming, actions=[it.loose]),
        "There is no action",
    ),
    "a milestone of nothing": (lambda by, it: actions.set_milestone(it.action, by=by, on=TODAY, words="", due=TODAY), "Say what the"),
    "no such milestone": (lambda by, it: actions.reach_milestone("nothing", by=by, on=TODAY), "There is no such milestone"),
    "given up silently": (lambda by, it: actions.reach_milestone(it.milestone, by=by, on=TODAY, is_given_up=True), "Say why"),
    "reached before": (lambda by, it: actions.reach_milestone(it.milestone, by=by, on=LONG_AGO), "The milestone was set on"),
    "read before": (lambda by, it: actions.read_measure(it.measure, by=by, on=LONG_AGO, value=Decimal(1)), "The measure was set on"),
}


def test_a_deed_at_the_wrong_moment_is_refused_in_words() -> None:
    house = written()
    lead, before = the_lead_on(house.area), trail(house.area)

    said = {name: what_it_said(deed, lead, house) for name, (deed, _) in REFUSED.items()}

    assert {name: said[name] for name, (_, words) in REFUSED.items() if words not in said[name]} == {}
    assert trail(house.area) == before


def what_it_said(deed: Deed, by: Viewer, house: Written) -> str:
    try:
        deed(by, house)
    except Refused as refusal:
        return str(refusal)
    return "it was done"


def test_nothing_is_written_into_a_closed_plan_but_what_others_said_of_it() -> None:
    house = written()
    lead = the_lead_on(house.area)
    actions.close_plan(house.plan, by=lead, on=TODAY, because="Merged with the county’s")

    with pytest.raises(Refused, match="The plan was closed on 18 November 2026"):
        actions.put_in_plan(house.plan, by=lead, on=TODAY, action=house.loose)
    actions.ratify(house.plan, by=lead, on=TODAY, members="council", named="Full council", minute="9")

    assert len(rows(Ratification, house.area)) == 1


def test_a_plan_closed_early_makes_room_for_the_next() -> None:
    house = written()
    lead = the_lead_on(house.area)
    actions.close_plan(house.plan, by=lead, on=TODAY, because="Merged")

    began = actions.begin_plan("New", by=lead, on=TODAY, group=house.group.ref, covers_from=TOMORROW, covers_to=TO)

    assert began.covers_from == TOMORROW


def test_a_decision_of_another_group_does_not_agree_the_plan() -> None:
    house = written()
    lead = the_lead_on(house.area)
    other = a_group(house.area, name="Channel")
    theirs = partnership.decide_between_meetings(other.ref, by=lead, on=TODAY, words="Yes", kind="delivery", answers=YES)

    with pytest.raises(Refused, match="The decision is another group’s"):
        actions.agree_plan(house.plan, by=lead, decision=theirs.ref)


def test_another_areas_group_owns_no_plan_here() -> None:
    house, theirs = written(), a_group(AreaFactory())

    with pytest.raises(Refused, match="There is no group"):
        actions.begin_plan("X", by=the_lead_on(house.area), on=TODAY, group=f"{theirs.ref}7", covers_from=FROM, covers_to=TO)


def test_the_second_to_save_is_told_that_it_changed() -> None:
    house = written()
    lead = the_lead_on(house.area)
    seen = rows(Plan, house.area, ref=house.plan)[0].version
    actions.say_governance(house.plan, by=lead, on=TODAY, words="First", seen=seen)

    with pytest.raises(Changed, match="This was changed"):
        actions.say_governance(house.plan, by=lead, on=TODAY, words="Second", seen=seen)


def test_a_form_sent_twice_shows_what_the_first_made() -> None:
    house = written()
    lead, key = the_lead_on(house.area), uuid4()
    years = {"covers_from": date(2030, 4, 1), "covers_to": date(2031, 3, 31)}

    plans = [actions.begin_plan("Later", by=lead, on=TODAY, group=house.group.ref, once=key, **years).ref for _ in range(2)]
    objectives = [actions.add_objective(house.plan, by=lead, on=TODAY, title="More", once=key).ref for _ in range(2)]
    raised = [actions.write_action(house.plan, by=lead, on=TODAY, what="Ring", body=house.body, once=key) for _ in range(2)]

    assert len(set(plans)) == len(set(objectives)) == len(set(raised)) == 1
    assert (
        len(rows(Plan, house.area, once=key)) == len(rows(Objective, house.area, once=key)) == len(rows(Action, house.area, once=key)) == 1
    )
    assert len(rows(PlannedAction, house.area, action__ref=raised[0])) == 1


def test_what_has_no_key_is_not_written_twice_either() -> None:
    house = written()
    lead = the_lead_on(house.area)
    given = {"by": lead, "on": MET, "body": house.body, "how": "workshop"}
    actions.note_contribution(house.plan, **given)

    with pytest.raises(Refused, match="This is noted already"):
        actions.note_contribution(house.plan, **given)

    assert len(rows(PlanContribution, house.area)) == 1
