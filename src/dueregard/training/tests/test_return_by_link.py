"""A contractor answers for its own people by a link, without an account, and sees nothing else."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.actions import revoke_answer_link
from dueregard.accounts.queries import answering
from dueregard.accounts.tests.people import a_viewer
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.dispatch.models import Outbox
from dueregard.dispatch.tasks import send_due
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training.actions import returns as actions
from dueregard.training.actions.returning_by_link import answer_by_link
from dueregard.training.models import Return
from dueregard.training.tests.workforces import ReturnAskFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def area() -> Any:
    return AreaFactory(slug="ours", name="Ours")


@pytest.fixture
def lead(area: Any) -> Viewer:
    return a_viewer(area, Role.TRAINING, now=timezone.now())


@pytest.fixture
def address(area: Any, lead: Viewer) -> str:
    """The page by which Bright Cleaning answers RT-1."""
    body = BodyFactory(area=area, name="Bright Cleaning", ref="B-901")
    PersonFactory(area=area, body=body, ref="P-901", name="A supervisor", email="supervisor@bright.example")
    return asked(lead)


def asked(lead: Viewer) -> str:
    about = {"as_at": lead.today, "due": lead.today + timedelta(days=9), "subjects": ["awareness", "referral"]}
    return actions.ask_return("B-901", by=lead, on=lead.today, **about, person="P-901", by_link=True).address


def answered(client: Client, address: str, **typed: str) -> Any:
    fields = {"awareness-in": "40", "awareness-has": "31", **{name.replace("_", "-"): value for name, value in typed.items()}}
    return client.post(address, sent_back(client.get(address), **fields), follow=True)


def test_they_are_asked_for_two_numbers_of_each_subject_and_see_nothing_else(client: Client, area: Any, address: str) -> None:
    ReturnAskFactory(body=BodyFactory(area=area, name="Another body"))

    page = client.get(address)

    assert "A supervisor, Bright Cleaning: how things stood on" in words(page)
    assert words(page).count("How many need it") == 2
    assert "Another body" not in page.text
    assert "/ours/training" not in page.text


def test_what_they_send_is_kept_as_theirs_and_they_are_thanked(client: Client, lead: Viewer, address: str) -> None:
    page = words(answered(client, address, awareness_in="1,240", said="Night shift is next"))

    assert "Thank you The figures of Bright Cleaning" in page
    assert "Awareness: 31 of 1240 (2%)" in page
    with scope(lead):
        kept = Return.objects.get(area=lead.area_id)
        assert (kept.by_link.person.name, kept.as_at, kept.words) == ("A supervisor", lead.today, "Night shift is next")
        assert [(row.subject, row.in_scope, row.trained) for row in kept.lines] == [("awareness", 1240, 31)]
        last = Event.objects.filter(area_id=lead.area_id).order_by("number").last()
        assert (last.verb, last.person_id) == ("training.return.answered-by-link", kept.by_link.person_id)


def test_it_is_put_right_by_sending_it_again_and_the_first_stays(client: Client, lead: Viewer, address: str) -> None:
    answered(client, address)

    page = words(answered(client, address, awareness_has="35"))

    assert "Awareness: 35 of 40 (87%)" in page
    assert "You answered on" in words(client.get(address))
    with scope(lead):
        assert Return.objects.filter(area=lead.area_id).count() == 2


def test_the_same_form_sent_twice_is_kept_once(client: Client, lead: Viewer, address: str) -> None:
    form = sent_back(client.get(address), **{"awareness-in": "4", "awareness-has": "4"})

    client.post(address, form)
    client.post(address, form)

    with scope(lead):
        assert Return.objects.filter(area=lead.area_id).count() == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"awareness_has": "41"}, "41 trained is more than the 40 who need it"),
        ({"awareness_has": ""}, "fill in both numbers, or leave both empty"),
        ({"awareness_in": "", "awareness_has": ""}, "Fill in both numbers of one subject at least"),
        ({"awareness_in": "many"}, "Write a whole number"),
        ({"awareness_in": "-1"}, "Write 0 or more"),
    ],
)
def test_what_cannot_be_so_is_asked_again_and_what_was_typed_stays(
    client: Client, lead: Viewer, address: str, typed: dict[str, str], says: str
) -> None:
    page = answered(client, address, **typed, said="As typed")

    assert "This is not sent yet" in words(page)
    assert says in words(page)
    assert "As typed" in page.text
    with scope(lead):
        assert not Return.objects.filter(area=lead.area_id).exists()


def test_a_link_taken_back_and_one_that_ended_open_nothing(client: Client, lead: Viewer, address: str) -> None:
    revoke_answer_link("AL-1", by=lead, on=lead.today)

    back = client.get(address)

    assert back.status_code == 410
    assert "This link was taken back" in back.text
    assert "Bright Cleaning" not in back.text
    assert answering("ours", address.split("/")[-2], now=lead.now + timedelta(days=61)).state == "revoked"


def test_when_it_is_asked_no_more_the_link_says_so(client: Client, lead: Viewer, address: str) -> None:
    actions.end_ask("RT-1", by=lead, on=lead.today, because="Its contract ended")

    assert "Nothing is asked of you any more" in client.get(address).text


@pytest.mark.parametrize("page", ["/ours/return/wrong/", "/nowhere/return/wrong/", "/ours/return/%00/", "/ours/return/wrong/thanks/"])
def test_a_wrong_secret_opens_nothing(client: Client, area: Any, page: str) -> None:
    assert client.get(page).status_code == 404


def test_a_link_for_a_return_is_none_for_actions_and_opens_in_its_own_area_alone(client: Client, address: str) -> None:
    AreaFactory(slug="next", name="Next")

    assert client.get(address.replace("/return/", "/answer/")).status_code == 404
    assert client.get(address.replace("/ours/", "/next/")).status_code == 404


def test_the_mail_says_nothing_of_the_matter_and_the_database_keeps_no_secret(lead: Viewer, address: str) -> None:
    secret = address.split("/")[-2]
    with scope(lead):
        kept = Outbox.objects.get(area=lead.area_id)
        assert secret not in kept.page + kept.body + kept.subject
        assert secret not in str(list(Event.objects.filter(area_id=lead.area_id).values()))

    send_due([Viewer.worker(area=lead.area, area_id=lead.area_id, area_name=lead.area_name, now=timezone.now())])

    sent = mail.outbox[0]
    assert address in sent.body
    assert not re.search("revent|raining|Bright|sign in", sent.subject + sent.body)


def test_only_whoever_the_link_was_sent_to_answers_by_it(area: Any, lead: Viewer, address: str) -> None:
    nobody = a_viewer(area, Role.ANSWERER, now=lead.now)
    theirs = answering("ours", address.split("/")[-2], now=lead.now).viewer

    with pytest.raises(Refused, match="no longer asked of you"):
        answer_by_link("RT-1", by=nobody, figures={"awareness": (4, 4)})
    with pytest.raises(PermissionDenied):
        answer_by_link("RT-1", by=lead, figures={"awareness": (4, 4)})
    with pytest.raises(Refused, match="is not asked about"):
        answer_by_link("RT-1", by=theirs, figures={"venue": (4, 4)})
