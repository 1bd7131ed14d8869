"""The pages of groups, their seats, their terms and their people."""

from datetime import timedelta
from uuid import uuid4

import pytest

from dueregard.access.roles import Role
from dueregard.basics.dates import say
from dueregard.documents.tests.factories import DocumentFactory, VersionFactory
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.partnership import actions
from dueregard.partnership.models import FunctionTermEnd, Group, GroupReport, GroupTerms, Membership, Representation, Seat
from dueregard.partnership.tests.pages import World, a_world, sent_back, signed_in, today, words
from dueregard.partnership.tests.stories import BEGAN, a_body, a_group, rows, the_lead_on


@pytest.fixture
def world(db):
    return a_world()


def group_page(world: World, path: str = "") -> str:
    return world.at(f"groups/{world.group.ref}/{path}")


def test_an_empty_area_is_told_the_first_step(db):
    area = AreaFactory(slug="new-area")
    lead = signed_in(World(area, None, {}, {}), Role.LEAD)

    for path in ("", "groups/", "meetings/", "members/", "terms/", "meetings/plan/", "members/record/", "seats/new/"):
        response = lead.get(f"/new-area/partnership/{path}")
        assert response.status_code == 200
        assert response.content.decode().count("<h1") == 1
        assert "Record a group" in words(response) or "Plan the next meeting" in words(response), path


def test_a_group_is_recorded_once_however_often_the_form_is_sent(world):
    lead = signed_in(world, Role.LEAD)
    sent = {"name": "Channel panel", "functions": ["channel"], "on": "8/1/2024", "once": str(uuid4())}

    lead.post(world.at("groups/new/"), sent)
    response = lead.post(world.at("groups/new/"), sent, follow=True)

    assert "Channel panel" in words(response)
    assert [row.name for row in rows(Group, world.area)].count("Channel panel") == 1


def test_a_group_without_a_name_is_refused_with_links_to_its_fields(world):
    lead = signed_in(world, Role.LEAD)

    response = lead.post(world.at("groups/new/"), {"on": "31/2/2024", "once": str(uuid4())})

    page = response.content.decode()
    assert "The group is not recorded yet" in words(response)
    assert 'href="#id_name"' in page
    assert "Write the date as day, month and year" in words(response)


def test_the_group_page_says_who_sits_where_and_what_is_vacant(world):
    actions.open_seat(
        world.group.ref, by=the_lead_on(world.area, today()), on=today(), kind="invited", body=a_body(world.area, name="Youth forum")
    )

    page = words(signed_in(world, Role.PARTNER).get(group_page(world)))

    assert "4 seats, 1 of them vacant" in page
    assert "Youth forum" in page
    assert "Vacant." in page
    assert "Chair: Ines Chair" in page
    assert "Oversees Prevent delivery" in page


def test_a_partner_sees_no_link_that_changes_anything(world):
    partner = signed_in(world, Role.PARTNER)

    for path in ("", "groups/", f"groups/{world.group.ref}/", "members/", "terms/", "meetings/", f"seats/{world.seats['police'].ref}/"):
        page = words(partner.get(world.at(path)))
        assert "Record " not in page, path
        assert "Plan a meeting" not in page, path


def test_one_person_in_two_chairs_is_asked_why_in_the_same_form(world):
    channel = a_group(world.area, "channel", name="Channel panel")
    lead = signed_in(world, Role.LEAD)
    address = world.at(f"groups/{channel.ref}/members/record/")
    opened = lead.get(address)
    assert "Why it has to be so" not in words(opened)

    refused = lead.post(address, sent_back(opened, person=world.people["chair"], role="chair", on="1/6/2024"))

    assert "should not also chair the Channel panel" in words(refused)
    assert sent_back(refused)["person"] == world.people["chair"]
    assert "Why it has to be so" in words(refused)
    lead.post(address, sent_back(refused, because="Nobody else is vetted", agreed_by="The strategic officer"))
    made = rows(Membership, world.area, group=channel)
    assert [(row.because, row.agreed_by) for row in made] == [("Nobody else is vetted", "The strategic officer")]


def test_a_seat_is_recorded_from_the_gap_that_names_the_group(world):
    lead, body = signed_in(world, Role.LEAD), a_body(world.area, name="Probation")
    address = group_page(world, "seats/new/")

    lead.post(address, sent_back(lead.get(address), kind="sector", sector="probation", body=body, on="1/6/2024"))

    assert [row.sector for row in rows(Seat, world.area)].count("probation") == 1


def test_a_sector_seat_without_a_sector_is_refused(world):
    lead, body = signed_in(world, Role.LEAD), a_body(world.area)
    address = group_page(world, "seats/new/")

    response = lead.post(address, sent_back(lead.get(address), kind="sector", sector="", body=body, on="1/6/2024"))

    assert "Choose the sector this seat holds" in words(response)


def test_a_page_about_a_group_finds_the_only_one_or_asks_which(world):
    lead = signed_in(world, Role.LEAD)
    assert lead.get(world.at("terms/record/")).url == group_page(world, "terms/record/")

    a_group(world.area, "channel", name="Channel panel")

    assert "For which group?" in words(lead.get(world.at("terms/record/")))


def test_terms_are_picked_from_the_register(world):
    document = DocumentFactory(area=world.area, title="Terms of the group", kind="terms")
    VersionFactory(document=document, on=BEGAN)
    lead, address = signed_in(world, Role.LEAD), group_page(world, "terms/record/")

    lead.post(
        address, sent_back(lead.get(address), version=f"{document.ref}/1", on="1/6/2024", quorum_members="3", quorum_required=["police"])
    )

    assert rows(GroupTerms, world.area)[0].quorum_members == 3
    page = words(lead.get(group_page(world)))
    assert "Terms of the group" in page
    assert "3 members, among them police" in page


def test_a_function_a_board_and_an_agreement_are_recorded_and_ended(world):
    lead = signed_in(world, Role.LEAD)
    lead.post(group_page(world, "functions/"), {"function": "risk", "on": "1/6/2024"})
    lead.post(group_page(world, "functions/risk/stop/"), {"on": "1/9/2024"})
    lead.post(group_page(world, "report/"), {"to_group": "", "to_board": "Safer board", "on": "1/6/2024"})
    address = group_page(world, "representations/record/")
    sent = sent_back(
        lead.get(address), seat=world.seats["police"].ref, for_body=a_body(world.area), agreed="Minutes of June", on="1/6/2024"
    )
    lead.post(address, sent)
    agreement = rows(Representation, world.area)[0]

    response = lead.post(world.at(f"representations/{agreement.ref}/end/"), {"on": "1/9/2024"}, follow=True)

    assert "The agreement has ended" in words(response)
    assert len(rows(FunctionTermEnd, world.area)) == 1
    assert rows(GroupReport, world.area)[0].to_board == "Safer board"


def test_two_groups_cannot_report_to_each_other(world):
    channel = a_group(world.area, "channel", name="Channel panel")
    lead = signed_in(world, Role.LEAD)
    lead.post(world.at(f"groups/{channel.ref}/report/"), {"to_group": world.group.ref, "to_board": "", "on": "1/6/2024"})

    response = lead.post(group_page(world, "report/"), {"to_group": channel.ref, "to_board": "", "on": "1/6/2024"})

    assert "That group reports to this one already" in words(response)
    assert [row.group_id for row in rows(GroupReport, world.area)] == [channel.pk]


def test_a_membership_that_would_end_before_it_began_is_refused_and_kept_on_the_form(world):
    lead, member = signed_in(world, Role.LEAD), rows(Membership, world.area)[0]

    response = lead.post(world.at(f"members/{member.ref}/end/"), {"on": "1/1/2020"})

    assert "It cannot end on 1 January 2020" in words(response)
    assert sent_back(response)["on"] == "1/1/2020"


def test_who_came_over_meetings_is_shown_by_seat(world):
    meeting = world.meeting(days=-3)
    day = today() - timedelta(days=3)
    came = [actions.Came(seat=world.seats["police"].ref, presence="present")]
    actions.record_attendance(meeting.ref, by=the_lead_on(world.area, day), came=came)
    actions.record_held(meeting.ref, by=the_lead_on(world.area, day), on=day)

    page = words(signed_in(world, Role.PARTNER).get(world.at("members/")))

    assert "attendance at 1 meeting is recorded" in page
    assert "1 of 1" in page


def test_a_meeting_called_at_once_is_said_not_to_count_for_attendance(world):
    day = today() - timedelta(days=3)
    lead = the_lead_on(world.area, day)
    meeting = actions.call_at_once(world.group.ref, by=lead, on=day, day=day, because="A march")
    came = [actions.Came(seat=seat.ref, presence="present") for seat in world.seats.values()]
    actions.record_attendance(meeting.ref, by=lead, came=came)
    actions.record_held(meeting.ref, by=lead, on=day)

    page = words(signed_in(world, Role.PARTNER).get(world.at("members/")))

    assert f"Not counted here: {say(day)} (called at once)" in page
    assert "0 of 0" in page


def test_somebody_of_another_area_cannot_be_put_on_the_group(world):
    theirs = PersonFactory(area=AreaFactory(slug="next-council"))
    lead, address = signed_in(world, Role.LEAD), group_page(world, "members/record/")

    response = lead.post(address, sent_back(lead.get(address), person=theirs.ref, role="member", on="1/6/2024"))

    assert "Choose from the list for “Person”" in words(response)
    assert theirs.name not in words(response)
