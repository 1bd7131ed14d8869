"""A session moves to another day, time or place with the reason, keeps who gives it, and can be taken away as a calendar entry."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in, sign_in_stranger, the_partner, the_stranger
from dueregard.audit.models import Event
from dueregard.basics.refused import Refused
from dueregard.dispatch.models import Outbox
from dueregard.dispatch.rules import why_not_attach
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.search.actions import rebuild
from dueregard.search.models import Entry
from dueregard.training.actions import courses, sessions
from dueregard.training.queries import sessions as queries
from dueregard.training.queries.calendars import session_calendar
from dueregard.training.queries.searchable import everything_searchable
from dueregard.training.queries.sessions_due import sessions_due
from dueregard.training.rules.sessions import SessionStage, Slot
from dueregard.training.tests.sessions import Hall

pytestmark = pytest.mark.django_db
SOON, LATER = TODAY + timedelta(days=5), TODAY + timedelta(days=12)
THERE: dict[str, Any] = {"day": LATER, "starts": time(9, 30), "ends": time(11), "place": "Library"}


@pytest.fixture
def hall() -> Hall:
    return Hall()


def moved(hall: Hall, ref: str, **more: Any) -> Any:
    return sessions.move_session(ref, **{"by": hall.later(), "on": TODAY, "because": "The hall is taken", **THERE, **more})


def row(hall: Hall, session: Any) -> Any:
    with scope(hall.lead):
        return queries.session_row(hall.lead, session)


def test_it_is_set_for_another_day_time_and_place_keeps_who_gives_it_and_leaves_a_trail(hall: Hall) -> None:
    session = hall.planned(day=SOON, place="Hall", person="P-901")

    moved(hall, session.ref, seen=1)

    now = row(hall, session)
    assert (now.stage, now.day, now.slot) == (SessionStage.PLANNED, LATER, Slot(**THERE))
    with scope(hall.lead):
        assert queries.given_by(hall.lead, session).count() == 1
        assert queries.first_set(now.session) == Slot(day=SOON, place="Hall")
        event = Event.objects.get(area_id=hall.area.pk, verb="training.session.moved")
        assert (event.ref, event.details) == (session.ref, {"on": TODAY.isoformat(), "day": LATER.isoformat()})
        assert not Outbox.objects.exists()


def test_moved_again_the_last_move_holds_and_every_earlier_day_stays(hall: Hall) -> None:
    session = hall.planned(day=SOON)
    moved(hall, session.ref)

    moved(hall, session.ref, by=hall.later(5), day=TODAY, place="")

    assert row(hall, session).slot == Slot(day=TODAY, starts=time(9, 30), ends=time(11))
    with scope(hall.lead):
        assert [move.day for move in queries.moves(hall.lead, session)] == [TODAY, LATER]


def test_one_past_its_day_of_which_nobody_said_a_word_may_still_move_ahead(hall: Hall) -> None:
    session = hall.planned(day=TODAY - timedelta(days=1))

    moved(hall, session.ref)

    assert row(hall, session).stage is SessionStage.PLANNED
    with scope(hall.lead):
        assert [one.on for one in sessions_due(hall.lead, until=LATER)] == [LATER]
        assert sessions_due(hall.lead, until=SOON) == []
        assert [one.ref for one in queries.filtered(hall.lead, which="ahead")] == [session.ref]
        assert not queries.filtered(hall.lead, which="unrecorded")


def cancelled(hall: Hall) -> Any:
    session = hall.planned(day=SOON)
    sessions.cancel_session(session.ref, by=hall.lead, on=TODAY, because="Snow")
    return session


def ends_first(hall: Hall) -> Any:
    session = hall.planned(day=SOON)
    courses.end_course("CR-901", by=hall.lead, on=TODAY)
    return session


WRONG: dict[str, Any] = {
    "held": (Hall.held, {}, "held already"),
    "cancelled": (cancelled, {}, "cancelled: plan another"),
    "into the past": (lambda hall: hall.planned(day=SOON), {"day": TODAY - timedelta(days=1)}, "has passed"),
    "nowhere else": (lambda hall: hall.planned(**THERE), {}, "then and there already"),
    "ends before it begins": (lambda hall: hall.planned(day=SOON), {"ends": time(9)}, "cannot end before it begins"),
    "only its end": (lambda hall: hall.planned(day=SOON), {"starts": None}, "Say when it begins"),
    "no reason": (lambda hall: hall.planned(day=SOON), {"because": " "}, "Say why it moves"),
    "changed meanwhile": (lambda hall: hall.planned(day=SOON), {"seen": 7}, "changed"),
    "the course ends": (ends_first, {}, "no longer offered"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_cannot_be_so_is_refused_in_words(hall: Hall, case: str) -> None:
    make, more, says = WRONG[case]
    session = make(hall)

    with pytest.raises(Refused, match=says):
        moved(hall, session.ref, **more)


def test_whoever_only_reads_is_refused_and_the_next_council_finds_nothing(hall: Hall) -> None:
    session = hall.planned(day=SOON)

    with pytest.raises(PermissionDenied):
        moved(hall, session.ref, by=the_partner(hall.area))
    with pytest.raises(ObjectDoesNotExist):
        moved(hall, session.ref, by=the_stranger())


def test_search_finds_where_it_is_now(hall: Hall) -> None:
    session = hall.planned(day=SOON, place="Hall")

    moved(hall, session.ref)

    with scope(hall.lead):
        [kept] = Entry.objects.filter(kind="session").values_list("words", "on")
        rebuild(everything_searchable(hall.lead), by=hall.lead)
        assert list(Entry.objects.filter(kind="session").values_list("words", "on")) == [kept]
        assert ("library" in kept[0], kept[1]) == (True, LATER)


def test_its_calendar_entry_says_training_when_and_where_and_no_more(hall: Hall) -> None:
    session = hall.planned(day=SOON, place="Hall", person="P-901")
    with scope(hall.lead):
        first = session_calendar(hall.lead, session=session.ref)
    moved(hall, session.ref)
    with scope(hall.lead):
        text = session_calendar(hall.lead, session=session.ref)

    [before], [entry] = Calendar.from_ical(first).events, Calendar.from_ical(text).events
    assert (entry["SUMMARY"], entry["LOCATION"], entry["DTSTART"].dt.date(), entry["STATUS"]) == ("Training", "Library", LATER, "CONFIRMED")
    assert (before["DTSTART"].dt, before["UID"], before["SEQUENCE"] < entry["SEQUENCE"]) == (SOON, entry["UID"], True)
    assert set(entry) == {"UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND", "LOCATION", "URL", "STATUS", "CLASS"}
    assert not [word for word in ("Noticing", "Teachers", "Sam", "Speaker", "P-901") if word in text]
    assert why_not_attach(text.replace("SUMMARY:Training", "SUMMARY:Meeting"), to="somebody@example.org") is None


def test_a_cancelled_session_is_cancelled_in_the_calendar_too(hall: Hall) -> None:
    session = cancelled(hall)

    with scope(hall.lead):
        [entry] = Calendar.from_ical(session_calendar(hall.lead, session=session.ref)).events

    assert entry["STATUS"] == "CANCELLED"


def test_the_lead_moves_it_on_its_page_and_anybody_who_reads_takes_its_entry(hall: Hall) -> None:
    lead, member, stranger = Client(), Client(), Client()
    sign_in(lead, hall.area, Role.TRAINING)
    sign_in(member, hall.area, Role.MEMBER)
    sign_in_stranger(stranger)
    now = a_viewer(hall.area, Role.TRAINING, now=timezone.now())
    soon, later = (timezone.localdate() + timedelta(days=days) for days in (5, 12))
    session = sessions.plan_session("CR-901", by=now, on=now.today, day=soon, audience="Teachers", place="Hall")
    page = f"/{hall.area.slug}/training/sessions/{session.ref}/"

    form = sent_back(lead.get(f"{page}move/"), day=f"{later:%d/%m/%Y}", starts="9.30am", place="Library", because="The hall is taken")
    said = words(lead.post(f"{page}move/", form, follow=True))
    entry = member.get(f"{page}session.ics")

    assert "9:30am, Library Moved on" in said
    assert "The hall is taken First planned for" in said
    assert (form["seen"], member.get(f"{page}move/").status_code, stranger.get(f"{page}move/").status_code) == ("1", 403, 404)
    assert entry["Content-Disposition"] == f'attachment; filename="{hall.area.slug}-{session.ref}-calendar.ics"'
    assert (b"SUMMARY:Training" in entry.content, stranger.get(f"{page}session.ics").status_code) == (True, 404)
    with scope(now):
        assert Event.objects.filter(area_id=hall.area.pk, verb="training.session.taken-away").count() == 1
