"""A plan with completed actions, a risk they answer and meetings at which they can be evaluated, for tests of what came of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from dueregard.accounts.tests.people import TODAY
from dueregard.guidance.actions import make_check
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import Group
from dueregard.partnership.tests import stories
from dueregard.plan import actions
from dueregard.plan.models import Plan
from dueregard.plan.tests.factories import ObjectiveFactory, PlanFactory
from dueregard.risk.models import Risk
from dueregard.risk.tests.factories import RiskFactory, RiskReviewFactory

RAISED, DONE, MET = date(2026, 4, 8), date(2026, 8, 12), date(2026, 10, 7)
NOTHING = actions.Change(changed="nothing", because="It is too early to say")


@dataclass(frozen=True)
class Finished:
    """The refs of what is there."""

    area: Area
    group: Group
    plan: Plan
    objective: str
    body: str
    done: str  # completed in August
    twin: str  # likewise
    late: str  # completed last week: not due to be evaluated yet
    still: str  # open
    risk: Risk  # stands at five times four
    item: str  # of the meeting of October, not cleared
    cleared: str  # an item of a meeting whose minutes are cleared
    evaluation: str
    project: str
    check: str

    def score(self, likelihood: int = 2, impact: int = 3) -> actions.Change:
        """A score proposed for the risk."""
        return actions.Change(changed="score", risk=self.risk.ref, likelihood=likelihood, impact=impact, because="Lettings fell")


def finished(area: Area | None = None, *, on: date = TODAY) -> Finished:
    """A plan of this year with four actions, three of them completed; one evaluated, one project."""
    area = area or AreaFactory()
    group, body = stories.a_group(area), stories.a_body(area)
    plan = PlanFactory(group=group)
    objective = ObjectiveFactory(plan=plan)
    raised = {name: an_action(plan, body, name, objective=objective.ref) for name in ("done", "twin", "late", "still", "older")}
    for name, day in {"done": DONE, "twin": DONE, "late": on - timedelta(days=7), "older": DONE}.items():
        finish(area, raised[name], on=day)
    seat = stories.a_seat(group)
    _, item = stories.a_held_meeting(group, MET, came=[seat])
    _, shut = stories.a_cleared_meeting(group, date(2026, 9, 2), came=[seat])
    risk = RiskFactory(area=area, worded=True, high=True)
    lead = stories.the_lead_on(area, on)
    made = actions.evaluate("Fewer lettings", by=lead, on=MET, actions=[raised.pop("older")], changes=[NOTHING], next_plan="Go on with it")
    project = actions.start_project(
        "Forum", by=lead, on=RAISED, funder="home-office", provider="Tarn Youth Trust", objectives=[objective.ref]
    )
    return Finished(
        area=area,
        group=group,
        plan=plan,
        objective=objective.ref,
        body=body,
        risk=risk,
        item=item.ref,
        cleared=shut.ref,
        evaluation=made.ref,
        project=project.ref,
        check=a_check(area, on=on),
        **raised,
    )


def an_action(
    plan: Plan, body: str, what: str = "Look into lettings", *, objective: str | None = None, on: date = RAISED, **more: object
) -> str:
    """An action in a plan, owned by a body: its ref."""
    lead = stories.the_lead_on(plan.area, on)
    action = partnership.raise_action(what, by=lead, on=on, body=body, due=on + timedelta(days=120), **more)
    actions.put_in_plan(plan.ref, by=lead, on=on, action=action.ref, objective=objective)
    return action.ref


def finish(area: Area, ref: str, *, on: date) -> None:
    """An action is done."""
    partnership.finish_action(ref, by=stories.the_lead_on(area, on), on=on)


def a_check(area: Area, *, on: date = TODAY) -> str:
    """A Security Threat Check made on a day: its ref."""
    answers = {"mindful": True, "proportionate": True, "reduces": True}
    reasons = {f"{name}_because": "It does" for name in answers}
    return make_check(by=stories.the_lead_on(area, on), on=on, **answers, **reasons).ref


def reviewed(risk: Risk, likelihood: int, impact: int, *, on: date = TODAY) -> None:
    """The risk was reviewed at a residual score."""
    RiskReviewFactory(risk=risk, on=on, residual_likelihood=likelihood, residual_impact=impact)


__all__ = ["DONE", "MET", "NOTHING", "RAISED", "Finished", "a_check", "an_action", "finish", "finished", "reviewed"]
