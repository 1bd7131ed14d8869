"""What serving areas hold counts while they serve, what predecessors held counts until they were taken over."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytest_django import Settings

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW
from dueregard.assurance.facts.partnership import gather
from dueregard.assurance.facts.places import others
from dueregard.guidance.indicator import Status
from dueregard.organisations.actions import say_standing, serve, stop_serving, succeed
from dueregard.organisations.models import Area
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.partnership import actions
from dueregard.partnership.indicators.chairs import chairs_are_different_people
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.tests import stories

pytestmark = pytest.mark.django_db
MARCH, JUNE, JULY, DAY = date(2026, 3, 4), date(2026, 6, 3), date(2026, 7, 1), date(2026, 11, 18)


def the_operator(area: Area) -> Viewer:
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)


def gathered(viewer: Viewer, *, on: date, known: date) -> PartnershipFacts:
    with scope(viewer):
        places = list(others(viewer, on=on, known=known))
    return gather(viewer, on=on, known=known, places=places)


def facts_of(area: Area, *, on: date = DAY, known: date = DAY) -> PartnershipFacts:
    return gathered(stories.the_lead_on(area, DAY), on=on, known=known)


def a_joint_panel(**more: Any) -> tuple[Area, Area]:
    """A joint arrangement with a Channel panel, and the area it serves from March."""
    own, joint = AreaFactory(slug="own"), AreaFactory(slug="joint", kind="joint")
    panel = stories.a_group(joint, "channel", name="Joint panel")
    stories.a_chair(panel, person=stories.a_person(joint, **more))
    serve("own", by=the_operator(joint), on=MARCH)
    return own, joint


def test_a_joint_panel_counts_from_the_day_it_serves() -> None:
    own, _ = a_joint_panel()

    facts = facts_of(own)

    assert [(row.ref, row.of, row.on) for row in facts.functions] == [("joint/GRP-1", "joint", MARCH)]
    assert facts_of(own, on=date(2026, 3, 3)).groups == ()
    assert facts_of(own, known=date(2026, 11, 17)).groups == ()


def test_it_counts_no_longer_than_it_serves() -> None:
    own, joint = a_joint_panel()
    stop_serving("own", by=the_operator(joint), on=JULY)

    [function] = facts_of(own).functions

    assert function.until == JULY


def test_one_person_in_both_areas_is_one_person_by_their_address() -> None:
    own, _ = a_joint_panel(email="Ada@example.org")
    stories.a_chair(stories.a_group(own), person=stories.a_person(own, email="ada@example.org"))

    finding = chairs_are_different_people(facts_of(own), {"months": 12}, DAY)

    assert finding.status is Status.NOT


def test_a_predecessors_history_is_inherited_by_whoever_does_the_same() -> None:
    old, new = AreaFactory(slug="old", began=date(2015, 1, 1)), AreaFactory(slug="new", began=JULY)
    before, after = stories.a_group(old), stories.a_group(new, on=JULY)
    theirs, ours = stories.a_seat(before, "health"), stories.a_seat(after, "health", on=JULY)
    stories.a_held_meeting(before, MARCH, came=[theirs])
    stories.a_held_meeting(before, date(2026, 8, 5), came=[theirs])
    stories.a_held_meeting(after, date(2026, 9, 2), came=[ours])
    succeed("old", by=the_operator(new), on=JULY, share="The whole")

    facts = facts_of(new)
    [overseer] = facts.overseers(DAY)

    assert [sitting.on for sitting in overseer.ordinary] == [MARCH, date(2026, 9, 2)]
    assert facts.seat_lines[ours.ref] == {ours.ref, f"old/{theirs.ref}"}
    assert facts.area.began == date(2015, 1, 1)


def test_the_area_itself_is_read_as_at_and_as_known(settings: Settings) -> None:
    settings.DISK_ENCRYPTED = True
    area = AreaFactory(kind="county")
    BodyFactory(area=area, district=True, ref="B-7", on=MARCH)
    say_standing("tier", by=the_operator(area), on=JUNE, value="higher", because="A letter")
    say_standing("prison", by=the_operator(area), on=JUNE, value="yes", because="It opened")

    facts = facts_of(area)

    assert [row.tier for row in facts.tiers] == ["higher"]
    assert "prison" in facts.required_on(DAY)
    assert "prison" not in facts.required_on(MARCH)
    assert [row.ref for row in facts.districts] == ["B-7"]
    assert facts_of(area, on=date(2026, 6, 2)).tiers == ()
    assert "higher" not in facts.tiers[0].label


def test_what_may_not_be_read_does_not_count_and_leaves_no_trace(settings: Settings) -> None:
    settings.DISK_ENCRYPTED = True
    area = AreaFactory()
    group = stories.a_group(area)
    lead = stories.the_lead_on(area, JUNE)
    actions.decide_between_meetings(group.ref, by=lead, on=JUNE, words="Watch Elm Street", kind="delivery", marking="official-sensitive")
    cleared, uncleared = (gathered(viewer, on=DAY, known=DAY) for viewer in (lead, replace(lead, is_cleared=False)))

    assert [row.label for row in cleared.decisions] == ["Watch Elm Street"]
    assert uncleared.decisions == ()
