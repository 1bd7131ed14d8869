"""The facts of sections 2 and 3 as they are gathered: as at, known on, by whom, from which area, in how many reads."""

from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer
from dueregard.assurance import queries
from dueregard.assurance.facts import partnership as partnership_facts
from dueregard.assurance.facts import plan as plan_facts
from dueregard.assurance.facts import risk as risk_facts
from dueregard.assurance.facts.places import others
from dueregard.organisations.actions import serve, stop_serving
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.partnership.models import ActionRiskEnd, RiskAccepted
from dueregard.partnership.tests import factories as partnership
from dueregard.partnership.tests import stories
from dueregard.plan.indicators import PlanFacts
from dueregard.plan.tests import factories as plan
from dueregard.risk.tests import factories as risk

pytestmark = pytest.mark.django_db
DAY = TODAY
LATER, LONG_AFTER = DAY + timedelta(days=1), DAY + timedelta(days=400)
TYPED_LATER = datetime(2026, 11, 20, 12, tzinfo=UTC)
OF_PLANS = {field.name for field in fields(PlanFacts)} - {"risk"}


def gathered(viewer: Viewer, *, on: date = DAY, known: date = LONG_AFTER) -> PlanFacts:
    """The facts of section 3, those of section 2 among them."""
    with scope(viewer):
        places = list(others(viewer, on=on, known=known))
    of_group = partnership_facts.gather(viewer, on=on, known=known, places=places)
    of_risk = risk_facts.gather(viewer, on=on, known=known, places=places, partnership=of_group)
    return plan_facts.gather(viewer, on=on, known=known, places=places, partnership=of_group, risk=of_risk)


def cleared(area: Area) -> Viewer:
    return a_viewer(area, Role.LEAD, cleared=True)


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch")


def all_factories() -> list[Any]:
    made = [*vars(risk).values(), *vars(plan).values()]
    return sorted({each for each in made if isinstance(each, type) and getattr(each, "_meta", None) and each._meta.model}, key=str)


NOT_READ = {
    *("PromptFactory", "ReadingFactory", "ProfileBriefingFactory", "ProfileAnswerFactory", "ParagraphFactory", "AssessmentBriefingFactory"),
    *("ControlFactory", "ControlEndFactory", "MatrixFactory", "PlanGovernanceFactory", "ObjectiveFactory", "ObjectiveEndFactory"),
    *("EqualityAnalysisFactory", "MilestoneFactory", "MilestoneReachedFactory", "MeasureFactory", "MeasureReadingFactory"),
    *("ProviderLookFactory", "AmountFactory", "OutputFactory", "ProjectCheckFactory", "SheetLayoutFactory"),
}


def without(row: Any, viewer: Viewer) -> None:
    with scope(viewer):
        type(row).objects.filter(pk=row.pk).delete()


@pytest.mark.parametrize("factory", all_factories(), ids=lambda factory: factory.__name__)
def test_a_record_counts_from_its_day_and_never_before(area, factory):
    viewer = cleared(area)
    row = factory(area=area, on=LATER)

    with_it, on_its_day = gathered(viewer), gathered(viewer, on=LATER)
    without(row, viewer)

    assert with_it == gathered(viewer)
    assert (on_its_day != gathered(viewer, on=LATER)) is (factory.__name__ not in NOT_READ)


@pytest.mark.parametrize("factory", all_factories(), ids=lambda factory: factory.__name__)
def test_a_record_is_known_from_the_day_it_was_typed(area, factory):
    viewer, before = cleared(area), TYPED_LATER.date() - timedelta(days=1)
    row = factory(area=area, typed_at=TYPED_LATER)

    unknown = gathered(viewer, on=LONG_AFTER, known=before)
    without(row, viewer)

    assert unknown == gathered(viewer, on=LONG_AFTER, known=before)


def a_thread(area: Area, *, sensitive: bool = False) -> dict[str, Any]:
    """A source, a risk that rests on it, an edition with it, a plan with an action that answers it, and its acceptance."""
    marked = {"sensitive": sensitive}
    source = risk.SourceFactory(area=area, ref="SS-77" if sensitive else "S-77", **marked)
    of_risk = risk.RiskFactory(area=area, ref="RS77" if sensitive else "R77", worded=True, high=True, owned=True, **marked)
    edition = risk.AssessmentFactory(area=area, approved=True)
    risk.RiskSourceFactory(risk=of_risk, source=source)
    risk.AssessmentRiskFactory(assessment=edition, risk=of_risk)
    risk.AssessmentSourceFactory(assessment=edition, source=source)
    action = partnership.ActionFactory(area=area, owned=True, timed=True)
    link = partnership.ActionRiskFactory(action=action, risk=of_risk)
    planned = plan.PlannedActionFactory(plan__agreed=True, plan__group__area=area, action=action)
    decision = partnership.DecisionFactory(area=area)
    with scope(cleared(area)):
        RiskAccepted.objects.create(
            area=area, decision=decision, risk=of_risk, because="So small", on=decision.on, typed_at=decision.typed_at
        )
    return {"risk": of_risk, "action": action, "link": link, "plan": planned.plan, "edition": edition, "source": source}


def test_a_thread_is_gathered_whole(area):
    a_thread(area)

    facts = gathered(cleared(area))

    [of_risk], [action], [of_plan] = facts.risk.risks, facts.risk.actions, facts.risk.plans
    assert of_risk.label.startswith("Halls let to a front group")
    assert of_risk.is_above(DAY)
    assert action.answers(DAY) == {"R77"}
    assert facts.risk.in_force(DAY).holds_risks(DAY) == {"R77"}
    assert of_risk.rests_on(DAY) == {"S-77"}
    assert facts.risk.is_accepted(of_risk, DAY)
    assert facts.in_force(DAY) == of_plan
    assert facts.agreement(of_plan, DAY).ref == of_plan.decision
    assert facts.open_actions(of_plan, DAY) == [action]


def test_what_is_official_sensitive_is_not_there_for_whoever_may_not_read_it(area):
    a_thread(area, sensitive=True)
    risk.ContributionFactory(area=area, sensitive=True)
    plan.EvaluationFactory(area=area, sensitive=True)
    plan.ProjectFactory(area=area, sensitive=True)

    facts = gathered(a_viewer(area, Role.LEAD))

    assert (facts.risk.risks, facts.risk.sources, facts.risk.accepted, facts.risk.contributions) == ((), (), (), ())
    assert (facts.evaluations, facts.projects) == ((), ())
    assert "RS77" not in repr(facts)
    assert "SS-77" not in repr(facts)
    assert not facts.risk.tells_all
    assert gathered(cleared(area)).risk.risks


def test_no_finding_or_loose_end_tells_whoever_may_not_read_it_of_a_sensitive_risk(area):
    a_thread(area, sensitive=True)
    viewer = a_viewer(area, Role.LEAD)

    with scope(viewer):
        said = repr(queries.findings(viewer, "toolkit-2024", on=DAY, known=LONG_AFTER)) + repr(
            queries.loose_ends(viewer, on=DAY, known=LONG_AFTER)
        )

    assert "RS77" not in said
    assert "SS-77" not in said
    assert "Only what is marked Official is read here." in said


def test_a_link_to_a_risk_that_ended_no_longer_answers_it(area):
    made = a_thread(area)
    with scope(cleared(area)):
        ActionRiskEnd.objects.create(area=area, link=made["link"], on=DAY - timedelta(days=1), typed_at=made["link"].typed_at)

    assert gathered(cleared(area)).risk.actions[0].answers(DAY) == frozenset()


def test_a_sector_is_briefed_when_the_body_of_its_seat_was(area):
    group = stories.a_group(area)
    trust = BodyFactory(area=area)
    stories.a_seat(group, "health", body=trust.ref)
    edition = risk.AssessmentFactory(area=area, approved=True)
    briefing = risk.AssessmentBriefingFactory(assessment=edition)
    risk.BriefedBodyFactory(briefing=briefing, body=trust)

    facts = gathered(cleared(area)).risk

    health = next(place for place in facts.places(DAY) if place.sector == "health")
    assert health.bodies & facts.briefings[0].bodies


def the_operator(area: Area) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)


def test_a_joint_area_s_plan_and_assessment_count_for_the_area_it_serves_while_it_does(area):
    joint = AreaFactory(slug="joint", kind="joint")
    a_thread(joint)
    serve("westmarch", by=the_operator(joint), on=date(2026, 3, 4))

    facts = gathered(cleared(area))
    stop_serving("westmarch", by=the_operator(joint), on=date(2026, 7, 1))

    assert [row.of for row in (*facts.risk.plans, *facts.risk.editions)] == ["joint", "joint"]
    assert facts.in_force(DAY).ref.startswith("joint/PLAN-")
    assert facts.risk.in_force(DAY).ref.startswith("joint/RA-")
    assert gathered(cleared(area)).risk.plans == ()


def test_what_is_official_sensitive_in_a_joint_area_is_not_read_from_another(area):
    joint = AreaFactory(slug="joint", kind="joint")
    a_thread(joint, sensitive=True)
    serve("westmarch", by=the_operator(joint), on=date(2026, 3, 4))

    facts = gathered(cleared(area))

    assert facts.risk.plans
    assert (facts.risk.risks, facts.risk.sources) == ((), ())


def test_reads_do_not_grow_with_the_records(area):
    other = AreaFactory()
    a_thread(area)
    for _ in range(4):
        of_risk = risk.RiskFactory(area=other, worded=True, high=True, owned=True)
        risk.AssessmentRiskFactory(risk=of_risk, assessment__area=other)
        partnership.ActionRiskFactory(risk=of_risk, action__area=other)
        plan.PlannedActionFactory(area=other)
        plan.EvaluatedActionFactory(area=other)
        plan.ProjectActionFactory(area=other)
        plan.PlanReferenceFactory(area=other)
    plan.PlanReferenceFactory(area=area)

    counts = []
    for one in (area, other):
        with CaptureQueriesContext(connection) as reads:
            gathered(cleared(one))
        counts.append(len(reads))

    assert counts[0] == counts[1]
