"""The page of a plan's pictures: bars, milestones and counts in words too, the table with everything, and nothing a viewer may not see."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import sign_in, sign_in_stranger
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.pages import words
from dueregard.partnership.tests.stories import inside, the_lead_on
from dueregard.plan import actions
from dueregard.plan.queries.pictures import plan_timeline
from dueregard.plan.queries.planned import planned_actions
from dueregard.plan.tests.factories import PlanFactory
from dueregard.plan.tests.finished import MET, RAISED, Finished, an_action, finished

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> Finished:
    return finished(on=timezone.localdate())


@pytest.fixture
def lead(house: Finished) -> Client:
    client = Client()
    sign_in(client, house.area, Role.LEAD)
    return client


def at(house: Finished, ref: str = "") -> str:
    return f"/{house.area.slug}/plan/plans/{ref or house.plan.ref}/pictures/"


def test_the_first_sentence_counts_how_its_owners_say_it_goes(house: Finished, lead: Client) -> None:
    today = timezone.localdate()
    partnership.update_action(house.still, by=the_lead_on(house.area, today), on=today, words="Slow", rag="amber")

    says = words(lead.get(at(house)))

    assert "Of 5 actions: 4 done and 1 at risk; 1 late." in says
    assert "5 actions: 4 done, 1 late. None were given another date." in says
    assert "%" not in says


def test_a_late_action_a_milestone_and_a_new_date_are_said_in_words(house: Finished, lead: Client) -> None:
    by = the_lead_on(house.area, MET)
    actions.set_milestone(house.still, by=by, on=MET, words="Half looked into", due=MET + timedelta(days=7))
    partnership.redate_action(house.still, by=by, item=house.item, due=MET + timedelta(days=14), because="Late")

    page = lead.get(at(house))

    assert "Late, was due 21 October 2026, re-dated once" in page.content.decode()
    assert "was 6 August 2026" in words(page)
    assert "Late Half looked into, 14 October 2026" in words(page)


def test_each_partner_and_objective_has_its_counts_in_the_table(house: Finished, lead: Client) -> None:
    an_action(house.plan, house.body, "Under none")

    says = words(lead.get(at(house)))

    assert "Under no objective" in says
    assert "By partner" in says
    assert "Of these late" in says


def test_a_plan_without_actions_says_the_first_step(house: Finished, lead: Client) -> None:
    empty = PlanFactory(group=house.group)

    assert "Put an action into the plan" in words(lead.get(at(house, empty.ref)))


def test_the_next_council_finds_no_page_and_a_sensitive_action_is_drawn_for_nobody_uncleared(
    house: Finished, lead: Client, settings: object
) -> None:
    settings.DISK_ENCRYPTED = True
    ref = an_action(house.plan, house.body, "Hush", marking="official-sensitive")
    stranger, cleared = Client(), Client()
    sign_in_stranger(stranger)
    sign_in(cleared, house.area, Role.LEAD, cleared=True)

    assert stranger.get(at(house)).status_code == 404
    assert "Hush" in words(cleared.get(at(house)))
    uncleared = lead.get(at(house)).content.decode()
    assert "Hush" not in uncleared
    assert ref not in uncleared
    assert "Of 5 actions" in uncleared


def test_a_picture_takes_as_many_queries_for_many_actions_as_for_few(house: Finished) -> None:
    few = counted(house)
    for _ in range(5):
        an_action(house.plan, house.body, objective=house.objective)

    assert counted(house) == few <= 14


def counted(house: Finished) -> int:
    lead = the_lead_on(house.area)
    with inside(house.area), CaptureQueriesContext(connection) as caught:
        rows = planned_actions(lead, house.plan, as_at=lead.today, known=lead.today)
        plan_timeline(lead, house.plan, rows, on=lead.today)
    return len(caught)


def test_as_at_an_earlier_day_the_line_is_as_it_was(house: Finished) -> None:
    day = RAISED + timedelta(days=3)
    lead = the_lead_on(house.area, day)

    with inside(house.area):
        rows = planned_actions(lead, house.plan, as_at=day, known=day)
        line = plan_timeline(lead, house.plan, rows, on=day)

    assert line.sentence == "5 actions: 5 open and in time. None were given another date."
