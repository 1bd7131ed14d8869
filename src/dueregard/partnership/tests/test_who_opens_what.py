"""Every page of groups and meetings: who opens it, what it costs, and that another area's references lead nowhere."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dueregard.access.roles import Role
from dueregard.partnership import actions
from dueregard.partnership.models import Membership
from dueregard.partnership.tests.pages import World, a_world, signed_in, stranger, today
from dueregard.partnership.tests.stories import a_seat, rows, the_lead_on

READ = ("", "groups/", "groups/{group}/", "terms/", "seats/{seat}/", "members/", "meetings/", "meetings/{meeting}/")
CHANGE = (
    "groups/new/",
    *(f"groups/{{group}}/{page}/" for page in ("end", "functions", "functions/oversight/stop", "report", "terms/record", "seats/new")),
    *(
        f"groups/{{group}}/{page}/"
        for page in ("representations/record", "members/record", "meetings/plan", "meetings/at-once", "meetings/record")
    ),
    "seats/{seat}/end/",
    "members/{member}/end/",
    *(f"meetings/{{meeting}}/{page}/" for page in ("call", "move", "cancel", "agenda", "approve")),
    "items/{item}/change/",
    "items/{item}/papers/add/",
)


@pytest.fixture
def world(db):
    return a_world()


def paths(world: World, pages: tuple[str, ...], *, slug: str = "") -> list[str]:
    meeting = world.meeting(days=9)
    refs = {
        "group": world.group.ref,
        "seat": world.seats["police"].ref,
        "member": rows(Membership, world.area)[0].ref,
        "meeting": meeting.ref,
        "item": world.item(meeting),
    }
    return [f"/{slug or world.area.slug}/partnership/{page.format(**refs)}" for page in pages]


def test_a_partner_reads_and_changes_nothing(world):
    partner = signed_in(world, Role.PARTNER)

    assert {partner.get(path).status_code for path in paths(world, READ)} == {200}
    assert {partner.post(path).status_code for path in paths(world, CHANGE)} == {403}


def test_the_lead_opens_every_page(world):
    lead = signed_in(world, Role.LEAD)

    assert {lead.get(path).status_code for path in paths(world, READ + CHANGE)} == {200}


def test_somebody_with_no_part_in_the_group_opens_none(world):
    administrator = signed_in(world, Role.ADMINISTRATOR)

    assert {administrator.get(path).status_code for path in paths(world, READ + CHANGE)} == {403}


def test_a_stranger_from_the_next_council_finds_nothing_there(world):
    theirs = stranger()

    assert {theirs.get(path).status_code for path in paths(world, READ + CHANGE)} == {404}


def test_another_areas_references_lead_nowhere_in_ones_own(world):
    ours = a_world("our-area")
    lead = signed_in(ours, Role.LEAD)
    meeting = world.meeting(days=9)
    item = [world.item(meeting, str(number)) for number in range(9)][-1]
    pages = (f"meetings/{meeting.ref}/", f"items/{item}/move/", f"items/{item}/take-off/", f"meetings/{meeting.ref}/agenda/review/")

    assert {lead.post(ours.at(page)).status_code for page in pages} == {404}


@pytest.mark.parametrize("page", ["", "groups/", "groups/{group}/", "terms/", "members/", "meetings/", "meetings/{meeting}/"])
def test_a_page_asks_the_database_no_more_when_there_is_more_to_show(world, page):
    partner = signed_in(world, Role.PARTNER)
    a_full_meeting(world, days=70)
    address = world.at(page.format(group=world.group.ref, meeting=a_full_meeting(world)))
    partner.get(address)
    with CaptureQueriesContext(connection) as few:
        partner.get(address)

    for days in (40, 50, 60):
        a_full_meeting(world, days=days, ref=address.rstrip("/").split("/")[-1])
    with CaptureQueriesContext(connection) as many:
        partner.get(address)

    assert len(many) <= len(few), "\n".join(query["sql"][:150] for query in many.captured_queries)


def test_writing_up_asks_no_more_for_a_longer_agenda(world):
    lead, meeting = signed_in(world, Role.CLERK), world.meeting()
    world.item(meeting)
    address = world.at(f"meetings/{meeting.ref}/write-up/")
    lead.get(address)
    with CaptureQueriesContext(connection) as few:
        lead.get(address)

    for number in range(5):
        world.item(meeting, f"Item {number}")
        a_seat(world.group)
    with CaptureQueriesContext(connection) as many:
        lead.get(address)

    assert len(many) <= len(few)


def a_full_meeting(world: World, *, days: int = 30, ref: str = "") -> str:
    """A held meeting with an item, a decision and an action; and one more seat and member, and one more of each at the first meeting."""
    on = today() - timedelta(days=days)
    lead = the_lead_on(world.area, on)
    seat = a_seat(world.group)
    meeting = world.meeting(days=-days, planned=days + 30).ref
    item = actions.add_item(meeting, by=lead, on=on, title="Workshops").ref
    actions.record_attendance(meeting, by=lead, came=[actions.Came(seat=seat.ref, presence="present")])
    actions.record_held(meeting, by=lead, on=on)
    actions.write_minute(item, by=lead, words="Said")
    actions.record_decision(item, by=lead, on=on, words="Pay", kind="procedural")
    actions.raise_action("Write", by=lead, on=on, body=seat.body.ref, item=item)
    if ref.startswith("M-"):
        put = actions.add_item(ref, by=the_lead_on(world.area, today()), on=today(), title="More").ref
        actions.write_minute(put, by=the_lead_on(world.area, today()), words="Said")
    return meeting
