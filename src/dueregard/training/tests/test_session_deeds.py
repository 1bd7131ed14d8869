"""Deeds on sessions: each works and leaves its event, and is refused to whoever only reads, to the next council, and in words."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, a_viewer, the_partner, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.documents.tests.factories import DocumentFactory
from dueregard.training.actions import attendance, sessions
from dueregard.training.models import Attendance
from dueregard.training.queries import sessions as queries
from dueregard.training.rules.sessions import SessionStage
from dueregard.training.tests.sessions import HELD_ON, QUESTION, Hall

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(days=1)
Deed = Callable[[Hall, Viewer], Any]


def given(hall: Hall) -> Any:
    """A session with its facilitator."""
    session = hall.planned(person="P-901")
    with scope(hall.lead):
        return queries.given_by(hall.lead, session).select_related("session").get()


def came(hall: Hall) -> Any:
    """Somebody who was at a session."""
    session = hall.attended()
    with scope(hall.lead):
        return Attendance.objects.get(session=session)


def answered(hall: Hall, **more: Any) -> Any:
    """A session forty came to, with what they answered."""
    session = hall.held(came=40)
    told = {"asked": QUESTION, "before": [10, 10, 10, 10], "after": [0, 0, 20, 20], **more}
    sessions.say_confidence(session.ref, by=hall.lead, on=HELD_ON, **told)
    return session


def withdrawn(hall: Hall, by: Viewer) -> None:
    """What was answered, withdrawn a minute later."""
    session = answered(hall)
    with scope(hall.lead):
        key = queries.questions(hall.lead, session, names=True)[0].key
    sessions.take_back_confidence(session.ref, by=hall.later(by=by), on=TODAY, key=key)


def plan(by: Viewer, **more: Any) -> Any:
    return sessions.plan_session("CR-901", **{"by": by, "on": TODAY, "day": LATER, "audience": "Members", **more})


GOOD: dict[str, Deed] = {
    "training.session.planned": lambda h, by: plan(by, person="P-901", body="B-901", places=20),
    "training.session.given-by": lambda h, by: sessions.say_gives(h.planned().ref, by=by, body="B-901"),
    "training.session.not-given-by": lambda h, by: sessions.end_giving(given(h).pk, by=by, on=TODAY),
    "training.session.held": lambda h, by: sessions.hold_session(h.planned().ref, by=by, on=HELD_ON, came=12, seen=1),
    "training.session.cancelled": lambda h, by: sessions.cancel_session(h.planned().ref, by=by, on=TODAY, because="Snow", seen=1),
    "training.session.attended": lambda h, by: attendance.record_attendance(h.held().ref, by=by, learners=["LN-900"]),
    "training.attendance.withdrawn": lambda h, by: attendance.withdraw_attendance(came(h).pk, by=by, on=TODAY, because="Another person"),
    "training.confidence.recorded": lambda h, by: sessions.say_confidence(
        h.held(came=40).ref, by=by, on=TODAY, asked=QUESTION, after=[0, 0, 20, 20]
    ),
    "training.confidence.withdrawn": withdrawn,
}


@pytest.fixture
def hall() -> Hall:
    return Hall()


@pytest.mark.parametrize("verb", GOOD)
def test_a_deed_works_and_leaves_its_event_without_a_name(hall: Hall, verb: str) -> None:
    GOOD[verb](hall, hall.lead)

    with scope(hall.lead):
        event = Event.objects.get(area_id=hall.area.pk, verb=verb)
    assert "Person" not in str(event.details)


@pytest.mark.parametrize("verb", GOOD)
def test_whoever_only_reads_is_refused(hall: Hall, verb: str) -> None:
    with pytest.raises(PermissionDenied):
        GOOD[verb](hall, the_partner(hall.area))


@pytest.mark.parametrize("verb", GOOD)
def test_the_next_council_reaches_nothing(hall: Hall, verb: str) -> None:
    with pytest.raises((ObjectDoesNotExist, Refused)):
        GOOD[verb](hall, the_stranger())


def hold(hall: Hall, session: Any, **more: Any) -> Any:
    return sessions.hold_session(session.ref, **{"by": hall.lead, "on": HELD_ON, **more})


def say(hall: Hall, session: Any, **more: Any) -> Any:
    return sessions.say_confidence(session.ref, **{"by": hall.lead, "on": TODAY, "asked": QUESTION, **more})


def cancel(hall: Hall, session: Any, **more: Any) -> Any:
    return sessions.cancel_session(session.ref, **{"by": hall.later(), "on": TODAY, "because": "Snow", **more})


def sealed(hall: Hall) -> str:
    """A document that is Official-Sensitive."""
    return str(DocumentFactory(area=hall.area, ref="DOCS-901", marking="official-sensitive").ref)


BAD: list[tuple[str, str, Callable[[Hall], Any]]] = [
    ("no course", "no course CR-77", lambda h: sessions.plan_session("CR-77", by=h.lead, on=TODAY, day=LATER, audience="All")),
    ("nobody", "Say for whom", lambda h: plan(h.lead, audience=" ")),
    ("before the course", "offered since", lambda h: plan(h.lead, day=h.course.on - timedelta(days=1))),
    ("no place", "at least one place", lambda h: plan(h.lead, places=0)),
    ("gives nobody", "Choose a person", lambda h: sessions.say_gives(h.planned().ref, by=h.lead)),
    ("gives twice", "there already", lambda h: sessions.say_gives(h.planned(person="P-901").ref, by=h.lead, person="P-901")),
    ("held ahead", "has not come yet", lambda h: hold(h, h.planned(), on=LATER)),
    ("held by somebody else", "changed", lambda h: hold(h, h.planned(), seen=9)),
    ("fewer than named", "cannot be lower", lambda h: hold(h, h.attended(), came=0)),
    ("another day", "withdraw them first", lambda h: hold(h, h.attended(), on=TODAY)),
    ("no reason", "Say why", lambda h: cancel(h, h.planned(), because=" ")),
    ("cancel attended", "withdraw them first", lambda h: cancel(h, h.attended())),
    ("cancel answered", "what people answered", lambda h: cancel(h, answered(h))),
    ("answers of none", "Record first that it was held", lambda h: say(h, h.planned(), after=[1, 1, 1, 1])),
    ("nothing answered", "before, or after, or both", lambda h: say(h, h.held(came=9))),
    ("not asked", "what they were asked", lambda h: say(h, h.held(came=9), asked=" ", after=[1, 1, 1, 1])),
    ("more than came", "After: 40 answered and 12 came", lambda h: say(h, h.held(came=12), after=[0, 0, 20, 20])),
    ("not 100", "come to 80, not to about 100", lambda h: say(h, h.held(), after=[0, 0, 40, 40], is_percent=True, document="DOC-901")),
    ("sealed", "no document DOCS-901", lambda h: say(h, h.held(), after=[0, 0, 60, 40], is_percent=True, document=sealed(h))),
    ("not published", "which document", lambda h: say(h, h.held(), after=[0, 0, 60, 40], is_percent=True)),
]


@pytest.mark.parametrize(("says", "deed"), [(says, deed) for _name, says, deed in BAD], ids=[name for name, _says, _deed in BAD])
def test_what_cannot_be_so_is_refused_in_words(hall: Hall, says: str, deed: Callable[[Hall], Any]) -> None:
    with pytest.raises(Refused, match=f"(?i){says}"):
        deed(hall)


def stage(hall: Hall, session: Any) -> SessionStage:
    with scope(hall.lead):
        return queries.session_row(hall.lead, session).stage


def test_a_session_goes_from_planned_to_held_and_waits_for_a_word_past_its_day(hall: Hall) -> None:
    ahead, past = hall.planned(day=TODAY), hall.planned(day=TODAY - timedelta(days=1))
    assert (stage(hall, ahead), stage(hall, past)) == (SessionStage.PLANNED, SessionStage.UNRECORDED)

    hold(hall, past, on=TODAY - timedelta(days=1))
    assert stage(hall, past) is SessionStage.HELD


def test_held_or_cancelled_by_mistake_is_put_right_by_what_is_said_last(hall: Hall) -> None:
    session = hall.held()

    cancel(hall, session)
    assert stage(hall, session) is SessionStage.CANCELLED
    with pytest.raises(Refused, match="cancelled already"):
        cancel(hall, session)

    sessions.hold_session(session.ref, by=hall.later(2), on=TODAY, came=8)
    with scope(hall.lead):
        row = queries.session_row(hall.lead, session)
    assert (row.stage, row.day, row.came) == (SessionStage.HELD, TODAY, 8)


def test_a_speaker_taken_off_can_be_named_again(hall: Hall) -> None:
    one = given(hall)
    sessions.end_giving(one.pk, by=hall.lead, on=TODAY)
    with pytest.raises(Refused, match="taken back already"):
        sessions.end_giving(one.pk, by=hall.lead, on=TODAY)

    sessions.say_gives(one.session.ref, by=hall.lead, person="P-901")
    with scope(hall.lead):
        assert queries.given_by(hall.lead, one.session).count() == 1


def test_the_second_post_of_a_form_shows_the_first_result(hall: Hall) -> None:
    key = uuid4()

    assert plan(hall.lead, once=key) == plan(hall.lead, once=key)


def test_what_a_sealed_document_says_is_shown_to_those_who_may_read_it_and_leaves_the_others_no_trace(hall: Hall) -> None:
    cleared, session = a_viewer(hall.area, Role.LEAD, cleared=True), hall.held()

    say(hall, session, by=cleared, after=[0, 0, 60, 40], is_percent=True, document=sealed(hall))

    with scope(hall.lead):
        assert [question.asked for question in queries.questions(cleared, session, names=True)] == [QUESTION]
        assert queries.questions(hall.lead, session, names=True) == []
        assert Event.objects.get(area_id=hall.area.pk, verb="training.confidence.recorded").marking == "official-sensitive"
