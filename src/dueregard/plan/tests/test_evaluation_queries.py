"""Which completed actions wait, what became of proposed scores, what the next plan is told; and nothing of what the viewer may not see."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.basics.refused import Refused
from dueregard.partnership import actions as partnership
from dueregard.partnership import queries
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.plan import actions
from dueregard.plan.queries import due, evaluations, projects
from dueregard.plan.queries.finishing import open_on
from dueregard.plan.rules.evaluations import Answer
from dueregard.plan.tests.factories import MeasureFactory, MeasureReadingFactory, MilestoneFactory, MilestoneReachedFactory, PlanFactory
from dueregard.plan.tests.finished import DONE, MET, NOTHING, RAISED, Finished, an_action, finish, finished, reviewed
from dueregard.risk.tests.factories import MatrixFactory, RiskFactory, RiskReviewFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Finished:
    return finished()


def waiting(house: Finished, *, on: date = TODAY) -> list[str]:
    with inside(house.area):
        return [row.ref for row in evaluations.completed_actions(the_lead_on(house.area, on), as_at=on).waiting]


def test_completed_actions_wait_those_due_first_and_what_is_not_due_is_counted_aloud(house: Finished) -> None:
    with inside(house.area):
        standing = evaluations.completed_actions(the_lead_on(house.area), as_at=TODAY)

    assert [row.ref for row in standing.waiting] == [house.done, house.twin, house.late]
    assert standing.sentence == "Of 4 completed actions, 1 is evaluated, 2 are due for it, and 1 is not due yet."


def test_an_evaluation_is_due_on_the_sixtieth_day_and_not_the_day_before(house: Finished) -> None:
    with inside(house.area):
        [row] = [row for row in evaluations.completed_actions(the_lead_on(house.area), as_at=TODAY).completed if row.ref == house.done]

    assert row.is_due(DONE + timedelta(days=60))
    assert not row.is_due(DONE + timedelta(days=59))


def test_several_are_evaluated_at_once(house: Finished) -> None:
    actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done, house.twin], changes=[NOTHING])

    assert waiting(house) == [house.late]


def test_an_action_done_again_after_it_was_opened_again_waits_again(house: Finished) -> None:
    actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done], changes=[NOTHING])
    partnership.reopen_action(house.done, by=the_lead_on(house.area), on=TODAY - timedelta(days=9), because="Not so")
    assert house.done not in waiting(house)

    finish(house.area, house.done, on=TODAY)

    assert house.done in waiting(house)


def test_an_action_of_no_plan_waits_for_nothing(house: Finished) -> None:
    lead = the_lead_on(house.area, RAISED)
    ref = partnership.raise_action("Ring", by=lead, on=RAISED, body=house.body).ref
    finish(house.area, ref, on=DONE)

    assert ref not in waiting(house)


def proposal(house: Finished, *, on: date = TODAY) -> evaluations.ChangeRow:
    with inside(house.area):
        rows = evaluations.evaluations_of_risk(the_lead_on(house.area, on), (house.risk.ref,), as_at=on)
    [change] = [change for row in rows for change in row.changes]
    return change


def test_a_proposed_score_waits_for_a_person_and_a_review_answers_it(house: Finished) -> None:
    actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done], changes=[house.score(2, 3)])
    assert (proposal(house).was, proposal(house).followed.answer) == ((5, 4), Answer.WAITING)

    reviewed(house.risk, 3, 3, on=MET + timedelta(days=1))
    assert proposal(house).followed.answer is Answer.OTHERWISE

    reviewed(house.risk, 2, 3)
    assert proposal(house).followed.answer is Answer.FOLLOWED
    assert proposal(house, on=TODAY - timedelta(days=1)).followed.answer is Answer.OTHERWISE


def test_a_proposed_score_stands_inside_the_matrix_of_the_day(house: Finished) -> None:
    MatrixFactory(area=house.area, on=MET)  # four by four

    with pytest.raises(Refused, match="from 1 to 4 on the matrix in force"):
        actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done], changes=[house.score(5, 3)])


def test_the_next_plan_is_told_what_evaluations_of_the_one_before_say(house: Finished) -> None:
    after = PlanFactory(group=house.group, covers_from=date(2027, 4, 1), covers_to=date(2028, 3, 31))
    elsewhere = PlanFactory(group__area=house.area, covers_from=date(2027, 4, 1), covers_to=date(2028, 3, 31))
    actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=[house.done], changes=[NOTHING])  # says nothing for it

    with inside(house.area):
        told = {ref: evaluations.evaluations_for_plan(the_lead_on(house.area), ref, as_at=TODAY) for ref in (after.ref, elsewhere.ref)}

    assert [(row.ref, row.next_plan) for row in told[after.ref]] == [(house.evaluation, "Go on with it")]
    assert told[elsewhere.ref] == []


def test_a_meeting_that_took_it_is_shown_on_its_own_day(house: Finished) -> None:
    actions.take_evaluation(house.evaluation, by=the_lead_on(house.area), item=house.item)

    with inside(house.area):
        [row] = evaluations.evaluation_rows(the_lead_on(house.area), as_at=TODAY)

    assert [at.on for at in row.taken] == [MET]


def test_nothing_of_a_sensitive_risk_or_action_is_told_to_whoever_may_not_read_it(house: Finished, settings: object) -> None:
    settings.DISK_ENCRYPTED = True
    lead, uncleared = the_lead_on(house.area), a_viewer(house.area, Role.LEAD)
    hidden = RiskFactory(area=house.area, sensitive=True, worded=True)
    RiskReviewFactory(risk=hidden)
    secret = an_action(house.plan, house.body, "Hush", marking="official-sensitive")
    finish(house.area, secret, on=DONE)
    change = actions.Change(changed="score", risk=hidden.ref, likelihood=1, impact=1, because="Gone")
    with pytest.raises(Refused, match="Official-Sensitive itself"):
        actions.evaluate("Gone", by=lead, on=MET, actions=[house.done], changes=[change])

    made = actions.evaluate("Gone", by=lead, on=MET, actions=[secret], changes=[change], marking="official-sensitive")

    assert made.ref == "EVS-1"
    with inside(house.area):
        assert made.ref not in {row.ref for row in evaluations.evaluation_rows(uncleared, as_at=TODAY)}
        assert secret not in {row.ref for row in evaluations.completed_actions(uncleared, as_at=TODAY).completed}
        assert evaluations.evaluations_of_risk(uncleared, (hidden.ref,), as_at=TODAY) == []
        assert evaluations.evaluations_of_action(uncleared, (secret,), as_at=TODAY) == []
        assert open_on(uncleared, secret, as_at=TODAY) == []
    with pytest.raises(Refused, match=f"There is no risk {hidden.ref}"):
        actions.evaluate("Gone", by=uncleared, on=MET, actions=[house.done], changes=[change])
    with pytest.raises(Refused, match=f"There is no action {secret}"):
        actions.evaluate("Gone", by=uncleared, on=MET, actions=[secret], changes=[NOTHING])


def test_what_is_still_open_on_an_action_is_found(house: Finished) -> None:
    with inside(house.area):
        action = queries.actions(the_lead_on(house.area)).get(ref=house.still)
    MilestoneFactory(action=action, words="Half looked into")
    MilestoneReachedFactory(milestone=MilestoneFactory(action=action, words="Begun"))
    MeasureFactory(action=action, words="Lettings refused")
    MeasureReadingFactory(measure=MeasureFactory(action=action, words="Staff asked"))

    with inside(house.area):
        says = open_on(the_lead_on(house.area), house.still, as_at=TODAY)

    assert len(says) == 3
    assert "Half looked into" in says[0]
    assert "Lettings refused" in says[1]
    assert "No meeting" in says[2]


def test_evaluations_and_project_ends_are_due(house: Finished) -> None:
    lead = the_lead_on(house.area)
    project = actions.start_project("Clubs", by=lead, on=RAISED, until=TODAY, funder="council", provider="A trust")

    with inside(house.area):
        every = [(one.on, one.page, one.ref) for one in due.due(lead, until=TODAY)]

    evaluate = (DONE + timedelta(days=60), "plan:evaluation-list", None)
    assert [one for one in every if one[1] != "plan:plan-agree"] == [evaluate, evaluate, (TODAY, "plan:project", project.ref)]


def test_no_list_takes_more_queries_for_more_rows(house: Finished) -> None:
    few = counted(house)
    for _ in range(3):
        more = [an_action(house.plan, house.body, on=RAISED) for _ in range(3)]
        for ref in more:
            finish(house.area, ref, on=DONE)
        actions.evaluate("Fewer", by=the_lead_on(house.area), on=MET, actions=more, changes=[house.score(), NOTHING])
        actions.start_project("Clubs", by=the_lead_on(house.area), on=RAISED, funder="council", provider="A trust", actions=more)

    assert counted(house) == few
    assert max(few.values()) <= 12


def counted(house: Finished) -> dict[str, int]:
    lead = the_lead_on(house.area)
    actions.evaluate("Fewer", by=lead, on=MET, actions=[house.done], changes=[house.score()])
    reads = {
        "evaluations": lambda: evaluations.evaluation_rows(lead, as_at=TODAY),
        "completed": lambda: evaluations.completed_actions(lead, as_at=TODAY),
        "projects": lambda: projects.project_rows(lead, as_at=TODAY),
        "due": lambda: due.due(lead, until=TODAY),
    }
    found = {}
    for name, read in reads.items():
        with inside(house.area), CaptureQueriesContext(connection) as caught:
            read()
        found[name] = len(caught)
    return found
