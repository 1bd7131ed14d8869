"""A setting's safeguarding return that was a mistake counts as never sent from the day it is withdrawn; before that as it was."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer, sign_in
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.pages import sent_back, words
from dueregard.training.actions import education
from dueregard.training.models import AuditReturn, Setting
from dueregard.training.queries.education import SettingSeen, setting_row
from dueregard.training.rules.education import school_year
from dueregard.training.tests import programmes as made

pytestmark = pytest.mark.django_db
CAME, WITHDRAWN = TODAY - timedelta(days=40), TODAY - timedelta(days=5)


@pytest.fixture
def area() -> Any:
    """A school whose return of this school year was entered forty days ago and withdrawn five days ago."""
    area = AreaFactory(slug="ours")
    made.SettingFactory(area=area, ref="ED-1", name="Ash Lane Primary")
    then = a_viewer(area, Role.TRAINING, now=NOW - timedelta(days=40))
    education.receive_audit("ED-1", by=then, on=CAME, year=school_year(CAME), is_complete=False, left="Train the governors")
    lately = a_viewer(area, Role.TRAINING, now=NOW - timedelta(days=5))
    education.withdraw_audit("AU-1", by=lately, on=WITHDRAWN, because="It was Elm Lane’s")
    return area


def row(area: Any, *, on: Any = TODAY, now: Any = NOW) -> SettingSeen:
    viewer = a_viewer(area, Role.TRAINING, now=now)
    with scope(viewer):
        return setting_row(viewer, Setting.objects.get(ref="ED-1", area=area), on=on)


def test_from_then_on_it_counts_as_never_sent_and_before_it_stands_as_it_was(area: Any) -> None:
    after, before = row(area, on=WITHDRAWN), row(area, on=WITHDRAWN - timedelta(days=1))

    assert (after.audit, [one.audit.ref for one in after.withdrawn]) == (None, ["AU-1"])
    assert before.audit is not None
    assert (before.audit.audit.ref, before.withdrawn) == ("AU-1", ())


def test_what_was_known_before_it_was_typed_knows_nothing_of_it(area: Any) -> None:
    known_then = row(area, on=WITHDRAWN, now=NOW - timedelta(days=6))

    assert known_then.audit is not None


def test_the_right_one_takes_its_place_and_the_wrong_one_stays(area: Any) -> None:
    by = a_viewer(area, Role.TRAINING)

    education.receive_audit("ED-1", by=by, on=TODAY, year=school_year(CAME), is_complete=True)

    audit = row(area).audit
    assert audit is not None
    assert (audit.audit.ref, audit.is_open) == ("AU-2", False)
    with scope(by):
        assert AuditReturn.objects.filter(area=area).count() == 2


def test_it_is_withdrawn_from_the_settings_page_which_says_why(area: Any) -> None:
    client = Client()
    sign_in(client, area, Role.TRAINING)
    by = a_viewer(area, Role.TRAINING)
    education.receive_audit("ED-1", by=by, on=TODAY, year=school_year(CAME) - 1, is_complete=True)
    page = "/ours/training/safeguarding-returns/AU-2/withdraw/"
    day = f"{TODAY:%d/%m/%Y}"

    said = words(client.post(page, sent_back(client.get(page), because="Typed twice", on=day), follow=True))

    assert "The return counts as never sent" in said
    assert ": It was Elm Lane’s" in said
    assert ": Typed twice" in said
    assert "No return has come in" in said


def test_without_a_reason_the_page_says_so_and_it_still_counts(area: Any) -> None:
    client = Client()
    sign_in(client, area, Role.TRAINING)
    page = "/ours/training/safeguarding-returns/AU-1/withdraw/"

    said = words(client.post(page, sent_back(client.get(page), because="")))

    assert "The return still counts" in said
