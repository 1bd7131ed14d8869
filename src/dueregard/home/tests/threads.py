"""An invented thread with everything on it: three sources, one risk, four actions, and what came, or did not come, of each."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import factory
from django.utils import timezone

from dueregard.guidance.tests.factories import ThreatCheckFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import TYPED, AreaFactory, BodyFactory, InArea
from dueregard.partnership.models import Action, Attendance, Decision, DecisionCheck, Meeting, RiskAccepted
from dueregard.partnership.rules.decisions import CheckCovers
from dueregard.partnership.rules.meetings import Presence
from dueregard.partnership.tests.factories import (
    ActionDueFactory,
    ActionFactory,
    ActionOwnerFactory,
    ActionReviewFactory,
    ActionRiskFactory,
    ActionStartFactory,
    ActionStepFactory,
    ActionUpdateFactory,
    AgendaItemFactory,
    DecisionFactory,
    GroupFactory,
    MeetingDateFactory,
    MeetingFactory,
    MeetingStepFactory,
)
from dueregard.plan.rules.evaluations import Changed
from dueregard.plan.tests.factories import (
    EvaluatedActionFactory,
    EvaluationChangeFactory,
    EvaluationFactory,
    PlanFactory,
    PlannedActionFactory,
)
from dueregard.risk.models import Risk
from dueregard.risk.tests.factories import (
    ProfileFactory,
    RiskFactory,
    RiskOwnerFactory,
    RiskReviewFactory,
    RiskSourceFactory,
    RiskWordingFactory,
    SourceFactory,
)


class DecisionCheckFactory(InArea):
    """A Security Threat Check of the decision itself."""

    class Meta:
        model = DecisionCheck

    area = factory.SelfAttribute("decision.area")
    covers = CheckCovers.DECISION
    typed_at: Any = TYPED


class AttendanceFactory(InArea):
    """Somebody of a body was there."""

    class Meta:
        model = Attendance

    area = factory.SelfAttribute("meeting.area")
    presence = Presence.PRESENT
    typed_at: Any = TYPED


class RiskAcceptedFactory(InArea):
    """A group accepted the risk by the decision, on the day of it."""

    class Meta:
        model = RiskAccepted

    area = factory.SelfAttribute("decision.area")
    on = factory.SelfAttribute("decision.on")
    because = "Nothing more can be done in proportion"
    typed_at: Any = TYPED


def ago(days: int) -> date:
    """So many days before the day the pages say it is."""
    return timezone.localdate() - timedelta(days=days)


@dataclass
class Story:
    """The area and what is on the thread, by what it is for."""

    area: Area
    group: Any
    risk: Risk
    actions: dict[str, Action]
    meetings: dict[str, Meeting]
    decision: Decision  # with a check, on a finished action
    unchecked: Decision
    evaluation: Any
    sources: list[Any]

    def at(self, kind: str, ref: str) -> str:
        return f"/{self.area.slug}/thread/{kind}/{ref}/"


def a_meeting(group: Any, days: int, ref: str) -> Any:
    """A meeting held so many days ago, with an item for the plan."""
    meeting = MeetingFactory(group=group, ref=ref)
    MeetingDateFactory(meeting=meeting, day=ago(days), on=ago(days + 42))
    MeetingStepFactory(meeting=meeting, on=ago(days))
    AttendanceFactory(meeting=meeting, body=BodyFactory(area=meeting.area), on=ago(days))
    return AgendaItemFactory(meeting=meeting, on=ago(days + 14), title="The plan", position=4)


def an_action(story_risk: Risk, ref: str, what: str, owner: str, *, due: int, group: Any, done: int | None = None, **more: Any) -> Action:
    """An action that answers the risk, due and perhaps done so many days ago."""
    action = ActionFactory(area=story_risk.area, ref=ref, what=what, on=ago(400), group=group, **more)
    ActionRiskFactory(action=action, risk=story_risk)
    ActionOwnerFactory(action=action, body=BodyFactory(area=story_risk.area, name=owner))
    ActionStartFactory(action=action)
    ActionDueFactory(action=action, due=ago(due))
    if done is not None:
        ActionStepFactory(action=action, on=ago(done))
    return action


def a_risk(area: Area, ref: str = "R4", title: str = "Children reached by extremist content through games and chat", **more: Any) -> Risk:
    """A risk of the area, worded and scored above any tolerance."""
    risk = RiskFactory(area=area, ref=ref, on=ago(500), **more)
    RiskWordingFactory(risk=risk, title=title)
    RiskReviewFactory(risk=risk, high=True, next_due=ago(-60))
    RiskOwnerFactory(risk=risk)
    return risk


def its_sources(risk: Risk) -> list[Any]:
    """What the risk rests on: the local profile, a partner, local data."""
    area = risk.area
    profile = SourceFactory(area=area, ref="S-1", profile=True, title="Gaming and chat platforms", on=ago(310))
    ProfileFactory(source=profile, edition="CTLP 2026")
    college = SourceFactory(
        area=area, ref="S-2", title="College safeguarding log", on=ago(139), body=BodyFactory(area=area, name="College")
    )
    survey = SourceFactory(area=area, ref="S-3", series=True, title="Schools’ online safety survey", on=ago(247))
    for source in (profile, college, survey):
        RiskSourceFactory(risk=risk, source=source, on=source.on)
    return [profile, college, survey]


def a_story(slug: str = "westmarch") -> Story:
    """The thread of the picture everybody agreed on, around today."""
    area = AreaFactory(slug=slug, name="Westmarch")
    group = GroupFactory(area=area, overseeing=True, name="Prevent partnership group")
    risk = a_risk(area)
    june, september = a_meeting(group, 151, "M-1"), a_meeting(group, 67, "M-2")
    actions = {
        "whole": an_action(risk, "A-14", "Brief staff in 22 secondary schools", "Schools’ Partnership", due=140, done=145, group=group),
        "done": an_action(risk, "A-11", "Online safety in college induction", "Westmarch College", due=100, done=101, group=group),
        "open": an_action(risk, "A-19", "Youth workers’ briefings", "County youth service", due=-67, group=group),
        "asked": an_action(risk, "A-23", "Parents’ evenings in two districts", "Ambleford and Eastmere", due=-128, group=group),
    }
    ActionReviewFactory(action=actions["whole"], item=june, on=ago(151), words="On track")
    ActionReviewFactory(action=actions["whole"], item=september, on=ago(67), words="On track, then accepted as done")
    ActionReviewFactory(action=actions["done"], item=september, on=ago(67), words="Accepted as done")
    ActionReviewFactory(action=actions["asked"], item=september, on=ago(67), words="Money sought")
    ActionUpdateFactory(action=actions["asked"], on=ago(20), words="Two halls are booked", rag="amber")
    about = AgendaItemFactory(meeting=september.meeting, on=ago(80), action=actions["whole"], position=5)
    decision = DecisionFactory(group=group, item=about, meeting=september.meeting, on=ago(67), words="Extend to primary schools")
    DecisionCheckFactory(decision=decision, check_made=ThreatCheckFactory(area=area, on=ago(67)), on=ago(67))
    money = AgendaItemFactory(meeting=september.meeting, on=ago(80), action=actions["asked"], position=6)
    unchecked = DecisionFactory(group=group, item=money, meeting=september.meeting, on=ago(67), words="Pay for a parents’ programme")
    evaluation = EvaluationFactory(area=area, ref="EV-1", on=ago(51), words="Staff sure how to refer: 46% before, 71% after")
    EvaluatedActionFactory(evaluation=evaluation, action=actions["whole"])
    EvaluationChangeFactory(evaluation=evaluation, changed=Changed.SCORE, risk=risk, likelihood=3, impact=4)
    added = ActionFactory(area=area, ref="A-27", what="Primary schools, spring term", on=ago(51), group=group)
    EvaluationChangeFactory(evaluation=evaluation, changed=Changed.ACTION, action=added)
    RiskReviewFactory(risk=risk, residual_likelihood=3, residual_impact=4, on=ago(51), next_due=ago(-60))
    plan = PlanFactory(group=group, on=ago(300), covers_from=ago(235), covers_to=ago(-130))
    for action in actions.values():
        PlannedActionFactory(plan=plan, action=action)
    meetings = {"june": june.meeting, "september": september.meeting}
    return Story(area, group, risk, actions, meetings, decision, unchecked, evaluation, its_sources(risk))
