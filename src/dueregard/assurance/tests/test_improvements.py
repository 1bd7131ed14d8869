"""Actions a round led to."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.roles import Role
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer, the_lead, the_partner, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.models import Round
from dueregard.assurance.tests.factories import a_round, a_signed_round, line_shown, shown
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.models import Action
from dueregard.partnership.tests.stories import a_body, rows, trail

pytestmark = pytest.mark.django_db


def an_action(area):
    return partnership.raise_action("Find a health seat", by=the_lead(area), on=TODAY, body=a_body(area), due=TODAY).ref


def test_a_line_leads_to_an_action_there_is():
    area = AreaFactory()
    ref, action = a_round(area), an_action(area)

    actions.raise_improvement(ref, by=the_lead(area), on=TODAY, line="2", action=action)

    [seen] = line_shown(the_lead(area), ref, "2").improvements
    assert (seen.ref, seen.title, seen.due, seen.asked_by) == (action, "Find a health seat", TODAY, "this round")
    assert trail(area)[-1] == "assurance.improvement.raised"


def test_a_new_action_is_the_one_action():
    area = AreaFactory()
    ref = a_round(area)

    actions.raise_improvement(ref, by=the_lead(area), on=TODAY, what="Train the venues", body=a_body(area), due=TODAY + timedelta(days=60))

    [action] = rows(Action, area)
    assert [seen.ref for seen in shown(the_lead(area), ref).improvements] == [action.ref]


def test_a_partner_may_not_raise_one():
    area = AreaFactory()
    ref, action = a_round(area), an_action(area)

    with pytest.raises(PermissionDenied):
        actions.raise_improvement(ref, by=the_partner(area), on=TODAY, action=action)


def test_the_next_council_reaches_neither_the_round_nor_the_action():
    area, next_area = AreaFactory(), AreaFactory()
    ref, theirs = a_round(area), an_action(next_area)

    with pytest.raises(Round.DoesNotExist):
        actions.raise_improvement(ref, by=the_stranger(), on=TODAY, action="A-1")
    with pytest.raises(Refused, match="no action"):
        actions.raise_improvement(ref, by=the_lead(area), on=TODAY, action=theirs)


def test_an_action_is_linked_once():
    area = AreaFactory()
    ref, action = a_round(area), an_action(area)
    actions.raise_improvement(ref, by=the_lead(area), on=TODAY, action=action)

    with pytest.raises(Refused, match="linked here already"):
        actions.raise_improvement(ref, by=the_lead(area), on=TODAY, action=action)


def test_after_signing_only_the_letter_leads_to_actions():
    area = AreaFactory()
    ref, action = a_signed_round(area), an_action(area)

    with pytest.raises(Refused, match="was signed off"):
        actions.raise_improvement(ref, by=the_lead(area), on=TODAY, action=action)
    with pytest.raises(Refused, match="No letter"):
        actions.raise_improvement(ref, by=the_lead(area), on=TODAY, action=action, is_asked_by_letter=True)
    actions.receive_home_office_view(ref, by=the_lead(area), on=TODAY, says="Two things to do")
    before = shown(the_lead(area), ref).kept
    actions.raise_improvement(ref, by=the_lead(area), on=TODAY, action=action, is_asked_by_letter=True)

    assert shown(the_lead(area), ref).kept == before


def test_the_words_of_a_sensitive_action_are_for_those_cleared(settings):
    settings.INVENTED = True
    area = AreaFactory()
    ref = a_round(area)
    cleared = a_viewer(area, Role.LEAD, cleared=True, now=NOW)
    action = partnership.raise_action("Watch the hall", by=cleared, on=TODAY, body=a_body(area), marking="official-sensitive").ref

    actions.raise_improvement(ref, by=cleared, on=TODAY, action=action)

    assert shown(cleared, ref).improvements[0].title == "Watch the hall"
    assert shown(the_lead(area), ref).improvements[0].title == "An Official-Sensitive action"
