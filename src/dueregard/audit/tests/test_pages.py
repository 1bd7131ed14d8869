"""The trail's page and its copy to take away, as the auditor, the lead and the stranger see them."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, a_viewer, sign_in, sign_in_stranger, the_lead
from dueregard.accounts.tests.trail import deeds_of
from dueregard.audit import actions, queries
from dueregard.audit.actions import record
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory

pytestmark = pytest.mark.django_db
PAGE = "/westmarch/trail/"


@pytest.fixture
def area() -> Area:
    return AreaFactory(slug="westmarch", name="Westmarch")


def done(area: Area, *, verb: str = "organisations.body.added", times: int = 1, ref: str = "B-7", **details: object) -> None:
    lead, body = the_lead(area), BodyFactory(area=area, ref=ref)
    with scope(lead):
        for _ in range(times):
            record(verb, body, by=lead, **details)


def words(client: Client, asked: str = "") -> str:
    response = client.get(f"{PAGE}?{asked}")
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_auditor_sees_what_was_done(client: Client, area: Area) -> None:
    done(area, on=date(2026, 5, 1))
    sign_in(client, area, Role.AUDITOR)

    shown = words(client)

    assert "Body added" in shown
    assert '<option value="organisations.body">body</option>' in shown
    assert "on: 2026-05-01" in shown
    assert "18 November 2026, 10am" in shown


def test_who_did_it_is_named(client: Client, area: Area) -> None:
    lead = sign_in(client, area, Role.LEAD)
    body = BodyFactory(area=area)
    with scope(the_lead(area)):
        record("organisations.body.added", body, by=a_viewer(area, Role.LEAD, user=lead))
    sign_in(client, area, Role.AUDITOR)

    shown = words(client)

    assert f'{lead.email} <span class="dr-quiet dr-nowrap">user {lead.pk}</span>' in shown


def test_what_an_event_does_not_say_is_not_shown(client: Client, area: Area) -> None:
    done(area, as_at=date(2026, 5, 1), until=None, round="")
    sign_in(client, area, Role.AUDITOR)

    shown = words(client)

    assert "as at: 2026-05-01" in shown
    assert "until:" not in shown


def test_a_stretch_of_time_that_ends_before_it_begins_is_said(client: Client, area: Area) -> None:
    done(area)
    sign_in(client, area, Role.AUDITOR)

    assert "The last day is before the first" in words(client, "since=2/12/2026&until=1/12/2026")


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("verb=closed", 1),
        ("verb=Body+added", 2),
        ("verb=body.added", 2),
        ("kind=organisations.body", 3),
        ("ref=b-8", 1),
        ("who=12", 0),
        ("who=operator", 0),
        ("since=18/11/2026", 3),
        ("until=17/11/2026", 0),
        ("ref=B-9", 0),
    ],
)
def test_every_filter_narrows_the_list_down(client: Client, area: Area, asked: str, rows: int) -> None:
    done(area, times=2)
    done(area, verb="organisations.body.closed", ref="B-8")
    sign_in(client, area, Role.AUDITOR)

    assert words(client, asked).count('data-label="When"') == rows


def test_a_date_that_is_none_is_said_and_nothing_is_lost(client: Client, area: Area) -> None:
    done(area)
    sign_in(client, area, Role.AUDITOR)

    shown = words(client, "since=31/2/2026&ref=B-7")

    assert "Write the date as day, month and year" in shown
    assert 'value="31/2/2026"' in shown


def test_fifty_events_stand_on_a_page(client: Client, area: Area) -> None:
    done(area, times=51)
    sign_in(client, area, Role.AUDITOR)

    assert words(client).count('data-label="When"') == 50
    assert words(client, "page=2").count('data-label="When"') == 1
    assert "page=2" in words(client, "kind=organisations.body")


def test_the_queries_do_not_grow_with_the_events(client: Client, area: Area, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    done(area, times=50)
    sign_in(client, area, Role.AUDITOR)

    with django_assert_max_num_queries(16):  # two of them PostgreSQL’s scope
        words(client)


@pytest.mark.parametrize("role", [Role.LEAD, Role.PARTNER, Role.MEMBER, Role.ADMINISTRATOR])
def test_nobody_else_reads_it(client: Client, area: Area, role: Role) -> None:
    sign_in(client, area, role)

    assert client.get(PAGE).status_code == 403
    assert client.post(f"{PAGE}export/").status_code == 403


def test_to_the_stranger_it_does_not_exist(client: Client, area: Area) -> None:
    sign_in_stranger(client)

    assert client.get(PAGE).status_code == 404


def test_a_copy_taken_away_says_its_marking_and_is_an_event(client: Client, area: Area) -> None:
    done(area)
    done(area, ref="B-8")
    sign_in(client, area, Role.AUDITOR)

    response = client.post(f"{PAGE}export/", {"ref": "B-8"})

    lines = response.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith('"OFFICIAL. The trail of Westmarch, taken out on ')
    assert "Permission: Read the trail" in lines[0]
    assert len(lines) == 3
    assert lines[2].startswith("2026-11-18T10:00:00+00:00,")
    assert response["Content-Disposition"].startswith('attachment; filename="trail-westmarch-')
    assert deeds_of(the_lead(area))[-1] == "audit.trail.exported"


def test_what_is_sealed_leaves_no_trace_for_an_auditor_without_clearance(client: Client, area: Area) -> None:
    done(area)
    done(area, verb="risk.source.named", ref="SS-1", marking="official-sensitive")
    done(area, ref="B-8")
    sign_in(client, area, Role.AUDITOR)

    shown, copy = words(client), client.post(f"{PAGE}export/").content.decode()

    assert "2 events that you may read" in shown
    assert [word for word in ("SS-1", 'data-label="Number"', "in the chain", "Source named") if word in shown] == []
    assert copy.splitlines()[1] == "at,user,machine,verb,kind,ref,details"
    assert "SS-1" not in copy


def test_a_cleared_auditor_reads_the_whole_chain(client: Client, area: Area) -> None:
    done(area)
    done(area, verb="risk.source.named", ref="SS-1", marking="official-sensitive")
    sign_in(client, area, Role.AUDITOR, cleared=True)

    shown, copy = words(client), client.post(f"{PAGE}export/").content.decode("utf-8-sig")

    assert "2 events in the chain" in shown
    assert "SS-1" in shown
    assert "OFFICIAL-SENSITIVE. The trail of Westmarch" in copy
    with scope(the_lead(area)):
        assert queries.verify(the_lead(area)) is None


def test_a_copy_is_not_given_by_opening_an_address(client: Client, area: Area) -> None:
    sign_in(client, area, Role.AUDITOR)

    assert client.get(f"{PAGE}export/").status_code == 405


def test_no_cell_of_a_copy_is_a_formula(area: Area) -> None:
    done(area, ref="=1+1")

    text = actions.export({}, by=a_viewer(area, Role.AUDITOR, now=NOW))

    assert ",'=1+1," in text


def test_the_lead_is_refused_a_copy(area: Area) -> None:
    with pytest.raises(PermissionDenied, match="read the trail"):
        actions.export({}, by=the_lead(area))

    assert deeds_of(the_lead(area)) == []
