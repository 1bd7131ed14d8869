"""Taking back an invitation."""

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.actions import accept_invitation, withdraw_invitation
from dueregard.accounts.models import Invitation
from dueregard.accounts.tests.factories import PASSWORD, SECRET, InvitationFactory
from dueregard.accounts.tests.people import NOW, the_administrator, the_lead
from dueregard.accounts.tests.trail import deeds_of
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area


def test_an_open_invitation_is_withdrawn_and_leaves_a_trail(area: Area) -> None:
    invitation = InvitationFactory(area=area, typed_at=NOW)

    withdraw_invitation(invitation.pk, by=the_administrator(area))

    assert deeds_of(the_administrator(area)) == ["accounts.invitation.withdrawn"]
    with pytest.raises(Refused, match="cannot be used"):
        accept_invitation(SECRET, at=NOW, password=PASSWORD)


def test_the_lead_cannot_withdraw_one(area: Area) -> None:
    invitation = InvitationFactory(area=area, typed_at=NOW)

    with pytest.raises(PermissionDenied):
        withdraw_invitation(invitation.pk, by=the_lead(area))


def test_another_councils_invitation_is_out_of_reach(area: Area, next_council: Area) -> None:
    theirs = InvitationFactory(area=next_council, typed_at=NOW)

    with pytest.raises(Invitation.DoesNotExist):
        withdraw_invitation(theirs.pk, by=the_administrator(area))


def test_an_accepted_one_is_refused_in_words(area: Area) -> None:
    invitation = InvitationFactory(area=area, typed_at=NOW, accepted_at=NOW)

    with pytest.raises(Refused, match="accepted already"):
        withdraw_invitation(invitation.pk, by=the_administrator(area))
