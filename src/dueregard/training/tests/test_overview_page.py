"""The section's first page: what waits for whoever runs the programme, with the page that deals with each; by a day of old, none of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import a_viewer, sign_in
from dueregard.organisations.tests.factories import LONG_AGO, AreaFactory, BodyFactory, PersonFactory, TeamFactory
from dueregard.partnership.tests.pages import words
from dueregard.training.models import Session
from dueregard.training.queries.waiting import waiting
from dueregard.training.tests import programmes as made
from dueregard.training.tests import workforces
from dueregard.ui.places import address_here

pytestmark = pytest.mark.django_db


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def area() -> Any:
    return AreaFactory(slug="ours")


def lead_of(area: Any) -> Any:
    """Somebody who runs the programme, today."""
    return a_viewer(area, Role.TRAINING).at(timezone.now())


def first_page(area: Any, role: Role = Role.TRAINING, query: str = "") -> str:
    client = Client()
    sign_in(client, area, role)
    return words(client.get(f"/ours/training/{query}"))


def waits(area: Any) -> list[str]:
    viewer = lead_of(area)
    with scope(viewer):
        return [one.says for one in waiting(viewer)]


def a_session(area: Any, ref: str, on: date) -> Session:
    course = workforces.TaughtFactory(area=area)
    with scope(lead_of(area)):
        return Session.objects.create(
            area=area, ref=ref, course=course, on=on, planned_on=LONG_AGO, audience="Managers", typed_at=timezone.now()
        )


def test_an_area_that_has_begun_nothing_is_told_what_to_begin(area: Any) -> None:
    assert waits(area) == [
        "No training plan is in force",
        "No programme runs for induction of officers who deliver Prevent, continuing development, work with educational settings",
        "0 updates to staff in the last 12 months; 2 are expected",
    ]


def test_what_is_late_comes_before_what_is_missing_and_what_is_worth_doing(area: Any) -> None:
    made.InductionFactory(person=PersonFactory(body__area=area), on=today() - timedelta(days=91))
    made.MaterialFactory(area=area)
    TeamFactory(body=BodyFactory(area=area), name="Benefits")
    a_session(area, "TS-1", today() - timedelta(days=1))
    a_session(area, "TS-2", today())
    workforces.ReturnAskFactory(body=BodyFactory(area=area, name="Homecare"), as_at=today() - timedelta(days=30))

    found = waits(area)

    assert found[:3] == [
        "1 session is past its day and not recorded",
        "1 return is overdue: Homecare",
        "1 induction is past its day",
    ]
    assert "1 item of information was not looked at for a year" in found[3:-1]
    assert "1 team is placed neither in nor out of scope: Benefits" in found[3:-1]
    assert found[-1].startswith("0 updates")


def test_the_day_itself_is_not_late(area: Any) -> None:
    made.InductionFactory(person=PersonFactory(body__area=area), on=today() - timedelta(days=90))
    made.ProgrammeFactory(area=area, review_due=today())

    assert not [says for says in waits(area) if "past its day" in says or "due for review" in says]


def test_a_plan_that_ends_soon_without_another_is_worth_a_word(area: Any) -> None:
    workforces.TrainingPlanFactory(area=area, title="The plan", covers_to=today() + timedelta(days=90))
    before = waits(area)
    workforces.TrainingPlanFactory(area=area)

    assert [says for says in before if says.startswith("The plan ends on")]
    assert not [says for says in waits(area) if says.startswith("The plan ends on")]


def test_every_thing_that_waits_leads_to_a_page_that_opens(area: Any) -> None:
    made.ProgrammeFactory(area=area, review_due=today() - timedelta(days=1))
    made.InductionFactory(person=PersonFactory(body__area=area), on=today())
    made.MaterialCheckFactory(material=made.MaterialFactory(area=area), is_current=False, words="Wrong number")
    made.AuditReturnFactory(setting=made.SettingFactory(area=area), year=today().year - 1)
    a_session(area, "TS-1", today() - timedelta(days=1))
    viewer, client = lead_of(area), Client()
    sign_in(client, area, Role.TRAINING)

    with scope(viewer):
        pages = [f"{address_here(viewer, one.page, one.ref)}?{one.query}" for one in waiting(viewer)]

    assert len(pages) >= 7
    assert {client.get(page).status_code for page in pages} == {200}


def test_the_page_says_how_much_waits_and_which_sessions_come_next(area: Any) -> None:
    a_session(area, "TS-1", today() + timedelta(days=3))

    says = first_page(area)

    assert "3 things wait." in says
    assert "Gap No training plan is in force. Record the training plan" in says
    assert "TS-1" in says


def test_whoever_only_reads_is_told_what_waits_without_pages_that_would_refuse_them(area: Any) -> None:
    says = first_page(area, Role.MEMBER)

    assert "No training plan is in force. " in says
    assert "Record the training plan" not in says


def test_as_at_another_day_nothing_waits(area: Any) -> None:
    says = first_page(area, query=f"?as_at={today() - timedelta(days=30):%d/%m/%Y}")

    assert "What waits" not in says
    assert "Next sessions" not in says
