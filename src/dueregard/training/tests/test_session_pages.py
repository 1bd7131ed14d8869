"""The pages of sessions: planned, held, attended in three ways, cancelled; what each reader sees of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.partnership.tests.pages import sent_back, today, words
from dueregard.training.actions import sessions as actions
from dueregard.training.actions.attendance import record_attendance
from dueregard.training.models import Attendance, Session
from dueregard.training.tests.sessions import QUESTION, Hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    """With a clock that tells the hour of the pages."""
    hall = Hall()
    hall.lead = hall.lead.at(timezone.now() - timedelta(hours=1))
    return hall


@pytest.fixture
def lead(client: Client, hall: Hall) -> Client:
    sign_in(client, hall.area, Role.TRAINING)
    return client


def at(hall: Hall, page: str) -> str:
    return f"/{hall.area.slug}/training/sessions/{page}"


def day(days: int = 0) -> str:
    return f"{today() + timedelta(days=days):%d/%m/%Y}"


def planned(hall: Hall, days: int = -3, **more: Any) -> Any:
    on = hall.lead.today + timedelta(days=days)
    return actions.plan_session("CR-901", **{"by": hall.lead, "on": hall.lead.today, "day": on, "audience": "Teachers", **more})


def held(hall: Hall, came: int | None = None) -> Any:
    session = planned(hall)
    actions.hold_session(session.ref, by=hall.lead, on=session.on, came=came)
    return session


def post(client: Client, address: str, **typed: Any) -> str:
    """What the next page says after this was typed into a page and sent."""
    return words(client.post(address, sent_back(client.get(address), **typed), follow=True))


def names(hall: Hall, session: Any) -> list[str]:
    with scope(hall.lead):
        rows = Attendance.objects.filter(area=hall.area, session=session, withdrawal=None)
        return sorted(rows.values_list("learner__name", flat=True))


def test_a_lead_plans_a_session_and_records_that_it_was_held(lead: Client, hall: Hall) -> None:
    said = post(
        lead, at(hall, "new/"), course="CR-901", day=day(-1), audience="All members", place="Town hall", person="P-901", body="B-901"
    )
    assert "Session TS-1 Noticing and sharing" in said
    assert "Not recorded yet" in said
    assert "Sam Speaker" in said
    assert "Joint with Westmarch Council" in said

    said = post(lead, at(hall, "TS-1/held/"), on=day(-1), came="14")
    assert "14 came, as it was counted; none of them recorded one by one" in said


def test_learners_of_a_team_are_ticked(lead: Client, hall: Hall) -> None:
    session = held(hall)
    page = at(hall, f"{session.ref}/attendance/team/?whose=T-901")
    assert "Person 0" in words(lead.get(page))

    said = words(lead.post(page, {"who": ["LN-900", "LN-902"]}, follow=True))

    assert names(hall, session) == ["Person 0", "Person 2"]
    assert "Person 1" not in said
    assert "recorded already" in words(lead.get(page))


def test_a_pasted_list_is_looked_at_first_and_recorded_without_the_lines_not_taken(lead: Client, hall: Hall) -> None:
    session = held(hall)
    page = at(hall, f"{session.ref}/attendance/list/")

    looked = lead.post(page, {"lines": "1000\np1@council.example\n55555", "body": ""})
    assert "2 people found, 1 line not taken. Nothing is recorded yet" in words(looked)
    assert "3 55555 Nobody with this employee number" in words(looked)
    assert names(hall, session) == []

    said = lead.post(page, {"who": sent_back(looked)["who"], "step": "record"}, follow=True)
    assert names(hall, session) == ["Person 0", "Person 1"]
    assert b"2 people recorded as having come" in said.content


def test_a_file_is_brought_in_after_a_dry_run(lead: Client, hall: Hall) -> None:
    session = held(hall)
    page = at(hall, f"{session.ref}/attendance/file/")
    file = SimpleUploadedFile("Ann Ode.csv", b"Staff number,Attended\n1001,yes\n1002,no\n")

    looked = lead.post(page, {"file": file, "body": ""})
    assert "1 person found, 1 line not taken" in words(looked)
    assert "they did not come" in words(looked)

    lead.post(page, {"who": sent_back(looked)["who"], "step": "record"})
    assert names(hall, session) == ["Person 1"]


@pytest.mark.parametrize(("content", "why"), [(b"MZ\x90\x00" + b"\x00" * 60, "program"), (b"", "empty")])
def test_a_file_that_is_no_list_is_refused_in_words(lead: Client, hall: Hall, content: bytes, why: str) -> None:
    page = at(hall, f"{held(hall).ref}/attendance/file/")

    assert why in words(lead.post(page, {"file": SimpleUploadedFile("list.csv", content), "body": ""}))


def test_before_a_session_is_held_nobody_can_be_recorded(lead: Client, hall: Hall) -> None:
    session = planned(hall)

    for page in ("team", "list", "file"):
        assert "Record first that it was held" in words(lead.get(at(hall, f"{session.ref}/attendance/{page}/")))


def test_an_attendance_is_withdrawn_with_the_reason(lead: Client, hall: Hall) -> None:
    session = held(hall)
    record_attendance(session.ref, by=hall.lead, learners=["LN-900"])
    with scope(hall.lead):
        key = Attendance.objects.get(session=session).pk

    said = post(lead, at(hall, f"{session.ref}/attendance/{key}/withdraw/"), because="Another of that name")

    assert "Withdrawn: Another of that name" in said
    learner = words(lead.get(f"/{hall.area.slug}/training/learners/LN-900/"))
    assert f"{session.ref} withdrawn: Another of that name" in learner


def test_a_session_is_cancelled_and_planned_again(lead: Client, hall: Hall) -> None:
    session = planned(hall, 7, place="Library")

    assert "Cancelled: Snow." in post(lead, at(hall, f"{session.ref}/cancel/"), because="Snow")

    again = sent_back(lead.get(at(hall, f"new/?like={session.ref}")))
    assert (again["course"], again["audience"], again["place"], again["day"]) == ("CR-901", "Teachers", "Library", "")


def test_the_list_is_asked_for_those_ahead_past_held_or_cancelled_and_of_a_course(lead: Client, hall: Hall) -> None:
    ahead, past, was = planned(hall, 7), planned(hall), held(hall)
    off = planned(hall, 9)
    actions.cancel_session(off.ref, by=hall.lead, on=hall.lead.today, because="Snow")

    def shown(query: str) -> set[str]:
        said = words(lead.get(at(hall, query)))
        return {session.ref for session in (ahead, past, was, off) if session.ref in said}

    assert shown("") == {ahead.ref, past.ref, was.ref, off.ref}
    assert shown("?which=ahead") == {ahead.ref}
    assert shown("?which=unrecorded") == {past.ref}
    assert shown("?which=held") == {was.ref}
    assert shown("?which=cancelled") == {off.ref}
    assert shown("?course=CR-901") == {ahead.ref, past.ref, was.ref, off.ref}


def test_how_confident_people_were_is_recorded_shown_and_withdrawn(lead: Client, hall: Hall) -> None:
    session = held(hall, came=71)
    typed = {
        f"{time}_{step}": str(count)
        for time, row in (("before", (0, 20, 20, 10)), ("after", (0, 0, 30, 20)))
        for step, count in enumerate(row)
    }

    said = post(lead, at(hall, f"{session.ref}/confidence/"), asked=QUESTION, given="counts", on=day(-3), **typed)

    assert "Good or able to champion: 60% before, 100% after." in said
    assert "1 Basic 20 (40%) 0 (0%)" in said
    page = lead.get(at(hall, f"{session.ref}/"))
    assert b'role="img"' in page.content
    away = page.content.decode().split("/withdraw/")[0].rpartition("confidence/")[2]
    assert QUESTION not in post(lead, at(hall, f"{session.ref}/confidence/{away}/withdraw/"))


def test_published_percentages_need_their_document_and_come_to_about_100(lead: Client, hall: Hall) -> None:
    session = held(hall, came=71)
    page = at(hall, f"{session.ref}/confidence/")
    typed = {"asked": QUESTION, "given": "percent", "after_2": "66", "after_3": "32", "base_after": "60"}

    assert "After: say which document they were published in" in post(lead, page, **typed)
    assert "come to 90" in post(lead, page, **typed | {"after_3": "24", "document": "DOC-901"})
    said = post(lead, page, **typed | {"document": "DOC-901"})
    assert "Percentages as they were published in Annual report ; they are not turned into people" in said
    assert "Of how many answers Not asked 60" in said


def test_whoever_may_not_see_names_sees_numbers_and_no_small_ones(client: Client, hall: Hall) -> None:
    few, many = held(hall), held(hall, came=40)
    record_attendance(few.ref, by=hall.lead, learners=["LN-900"])
    actions.say_confidence(many.ref, by=hall.lead, on=many.on, asked=QUESTION, after=[0, 2, 18, 20])
    sign_in(client, hall.area, Role.MEMBER)

    said = words(client.get(at(hall, f"{few.ref}/")))
    assert "Fewer than five" in said
    assert "Person 0" not in said
    assert "2 (5%)" not in words(client.get(at(hall, f"{many.ref}/")))
    assert "Numbers of fewer than five people" in words(client.get(at(hall, f"{many.ref}/")))
    for page in ("team", "list", "file"):
        assert client.get(at(hall, f"{few.ref}/attendance/{page}/")).status_code == 403
    assert client.get(at(hall, "new/")).status_code == 403


def test_to_the_next_council_no_page_of_it_exists(client: Client, hall: Hall) -> None:
    session = held(hall)
    sign_in_stranger(client)

    for page in ("", f"{session.ref}/", f"{session.ref}/attendance/team/", f"{session.ref}/confidence/"):
        answer: HttpResponse = client.get(at(hall, page))
        assert answer.status_code == 404


def test_what_was_typed_comes_back_with_a_refusal(lead: Client, hall: Hall) -> None:
    said = lead.post(at(hall, "new/"), sent_back(lead.get(at(hall, "new/")), course="CR-901", day="1/1/2019", audience="Teachers"))

    assert "after that day" in words(said)
    assert b'value="Teachers"' in said.content
    with scope(hall.lead):
        assert not Session.objects.filter(area=hall.area).exists()
