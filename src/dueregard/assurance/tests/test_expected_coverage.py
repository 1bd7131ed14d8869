"""The page of coverage holds each subject to the share this area expects, and says whose number that is."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import a_viewer, sign_in
from dueregard.assurance.actions import set_expectation
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.partnership.tests.pages import words
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Any:
    """Nine of ten people have had training in awareness and in ideologies."""
    area = AreaFactory(slug="ours")
    body = BodyFactory(area=area)
    team = TeamFactory(body=body, name="Family help")
    made.TeamPlacingFactory(team=team)
    course = made.TaughtFactory(area=area, teaches=["awareness", "ideology"])
    made.RequirementFactory(area=area, course=course, plan__area=area)
    for number in range(60):
        learner = LearnerFactory(body=body, team=team)
        if number < 54:
            CompletionFactory(learner=learner, course=course)
    return area


def page(client: Client, area: Any) -> str:
    sign_in(client, area, Role.MEMBER)
    return words(client.get("/ours/training/coverage/"))


def test_where_nothing_was_changed_it_is_ours(client: Client, area: Any) -> None:
    said = page(client, area)

    assert "none below what is expected" in said
    assert "is what is expected: 85%, which is ours and not the toolkit’s." in said


def test_a_number_of_the_areas_own_counts_for_its_subject_alone(client: Client, area: Any) -> None:
    lead = a_viewer(area, Role.LEAD, now=timezone.now())
    set_expectation("toolkit-2024", by=lead, on=lead.today, line="6.g1", key="share", value=0.95, because="The group asked for more")

    said = page(client, area)

    assert "1 row below what is expected in something" in said
    assert "95% for awareness" in said
    assert "which this area chose instead of our 85%; for the rest 85%, which is ours" in said
    assert (said.count("54 of 60"), said.count("54 of 60 low")) == (6, 3)  # team, body and all of them, by subject
