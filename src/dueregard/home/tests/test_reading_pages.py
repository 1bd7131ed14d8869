"""Today, the area's page, loose ends and what is due: as the lead, a partner, a member, an auditor and the stranger."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.factories import UserFactory
from dueregard.accounts.tests.people import TODAY, a_viewer, sign_in, sign_in_stranger, the_lead
from dueregard.audit.actions import record
from dueregard.basics.due import Due
from dueregard.documents.actions import register
from dueregard.documents.models import Document
from dueregard.documents.tests.factories import DocumentFactory, ReviewDueFactory, VersionFactory
from dueregard.home.queries.changes import TOLD, changed
from dueregard.home.queries.today import is_mine
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db
SECTIONS = 8
SOURCE = Path(__file__).parents[2]


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

    assert "1 thing is due from you in the next 30 days, and it is late" in page
    assert "Venue hire policy" in page


def test_a_partner_is_not_asked_for_what_the_team_does(client, area):
    a_review(area, days=-3)
    sign_in(client, area, Role.PARTNER)

    assert "Nothing is due from you in the next 30 days" in client.get("/").text


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


def test_only_who_judges_is_led_to_judging(client, area):
    sign_in(client, area, Role.MEMBER)
    member = client.get("/ours/").text
    sign_in(client, area, Role.LEAD)

    assert "See its lines" in member
    assert "Judge its lines" in client.get("/ours/").text


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
def test_who_reads_no_section_is_not_told_that_nothing_is_loose_or_due_or_planned(client, area, role):
    sign_in(client, area, role)

    today, page = client.get("/").text, client.get("/ours/").text

    assert "Next meeting" not in today
    assert "reads no section’s records" in page
    assert "/ours/partnership/" not in page
    assert "/ours/due/" not in today + page
    assert "/ours/loose-ends/" not in today + page
    assert [client.get(f"/ours/{name}/").status_code for name in ("loose-ends", "due")] == [403, 403]


def test_what_is_nobody_s_is_due_from_who_can_do_it(area):
    evaluation = Due(on=TODAY, says="Evaluate it", why="Done", part="3", page="plan:evaluation-new")

    assert is_mine(the_lead(area), evaluation)
    assert not is_mine(a_viewer(area, Role.CLERK), evaluation)


def registered(area, title, **more):
    """A document that somebody else registered just now."""
    lead = a_viewer(area, Role.LEAD, now=timezone.now(), cleared=True)
    with scope(lead):
        return Document.objects.get(ref=register(by=lead, on=lead.today, kind="policy", title=title, **more))


def test_what_others_did_is_told_once_by_title_with_the_way_there(client, area):
    document = registered(area, "Venue hire policy")
    with scope(the_lead(area)):
        for _ in range(3):
            record("documents.version.added", document, by=a_viewer(area, Role.CLERK, now=timezone.now()))
    sign_in(client, area, Role.PARTNER)

    page = " ".join(client.get("/").text.split())

    told = f'href="/ours/documents/{document.ref}/">Venue hire policy</a> <span class="dr-ref dr-nowrap">{document.ref}</span>'
    assert page.count(f"{told} came into the register") == 1
    assert page.count(f"{told} has a new version") == 1


def test_what_was_done_late_on_a_summer_evening_bears_the_day_it_was_here(area):
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    reader = a_viewer(area, Role.PARTNER, now=late + timedelta(hours=1))
    with scope(reader):
        register(by=a_viewer(area, Role.LEAD, now=late, user=UserFactory()), on=date(2026, 6, 30), kind="policy", title="Venue hire policy")

        assert [change.on for change in changed(reader)] == [date(2026, 7, 1)]


def test_everything_worth_telling_is_said_by_some_deed():
    said = "".join(path.read_text() for path in SOURCE.rglob("actions/**/*.py"))

    assert [verb for verb in TOLD if f'"{verb}"' not in said] == []


def test_what_was_done_to_a_sealed_record_is_not_told_to_who_may_not_read_it(client, area, settings):
    settings.DISK_ENCRYPTED = True
    registered(area, "Sealed annexe", marking="official-sensitive")
    sign_in(client, area, Role.PARTNER)

    assert "Sealed annexe" not in client.get("/").text


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
