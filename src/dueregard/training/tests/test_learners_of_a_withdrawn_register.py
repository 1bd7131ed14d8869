"""A withdrawn register leaves nobody in the list of learners."""

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.partnership.tests.pages import words
from dueregard.training.actions import import_files
from dueregard.training.rules.imports import Holds
from dueregard.training.tests.factories import ImportSourceFactory
from dueregard.training.tests.files import Office, a_file, an_office, brought_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office(learners=3)


@pytest.fixture
def lead(client: Client, office: Office) -> Client:
    sign_in(client, office.source.area, Role.TRAINING)
    return client


def test_people_of_a_withdrawn_register_are_not_listed(lead: Client, office: Office) -> None:
    with office.inside():
        register = ImportSourceFactory(
            body=office.source.body, name="Payroll", holds=Holds.STAFF, columns={"number": "No", "joined": "Start"}
        )
    brought = brought_in(office, a_file("7001,01/02/2026", headings="No,Start"), source=register)
    page = f"/{office.lead.area}/training/learners/"
    assert "7001" in words(lead.get(page))
    assert lead.post(f"{page}find/", {"words": "7001"}).status_code == 302

    import_files.withdraw(brought.ref, by=office.lead, on=office.lead.today, because="The wrong body")

    assert "Nobody here has this number" in words(lead.post(f"{page}find/", {"words": "7001"}))
    assert "7001" not in words(lead.get(page))
