"""Today, the area's page, loose ends and what is due: as the lead, a partner, a member, an auditor and the stranger."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.documents.tests.factories import DocumentFactory, ReviewDueFactory, VersionFactory
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
SECTIONS = 8


@pytest.fixture
def area():
    return AreaFactory(slug="ours", name="Ours")


def a_review(area, *, days: int):
    document = DocumentFactory(area=area, title="Venue hire policy")
    ReviewDueFactory(of=VersionFactory(document=document), due=timezone.localdate() + timedelta(days=days))
    return document


def test_somebody_with_no_role_is_told_whom_to_ask(client, django_user_model):
    user = django_user_model.objects.create(email="new@ours.example", joined_at=timezone.now())
    client.force_login(user)

    assert "You hold no role in any area yet" in client.get("/").text


def test_today_shows_what_is_late_first(client, area):
    a_review(area, days=-3)
    sign_in(client, area, Role.LEAD)

    page = client.get("/").text

    assert "1 thing is due from you in the next 30 days, 1 of them late" in page
    assert "Venue hire policy" in page


def test_a_partner_is_not_asked_for_what_the_team_does(client, area):
    a_review(area, days=-3)
    sign_in(client, area, Role.PARTNER)

    assert "Nothing is due from you here in the next 30 days" in client.get("/").text


def test_one_sign_in_shows_every_area_somebody_works_in_and_no_other(client, area):
    theirs, hidden = AreaFactory(slug="theirs", name="Theirs"), AreaFactory(slug="hidden", name="Hidden Vale")
    user = sign_in(client, area, Role.LEAD)
    user.memberships.create(area=theirs, role=Role.PARTNER, on=date(2020, 1, 1), typed_at=timezone.now())

    page = client.get("/").text

    assert "Ours" in page
    assert "Theirs" in page
    assert hidden.name not in page


def test_the_areas_page_has_a_row_for_each_section_and_the_caution(client, area):
    sign_in(client, area, Role.MEMBER)

    page = client.get("/ours/").text

    assert page.count('scope="row"') == SECTIONS
    assert "not legal requirements" in page


def test_the_areas_page_can_be_asked_about_another_day(client, area):
    sign_in(client, area, Role.MEMBER)

    assert "As at: 31 March 2026" in client.get("/ours/?as_at=31/3/2026").text


def test_a_day_that_is_no_day_is_answered_with_today(client, area):
    sign_in(client, area, Role.MEMBER)

    answer = client.get("/ours/?as_at=31/2/2026")

    assert answer.status_code == 200
    assert "As at: today" in answer.text


def test_loose_ends_lead_to_the_page_that_ties_them(client, area):
    sign_in(client, area, Role.LEAD)

    page = client.get("/ours/loose-ends/").text

    assert "Loose ends" in page


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_reads_no_section_is_shown_no_loose_end_and_nothing_due(client, area, role):
    a_review(area, days=-3)
    sign_in(client, area, role)

    assert "Nothing is loose" in client.get("/ours/loose-ends/").text
    assert "Venue hire policy" not in client.get("/ours/due/").text


@pytest.mark.parametrize("page", ["/ours/", "/ours/loose-ends/", "/ours/due/"])
def test_to_a_stranger_the_area_does_not_exist(client, area, page):
    sign_in_stranger(client)

    assert client.get(page).status_code == 404


@pytest.mark.parametrize("page", ["", "accessibility/", "privacy/", "cookies/", "roles/"])
def test_help_is_open_to_everybody(client, page):
    assert client.get(f"/help/{page}").status_code == 200


def statements_of(client, page: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(page)
    return len(captured)


def test_what_is_due_costs_the_same_for_many_documents_as_for_one(client, area):
    a_review(area, days=5)
    sign_in(client, area, Role.MEMBER)
    client.get("/ours/due/")
    one = statements_of(client, "/ours/due/")
    for days in range(6, 26):
        a_review(area, days=days)

    assert statements_of(client, "/ours/due/") == one


def test_whoever_sends_is_led_to_the_outbox_and_everybody_to_the_guidance(client):
    area = AreaFactory(slug="ours")
    sign_in(client, area, Role.CLERK)
    clerk = client.get("/ours/").content.decode()
    sign_in(client, area, Role.MEMBER)

    member = client.get("/ours/").content.decode()

    assert 'href="/ours/dispatch/"' in clerk
    assert 'href="/ours/dispatch/"' not in member
    assert member.count('href="/ours/guidance/"') == 2
