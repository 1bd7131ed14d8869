"""What the assessment and its sources give to Today: deeds that begin with a verb, on the day they are due."""

from datetime import timedelta

import pytest

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.due import Due
from dueregard.risk import actions, queries
from dueregard.risk.tests.world import JUNE, World, a_world, at_work, inside

pytestmark = pytest.mark.django_db
FAR = TODAY + timedelta(days=700)


@pytest.fixture
def world() -> World:
    return a_world()


def due(world: World) -> dict[str, Due]:
    with inside(world.area):
        return {one.says: one for one in queries.due(at_work(world.area), until=FAR)}


def test_an_update_is_due_six_months_after_the_last_and_a_profile_fifteen_after_its_date(world: World) -> None:
    before = due(world)
    actions.update_assessment("Nothing new", by=at_work(world.area, JUNE), on=JUNE, is_changed=False)

    assert f"{before['Update the assessment'].on}" == "2026-07-12"
    assert f"{due(world)['Update the assessment'].on}" == "2026-12-03"
    assert f"{before['Ask police for a newer local profile'].on}" == "2026-12-01"


def test_a_change_of_the_threat_level_is_due_to_be_looked_at_until_it_was(world: World) -> None:
    actions.set_level(world.level, by=at_work(world.area), on=TODAY, level="severe")
    before = due(world)
    actions.update_assessment("Looked at", by=at_work(world.area), on=TODAY, is_changed=False)

    assert before["Look at the assessment again"].on == TODAY + timedelta(days=14)
    assert "Look at the assessment again" not in due(world)


def test_an_edition_that_was_submitted_waits_for_approval_until_it_is_sent_back(world: World) -> None:
    lead = at_work(world.area)
    actions.submit_assessment(world.draft, by=lead, on=TODAY)
    before = due(world)
    actions.send_back_assessment(world.draft, by=lead, on=TODAY, because="Say more")

    assert before["Approve the assessment, or send it back"].on == TODAY + timedelta(days=28)
    assert "Approve the assessment, or send it back" not in due(world)


def test_only_what_is_due_by_the_day_is_given(world: World) -> None:
    with inside(world.area):
        says = [one.says for one in queries.due(at_work(world.area), until=TODAY)]

    assert "Update the assessment" in says
    assert "Ask police for a newer local profile" not in says
