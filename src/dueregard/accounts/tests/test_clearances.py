"""Recording and ending a clearance: others learn only that somebody may read this."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts import queries
from dueregard.accounts.actions import end_clearance, record_clearance
from dueregard.accounts.models import Clearance, User
from dueregard.accounts.tests.factories import ClearanceFactory, MembershipFactory
from dueregard.accounts.tests.people import NOW, TODAY, the_administrator, the_lead
from dueregard.accounts.tests.trail import deeds_of, newest_of
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area

IN_A_YEAR = TODAY + timedelta(days=365)


@pytest.fixture
def lead(area: Area) -> User:
    return MembershipFactory(area=area, role=Role.LEAD).user


def may_read(user: User, days: int = 0) -> bool:
    viewer = queries.viewer_for(user, "wexley", now=NOW + timedelta(days=days))
    return viewer is not None and viewer.reads_sensitive


def test_a_clearance_opens_official_sensitive_until_its_day_and_leaves_a_trail(area: Area, lead: User) -> None:
    record_clearance(lead.pk, by=the_administrator(area), level="sc", seen_on=TODAY, until=IN_A_YEAR)

    assert may_read(lead)
    assert may_read(lead, days=365)
    assert not may_read(lead, days=366)
    assert deeds_of(the_administrator(area)) == ["accounts.clearance.recorded"]
    assert "sc" not in newest_of(the_administrator(area)).details.values()


def test_the_lead_cannot_record_one(area: Area, lead: User) -> None:
    with pytest.raises(PermissionDenied):
        record_clearance(lead.pk, by=the_lead(area), level="sc", seen_on=TODAY, until=IN_A_YEAR)


def test_somebody_of_another_council_is_out_of_reach(area: Area, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council).user

    with pytest.raises(User.DoesNotExist):
        record_clearance(theirs.pk, by=the_administrator(area), level="sc", seen_on=TODAY, until=IN_A_YEAR)


def test_one_that_has_run_out_is_refused_in_words(area: Area, lead: User) -> None:
    with pytest.raises(Refused, match="only one that is in force"):
        record_clearance(
            lead.pk, by=the_administrator(area), level="sc", seen_on=TODAY - timedelta(days=9), until=TODAY - timedelta(days=1)
        )


def test_nobody_records_their_own(area: Area) -> None:
    administrator = MembershipFactory(area=area, role=Role.ADMINISTRATOR).user

    with pytest.raises(Refused, match="somebody else looks at it"):
        record_clearance(administrator.pk, by=the_administrator(area, user=administrator), level="sc", seen_on=TODAY, until=IN_A_YEAR)


def test_the_same_form_sent_twice_records_one(area: Area, lead: User) -> None:
    once = uuid4()

    record_clearance(lead.pk, by=the_administrator(area), level="sc", seen_on=TODAY, until=IN_A_YEAR, once=once)
    record_clearance(lead.pk, by=the_administrator(area), level="sc", seen_on=TODAY, until=IN_A_YEAR, once=once)

    assert Clearance.objects.count() == 1


# Ending one


def test_a_clearance_is_ended_at_once_and_leaves_a_trail(area: Area, lead: User) -> None:
    clearance = ClearanceFactory(user=lead)

    end_clearance(clearance.pk, user_id=lead.pk, by=the_administrator(area))

    assert not may_read(lead)
    assert deeds_of(the_administrator(area)) == ["accounts.clearance.ended"]


def test_the_lead_cannot_end_one(area: Area, lead: User) -> None:
    clearance = ClearanceFactory(user=lead)

    with pytest.raises(PermissionDenied):
        end_clearance(clearance.pk, user_id=lead.pk, by=the_lead(area))


def test_another_councils_clearance_is_out_of_reach(area: Area, next_council: Area, lead: User) -> None:
    theirs = ClearanceFactory(user=MembershipFactory(area=next_council).user)

    with pytest.raises(Clearance.DoesNotExist):
        end_clearance(theirs.pk, user_id=lead.pk, by=the_administrator(area))


def test_one_that_has_ended_is_refused_in_words(area: Area, lead: User) -> None:
    clearance = ClearanceFactory(user=lead, until=TODAY - timedelta(days=1))

    with pytest.raises(Refused, match="ended on 17 November 2026 already"):
        end_clearance(clearance.pk, user_id=lead.pk, by=the_administrator(area))
