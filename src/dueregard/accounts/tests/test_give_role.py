"""Giving a member another role."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts import queries
from dueregard.accounts.actions import give_role
from dueregard.accounts.models import Membership, User
from dueregard.accounts.tests.factories import MembershipFactory, UserFactory
from dueregard.accounts.tests.people import NOW, TODAY, the_administrator, the_lead
from dueregard.accounts.tests.trail import deeds_of, newest_of
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area


@pytest.fixture
def clerk(area: Area) -> User:
    return MembershipFactory(area=area, role=Role.CLERK).user


def test_a_role_begins_on_its_day_and_leaves_a_trail(area: Area, clerk: User) -> None:
    give_role(clerk.pk, by=the_administrator(area), on=TODAY, role=Role.OFFICER)

    viewer = queries.viewer_for(clerk, "wexley", now=NOW)
    assert viewer is not None
    assert viewer.roles == {Role.CLERK, Role.OFFICER}
    assert deeds_of(the_administrator(area)) == ["accounts.role.given"]


def test_the_lead_cannot_give_one(area: Area, clerk: User) -> None:
    with pytest.raises(PermissionDenied):
        give_role(clerk.pk, by=the_lead(area), on=TODAY, role=Role.OFFICER)


def test_somebody_of_another_council_is_out_of_reach(area: Area, next_council: Area) -> None:
    theirs = MembershipFactory(area=next_council, role=Role.CLERK).user

    with pytest.raises(User.DoesNotExist):
        give_role(theirs.pk, by=the_administrator(area), on=TODAY, role=Role.OFFICER)


def test_a_role_that_is_held_already_is_refused_in_words(area: Area, clerk: User) -> None:
    with pytest.raises(Refused, match="holds this role already"):
        give_role(clerk.pk, by=the_administrator(area), on=TODAY, role=Role.CLERK)


def test_a_closed_account_is_refused_in_words(area: Area, clerk: User) -> None:
    User.objects.filter(pk=clerk.pk).update(is_active=False)

    with pytest.raises(Refused, match="open it again"):
        give_role(clerk.pk, by=the_administrator(area), on=TODAY, role=Role.OFFICER)


def test_an_administrator_who_gives_themselves_a_role_that_reads_sections_stands_in_the_trail(area: Area) -> None:
    administrator = MembershipFactory(area=area, role=Role.ADMINISTRATOR).user

    give_role(administrator.pk, by=the_administrator(area, user=administrator), on=TODAY, role=Role.LEAD)

    event = newest_of(the_administrator(area))
    assert event.verb == "accounts.role.given-to-oneself"
    assert event.details["reads"] is True


def test_a_reviewer_is_invited_on_the_page_of_the_round_and_not_here(area: Area, clerk: User) -> None:
    with pytest.raises(Refused, match="on the page of the round they read"):
        give_role(clerk.pk, by=the_administrator(area), on=TODAY, role=Role.REVIEWER, until=TODAY + timedelta(days=30))


def test_the_same_form_sent_twice_gives_one_role(area: Area, clerk: User) -> None:
    once = uuid4()

    give_role(clerk.pk, by=the_administrator(area), on=TODAY, role=Role.OFFICER, once=once)
    give_role(clerk.pk, by=the_administrator(area), on=TODAY, role=Role.OFFICER, once=once)

    assert Membership.objects.filter(user=clerk, role=Role.OFFICER).count() == 1


def test_the_operator_gives_the_first_role_to_a_new_account(area: Area) -> None:
    operator = Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)
    user = UserFactory()

    give_role(user.pk, by=operator, on=TODAY, role=Role.ADMINISTRATOR)

    assert newest_of(operator).machine == "operator"
    assert queries.viewer_for(user, "wexley", now=NOW) is not None
