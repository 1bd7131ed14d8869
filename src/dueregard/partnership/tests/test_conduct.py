"""One person in two chairs: asked for a reason, recorded, never barred."""

import pytest

from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions
from dueregard.partnership.models import Membership
from dueregard.partnership.tests.stories import a_group, a_person, rows, the_lead_on

pytestmark = pytest.mark.django_db
WHY = {"because": "Nobody else until June", "agreed_by": "The chief executive"}


def test_the_chair_of_the_channel_panel_may_chair_the_group_only_with_why_and_who_agreed() -> None:
    area = AreaFactory()
    group, panel, person = a_group(area), a_group(area, "channel", name="Channel panel"), a_person(area)
    lead = the_lead_on(area)
    actions.appoint(panel.ref, by=lead, on=TODAY, person=person, role="chair")

    with pytest.raises(Refused, match=r"already chair of Channel panel.*say why and who agreed it"):
        actions.appoint(group.ref, by=lead, on=TODAY, person=person, role="co-chair")
    with pytest.raises(Refused, match="who agreed it"):
        actions.appoint(group.ref, by=lead, on=TODAY, person=person, role="co-chair", because=WHY["because"])
    actions.appoint(group.ref, by=lead, on=TODAY, person=person, role="co-chair", **WHY)

    kept = rows(Membership, area, group=group)
    assert [(row.because, row.agreed_by) for row in kept] == [(WHY["because"], WHY["agreed_by"])]


def test_somebody_who_left_the_other_chair_is_asked_nothing() -> None:
    area = AreaFactory()
    group, panel, person = a_group(area), a_group(area, "channel", name="Channel panel"), a_person(area)
    lead = the_lead_on(area)
    earlier = actions.appoint(panel.ref, by=lead, on=panel.on, person=person, role="chair")
    actions.end_membership(earlier.ref, by=lead, on=panel.on)

    actions.appoint(group.ref, by=lead, on=TODAY, person=person, role="chair")

    assert len(rows(Membership, area)) == 2
