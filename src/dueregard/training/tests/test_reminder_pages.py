"""Pages of reminders: counts before anything is sent, the terms, the week, and what a reminder opens for somebody without an account."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.dispatch.tasks import send_due
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, TeamFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training import tasks
from dueregard.training.models import Learner, LearnerLeaving, ReminderRun
from dueregard.training.queries.reminded import sealed_for
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, LearnerFactory

pytestmark = pytest.mark.django_db
HERE = "/ours/training/reminders/"


@pytest.fixture
def area() -> Any:
    """Six people who never had the one course, five of one manager and one without an address."""
    area = AreaFactory(slug="ours", name="Ours")
    team = TeamFactory(body=BodyFactory(area=area))
    made.TeamPlacingFactory(team=team)
    course = made.TaughtFactory(area=area, ref="CR-1", title="Noticing", address="https://courses.example/noticing")
    made.RequirementFactory(plan=made.TrainingPlanFactory(area=area), course=course)
    for number in range(1, 7):
        email = "" if number == 6 else f"{number}@ours.example"
        boss = "" if number == 6 else "boss@ours.example"
        LearnerFactory(body=team.body, team=team, ref=f"LN-{number}", name=f"Invented {number}", email=email, manager=boss)
    area.course = course
    return area


def worker(area: Any) -> Viewer:
    return Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=timezone.now())


def client_of(area: Any, role: Role) -> Client:
    client = Client()
    sign_in(client, area, role)
    return client


@pytest.mark.parametrize("page", ["reminders/", "reminders/send/", "reminders/terms/", "digest/"])
def test_only_who_may_see_names_sees_such_small_numbers_and_a_stranger_nothing(area: Any, page: str) -> None:
    stranger = Client()
    sign_in_stranger(stranger)
    clients = (client_of(area, Role.TRAINING), client_of(area, Role.MEMBER), stranger)

    assert [client.get(f"/ours/training/{page}").status_code for client in clients] == [200, 403, 404]


def test_how_many_would_be_reminded_is_said_before_anything_is_sent(area: Any) -> None:
    page = words(client_of(area, Role.TRAINING).get(HERE))

    assert "6 reminders would go today: 5 to people, 1 to managers." in page
    assert "No e-mail address, so only their manager can be told 1" in page
    assert "Noticing 6" in page
    assert "Reminders go out only when somebody asks for it here." in page


def test_they_are_asked_for_from_the_page_and_the_worker_sends_them(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    client.post(f"{HERE}send/", sent_back(client.get(f"{HERE}send/")))
    waiting = words(client.get(HERE))
    again = words(client.post(f"{HERE}send/", sent_back(client.get(f"{HERE}send/"))))
    sent = tasks.remind_asked([worker(area)])

    assert "and not done yet" in waiting
    assert "has not been done yet" in again
    assert sent == 6
    after = words(client.get(HERE))
    assert "Nobody would be reminded today." in after
    assert "Reminded lately, not again yet 5" in after
    with scope(worker(area)):
        assert ReminderRun.objects.get(area=area).done_at


def test_the_terms_are_changed_from_the_page_and_refused_without_an_end(area: Any) -> None:
    client = client_of(area, Role.TRAINING)
    form = sent_back(client.get(f"{HERE}terms/"), how="on", most="2")

    refused = words(client.post(f"{HERE}terms/", {**form, "most": "50"}))
    client.post(f"{HERE}terms/", form)

    assert "there has to be an end" in refused
    page = words(client.get(HERE))
    assert "Reminders go out each day by themselves." in page
    assert "2 reminders of one thing at most" in page


def test_the_week_says_what_waits_and_where_nothing_does(area: Any) -> None:
    made.ReturnAskFactory(body=BodyFactory(area=area, name="Bright Cleaning"), ref="RT-1")
    client = client_of(area, Role.TRAINING)
    quiet = AreaFactory(slug="other")

    page = words(client.get("/ours/training/digest/"))

    assert "Nothing came due in the week" in page
    assert "0 overdue, 6 never done, 1 return not in" in page
    assert "Bright Cleaning" in page
    assert "Nothing waits for you" in words(client_of(quiet, Role.TRAINING).get("/other/training/digest/"))


def link(area: Any, ref: str, *, is_to_manager: bool = False, days: int = 60) -> str:
    by = worker(area)
    with scope(by):
        learner = Learner.objects.get(area=area, ref=ref)
    return f"/ours/reminder/{sealed_for(by, learner.pk, is_to_manager=is_to_manager, until=by.today + timedelta(days=days))}/"


def test_whoever_is_reminded_sees_what_to_do_and_where_without_an_account_or_a_name(client: Client, area: Any) -> None:
    page = client.get(link(area, "LN-1"))

    assert "Training you have to do" in words(page)
    assert "Noticing Overdue." in words(page)
    assert 'href="https://courses.example/noticing"' in page.text
    assert "Invented" not in page.text
    assert "/ours/training" not in page.text


def test_a_manager_sees_how_many_of_theirs_and_no_name(client: Client, area: Any) -> None:
    page = words(client.get(link(area, "LN-1", is_to_manager=True)))

    assert "Noticing 5 people, some overdue" in page
    assert "Invented" not in page


def test_once_it_is_done_or_they_left_nothing_is_asked(client: Client, area: Any) -> None:
    with scope(worker(area)):
        done, gone = Learner.objects.get(area=area, ref="LN-1"), Learner.objects.get(area=area, ref="LN-2")
        CompletionFactory(learner=done, course=area.course, on=timezone.localdate())
        LearnerLeaving.objects.create(**worker(area).stamp, learner=gone, on=timezone.localdate())

    assert "Nothing is due" in words(client.get(link(area, "LN-1")))
    assert "Nothing is due" in words(client.get(link(area, "LN-2")))


def test_a_page_ends_and_one_that_was_not_made_here_or_for_another_area_opens_nothing(client: Client, area: Any) -> None:
    AreaFactory(slug="next")
    good = link(area, "LN-1")

    assert client.get(link(area, "LN-1", days=-1)).status_code == 410
    assert client.get(good.replace("/ours/", "/next/")).status_code == 404
    assert client.get(good.replace("/ours/", "/nowhere/")).status_code == 404
    assert client.get(f"{good[:-3]}AA/").status_code == 404
    assert client.get("/ours/reminder/é/").status_code == 404


def test_the_link_that_goes_out_opens_and_the_mail_says_no_more(client: Client, area: Any) -> None:
    from_page = client_of(area, Role.TRAINING)
    from_page.post(f"{HERE}send/", sent_back(from_page.get(f"{HERE}send/")))
    tasks.remind_asked([worker(area)])

    send_due([Viewer.worker(area="ours", area_id=area.pk, area_name=area.name, now=timezone.now())])

    first = next(sent for sent in mail.outbox if sent.to == ["1@ours.example"])
    address = re.search(r"(/ours/reminder/\S+)", first.body)
    assert address
    assert "Noticing" in words(client.get(address[1]))
    assert not re.search("Noticing|revent|Invented|sign in", first.subject + first.body)
