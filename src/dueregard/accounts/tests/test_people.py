"""The people every other test leans on are who they say they are."""

import pytest
from django.test import Client
from django.utils import timezone

from dueregard.access.roles import Permission, Role
from dueregard.accounts import queries
from dueregard.accounts.tests.people import a_viewer, sign_in, the_stranger
from dueregard.organisations.tests.factories import AreaFactory

pytestmark = pytest.mark.django_db


def test_a_viewer_may_do_what_the_roles_grant() -> None:
    viewer = a_viewer(AreaFactory(), Role.CLERK, Role.AUDITOR)

    assert viewer.may(Permission.PARTNERSHIP_EDIT)
    assert viewer.may(Permission.AUDIT_READ)
    assert not viewer.may(Permission.ASSURANCE_SIGN)


def test_the_stranger_is_somewhere_else() -> None:
    here = AreaFactory()

    assert the_stranger().area_id != here.pk


def test_who_signs_in_is_the_same_viewer_on_the_site(client: Client) -> None:
    area = AreaFactory()

    user = sign_in(client, area, Role.LEAD, cleared=True)

    viewer = queries.viewer_for(user, area.slug, now=timezone.now())
    assert viewer is not None
    assert viewer.roles == {Role.LEAD}
    assert viewer.reads_sensitive
    assert client.session["_auth_user_id"] == str(user.pk)
