"""Pages of programmes, inductions, development, settings, information and updates: who opens them, what they say, what they do."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory, PostHoldingFactory
from dueregard.partnership.tests.pages import words
from dueregard.training.tests import programmes as made

pytestmark = pytest.mark.django_db
PAGES = ("programmes/", "programmes/PG-1/", "inductions/", "inductions/IN-1/", "development/", "settings/", "settings/ED-1/")
PAGES += ("settings/?standing=return&kind=maintained&name=ash", "information/", "information/MA-1/", "updates/")
FORMS = ("programmes/new/", "programmes/new/?kind=education", "programmes/PG-1/review/", "programmes/PG-1/end/", "settings/new/")
FORMS += ("settings/bring-in/", "settings/reached/", "trainers/new/", "safeguarding-returns/AU-1/progress/", "information/new/?for=members")
FORMS += tuple(f"settings/ED-1/{what}/" for what in ("correct", "close", "reach", "trainers", "return"))
FORMS += tuple(f"information/MA-1/{what}/" for what in ("current", "not-right", "take-down"))
FORMS += ("updates/new/", "updates/new/?about=incident")
OF_PEOPLE = ("inductions/new/", "inductions/IN-1/step/?kind=adviser", "development/new/?for=P-1")


@pytest.fixture
def area() -> Any:
    """A council whose Prevent officer began lately, with two schools, a poster and an update."""
    area = AreaFactory(slug="ours")
    body = BodyFactory(area=area, name="Westmarch Council")
    officer = PersonFactory(body=body, ref="P-1", name="Somebody New")
    post = PostFactory(body=body, ref="J-1", title="Prevent officer", kind="prevent-officer")
    PostHoldingFactory(post=post, person=officer)
    made.ProgrammeFactory(area=area, ref="PG-1", words="Half a day with the panel")
    made.InductionFactory(person=officer, post=post, ref="IN-1", on=timezone.localdate() - timedelta(days=10))
    made.DevelopmentFactory(person=officer, ref="CD-1", what="A regional day", on=timezone.localdate() - timedelta(days=20))
    school = made.SettingFactory(area=area, ref="ED-1", name="Ash Lane Primary", urn="100001")
    made.SettingFactory(area=area, ref="ED-2", name="Oak Nursery", kind="early-years")
    made.SettingReachedFactory(setting=school, staff=3, on=timezone.localdate() - timedelta(days=30))
    made.AuditReturnFactory(setting=school, ref="AU-1")
    made.MaterialFactory(area=area, ref="MA-1", title="The poster")
    made.StaffUpdateFactory(area=area, ref="UP-1", title="The year’s statistics")
    return area


def client_of(area: Any, role: Role) -> Client:
    client = Client()
    sign_in(client, area, role)
    return client


@pytest.mark.parametrize("page", PAGES)
def test_everybody_who_reads_the_section_opens_its_pages_and_a_stranger_none(area: Any, page: str) -> None:
    stranger = Client()
    sign_in_stranger(stranger)

    clients = (client_of(area, Role.MEMBER), client_of(area, Role.TRAINING), stranger)

    assert [client.get(f"/ours/training/{page}").status_code for client in clients] == [200, 200, 404]


@pytest.mark.parametrize("page", [*FORMS, *OF_PEOPLE])
def test_only_who_keeps_the_programme_opens_a_form(area: Any, page: str) -> None:
    assert client_of(area, Role.TRAINING).get(f"/ours/training/{page}").status_code == 200
    assert client_of(area, Role.MEMBER).get(f"/ours/training/{page}").status_code == 403


@pytest.mark.parametrize("page", OF_PEOPLE)
def test_forms_about_people_open_only_for_those_who_may_see_names(area: Any, page: str) -> None:
    assert client_of(area, Role.CLERK).get(f"/ours/training/{page}").status_code == 403


@pytest.mark.parametrize("page", PAGES)
def test_nobody_without_leave_to_see_names_reads_one(area: Any, page: str) -> None:
    assert "Somebody New" not in words(client_of(area, Role.MEMBER).get(f"/ours/training/{page}"))


def test_small_numbers_are_shown_only_to_those_who_may_see_names(area: Any) -> None:
    lead, member = (words(client_of(area, role).get("/ours/training/settings/ED-1/")) for role in (Role.TRAINING, Role.MEMBER))

    assert "Fewer than 5" in member
    assert "Fewer than 5" not in lead


def test_an_empty_section_says_what_is_missing() -> None:
    client = Client()
    sign_in(client, AreaFactory(slug="empty"), Role.TRAINING)

    says = [
        words(client.get(f"/empty/training/{page}/"))
        for page in ("programmes", "inductions", "development", "settings", "information", "updates")
    ]

    for sentence, page in zip(
        ("No programme", "No induction", "Nobody here", "No school", "No written information", "No update"), says, strict=True
    ):
        assert sentence in page


def test_information_is_looked_at_in_one_click(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    answer = client.post("/ours/training/information/MA-1/current/", {"at_once": "1"}, follow=True)

    assert "The poster: found current today" in words(answer)
    assert "1 of 1 item was found current in the last 12 months" in words(answer)
    assert "found current on that day already" in words(
        client.post("/ours/training/information/MA-1/current/", {"at_once": "1"}, follow=True)
    )


def test_an_induction_is_finished_step_by_step(area: Any) -> None:
    client, day = client_of(area, Role.TRAINING), timezone.localdate()

    for kind, seen in (("adviser", 1), ("finish", 2)):
        client.post("/ours/training/inductions/IN-1/step/", {"kind": kind, "on": f"{day:%d/%m/%Y}", "seen": seen})

    says = words(client.get("/ours/training/inductions/IN-1/"))
    assert "Finished" in says
    assert "Met the regional Prevent adviser" in says


def test_what_was_typed_stays_where_a_deed_is_refused(area: Any) -> None:
    client = client_of(area, Role.TRAINING)

    page = client.post("/ours/training/settings/new/", {"name": "Elm", "kind": "academy", "urn": "12", "on": "1/9/2025"})

    assert "The setting is not added yet" in words(page)
    assert 'value="Elm"' in page.content.decode()


def test_several_settings_are_reached_alike(area: Any) -> None:
    client, day = client_of(area, Role.TRAINING), timezone.localdate()

    client.post("/ours/training/settings/reached/", {"refs": ["ED-1", "ED-2"], "is_lead_trained": "on", "on": f"{day:%d/%m/%Y}"})

    assert "2 settings of 2 types; 2 reached in the last 12 months; the safeguarding leads of 2" in words(
        client.get("/ours/training/settings/")
    )
