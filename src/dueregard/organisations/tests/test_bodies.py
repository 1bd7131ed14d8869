"""Adding and closing bodies, and adding teams."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations import queries
from dueregard.organisations.actions import add_body, add_team, close_body
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import BodyFactory, PostFactory, PostHoldingFactory


def test_a_body_is_added_with_the_next_reference_and_leaves_a_trail(lead: Viewer) -> None:
    first = add_body("Westmarch Police", by=lead, on=TODAY, kind="police", is_specified=True)
    second = add_body("Westmarch Probation", by=lead, on=TODAY, kind="probation")

    assert (first.ref, second.ref) == ("B-1", "B-2")
    assert deeds_of(lead) == ["organisations.body.added"] * 2


def test_posted_twice_a_body_is_added_once(lead: Viewer) -> None:
    once = uuid4()

    first, second = (add_body("Police", by=lead, on=TODAY, kind="police", once=once) for _ in range(2))

    assert first == second
    assert len(deeds_of(lead)) == 1


def test_a_reference_that_came_with_a_file_is_not_given_again(lead: Viewer) -> None:
    add_body("Police", by=lead, on=TODAY, kind="police", ref="B-7")

    assert add_body("Health board", by=lead, on=TODAY, kind="health").ref == "B-8"


def test_a_body_is_not_added_a_second_time_under_its_name(area: Area, lead: Viewer) -> None:
    there = BodyFactory(area=area, name="Home Office")

    with pytest.raises(Refused, match=f"home office is here already: {there.ref}"):
        add_body("home office", by=lead, on=TODAY, kind="government")

    close_body(there.ref, by=lead, on=TODAY - timedelta(days=1))
    assert add_body("Home Office", by=lead, on=TODAY, kind="government").pk != there.pk


def test_a_team_is_not_older_than_its_body_in_the_area(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area, name="New council", on=date(2025, 4, 1))

    with pytest.raises(Refused, match="New council has been in the area since 1 April 2025"):
        add_team("Community safety", by=lead, on=date(2025, 3, 31), body=body.ref)


@pytest.mark.parametrize("on", [date(206, 5, 1), date(2206, 5, 1)])
def test_a_year_typed_with_a_slip_is_refused(lead: Viewer, on: date) -> None:
    with pytest.raises(Refused, match="check the year"):
        add_body("Police", by=lead, on=on, kind="police")

    assert deeds_of(lead) == []


def test_a_closed_body_is_there_until_its_last_day(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area)

    close_body(body.ref, by=lead, on=TODAY)

    with scope(lead):
        assert queries.open_bodies(lead, on=TODAY).get() == body
        assert not queries.open_bodies(lead, on=TODAY + timedelta(days=1)).exists()
    assert deeds_of(lead) == ["organisations.body.closed"]


def test_a_body_does_not_close_before_it_began_nor_twice(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area, on=date(2025, 4, 1))

    with pytest.raises(Refused, match="cannot end before it begins, which was 1 April 2025"):
        close_body(body.ref, by=lead, on=date(2025, 3, 31))
    close_body(body.ref, by=lead, on=TODAY)
    with pytest.raises(Refused, match="closed on 18 November 2026 already"):
        close_body(body.ref, by=lead, on=TODAY)


def test_a_body_does_not_close_over_a_post_that_is_still_held(area: Area, lead: Viewer) -> None:
    held = PostHoldingFactory(post=PostFactory(body=BodyFactory(area=area), title="Prevent lead"))

    with pytest.raises(Refused, match="Say first who left which post: Prevent lead would still be held"):
        close_body(held.post.body.ref, by=lead, on=TODAY)


def test_a_team_is_added_to_a_body(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area)

    team = add_team("Community safety", by=lead, on=TODAY, body=body.ref, once=uuid4())

    assert (team.ref, team.body) == ("T-1", body)
    assert deeds_of(lead) == ["organisations.team.added"]


def test_a_closed_body_gets_no_new_team(area: Area, lead: Viewer) -> None:
    body = BodyFactory(area=area, name="Old council")
    close_body(body.ref, by=lead, on=date(2026, 3, 31))

    with pytest.raises(Refused, match="Old council closed on 31 March 2026"):
        add_team("Community safety", by=lead, on=TODAY, body=body.ref)
