"""The list of learners, narrowed to whoever stands so, and finding one of them."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.partnership.tests.pages import words
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory

pytestmark = pytest.mark.django_db
LIST, FIND = "/ours/training/learners/", "/ours/training/learners/find/"


@pytest.fixture
def area() -> Any:
    """A team in scope of whom one had the course and two did not; somebody who left; and another council’s learner."""
    area = AreaFactory(slug="ours")
    body = BodyFactory(area=area)
    team = TeamFactory(body=body, ref="T-1", name="Youth")
    made.TeamPlacingFactory(team=team)
    course = made.TaughtFactory(area=area, title="Noticing")
    made.RequirementFactory(plan=made.TrainingPlanFactory(area=area), ref="RQ-1", course=course, within_days=0)
    done, *_others, gone = (
        LearnerFactory(body=body, team=team, ref=f"LN-{n}", name=name, number=f"10{n}", email=f"p{n}@ours.example")
        for n, name in enumerate(("Had It", "Never Had", "Never Either", "Gone Away"), start=1)
    )
    CompletionFactory(learner=done, course=course)
    made.LearnerLeavingFactory(learner=gone)
    theirs = AreaFactory(slug="theirs")
    LearnerFactory(body=BodyFactory(area=theirs), name="Never Theirs", number="900", email="theirs@theirs.example")
    return area


@pytest.fixture
def lead(client: Client, area: Any) -> Client:
    sign_in(client, area, Role.TRAINING)
    return client


def test_the_whole_workforce_is_narrowed_to_those_who_never_had_something(lead: Client) -> None:
    page = words(lead.get(LIST, {"requirement": "RQ-1", "state": "never"}))

    assert "2 people stand so today" in page
    assert "Never Had" in page
    assert "Never Either" in page
    assert "Had It" not in page
    assert "Gone Away" not in page


def test_a_team_is_narrowed_alike(lead: Client) -> None:
    page = words(lead.get(LIST, {"team": "T-1", "requirement": "RQ-1", "state": "covered"}))

    assert "1 person stands so today" in page
    assert "Had It" in page
    assert "Never Had" not in page


def test_a_team_is_listed_whole(lead: Client) -> None:
    page = words(lead.get(LIST, {"team": "T-1"}))

    assert "3 people work in this team today" in page
    assert "Gone Away" not in page


def test_a_list_asked_for_in_no_words_of_the_page_shows_everybody(lead: Client) -> None:
    page = words(lead.get(LIST, {"team": "T-900", "state": "<b>"}))

    assert "4 people recorded here" in page


def test_a_number_of_coverage_leads_to_just_as_many_names(lead: Client, area: Any) -> None:
    body, team = BodyFactory(area=area), TeamFactory(body=BodyFactory(area=area), ref="T-2")
    made.TeamPlacingFactory(team=team)
    today = timezone.localdate()
    made.LearnerLeavingFactory(learner=LearnerFactory(body=body, team=team), on=today)
    made.AbsenceFactory(learner=LearnerFactory(body=body, team=team), on=today - timedelta(days=30))
    made.AbsenceFactory(learner=LearnerFactory(body=body, team=team), on=today - timedelta(days=91))

    coverage = lead.get("/ours/training/coverage/", {"by": "requirement"}).content.decode()
    address, number = re.findall(r'href="([^"]*state=never)">(\d+)<', coverage)[0]
    page = words(lead.get(address.replace("&amp;", "&")))

    assert number == "4"
    assert "4 people stand so today" in page


def test_of_another_day_coverage_by_requirement_leads_to_no_names(lead: Client) -> None:
    page = lead.get("/ours/training/coverage/", {"by": "requirement", "as_at": "1/2/2026"}).content.decode()

    assert "Requirements as at 1 February 2026" in page
    assert "state=never" not in page


def test_joiners_past_the_time_allowed_are_told_apart_as_at_any_day(lead: Client, area: Any) -> None:
    body, team = BodyFactory(area=area), TeamFactory(body=BodyFactory(area=area), ref="T-2")
    made.TeamPlacingFactory(team=team)
    today = timezone.localdate()
    LearnerFactory(body=body, team=team, on=today - timedelta(days=365))
    LearnerFactory(body=body, team=team, on=today - timedelta(days=366))

    def joiners(day: date) -> tuple[str, str]:
        page = lead.get("/ours/training/coverage/", {"by": "requirement", "as_at": f"{day:%d/%m/%Y}"}).content.decode()
        never, late = (re.search(rf'data-label="{label}">(?:<a[^>]*>)?(\d+)', page) for label in ("Never", "Of those, joiners"))
        assert never
        assert late
        return never[1], late[1]

    assert joiners(today) == ("4", "1")
    assert joiners(today - timedelta(days=1)) == ("4", "2")


@pytest.mark.parametrize("typed", ["102", "P2@ours.example", " never had "])
def test_one_found_is_opened_and_no_name_is_in_the_address(lead: Client, typed: str) -> None:
    answer = lead.post(FIND, {"words": typed})

    assert (answer.status_code, answer["Location"]) == (302, "/ours/training/learners/LN-2/")


def test_several_found_are_listed_and_none_of_the_next_council(lead: Client) -> None:
    page = words(lead.post(FIND, {"words": "never"}))

    assert "2 people are called so" in page
    assert "Never Had" in page
    assert "Theirs" not in page


@pytest.mark.parametrize("typed", ["900", "theirs@theirs.example", "Nobody Here", "%%", "' or 1=1 --"])
def test_nobody_found_is_said(lead: Client, typed: str) -> None:
    page = words(lead.post(FIND, {"words": typed}))

    assert "Nobody here has this number or address" in page


@pytest.mark.parametrize(("typed", "says"), [("", "Type a number, an address or a name"), ("x", "Type two letters or figures at least")])
def test_too_little_to_look_for_is_said(lead: Client, typed: str, says: str) -> None:
    assert says in words(lead.post(FIND, {"words": typed}))


def test_more_than_fifty_are_not_poured_out(lead: Client, area: Any) -> None:
    body = BodyFactory(area=area)
    for number in range(52):
        LearnerFactory(body=body, name=f"Alike {number}")

    page = words(lead.post(FIND, {"words": "alike"}))

    assert "More than 50 people are called so: type more of the name" in page


@pytest.mark.parametrize("role", [Role.MEMBER, Role.PARTNER, Role.AUDITOR])
def test_whoever_may_not_see_names_finds_nobody(client: Client, area: Any, role: Role) -> None:
    sign_in(client, area, role)

    assert client.get(LIST, {"state": "never"}).status_code == 403
    assert client.post(FIND, {"words": "never"}).status_code == 403
