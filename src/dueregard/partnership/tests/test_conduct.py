"""One person in two chairs: asked for a reason, recorded, never barred."""

from datetime import timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import TODAY
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions, queries
from dueregard.partnership.exchange.writing.groups import groups
from dueregard.partnership.models import FunctionTerm, Membership
from dueregard.partnership.tests.pages import a_world, sent_back, signed_in, today, words
from dueregard.partnership.tests.stories import BEGAN, a_group, a_person, inside, rows, the_lead_on

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


def test_a_function_that_makes_one_person_chair_of_both_needs_why_and_who_agreed() -> None:
    area = AreaFactory()
    group, forum, person = a_group(area), a_group(area, "environments", name="Forum"), a_person(area, name="Ines Chair")
    lead = the_lead_on(area)
    for one in (group, forum):
        actions.appoint(one.ref, by=lead, on=TODAY, person=person, role="chair")

    with pytest.raises(Refused, match=r"Ines Chair chairs this group and Prevent partnership group.*say why and who agreed it"):
        actions.give_function(forum.ref, by=lead, on=TODAY, function="channel")
    with pytest.raises(Refused, match="who agreed it"):
        actions.give_function(forum.ref, by=lead, on=TODAY, function="channel", because=WHY["because"])
    actions.give_function(forum.ref, by=lead, on=TODAY, function="channel", **WHY)

    kept = rows(FunctionTerm, area, group=forum, function="channel")
    assert [(row.because, row.agreed_by) for row in kept] == [(WHY["because"], WHY["agreed_by"])]


def test_a_group_whose_chair_would_chair_both_in_one_is_asked_too() -> None:
    area = AreaFactory()
    group, lead = a_group(area), the_lead_on(area)
    actions.give_function(group.ref, by=lead, on=TODAY, function="risk")
    actions.appoint(group.ref, by=lead, on=TODAY, person=a_person(area), role="chair")

    with pytest.raises(Refused, match="is also the Channel panel"):
        actions.give_function(group.ref, by=lead, on=TODAY, function="channel")


def test_a_function_given_to_a_group_without_a_chair_is_asked_nothing() -> None:
    area = AreaFactory()
    group = a_group(area)

    actions.give_function(group.ref, by=the_lead_on(area), on=TODAY, function="channel")

    assert len(rows(FunctionTerm, area, group=group)) == 2


def test_why_is_written_to_a_file_and_conduct_is_asked_by_what_was_typed_by_then() -> None:
    area = AreaFactory()
    group, panel, person = a_group(area), a_group(area, "other", name="Panel"), a_person(area)
    lead, later = the_lead_on(area, TODAY - timedelta(days=2)), the_lead_on(area)
    for one in (group, panel):
        actions.appoint(one.ref, by=lead, on=lead.today, person=person, role="chair")

    actions.give_function(panel.ref, by=later, on=BEGAN, function="channel", **WHY)  # before the day they took the chair
    with inside(area):
        [row] = [row for row in groups(later) if row["ref"] == panel.ref]
        when_the_chair_was_typed = queries.functions_from(lead, panel, on=lead.today)

    assert WHY in [{key: one.get(key) for key in WHY} for one in row["functions"]]
    assert "channel" not in when_the_chair_was_typed


def test_the_page_asks_why_only_once_it_matters() -> None:
    world = a_world()
    forum, client, before = a_group(world.area, "environments", name="Forum"), signed_in(world, Role.LEAD), today() - timedelta(days=1)
    actions.appoint(forum.ref, by=the_lead_on(world.area, before), on=before, person=world.people["chair"], role="chair")
    address = world.at(f"groups/{forum.ref}/functions/")

    opened = client.get(address)
    asked = client.post(address, sent_back(opened, function="channel", on=f"{today():%d/%m/%Y}"))
    typed = sent_back(asked, because=WHY["because"], agreed_by=WHY["agreed_by"])
    done = client.post(address, typed, follow=True)

    assert "Who agreed it" not in words(opened)
    assert "say why and who agreed it" in words(asked)
    assert "Who agreed it" in words(asked)
    assert "because: Nobody else until June. Agreed by: The chief executive" in words(done)
