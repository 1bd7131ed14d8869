"""A plan with one of everything, so that every deed on it has something to be done to; made through the deeds of the sections."""

from dataclasses import dataclass
from datetime import date, timedelta

from dueregard.accounts.tests.people import TODAY
from dueregard.documents.tests.factories import VersionFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import Group
from dueregard.partnership.tests import stories
from dueregard.plan import actions
from dueregard.risk.tests.factories import AssessmentFactory, RiskFactory

BEGUN, FROM, TO = date(2026, 2, 2), date(2026, 4, 1), date(2027, 3, 31)
BEFORE = (date(2025, 4, 1), date(2026, 3, 31))
RAISED, MET, AHEAD = date(2026, 4, 8), date(2026, 10, 7), TODAY + timedelta(days=21)


@dataclass(frozen=True)
class Written:
    """The refs of what is there."""

    area: Area
    group: Group
    body: str
    district: str
    person: str
    before: str  # the plan of the year before
    plan: str
    next: str  # begun today, for the year after; it follows the plan
    objective: str
    twin: str  # another objective of the plan
    action: str  # in the plan, under the objective
    loose: str  # open, in no plan
    old: str  # open, in the plan of the year before alone
    milestone: str
    measure: str
    decision: str  # of the group, in October, with a check
    unchecked: str  # likewise, without one
    check: str
    edition: str
    risk: str
    version: str
    coming: str  # a meeting in three weeks


def written(area: Area | None = None) -> Written:
    """Three plans of a group, actions in them, a meeting behind and one ahead."""
    area = area or AreaFactory()
    group, body, lead = stories.a_group(area), stories.a_body(area), stories.the_lead_on(area)
    plans = _plans(area, group)
    found = {name: _objective(plans["plan"], area, title) for name, title in (("objective", "Fewer lettings"), ("twin", "More training"))}
    raised = {name: _raised(area, group, body, name) for name in ("action", "loose", "old")}
    early = stories.the_lead_on(area, RAISED)
    actions.put_in_plan(plans["plan"], by=early, on=RAISED, action=raised["action"], objective=found["objective"])
    actions.put_in_plan(plans["before"], by=stories.the_lead_on(area), on=RAISED, action=raised["old"])
    _, item = stories.a_held_meeting(group, MET, came=[stories.a_seat(group)])
    version = VersionFactory(document__area=area)
    decisions = {
        "decision": stories.a_decision(item, on=MET, answers=stories.YES).ref,
        "unchecked": stories.a_decision(item, on=MET).ref,
    }
    return Written(
        area=area,
        group=group,
        body=body,
        district=BodyFactory(area=area, kind="district-council", name="Tarn").ref,
        person=stories.a_person(area),
        milestone=str(actions.set_milestone(raised["action"], by=early, on=RAISED, words="Draft", due=MET).pk),
        measure=str(actions.set_measure(raised["action"], by=early, on=RAISED, words="Schools", baseline=0, target=10).pk),
        check=_check(area),
        edition=AssessmentFactory(area=area, on=BEGUN).ref,
        risk=RiskFactory(area=area, worded=True).ref,
        version=f"{version.document.ref}/{version.number}",
        coming=partnership.plan_meeting(group.ref, by=lead, on=TODAY, day=AHEAD).ref,
        **plans,
        **found,
        **raised,
        **decisions,
    )


def _plans(area: Area, group: Group) -> dict[str, str]:
    early, lead = stories.the_lead_on(area, BEGUN), stories.the_lead_on(area)
    given = {"group": group.ref}
    before = actions.begin_plan("Plan of last year", by=early, on=BEGUN, covers_from=BEFORE[0], covers_to=BEFORE[1], **given).ref
    plan = actions.begin_plan("Plan of this year", by=early, on=BEGUN, covers_from=FROM, covers_to=TO, follows=before, **given).ref
    until = {"covers_from": TO + timedelta(days=1), "covers_to": date(2028, 3, 31)}
    return {"before": before, "plan": plan, "next": actions.begin_plan("Next", by=lead, on=TODAY, follows=plan, **until, **given).ref}


def _objective(plan: str, area: Area, title: str) -> str:
    return actions.add_objective(plan, by=stories.the_lead_on(area, BEGUN), on=BEGUN, title=title).ref


def _raised(area: Area, group: Group, body: str, what: str) -> str:
    lead = stories.the_lead_on(area, RAISED)
    return partnership.raise_action(what, by=lead, on=RAISED, body=body, due=MET, group=group.ref).ref


def _check(area: Area, on: date = MET) -> str:
    from_group = stories.a_group(area, name="Board")
    lead = stories.the_lead_on(area, on)
    made = partnership.decide_between_meetings(from_group.ref, by=lead, on=on, words="Go", kind="delivery", answers=stories.YES)
    with stories.inside(area):
        return str(made.checks.get().check_made.ref)
