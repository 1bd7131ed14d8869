"""The list of learners: one found by what is known of them, those of a team by how they stand; a withdrawn register leaves nobody there."""

from typing import Any

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.partnership.tests.pages import words
from dueregard.training.actions import import_files
from dueregard.training.rules.imports import Holds
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import ImportSourceFactory, LearnerFactory
from dueregard.training.tests.files import Office, a_file, an_office, brought_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office(learners=3)


@pytest.fixture
def lead(client: Client, office: Office) -> Client:
    sign_in(client, office.source.area, Role.TRAINING)
    return client


def found(lead: Client, office: Office, said: str) -> str:
    answer: Any = lead.post(f"/{office.lead.area}/training/learners/", {"said": said})
    return words(answer)


@pytest.mark.parametrize("said", ["1001", "P1@council", "person 1"])
def test_somebody_is_found_by_number_e_mail_or_name(lead: Client, office: Office, said: str) -> None:
    page = found(lead, office, said)

    assert "1 person is found" in page
    assert "Person 1" in page
    assert "Person 2" not in page


def test_nobody_of_another_area_is_found(lead: Client, office: Office) -> None:
    an_office(learners=3)

    assert "1 person is found" in found(lead, office, "1001")


def test_who_may_not_see_names_finds_nobody(client: Client, office: Office) -> None:
    sign_in(client, office.source.area, Role.MEMBER)

    assert client.post(f"/{office.lead.area}/training/learners/", {"said": "Person"}).status_code == 403


def test_people_of_a_withdrawn_register_are_not_listed(lead: Client, office: Office) -> None:
    with office.inside():
        register = ImportSourceFactory(
            body=office.source.body, name="Payroll", holds=Holds.STAFF, columns={"number": "No", "joined": "Start"}
        )
    brought = brought_in(office, a_file("7001,01/02/2026", headings="No,Start"), source=register)
    assert "1 person is found" in found(lead, office, "7001")

    import_files.withdraw(brought.ref, by=office.lead, on=office.lead.today, because="The wrong body")

    assert "0 people are found" in found(lead, office, "7001")
    assert "7001" not in words(lead.get(f"/{office.lead.area}/training/learners/"))


def test_those_of_a_team_are_listed_by_how_they_stand(lead: Client, office: Office) -> None:
    with office.inside():
        placing = made.TeamPlacingFactory(team__body=office.source.body)
        LearnerFactory(body=office.source.body, team=placing.team, name="Never Trained")
        made.RequirementFactory(plan=made.TrainingPlanFactory(area=office.source.area), course=office.course)
    page = f"/{office.lead.area}/training/learners/?team={placing.team.ref}&state="

    assert "Never Trained" in words(lead.get(page + "never"))
    assert "Never Trained" not in words(lead.get(page + "lapsed"))
