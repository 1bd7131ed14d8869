"""The page that records a move: it opens with where somebody works now, and asks for something else than that."""

from typing import Any

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.tests.factories import TeamFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training.tests.files import Office, an_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Office:
    return an_office(learners=1)


@pytest.fixture
def page(client: Client, office: Office) -> str:
    sign_in(client, office.source.area, Role.TRAINING)
    with office.inside():
        TeamFactory(body=office.source.body, ref="T-77", name="Libraries")
    return f"/{office.lead.area}/training/learners/{office.learners[0].ref}/move/"


def test_it_opens_with_where_they_work_now_and_not_where_they_began(client: Client, page: str) -> None:
    client.post(page, sent_back(client.get(page), team="T-77", job="Librarian", site="Town hall"))

    now: Any = sent_back(client.get(page))

    assert (now["team"], now["job"], now["site"]) == ("T-77", "Librarian", "Town hall")


def test_a_move_to_where_they_work_already_is_refused_in_words(client: Client, page: str) -> None:
    client.post(page, sent_back(client.get(page), team="T-77", job="Librarian", site="Town hall"))

    again: Any = client.post(page, sent_back(client.get(page)))

    assert "They work there already: say what is another" in words(again)
