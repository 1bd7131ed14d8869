"""What fills the facts of section 6: counts, posts, services, the programme's dated rows; as at a date and known on a date."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.assurance.facts import partnership, training
from dueregard.organisations.rules import BodyKind
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory, PostHoldingFactory, TeamFactory
from dueregard.training import models
from dueregard.training.indicators import TrainingFacts
from dueregard.training.rules.programme import Audience, ProgrammeKind, Told
from dueregard.training.rules.workforce import Service
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory

pytestmark = pytest.mark.django_db


def gather(area: Any, *, on: date = TODAY, known: date = TODAY) -> TrainingFacts:
    viewer = a_viewer(area, Role.TRAINING)
    return training.gather(viewer, on=on, known=known, places=(), partnership=partnership.gather(viewer, on=on, known=known, places=()))


@pytest.fixture
def area() -> Any:
    area = AreaFactory()
    body = BodyFactory(area=area)
    team, venues = TeamFactory(body=body), TeamFactory(body=body)
    made.TeamPlacingFactory(team=team)
    made.TeamPlacingFactory(team=venues, service=Service.VENUES)
    profile = made.ProfileFactory(area=area)
    made.ProfileMatchFactory(profile=profile, team=team)
    course = made.TaughtFactory(area=area, teaches=["awareness", "ideology"])
    made.RequirementFactory(area=area, course=course, plan__area=area)
    for learner in (LearnerFactory(body=body, team=team), LearnerFactory(body=body, team=venues)):
        CompletionFactory(learner=learner, course=course, on=TODAY - timedelta(days=100))
    LearnerFactory(body=body, team=team)
    return area


def test_people_are_counted_of_everybody_of_the_frontline_and_of_those_who_let_venues(area: Any) -> None:
    facts = gather(area)

    assert (facts.people["awareness"].people, facts.people["awareness"].has) == (3, 2)
    assert (facts.frontline["ideology"].people, facts.frontline["ideology"].has) == (2, 1)
    assert (facts.venues["venue"].people, facts.venues["venue"].unasked) == (1, 1)
    assert (facts.scope.inside, facts.scope.without_profile) == (3, 1)


def test_the_facts_hold_nobodys_name_number_or_address(area: Any) -> None:
    said = repr(gather(area))

    with scope(a_viewer(area, Role.TRAINING)):
        learners = list(models.Learner.objects.filter(area=area))
    assert learners
    assert not [learner for learner in learners if learner.name in said or learner.email in said or learner.ref in said]


def test_a_post_knows_when_its_holder_trained(area: Any) -> None:
    body = BodyFactory(area=area)
    person = PersonFactory(body=body)
    PostHoldingFactory(post=PostFactory(body=body, title="Prevent lead"), person=person)
    unknown = gather(area).posts
    CompletionFactory(learner=LearnerFactory(body=body, person=person), on=TODAY - timedelta(days=30))

    known = gather(area).posts

    assert [(row.label, row.is_known, row.trained) for row in unknown] == [("Prevent lead", False, ())]
    assert [(row.is_known, row.last(TODAY)) for row in known] == [(True, TODAY - timedelta(days=30))]


def test_a_commissioned_service_says_what_its_latest_return_does(area: Any) -> None:
    service = BodyFactory(area=area, kind=BodyKind.CONTRACTOR, name="Homecare")
    made.ReturnFigureFactory(answer=made.ReturnFactory(body=service, as_at=TODAY - timedelta(days=60)), trained=10)
    made.ReturnFigureFactory(answer=made.ReturnFactory(body=service, as_at=TODAY - timedelta(days=10)), trained=19)

    def said(facts: Any) -> list[tuple[str, tuple[tuple[str, int, int], ...]]]:
        return [(row.label, tuple((line.subject, line.in_scope, line.trained) for line in row.figures)) for row in facts.services]

    assert said(gather(area)) == [("Homecare", (("awareness", 20, 19),))]
    assert said(gather(area, on=TODAY - timedelta(days=11))) == [("Homecare", (("awareness", 20, 10),))]


def test_the_programmes_rows_are_read_as_at_and_known_on(area: Any) -> None:
    stamp = {"area": area, "typed_at": a_viewer(area).now, "on": TODAY - timedelta(days=5)}
    with scope(a_viewer(area, Role.TRAINING)):
        material = models.Material.objects.create(**stamp, ref="MA-1", title="Intranet", audience=Audience.STAFF, place="Intranet")
        models.MaterialCheck.objects.create(**stamp, material=material, is_current=True)
        models.StaffUpdate.objects.create(**stamp, ref="UP-1", about=Told.STATISTICS, title="Statistics", to="All staff")
        models.Programme.objects.create(**stamp, ref="PG-1", kind=ProgrammeKind.EDUCATION, title="Schools")
        setting = models.Setting.objects.create(**stamp, ref="ED-1", name="A school", kind="academy")
        models.SettingReached.objects.create(**stamp, setting=setting)

    now, before, unknown = gather(area), gather(area, on=TODAY - timedelta(days=6)), gather(area, known=TODAY - timedelta(days=1))

    assert [len(rows) for rows in (now.materials, now.updates, now.programmes, now.reached)] == [1, 1, 1, 1]
    assert now.materials[0].checked(TODAY) == TODAY - timedelta(days=5)
    for facts in (before, unknown):
        assert not any((facts.materials, facts.updates, facts.programmes, facts.reached))


def test_the_statements_do_not_grow(area: Any) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            gather(area)
        return len(caught)

    before = statements()
    body = BodyFactory(area=area)
    for _ in range(5):
        learner = LearnerFactory(body=body, team=TeamFactory(body=body))
        made.TeamPlacingFactory(team=learner.team)
        CompletionFactory(learner=learner)

    assert statements() == before
