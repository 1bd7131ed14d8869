"""What areas that serve this one, or came before it, hold of section 6 counts here, area by area, and nobody counts twice."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.assurance.facts import partnership, places, training
from dueregard.organisations.models import Serving, Succession
from dueregard.organisations.tests.factories import (
    TYPED,
    AreaFactory,
    BodyFactory,
    PersonFactory,
    PostFactory,
    PostHoldingFactory,
    TeamFactory,
)
from dueregard.training.indicators import TrainingFacts
from dueregard.training.indicators.covered import staff_know_the_signs
from dueregard.training.models import StaffUpdate
from dueregard.training.rules.programme import Told
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory

pytestmark = pytest.mark.django_db
LATELY = TODAY - timedelta(days=30)


def gather(area: Any, *, on: date = TODAY) -> TrainingFacts:
    viewer = a_viewer(area, Role.TRAINING)
    with scope(viewer):
        there = list(places.others(viewer, on=on, known=TODAY))
    of_group = partnership.gather(viewer, on=on, known=TODAY, places=there)
    return training.gather(viewer, on=on, known=TODAY, places=there, partnership=of_group)


def a_workforce(area: Any, *, trained: int, untrained: int) -> None:
    """People of one team in scope, of whom so many have had the one course that is required."""
    body = BodyFactory(area=area)
    team = TeamFactory(body=body)
    made.TeamPlacingFactory(team=team)
    course = made.TaughtFactory(area=area)
    made.RequirementFactory(area=area, course=course, plan__area=area)
    for number in range(trained + untrained):
        learner = LearnerFactory(body=body, team=team)
        if number < trained:
            CompletionFactory(learner=learner, course=course, on=TODAY - timedelta(days=100))


def told(area: Any, on: date) -> None:
    by = a_viewer(area, Role.TRAINING)
    with scope(by):
        StaffUpdate.objects.create(**by.stamp, ref="UP-1", about=Told.STATISTICS, title="Figures", to="All staff", on=on)


def serves(joint: Any, area: Any) -> None:
    Serving.objects.create(server=joint, served=area, on=LATELY, typed_at=TYPED)


def succeeds(area: Any, before: Any) -> None:
    Succession.objects.create(predecessor=before, successor=area, on=LATELY, typed_at=TYPED)


def counts(facts: TrainingFacts) -> tuple[int, int, int]:
    return facts.scope.inside, facts.people["awareness"].people, facts.people["awareness"].has


@pytest.fixture
def area() -> Any:
    return AreaFactory()


@pytest.fixture
def joint() -> Any:
    return AreaFactory(name="Joint service")


def test_the_people_of_an_area_that_serves_this_one_count_with_its_own(area: Any, joint: Any) -> None:
    a_workforce(area, trained=2, untrained=1)
    a_workforce(joint, trained=4, untrained=1)
    assert counts(gather(area)) == (3, 3, 2)

    serves(joint, area)

    assert counts(gather(area)) == (8, 8, 6)
    assert counts(gather(area, on=LATELY - timedelta(days=1))) == (3, 3, 2)
    assert counts(gather(joint)) == (5, 5, 4)


def test_the_finding_says_whose_people_it_counted(area: Any, joint: Any) -> None:
    a_workforce(area, trained=9, untrained=0)
    a_workforce(joint, trained=9, untrained=0)
    serves(joint, area)

    said = " ".join(staff_know_the_signs(gather(area), {"share": 0.85, "partly_share": 0.425, "months": 12}, TODAY).because)

    assert "18 of 18 people of the workforce kept here and by Joint service (100%)." in said


def test_the_holders_of_its_posts_count_under_a_reference_that_names_it(area: Any, joint: Any) -> None:
    person = PersonFactory(body__area=joint)
    PostHoldingFactory(post=PostFactory(body=person.body, title="Prevent officer", ref="PO-7"), person=person)
    serves(joint, area)

    assert [(row.ref, row.of) for row in gather(area).posts] == [(f"{joint.slug}/PO-7", joint.slug)]


def test_the_workforce_of_an_area_before_counts_until_one_is_kept_here(area: Any) -> None:
    before = AreaFactory(name="Old council")
    a_workforce(before, trained=3, untrained=1)
    succeeds(area, before)
    assert counts(gather(area)) == (4, 4, 3)

    a_workforce(area, trained=2, untrained=0)

    assert counts(gather(area)) == (2, 2, 2)
    assert len(gather(area).plans) == 2


def test_what_an_area_before_told_its_staff_counts_up_to_the_day_it_ended(area: Any) -> None:
    before = AreaFactory()
    succeeds(area, before)
    told(before, LATELY - timedelta(days=1))

    assert [row.of for row in gather(area).updates] == [before.slug]
    later = AreaFactory()
    succeeds(area, later)
    told(later, LATELY)
    assert [row.of for row in gather(area).updates] == [before.slug]


def test_the_statements_grow_with_the_areas_and_not_with_what_they_hold(area: Any, joint: Any) -> None:
    serves(joint, area)
    a_workforce(joint, trained=1, untrained=0)

    def statements() -> int:
        with CaptureQueriesContext(connection) as caught:
            gather(area)
        return len(caught)

    few = statements()
    a_workforce(joint, trained=5, untrained=5)

    assert statements() == few
