"""Opening a round."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance.models import FindingKept, Round
from dueregard.assurance.tests.factories import CRITERIA, a_round, shown, the_round
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import rows, trail

pytestmark = pytest.mark.django_db


def test_every_line_s_finding_is_kept_and_the_trail_says_so():
    area = AreaFactory()

    ref = a_round(area, framework="toolkit-2024")

    assert ref == "RD-2026-01"
    assert len(rows(FindingKept, area)) == 50
    assert trail(area) == ["assurance.round.opened"]


def test_a_partner_may_not_open_a_round():
    area = AreaFactory()

    with pytest.raises(PermissionDenied):
        a_round(area, by=the_partner(area))


def test_the_next_council_does_not_see_it():
    ref = a_round(AreaFactory())

    with pytest.raises(Round.DoesNotExist):
        the_round(the_stranger(), ref)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"period_to": date(2024, 1, 1)}, "before it begins"),
        ({"as_at": date(2027, 1, 1)}, "has not come yet"),
        ({"on": date(2027, 1, 1), "due": date(2027, 2, 1)}, "has not come yet"),
        ({"due": date(2026, 1, 1)}, "before it is opened"),
        ({"scale": "rag"}, "or neither"),
        ({"scored_by": "line"}, "or neither"),
        ({"scale": "stars", "scored_by": "line"}, "no scale stars"),
        ({"framework": "toolkit-1066"}, "no framework toolkit-1066"),
        ({"title": "  "}, "title"),
    ],
)
def test_what_cannot_be_is_refused_in_words(asked, words):
    area = AreaFactory()

    with pytest.raises(Refused, match=words):
        a_round(area, **asked)


def test_the_same_form_twice_opens_one_round():
    area, once = AreaFactory(), uuid4()

    first, second = a_round(area, once=once), a_round(area, once=once)

    assert first == second
    assert len(rows(Round, area)) == 1


def test_the_years_own_criteria_make_a_round():
    area = AreaFactory()

    ref = a_round(area, criteria=CRITERIA)

    contents = shown(the_lead(area), ref)
    assert contents.framework == "criteria-2026"
    assert [line.id for line in contents.sections[0].lines] == ["a.1", "a.2"]
    assert contents.sections[0].lines[0].finding.status == "needs-judgement"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (CRITERIA.replace("tier: should", "tier: perhaps", 1), "line 13"),
        (CRITERIA.replace("criteria-2026", "toolkit-2024"), "published framework"),
        ("title: nothing", "need an id"),
    ],
)
def test_criteria_that_cannot_be_read_are_refused_with_their_line(wrong, words):
    area = AreaFactory()

    with pytest.raises(Refused, match=words):
        a_round(area, criteria=wrong)


def test_a_round_opened_as_at_today_is_dated_today():
    area = AreaFactory()

    ref = a_round(area)

    contents = shown(the_lead(area), ref)
    assert (contents.as_at, contents.opened_on, contents.refreshed_on) == (TODAY, TODAY, TODAY)
    assert contents.opened_by == "Strategic officer"
