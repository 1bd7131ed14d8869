"""Ending a role: at once, or after a last day."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts import queries
from dueregard.accounts.actions import end_role
from dueregard.accounts.models import Membership
from dueregard.accounts.tests.factories import MembershipFactory
from dueregard.accounts.tests.people import NOW, TODAY, the_administrator, the_lead
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area


def test_a_role_is_ended_at_once_and_leaves_a_trail(area: Area) -> None:
    held = MembershipFactory(area=area, role=Role.CLERK)

    end_role(held.pk, by=the_administrator(area))

    assert queries.viewer_for(held.user, "wexley", now=NOW) is None
    assert deeds_of(the_administrator(area)) == ["accounts.role.ended"]


def test_a_role_ends_after_its_last_day(area: Area) -> None:
    held = MembershipFactory(area=area, role=Role.CLERK)

    end_role(held.pk, by=the_administrator(area), on=TODAY + timedelta(days=7))

    assert queries.viewer_for(held.user, "wexley", now=NOW + timedelta(days=7)) is not None
    assert queries.viewer_for(held.user, "wexley", now=NOW + timedelta(days=8)) is None


def test_the_lead_cannot_end_one(area: Area) -> None:
    held = MembershipFactory(area=area, role=Role.CLERK)

    with pytest.raises(PermissionDenied):
        end_role(held.pk, by=the_lead(area))


def test_another_councils_role_is_out_of_reach(area: Area, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council)

    with pytest.raises(Membership.DoesNotExist):
        end_role(theirs.pk, by=the_administrator(area))


def test_a_role_that_has_ended_is_refused_in_words(area: Area) -> None:
    ended = MembershipFactory(area=area, until=TODAY - timedelta(days=3))

    with pytest.raises(Refused, match="ended on 15 November 2026 already"):
        end_role(ended.pk, by=the_administrator(area))


def test_nobody_ends_their_own_administrator_role(area: Area) -> None:
    own = MembershipFactory(area=area, role=Role.ADMINISTRATOR)

    with pytest.raises(Refused, match="another administrator does that"):
        end_role(own.pk, by=the_administrator(area, user=own.user))


def test_one_administrator_ends_anothers_role(area: Area) -> None:
    own, other = MembershipFactory.create_batch(2, area=area, role=Role.ADMINISTRATOR)

    end_role(other.pk, by=the_administrator(area, user=own.user))

    assert queries.viewer_for(other.user, "wexley", now=NOW) is None


@pytest.mark.parametrize(("days", "words"), [(-1, "has passed"), (40, "ends on")])
def test_a_last_day_lies_ahead_and_not_beyond_the_one_there_is(area: Area, days: int, words: str) -> None:
    held = MembershipFactory(area=area, until=TODAY + timedelta(days=30))

    with pytest.raises(Refused, match=words):
        end_role(held.pk, by=the_administrator(area), on=TODAY + timedelta(days=days))
