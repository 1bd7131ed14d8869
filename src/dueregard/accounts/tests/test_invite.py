"""Inviting somebody: a secret goes out once, and only its digest stays."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from pytest_django import DjangoCaptureOnCommitCallbacks

from dueregard.access.roles import Role
from dueregard.accounts.actions import invite
from dueregard.accounts.models import Invitation
from dueregard.accounts.tests.factories import MembershipFactory, UserFactory
from dueregard.accounts.tests.people import TODAY, a_viewer, the_administrator, the_lead
from dueregard.accounts.tests.trail import deeds_of, newest_of
from dueregard.basics.refused import Refused
from dueregard.organisations.models import Area, Person

SITE = "https://due-regard.example/"


def test_an_invitation_goes_out_once_and_leaves_a_trail(
    area: Area, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    administrator = the_administrator(area)

    with django_capture_on_commit_callbacks(execute=True):
        address = invite("Clerk@Example.org", by=administrator, role=Role.CLERK, site=SITE)

    invitation = Invitation.objects.get()
    secret = address.rstrip("/").rsplit("/", 1)[1]
    assert invitation.email == "clerk@example.org"
    assert invitation.expires_at - invitation.typed_at == timedelta(days=14)
    assert secret not in str(vars(invitation))
    assert address.startswith("https://due-regard.example/sign-in/invitation/")
    assert address in mail.outbox[0].body
    assert deeds_of(administrator) == ["accounts.invitation.sent"]
    assert "clerk@example.org" not in str(vars(newest_of(administrator)))


def test_the_message_does_not_say_which_area_or_role(
    area: Area, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        invite("clerk@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE)

    said = mail.outbox[0].subject + mail.outbox[0].body
    assert "Wexley" not in said
    assert "Democratic services" not in said


def test_the_lead_cannot_invite(area: Area) -> None:
    with pytest.raises(PermissionDenied):
        invite("clerk@example.org", by=the_lead(area), role=Role.CLERK, site=SITE)


def test_whoever_signs_a_round_off_may_invite_its_reviewer_and_nobody_else(area: Area) -> None:
    with pytest.raises(PermissionDenied):
        invite("reviewer@example.org", by=the_administrator(area), role=Role.REVIEWER, site=SITE, round_ref="RD-9", until=TODAY)
    assert not Invitation.objects.exists()

    strategic = a_viewer(area, Role.STRATEGIC)

    invite("reviewer@example.org", by=strategic, role=Role.REVIEWER, site=SITE, round_ref="R-1", until=TODAY)

    assert Invitation.objects.get().round_ref == "R-1"
    with pytest.raises(PermissionDenied):
        invite("clerk@example.org", by=strategic, role=Role.CLERK, site=SITE)


def test_another_councils_person_is_out_of_reach(area: Area, next_council: Area) -> None:
    with pytest.raises(Person.DoesNotExist):
        invite("clerk@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE, person_ref="P-1")

    assert not Invitation.objects.exists()


def test_an_open_invitation_to_the_same_role_is_refused_in_words(area: Area) -> None:
    invite("clerk@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE)

    with pytest.raises(Refused, match="open already"):
        invite("CLERK@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE)


def test_somebody_who_holds_the_role_is_not_invited_to_it(area: Area) -> None:
    MembershipFactory(area=area, user=UserFactory(email="clerk@example.org"), role=Role.CLERK)

    with pytest.raises(Refused, match="holds this role here already"):
        invite("clerk@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE)


def test_what_is_no_address_is_refused(area: Area) -> None:
    with pytest.raises(Refused, match="name@example"):
        invite("clerk at example", by=the_administrator(area), role=Role.CLERK, site=SITE)


def test_a_reviewer_without_a_round_is_refused(area: Area) -> None:
    with pytest.raises(Refused, match="say which"):
        invite("reviewer@example.org", by=a_viewer(area, Role.STRATEGIC), role=Role.REVIEWER, site=SITE, until=TODAY)


def test_the_same_form_sent_twice_invites_once(area: Area) -> None:
    once = uuid4()

    first = invite("clerk@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE, once=once)
    second = invite("clerk@example.org", by=the_administrator(area), role=Role.CLERK, site=SITE, once=once)

    assert first
    assert second == ""
    assert Invitation.objects.count() == 1
