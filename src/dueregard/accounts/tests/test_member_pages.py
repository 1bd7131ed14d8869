"""The pages on an area's members: who they are, in words, and what an administrator does there."""

from uuid import uuid4

import pytest
from django.test import Client
from pytest_django import Settings

from dueregard.access.roles import Role
from dueregard.accounts.models import Clearance, Invitation, Membership
from dueregard.accounts.tests.factories import ClearanceFactory, InvitationFactory, MembershipFactory
from dueregard.accounts.tests.people import sign_in
from dueregard.organisations.models import Area

LIST = "/wexley/accounts/"


@pytest.fixture
def administrator(client: Client, area: Area) -> Client:
    sign_in(client, area, Role.ADMINISTRATOR, email="administrator@example.org")
    return client


@pytest.fixture
def clerk(area: Area) -> Membership:
    return MembershipFactory(area=area, user__email="clerk@example.org", role=Role.CLERK)


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert page.count("<h1") == 1
    assert 'aria-label="Breadcrumb"' in page
    assert "<script" not in page
    return page


def test_the_list_says_who_is_what_and_who_may_read_official_sensitive(administrator: Client, area: Area) -> None:
    cleared = MembershipFactory(area=area, user__email="lead@example.org", role=Role.LEAD)
    ClearanceFactory(user=cleared.user, level="dv")
    MembershipFactory(area=area, user__email="member@example.org", role=Role.MEMBER)

    page = read(administrator, LIST)

    assert "3 people can sign in to Wexley" in page
    assert "lead@example.org" in page
    assert page.count("May read this") == 1
    assert "vetting" not in page


def test_the_next_councils_people_are_not_listed(administrator: Client, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council, user__email="theirs@example.org")

    assert "theirs@example.org" not in read(administrator, LIST)
    assert administrator.get(f"{LIST}members/{theirs.user_id}/").status_code == 404


def test_the_lead_cannot_open_them(client: Client, area: Area, clerk: Membership) -> None:
    sign_in(client, area, Role.LEAD)

    for address in ("", "invite/", "invitations/", f"members/{clerk.user_id}/", f"members/{clerk.user_id}/role/"):
        assert client.get(LIST + address).status_code == 403


def test_a_member_is_invited_and_the_demo_shows_the_address_once(administrator: Client, settings: Settings) -> None:
    settings.DEMO = True
    asked = {"email": "new@example.org", "role": "clerk", "once": str(uuid4())}

    page = administrator.post(f"{LIST}invite/", asked).content.decode()

    assert "/sign-in/invitation/" in page
    assert "new@example.org" in read(administrator, f"{LIST}invitations/")
    assert "/sign-in/invitation/" not in read(administrator, f"{LIST}invitations/")


def test_outside_the_demo_the_address_goes_by_mail_alone(administrator: Client, settings: Settings) -> None:
    settings.DEMO = False
    asked = {"email": "new@example.org", "role": "clerk", "once": str(uuid4())}

    page = administrator.post(f"{LIST}invite/", asked, follow=True).content.decode()

    assert "The invitation is sent" in page
    assert "/sign-in/invitation/" not in page


def test_a_wrong_invitation_says_what_is_wrong_and_keeps_what_was_typed(administrator: Client) -> None:
    asked = {"email": "new@example.org", "role": "clerk", "until": "27/3/2019", "once": str(uuid4())}

    page = administrator.post(f"{LIST}invite/", asked).content.decode()

    assert "<title>Error:" in page
    assert "The role would end on 27 March 2019, before it begins" in page
    assert 'value="new@example.org"' in page


def test_a_reviewer_is_not_invited_for_a_round_nobody_opened(administrator: Client) -> None:
    asked = {"email": "new@example.org", "role": "reviewer", "round_ref": "RD-9", "until": "27/3/2199", "once": str(uuid4())}

    page = administrator.post(f"{LIST}invite/", asked).content.decode()

    assert "Choose from the list for “Role”" in page
    assert "A reviewer from outside is invited on the page of the round they read" in page


def test_markup_in_what_is_typed_stays_text(administrator: Client) -> None:
    asked = {"email": '"><script>x</script>@example.org', "role": "clerk", "once": str(uuid4())}

    page = administrator.post(f"{LIST}invite/", asked).content.decode()

    assert "<script>" not in page
    assert "<title>Error:" in page


def test_an_open_invitation_is_withdrawn_from_the_list(administrator: Client, area: Area) -> None:
    invitation = InvitationFactory(area=area, email="new@example.org")

    page = administrator.post(f"{LIST}invitations/{invitation.pk}/withdraw/", follow=True).content.decode()

    assert "The invitation is withdrawn" in page
    assert "Withdrawn" in page


def test_an_empty_list_of_invitations_says_so(administrator: Client) -> None:
    assert "Nobody has been invited yet" in read(administrator, f"{LIST}invitations/")


def test_a_members_page_shows_roles_and_never_the_level(administrator: Client, clerk: Membership) -> None:
    ClearanceFactory(user=clerk.user, level="dv")

    page = read(administrator, f"{LIST}members/{clerk.user_id}/")

    assert "Democratic services" in page
    assert "May read this" in page
    assert "vetting" not in page
    assert "Not signed in anywhere" in page


def test_a_role_is_given_and_ended_from_the_page(administrator: Client, clerk: Membership) -> None:
    member = f"{LIST}members/{clerk.user_id}/"
    read(administrator, f"{member}role/")

    given = administrator.post(f"{member}role/", {"role": "officer", "once": str(uuid4())}, follow=True).content.decode()
    read(administrator, f"{member}role/{clerk.pk}/end/")
    ended = administrator.post(f"{member}role/{clerk.pk}/end/", {"on": ""}, follow=True).content.decode()

    assert "The role begins today" in given
    assert "Officer for a section" in given
    assert "The role is ended" in ended


def test_the_same_role_twice_is_refused_on_the_page(administrator: Client, clerk: Membership) -> None:
    page = administrator.post(f"{LIST}members/{clerk.user_id}/role/", {"role": "clerk", "once": str(uuid4())}).content.decode()

    assert "No role is given yet" in page
    assert "This person holds this role already" in page


def test_a_clearance_is_recorded_and_ended_from_the_page(administrator: Client, clerk: Membership) -> None:
    member = f"{LIST}members/{clerk.user_id}/"
    read(administrator, f"{member}clearance/")
    asked = {"level": "sc", "seen_on": "1/3/2024", "until": "1/3/2199", "once": str(uuid4())}

    recorded = administrator.post(f"{member}clearance/", asked, follow=True).content.decode()
    ended = administrator.post(f"{member}clearance/{Clearance.objects.get().pk}/end/", follow=True).content.decode()

    assert "seen again by 1 March 2199" in recorded
    assert "Security check" not in recorded
    assert "The clearance is ended" in ended
    assert "May not read this" in ended


def test_a_wrong_date_is_refused_in_words(administrator: Client, clerk: Membership) -> None:
    asked = {"level": "sc", "seen_on": "31/2/2024", "until": "", "once": str(uuid4())}

    page = administrator.post(f"{LIST}members/{clerk.user_id}/clearance/", asked).content.decode()

    assert "Write the date as day, month and year" in page
    assert "Fill in “When it has to be seen again”" in page


def test_an_account_is_closed_and_reopened_from_the_page(administrator: Client, clerk: Membership) -> None:
    member = f"{LIST}members/{clerk.user_id}/"
    too_early = administrator.post(f"{member}close/", follow=True).content.decode()
    administrator.post(f"{member}role/{clerk.pk}/end/", {"on": ""})

    closed = administrator.post(f"{member}close/", follow=True).content.decode()
    reopened = administrator.post(f"{member}reopen/", follow=True).content.decode()

    assert "end every role first" in too_early
    assert "The account is closed" in closed
    assert "This account is closed" in closed
    assert "The account is open again" in reopened


def test_signing_out_somebody_who_is_not_signed_in_says_so(administrator: Client, clerk: Membership) -> None:
    page = administrator.post(f"{LIST}members/{clerk.user_id}/sign-out/", follow=True).content.decode()

    assert "This person is not signed in anywhere" in page


def test_an_administrators_own_page_offers_neither_ending_their_role_nor_their_clearance(administrator: Client, area: Area) -> None:
    own = Membership.objects.get(area=area)

    page = read(administrator, f"{LIST}members/{own.user_id}/")

    assert "Another administrator can end it" in page
    assert "Somebody else records your clearance" in page


def test_the_area_asks_for_a_second_factor_from_the_list(administrator: Client, area: Area) -> None:
    answer = administrator.post(f"{LIST}second-factor/", {"required": "yes"})

    area.refresh_from_db()
    assert answer.status_code == 302
    assert area.requires_second_factor


def test_buttons_are_pressed_not_followed(administrator: Client, clerk: Membership) -> None:
    for button in ("sign-out", "close", "reopen"):
        assert administrator.get(f"{LIST}members/{clerk.user_id}/{button}/").status_code == 405
    assert administrator.get(f"{LIST}second-factor/").status_code == 405


def test_the_next_councils_records_are_out_of_reach_by_address(administrator: Client, next_council: Area, clerk: Membership) -> None:
    theirs = MembershipFactory(area=next_council)
    invitation = InvitationFactory(area=next_council)
    clearance = ClearanceFactory(user=theirs.user)
    ours = f"{LIST}members/{clerk.user_id}/"

    refused = [
        administrator.post(f"{LIST}invitations/{invitation.pk}/withdraw/"),
        administrator.post(f"{ours}role/{theirs.pk}/end/", {"on": ""}),
        administrator.post(f"{ours}clearance/{clearance.pk}/end/"),
        administrator.post(f"{LIST}members/{theirs.user_id}/sign-out/"),
        administrator.post(f"{LIST}members/{theirs.user_id}/role/", {"role": "officer", "once": str(uuid4())}),
    ]

    assert {answer.status_code for answer in refused} == {404}
    assert not Invitation.objects.exclude(withdrawn_at=None).exists()
