"""Whatever happens after a day, what came of the plan stands as at that day; and what was once followed stays followed."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.plan import actions
from dueregard.plan.queries.evaluations import completed_actions, evaluation_rows
from dueregard.plan.queries.pictures import by_objective, by_partner, plan_timeline
from dueregard.plan.queries.planned import planned_actions
from dueregard.plan.queries.projects import project_rows
from dueregard.plan.rules.evaluations import Answer, Scored, followed
from dueregard.plan.tests.finished import MET, NOTHING, Finished, finished, reviewed

AS_AT = TODAY - timedelta(days=3)
LATER: dict[str, Callable[[Viewer, Finished], Any]] = {
    "evaluate": lambda by, it: actions.evaluate("More", by=by, on=TODAY, actions=[it.twin, it.late], changes=[NOTHING], next_plan="More"),
    "add_change": lambda by, it: actions.add_change(it.evaluation, by=by, on=TODAY, change_made=it.score()),
    "review": lambda by, it: reviewed(it.risk, 2, 3, on=TODAY),
    "start_project": lambda by, it: actions.start_project("Clubs", by=by, on=TODAY, funder="council", provider="A trust"),
    "tie_project": lambda by, it: actions.tie_project(it.project, by=by, on=TODAY, actions=[it.still]),
    "look_into_provider": lambda by, it: actions.look_into_provider(it.project, by=by, on=TODAY, status="passed"),
    "record_amount": lambda by, it: actions.record_amount(it.project, by=by, on=TODAY, kind="spent", pounds=Decimal(9)),
    "record_output": lambda by, it: actions.record_output(it.project, by=by, on=TODAY, words="Sessions"),
    "check_project": lambda by, it: actions.check_project(it.project, by=by, on=TODAY, check=it.check),
    "end_project": lambda by, it: actions.end_project(it.project, by=by, on=TODAY),
    "reopen": lambda by, it: partnership.reopen_action(it.done, by=by, on=TODAY, because="Not so"),
    "finish": lambda by, it: partnership.finish_action(it.still, by=by, on=TODAY),
    "set_milestone": lambda by, it: actions.set_milestone(it.late, by=by, on=TODAY, words="More", due=TODAY),
    "take_out": lambda by, it: actions.take_out_of_plan(it.plan.ref, by=by, on=TODAY, action=it.twin, because="Done elsewhere"),
}


def seen(house: Finished, on: date) -> list[Any]:
    """Everything the pages of evaluations, projects and pictures are made of, as at a day."""
    lead = the_lead_on(house.area)
    with inside(house.area):
        rows = planned_actions(lead, house.plan, as_at=on, known=TODAY)
        line = plan_timeline(lead, house.plan, rows, on=on)
        counted = [by_objective(rows, on=on), by_partner(rows, on=on)]
        return [completed_actions(lead, as_at=on), evaluation_rows(lead, as_at=on), project_rows(lead, as_at=on), line, *counted]


@pytest.mark.django_db
def test_nothing_done_later_changes_what_stood() -> None:
    house = finished()
    lead = the_lead_on(house.area)
    actions.evaluate("Fewer", by=lead, on=MET, actions=[house.done], changes=[house.score()])
    before = seen(house, AS_AT)
    changed = {}

    for name, deed in LATER.items():
        if name in {"set_milestone"}:
            partnership.reopen_action(house.late, by=lead, on=TODAY, because="Not so")
        deed(lead, house)
        changed[name] = seen(house, AS_AT) != before

    assert not any(changed.values()), changed
    assert seen(house, TODAY) != before


days = st.integers(-30, 300).map(lambda number: MET + timedelta(days=number))
reviews = st.lists(st.builds(Scored, on=days, likelihood=st.integers(1, 3), impact=st.integers(1, 3)), max_size=6)


@given(reviews, st.lists(st.builds(Scored, on=days, likelihood=st.integers(1, 3), impact=st.integers(1, 3)), max_size=4))
def test_what_was_followed_stays_followed_whatever_reviews_come_after(then: list[Scored], more: list[Scored]) -> None:
    last = max((review.on for review in then), default=MET)
    later = [review for review in more if review.on > last]

    proposed = Scored(on=MET, likelihood=2, impact=3)
    first, second = followed(proposed, reviews=then), followed(proposed, reviews=[*then, *later])

    if first.answer is Answer.FOLLOWED:
        assert second == first
    if first.answer is Answer.OTHERWISE:
        assert second.answer is not Answer.WAITING
