"""Bringing in an attendance sheet: looked at row by row, asked about what is open, written once and whole."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from dueregard.access.roles import Role
from dueregard.audit.models import Event
from dueregard.organisations.models import Body
from dueregard.partnership import actions
from dueregard.partnership.models import Attendance, Meeting
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, stranger, today, words
from dueregard.partnership.tests.stories import inside, the_chair_on, the_lead_on
from dueregard.sheets.tests.workbooks import a_workbook

pytestmark = pytest.mark.django_db
FIRST, LAST = today() - timedelta(days=200), today() - timedelta(days=60)


@pytest.fixture
def world() -> World:
    return a_world()


def full(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def sheet(*rows: str, dates: str = f"{full(FIRST)},{full(LAST)}") -> bytes:
    return "\n".join(["Prevent board", "", f"Who,{dates}", *rows]).encode()


GOOD = sheet("Local authority,✓,sub", "Police,✓,apols", "Total,2,1")


def upload(client: Client, world: World, content: bytes, *, name: str = "attendance.csv", what: str = "attendance") -> HttpResponse:
    typed = {"what": what, "group": world.group.ref, "file": SimpleUploadedFile(name, content)}
    return client.post(world.at("bringing-in/"), typed)


def go_on(client: Client, world: World, page: HttpResponse, step: str, **typed: str) -> HttpResponse:
    return client.post(world.at("bringing-in/"), sent_back(page, step=step, **typed), follow=True)


def recorded(world: World) -> list[tuple[date, str, str]]:
    """Day, body and presence of everything recorded."""
    with inside(world.area):
        rows = Attendance.objects.filter(area=world.area).select_related("seat__body").order_by("on", "seat__ref")
        return [(row.on, row.seat.ref if row.seat else "", row.presence) for row in rows]


def test_one_meeting_is_said_as_one(world: World) -> None:
    page = upload(signed_in(world, Role.LEAD), world, sheet("Local authority,✓", dates=full(LAST)))

    assert "It would bring in 1 meeting, not here yet, with 1 mark of attendance" in words(page)


def test_the_dry_run_says_what_would_become_of_each_row_and_writes_nothing(world: World) -> None:
    page = upload(signed_in(world, Role.LEAD), world, GOOD)

    assert "It would bring in 2 meetings, 2 of them not here yet, with 4 marks of attendance" in words(page)
    assert "A total or a heading, not somebody" in words(page)
    assert recorded(world) == []


def test_it_is_brought_in_and_the_same_file_again_changes_nothing(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    council, police = world.seats["local-authority"].ref, world.seats["police"].ref

    page = go_on(client, world, upload(client, world, GOOD), "bring")
    once = recorded(world)
    again = upload(client, world, GOOD)
    after = go_on(client, world, again, "bring")

    assert "Brought in: 2 meetings" in words(page)
    assert once == [(FIRST, council, "present"), (FIRST, police, "present"), (LAST, council, "substitute"), (LAST, police, "apologies")]
    assert "Nothing in it is new: bringing it in would change nothing" in words(again)
    assert "Nothing in this file is new, so nothing was changed" in words(after)
    assert recorded(world) == once


def test_the_trail_has_one_event_with_the_files_digest(world: World) -> None:
    client = signed_in(world, Role.LEAD)

    go_on(client, world, upload(client, world, GOOD), "bring")

    with inside(world.area):
        event = Event.objects.get(area_id=world.area.pk, verb="partnership.attendance.brought-in")
    assert len(event.details["digest"]) == 64
    assert event.details["meetings"] == 2


def test_a_mark_that_means_two_things_is_asked_and_nothing_is_written_before_it_is_answered(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    page = upload(client, world, sheet("Police,x,A", "Local authority,JS,✓"))

    refused = go_on(client, world, page, "bring")
    answered = {"mark-0": "absent", "mark-1": "apologies", "mark-2": "present"}
    looked = go_on(client, world, refused, "check", **answered)
    done = go_on(client, world, looked, "bring")

    assert "still need an answer" in words(refused)
    assert "Brought in" in words(done)
    assert len(recorded(world)) == 4


def test_dates_that_can_be_read_two_ways_are_asked_unless_another_settles_them(world: World) -> None:
    client = signed_in(world, Role.LEAD)

    asked = upload(client, world, sheet("Police,✓,✓", dates="03/04/2026,05/06/2026"))
    settled = upload(client, world, sheet("Police,✓,✓", dates="03/04/2026,25/06/2026"))
    answered = go_on(client, world, asked, "check", order="day-first")

    assert "can be read two ways. Say which number is the day" in words(asked)
    assert "3 April 2026" in words(settled)
    assert "because other dates of the file can be read in that way only" in words(settled)
    assert "5 June 2026" in words(answered)


def test_a_name_that_is_only_like_is_proposed_and_taken_when_chosen(world: World) -> None:
    client, seat = signed_in(world, Role.LEAD), world.seats["police"]
    with inside(world.area):
        Body.objects.filter(pk=seat.body_id).update(name="Ambleford Constabulary")
    page = upload(client, world, sheet("Amblefort Constabulary,✓,✓"))

    chosen = go_on(client, world, page, "check", **{"row-4": f"seat:{seat.ref}"})

    assert "perhaps Seat" in words(page)
    assert recorded(world) == []
    assert "2 marks of attendance" in words(chosen)


def test_a_row_nobody_goes_by_is_left_out_with_its_reason(world: World) -> None:
    page = upload(signed_in(world, Role.LEAD), world, sheet("Fire and rescue,✓,✓", "Police,✓,✓"))

    assert "Nobody here is called Fire and rescue" in words(page)
    assert "2 marks of attendance" in words(page)


def test_a_person_is_counted_for_their_seat(world: World) -> None:
    client = signed_in(world, Role.LEAD)

    go_on(client, world, upload(client, world, sheet("Member for health,✓,n", "Police,✓,✓")), "bring")

    assert (FIRST, world.seats["health"].ref, "present") in recorded(world)


def test_a_meeting_nobody_came_to_a_day_to_come_and_a_day_twice_are_left_out(world: World) -> None:
    ahead = today() + timedelta(days=9)
    dates = f"{full(FIRST)},{full(LAST)},{full(FIRST)},{full(ahead)}"

    page = words(upload(signed_in(world, Role.LEAD), world, sheet("Police,n,✓,✓,✓", dates=dates)))

    assert "Nobody is marked as having come" in page
    assert "The same day as column B" in page
    assert "This day has not come yet" in page


def test_a_cleared_meeting_is_not_touched_and_says_what_to_do(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    go_on(client, world, upload(client, world, GOOD), "bring")
    with inside(world.area):
        refs = list(Meeting.objects.values_list("ref", flat=True))
    for ref in refs:
        actions.clear_minutes(ref, by=the_chair_on(world.area, today()), on=today())

    page = upload(client, world, sheet("Local authority,n,sub", "Police,✓,apols"))

    assert "The chair has cleared these minutes" in words(page)
    assert "Nothing in it is new" in words(page)


def test_what_is_taken_away_loads_back_and_changes_nothing(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    go_on(client, world, upload(client, world, GOOD), "bring")
    at = world.at(f"groups/{world.group.ref}/attendance/")

    for form in ("csv", "xlsx"):
        content = client.get(f"{at}?take={form}").content
        page = upload(client, world, content, name=f"attendance.{form}")
        assert "Nothing in it is new" in words(page), form


def test_a_sheet_on_its_side_is_read(world: World) -> None:
    rows = [["Meeting", "Police", "Local authority"], [FIRST, "P", "P"], [LAST, "P", "Apols"]]

    page = upload(signed_in(world, Role.LEAD), world, a_workbook(rows), name="sheet.xlsx")

    assert "It would bring in 2 meetings, 2 of them not here yet, with 4 marks" in words(page)


def test_the_dry_run_is_taken_away_mark_by_mark(world: World) -> None:
    client = signed_in(world, Role.LEAD)

    text = go_on(client, world, upload(client, world, GOOD), "take").content.decode("utf-8-sig")

    assert "Where,What it says,What becomes of it,Why" in text
    assert f'"row 4, column B","Local authority, {full(FIRST)}: ✓",New,Present' in text
    assert recorded(world) == []


def test_a_refusal_in_the_middle_leaves_nothing_behind(world: World) -> None:
    client = signed_in(world, Role.LEAD)
    page = upload(client, world, GOOD)
    lead = the_lead_on(world.area, today())
    actions.end_seat(world.seats["police"].ref, by=lead, on=LAST - timedelta(days=30))

    go_on(client, world, page, "bring")

    assert all(day != LAST or seat != world.seats["police"].ref for day, seat, _ in recorded(world))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "The file is empty"),
        (b"Just,words\nand,more\n", "No row of dates was found"),
        (b"12 March 2026,5 June 2026\nP,P\n", "nothing says whose each row is"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "old kind, or one locked"),
        (b"MZ" + bytes(40), "a program"),
    ],
)
def test_a_bad_file_is_refused_in_a_sentence_and_the_form_stays(world: World, content: bytes, why: str) -> None:
    page = upload(signed_in(world, Role.LEAD), world, content)

    assert page.status_code == 200
    assert why in words(page)
    assert "Read the file" in words(page)


def test_a_page_from_elsewhere_or_tampered_with_is_refused(world: World) -> None:
    mine, other = signed_in(world, Role.LEAD), signed_in(world, Role.CLERK)
    page = upload(mine, world, GOOD)

    taken = go_on(other, world, page, "bring")
    changed = mine.post(world.at("bringing-in/"), {"table": sent_back(page)["table"] + "x", "step": "bring"})

    assert "choose the file again" in words(taken)
    assert "choose the file again" in words(changed)
    assert recorded(world) == []


def test_who_may_not_is_refused_and_a_stranger_finds_nothing(world: World) -> None:
    assert upload(signed_in(world, Role.PARTNER), world, GOOD).status_code == 403
    assert upload(stranger(), world, GOOD).status_code == 404
