"""Plans as they stood on a day: which is in force, what was in it, what is due; and as many queries for many actions as for few."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.dates import months_after
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.plan import actions, queries
from dueregard.plan.queries.due import due
from dueregard.plan.queries.links import linked
from dueregard.plan.queries.making import sides_of
from dueregard.plan.queries.measures import measure_rows, milestone_rows
from dueregard.plan.tests.written import FROM, MET, RAISED, TO, Written, written

pytestmark = pytest.mark.django_db


def test_the_plan_in_force_is_the_one_whose_period_holds_the_day() -> None:
    it = written()
    lead = the_lead_on(it.area)

    with inside(it.area):
        found = {day: queries.plan_in_force(lead, as_at=day, known=TODAY) for day in (FROM, TO, TO + timedelta(days=1), date(2031, 1, 1))}

    assert [plan.ref if plan else None for plan in found.values()] == [it.plan, it.plan, it.next, None]


def test_a_plan_typed_later_or_closed_before_is_not_in_force() -> None:
    it = written()
    lead = the_lead_on(it.area)
    actions.close_plan(it.plan, by=lead, on=TODAY, because="Merged")

    with inside(it.area):
        unknown = queries.plan_in_force(lead, as_at=TODAY, known=date(2026, 1, 1))
        on_its_last_day = queries.plan_in_force(lead, as_at=TODAY, known=TODAY)
        after = queries.plan_in_force(lead, as_at=TODAY + timedelta(days=1), known=TODAY)

    assert unknown is None
    assert on_its_last_day is not None
    assert after is None


def test_an_action_is_in_the_plan_from_its_day_to_its_last() -> None:
    it = written()
    lead = the_lead_on(it.area)
    actions.take_out_of_plan(it.plan, by=the_lead_on(it.area, MET), on=MET, action=it.action, because="Not ours")

    with inside(it.area):
        plan = queries.plans(lead).get(ref=it.plan)
        days = (RAISED - timedelta(days=1), RAISED, MET, MET + timedelta(days=1))
        found = [[row.ref for row in queries.planned_actions(lead, plan, as_at=day, known=TODAY)] for day in days]

    assert found == [[], [it.action], [it.action], []]


def test_an_action_moved_stands_once_under_its_new_objective_and_before_under_the_old() -> None:
    it = written()
    lead = the_lead_on(it.area)
    actions.move_planned(it.plan, by=lead, on=TODAY, action=it.action, objective=it.twin, district=it.district)
    actions.move_planned(it.plan, by=lead, on=TODAY, action=it.action, objective=it.objective, district=it.district)

    with inside(it.area):
        plan = queries.plans(lead).get(ref=it.plan)
        now, before = (queries.planned_actions(lead, plan, as_at=day, known=TODAY) for day in (TODAY, MET))

    assert [(row.objective, row.district) for row in now] == [(it.objective, "Tarn")]
    assert [(row.objective, row.district) for row in before] == [(it.objective, "")]


def test_what_is_due_of_a_plan_is_its_milestones_its_agreement_its_end_and_its_evaluations() -> None:
    it = written()
    lead = the_lead_on(it.area)
    partnership.finish_action(it.old, by=the_lead_on(it.area, MET), on=MET)

    with inside(it.area):
        found = [(one.says, one.ref) for one in due(lead, until=date(2028, 1, 1))]

    assert ("Reach the milestone: Draft", it.action) in found
    assert (f"Have the group agree Plan of this year ({it.plan})", it.plan) in found
    assert (f"Follow up and close Plan of last year ({it.before})", it.before) in found
    assert f"Evaluate what came of old ({it.old})" in dict(found)


def test_an_action_completed_before_the_window_of_its_line_is_no_longer_due_for_evaluation() -> None:
    it = written()
    partnership.finish_action(it.old, by=the_lead_on(it.area, MET), on=MET)

    with inside(it.area):
        found = [one.says for one in due(the_lead_on(it.area, months_after(MET, 12)), until=date(2028, 1, 1))]

    assert not [says for says in found if says.startswith("Evaluate")]


def test_no_list_takes_more_queries_for_more_actions() -> None:
    it = written()
    by = the_lead_on(it.area)
    partnership.answer_risk(it.action, by=by, on=TODAY, risk=it.risk)
    few = counted(it)
    for number in range(4):
        ref = actions.write_action(it.plan, by=by, on=TODAY, what=f"Act {number}", body=it.body, risks=[it.risk], start=TODAY, due=TODAY)
        actions.set_milestone(ref, by=by, on=TODAY, words="Half", due=TODAY)
        actions.set_measure(ref, by=by, on=TODAY, words="Schools")
        actions.give_role(it.plan, by=by, on=TODAY, body=it.body, words=f"Role {number}")

    assert counted(it) == few


def counted(it: Written) -> int:
    lead = the_lead_on(it.area)
    with inside(it.area), CaptureQueriesContext(connection) as caught:
        plan = queries.plan_in_force(lead, as_at=TODAY, known=TODAY)
        assert plan is not None
        refs = [row.ref for row in queries.planned_actions(lead, plan, as_at=TODAY, known=TODAY)]
        linked(lead, [it.action, *refs], on=TODAY)
        milestone_rows(lead, as_at=TODAY, known=TODAY, among=refs)
        measure_rows(lead, as_at=TODAY, known=TODAY, among=refs)
        sides_of(lead, plan, as_at=TODAY, known=TODAY)
        due(lead, until=TODAY)
    return len(caught)
