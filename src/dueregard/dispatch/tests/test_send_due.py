"""One pass of the worker: at least once, and every attempt known."""

import smtplib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.core import mail
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, the_lead
from dueregard.basics.refused import Refused
from dueregard.dispatch.actions import begin_attempt, end_attempt
from dueregard.dispatch.models import Attempt, Outbox
from dueregard.dispatch.rules import Outcome
from dueregard.dispatch.tasks import send_due
from dueregard.dispatch.tests.backends import Dying
from dueregard.dispatch.tests.factories import AttemptFactory, OutboxFactory
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
ENTRY = "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nSUMMARY:Meeting\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def dying(settings: Settings) -> Iterator[type[Dying]]:
    settings.EMAIL_BACKEND = "dueregard.dispatch.tests.backends.Dying"
    yield Dying
    Dying.after, Dying.taken, Dying.takes_it_all_the_same = 0, 0, False
    Dying.how = smtplib.SMTPServerDisconnected("gone")


def worker(area: Area, *, minutes: int = 0) -> Viewer:
    return Viewer.worker(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW + timedelta(minutes=minutes))


def outcomes(area: Area) -> list[str]:
    with scope(worker(area)):
        return list(Attempt.objects.filter(area=area).order_by("message__key", "number").values_list("outcome", flat=True))


def test_what_is_due_goes_out_once_in_every_area(settings: Settings) -> None:
    settings.ADDRESS = "https://regard.example"
    here, next_door = OutboxFactory(calendar=ENTRY).area, OutboxFactory().area
    viewers = [worker(here), worker(next_door)]

    assert send_due(viewers) == 2
    assert send_due(viewers) == 0

    sent = mail.outbox[0]
    assert (sent.subject, len(sent.to), len(mail.outbox)) == ("Meeting", 1, 2)
    assert "https://regard.example/westmarch/partnership/meetings/M-1/" in sent.body
    assert outcomes(here) == outcomes(next_door) == [Outcome.SENT]


def test_the_calendar_entry_goes_with_it_as_one() -> None:
    area = OutboxFactory(calendar=ENTRY).area

    send_due([worker(area)])

    raw = mail.outbox[0].message().as_string()
    assert "text/calendar" in raw
    assert 'method="PUBLISH"' in raw or "method=PUBLISH" in raw


def test_what_is_not_due_yet_waits() -> None:
    area = OutboxFactory(due_at=NOW + timedelta(hours=1)).area

    assert send_due([worker(area)]) == 0
    assert send_due([worker(area, minutes=61)]) == 1


def test_a_server_that_dies_half_way_leaves_the_rest_for_later(dying: type[Dying]) -> None:
    area = AreaFactory()
    for letter in "abc":
        OutboxFactory(area=area, key=letter)
    dying.after = 1

    assert send_due([worker(area)]) == 3
    assert outcomes(area) == [Outcome.SENT, Outcome.UNKNOWN, Outcome.UNKNOWN]
    assert send_due([worker(area, minutes=9)]) == 0

    dying.after = 99
    assert send_due([worker(area, minutes=10)]) == 2
    assert outcomes(area) == [Outcome.SENT, Outcome.UNKNOWN, Outcome.SENT, Outcome.UNKNOWN, Outcome.SENT]


def test_a_message_taken_by_a_server_that_then_died_is_repeated_under_the_same_message_id(dying: type[Dying]) -> None:
    area = OutboxFactory().area
    dying.takes_it_all_the_same = True
    send_due([worker(area)])
    dying.after = 99

    send_due([worker(area, minutes=10)])

    first, second = (sent.extra_headers["Message-ID"] for sent in mail.outbox)
    assert first == second


@pytest.mark.parametrize(
    ("how", "outcome"),
    [
        (smtplib.SMTPRecipientsRefused({}), Outcome.FAILED),
        (smtplib.SMTPAuthenticationError(535, b"no"), Outcome.FAILED),
        (ConnectionRefusedError(), Outcome.FAILED),
        (TimeoutError(), Outcome.UNKNOWN),
        (BrokenPipeError(), Outcome.UNKNOWN),
        (UnicodeError("a header"), Outcome.UNKNOWN),
    ],
)
def test_how_an_attempt_ended_is_said_as_far_as_it_is_known(dying: type[Dying], how: BaseException, outcome: Outcome) -> None:
    area = OutboxFactory().area
    dying.how = how

    send_due([worker(area)])

    assert outcomes(area) == [outcome]
    with scope(worker(area)):
        assert Attempt.objects.get(area=area).reason == type(how).__name__


def test_a_worker_that_is_killed_leaves_an_attempt_of_unknown_end(dying: type[Dying]) -> None:
    area = OutboxFactory().area
    dying.how = KeyboardInterrupt()

    with pytest.raises(KeyboardInterrupt):
        send_due([worker(area)])

    assert outcomes(area) == [Outcome.UNKNOWN]
    dying.after = 99
    assert send_due([worker(area, minutes=10)]) == 1
    assert outcomes(area) == [Outcome.UNKNOWN, Outcome.SENT]


def test_two_workers_do_not_begin_the_same_attempt() -> None:
    message = OutboxFactory()

    first, second = (begin_attempt(message.pk, by=worker(message.area)) for _ in range(2))

    assert first is not None
    assert second is None


def test_only_the_worker_begins_and_ends_attempts_and_only_in_its_area() -> None:
    attempt = AttemptFactory()

    with pytest.raises(Refused, match="Only the worker"):
        begin_attempt(attempt.message_id, by=the_lead(attempt.area))
    with pytest.raises(Refused, match="Only the worker"):
        end_attempt(attempt.pk, by=the_lead(attempt.area), outcome=Outcome.SENT)
    with pytest.raises(Outbox.DoesNotExist):
        begin_attempt(attempt.message_id, by=worker(AreaFactory()))
    with pytest.raises(Attempt.DoesNotExist):
        end_attempt(attempt.pk, by=worker(AreaFactory()), outcome=Outcome.SENT)


def test_an_end_is_written_once() -> None:
    attempt = AttemptFactory(outcome=Outcome.FAILED)

    with pytest.raises(Refused, match="already known"):
        end_attempt(attempt.pk, by=worker(attempt.area), outcome=Outcome.SENT)
