"""Areas that serve others, and areas that take over from others."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, the_lead
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations import queries
from dueregard.organisations.actions import serve, stop_serving, succeed
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory

APRIL = date(2026, 4, 1)
YESTERDAY = TODAY - timedelta(days=1)


def a_lead_of_both(here: Area, there: Area) -> Viewer:
    return replace(the_lead(here), other_areas=((there.slug, there.name),))


@pytest.fixture
def joint(area: Area) -> Viewer:
    """The lead of a joint arrangement, who has a role in Westmarch too."""
    return a_lead_of_both(AreaFactory(slug="joint", name="Joint team", kind="joint"), area)


def test_an_arrangement_serves_from_its_first_to_its_last_day(area: Area, joint: Viewer) -> None:
    served = the_lead(area)

    serve("westmarch", by=joint, on=APRIL)
    stop_serving("westmarch", by=joint, on=YESTERDAY)

    days = (APRIL - timedelta(days=1), APRIL, YESTERDAY, TODAY)
    assert [len(queries.served_by(served, on=on, known=TODAY)) for on in days] == [0, 1, 1, 0]
    (server,) = queries.served_by(served, on=APRIL, known=TODAY)
    assert (server.slug, server.area_id, server.until) == ("joint", joint.area_id, YESTERDAY)
    assert deeds_of(joint) == ["organisations.serving.begun", "organisations.serving.ended"]


def test_an_end_that_was_not_typed_yet_was_not_known(area: Area, joint: Viewer) -> None:
    served = the_lead(area)

    serve("westmarch", by=joint.at(joint.now - timedelta(days=9)), on=APRIL)
    stop_serving("westmarch", by=joint, on=date(2026, 6, 30))

    assert queries.served_by(served, on=YESTERDAY, known=YESTERDAY)
    assert not queries.served_by(served, on=YESTERDAY, known=TODAY)


def test_only_somebody_with_a_role_in_both_ties_two_areas(area: Area, joint: Viewer) -> None:
    alone = replace(joint, other_areas=())

    for slug in ("westmarch", "nowhere"):
        with pytest.raises(Refused, match="no such area among yours"):
            serve(slug, by=alone, on=APRIL)
        with pytest.raises(Refused, match="no such area among yours"):
            succeed(slug, by=alone, on=APRIL, share="The whole")


def test_a_unitary_authority_serves_nobody_and_nobody_serves_itself(area: Area, joint: Viewer) -> None:
    unitary = a_lead_of_both(AreaFactory(), area)

    with pytest.raises(Refused, match="Only a joint, regional or combined arrangement"):
        serve("westmarch", by=unitary, on=APRIL)
    with pytest.raises(Refused, match="cannot serve itself"):
        serve("joint", by=joint, on=APRIL)
    assert deeds_of(unitary) == []


def test_it_is_not_served_twice_nor_ended_before_it_began(area: Area, joint: Viewer) -> None:
    serve("westmarch", by=joint, on=APRIL)

    with pytest.raises(Refused, match="serves that area then already"):
        serve("westmarch", by=joint, on=TODAY)
    with pytest.raises(Refused, match="cannot end before it begins"):
        stop_serving("westmarch", by=joint, on=date(2026, 3, 31))
    stop_serving("westmarch", by=joint, on=TODAY)
    with pytest.raises(Refused, match="does not serve that one now"):
        stop_serving("westmarch", by=joint, on=TODAY)


def test_a_new_council_takes_over_from_an_old_one(area: Area) -> None:
    new = a_lead_of_both(AreaFactory(slug="new", name="New"), area)

    succeed("westmarch", by=new, on=APRIL, share="The two southern districts")

    (before,) = queries.all_predecessors(new)
    assert (before.slug, before.share) == ("westmarch", "The two southern districts")
    (counts,) = queries.counting(new)
    assert (counts.slug, counts.on, counts.is_before) == ("westmarch", APRIL, True)
    assert [after.slug for after in queries.successors(the_lead(area))] == ["new"]
    assert deeds_of(new) == ["organisations.succession.said"]


def test_it_is_said_once_and_not_both_ways_round_and_says_how_much(area: Area) -> None:
    other = AreaFactory(slug="new")
    new, old = a_lead_of_both(other, area), a_lead_of_both(area, other)

    with pytest.raises(Refused, match="Say which part"):
        succeed("westmarch", by=new, on=APRIL, share=" ")
    succeed("westmarch", by=new, on=APRIL, share="The whole")

    with pytest.raises(Refused, match="recorded already"):
        succeed("westmarch", by=new, on=TODAY, share="The whole")
    with pytest.raises(Refused, match="taking over from this one"):
        succeed("new", by=old, on=TODAY, share="The whole")
    with pytest.raises(Refused, match="cannot take over from itself"):
        succeed("new", by=new, on=TODAY, share="The whole")


def test_the_operator_reaches_every_area_and_the_worker_none(area: Area) -> None:
    new = AreaFactory(slug="new")
    about = {"area": new.slug, "area_id": new.pk, "area_name": new.name, "now": the_lead(area).now}

    with scope(the_lead(area)):
        assert queries.area_called(Viewer.operator(**about), "westmarch") == area
        assert queries.area_called(Viewer.worker(**about), "westmarch") is None
