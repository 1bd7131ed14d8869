"""Putting a message in the outbox, calling it off, and asking for another try."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, a_viewer, the_lead, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.dispatch import queries
from dueregard.dispatch.actions import call_off, enqueue, try_again
from dueregard.dispatch.models import Outbox
from dueregard.dispatch.rules import MOST_ATTEMPTS, MessageKind, Outcome, Standing
from dueregard.dispatch.tests.factories import AttemptFactory, OutboxFactory
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
CALL = {"kind": MessageKind.CALLED, "to": "ann@council.example", "page": "/westmarch/partnership/meetings/M-1/"}


def trail(viewer: Viewer) -> list[Event]:
    with scope(viewer):
        return list(Event.objects.filter(area_id=viewer.area_id).order_by("number"))


def test_a_message_waits_in_the_outbox_and_the_trail_names_nobody() -> None:
    lead = the_lead(AreaFactory())

    assert enqueue("M-1/called/P-1", by=lead, **CALL)

    with scope(lead):
        message = queries.messages(lead).get()
        assert queries.due_now(lead) == [message.pk]
    assert (message.subject, message.due_at) == ("Meeting", NOW)
    assert [event.verb for event in trail(lead)] == ["dispatch.message.enqueued"]
    assert "ann@" not in str([event.details for event in trail(lead)])


def test_a_key_is_put_in_once_in_an_area_and_again_in_another() -> None:
    lead, stranger = the_lead(AreaFactory()), the_stranger()

    put_in = [enqueue("M-1/called/P-1", by=viewer, **CALL) for viewer in (lead, lead, stranger)]

    assert put_in == [True, False, True]


def test_an_auditor_tells_nobody() -> None:
    with pytest.raises(PermissionDenied):
        enqueue("M-1/called/P-1", by=a_viewer(AreaFactory(), Role.AUDITOR), **CALL)


def test_what_does_not_fit_is_refused_in_words() -> None:
    with pytest.raises(Refused, match="one e-mail address"):
        enqueue("M-1/called/P-1", by=the_lead(AreaFactory()), **{**CALL, "to": "nobody"})


def test_loading_an_area_file_tells_nobody_anything() -> None:
    area = AreaFactory()
    operator = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)

    assert not enqueue("M-1/called/P-1", by=operator, **CALL)

    with scope(operator):
        assert not queries.messages(operator).exists()


def test_what_was_called_off_is_not_sent_any_more() -> None:
    message = OutboxFactory()
    lead = the_lead(message.area)

    assert call_off(message.key, by=lead)
    assert not call_off(message.key, by=lead)

    with scope(lead):
        assert queries.due_now(lead) == []
        assert queries.standing(lead, message.pk) == Standing.CALLED_OFF
    assert [event.verb for event in trail(lead)] == ["dispatch.message.called-off"]


def test_what_was_sent_cannot_be_called_off_nor_can_the_stranger_or_an_auditor_do_it() -> None:
    message = AttemptFactory(outcome=Outcome.SENT).message

    assert not call_off(message.key, by=the_lead(message.area))
    assert not call_off(OutboxFactory().key, by=the_stranger())
    with pytest.raises(PermissionDenied):
        call_off(message.key, by=a_viewer(message.area, Role.AUDITOR))


def test_a_message_given_up_is_tried_again_when_somebody_asks() -> None:
    message = OutboxFactory()
    for number in range(1, MOST_ATTEMPTS + 1):
        AttemptFactory(message=message, number=number, outcome=Outcome.FAILED)
    lead = the_lead(message.area)
    with scope(lead):
        assert queries.standing(lead, message.pk) == Standing.GIVEN_UP

    try_again(message.pk, by=lead)

    with scope(lead):
        assert queries.standing(lead, message.pk) == Standing.WAITING
        assert queries.due_now(lead.at(NOW + timedelta(seconds=1))) == [message.pk]
    assert [event.verb for event in trail(lead)] == ["dispatch.message.asked-again"]


def test_only_those_who_keep_the_group_ask_again_and_only_here() -> None:
    message = OutboxFactory()

    with pytest.raises(PermissionDenied):
        try_again(message.pk, by=a_viewer(message.area, Role.PARTNER))
    with pytest.raises(Outbox.DoesNotExist):
        try_again(message.pk, by=the_stranger())


def test_what_was_sent_is_not_tried_again() -> None:
    message = AttemptFactory(outcome=Outcome.SENT).message

    with pytest.raises(Refused, match="It was sent"):
        try_again(message.pk, by=the_lead(message.area))
