"""The numbers an area expects instead of ours."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.models import Expectation
from dueregard.assurance.tests.factories import a_group_that_met, found, on_day, the_signer
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import rows, trail

pytestmark = pytest.mark.django_db


def set_months(area, **asked):
    given = {"by": the_signer(area), "on": TODAY, "line": "1.g1", "key": "months", "value": 6, "because": "We meet every two months"}
    actions.set_expectation("toolkit-2024", **(given | asked))


def line_found(viewer, line, **asked):
    return next(each for section in found(viewer, **asked) for each in section.lines if each.line.id == line)


def test_another_number_is_read_by_the_finding_which_says_whose_it_is():
    area = AreaFactory()
    a_group_that_met(area, TODAY - timedelta(days=240))

    before = line_found(the_lead(area), "1.g1")
    set_months(area)
    after = line_found(the_lead(area), "1.g1")

    number = next(each for each in after.numbers if each.words == "Months looked back over")
    assert number.value == "6"
    assert number.whose.startswith("the area’s own since 18 November 2026: We meet every two months")
    assert before.finding.because != after.finding.because
    assert trail(area)[-1] == "assurance.expectation.set"


def test_it_counts_from_its_day_and_from_when_it_was_typed():
    area = AreaFactory()
    set_months(area, by=on_day(area, TODAY), on=TODAY - timedelta(days=100))

    def months(**asked):
        return next(each.value for each in line_found(the_lead(area), "1.g1", **asked).numbers if each.words == "Months looked back over")

    assert months(on=TODAY) == "6"
    assert months(on=TODAY - timedelta(days=101), known=TODAY) == "12"
    assert months(on=TODAY - timedelta(days=50)) == "12"
    assert months(on=TODAY - timedelta(days=50), known=TODAY) == "6"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"line": "1.g2", "key": "meetings_ordinary", "value": 1}, "toolkit's own"),
        ({"key": "moons"}, "no number called moons"),
        ({"line": "9.g9"}, "no line 9.g9"),
        ({"value": -1}, "nothing below zero"),
        ({"line": "1.g3", "key": "share", "value": 50}, "at most 1, which is all of them"),
        ({"because": " "}, "Say why"),
        ({"on": TODAY + timedelta(days=1)}, "day that has come"),
    ],
)
def test_what_cannot_be_changed_is_refused_in_words(asked, words):
    area = AreaFactory()

    with pytest.raises(Refused, match=words):
        set_months(area, **asked)

    assert rows(Expectation, area) == []


def test_the_partner_may_not_move_the_yardstick():
    area = AreaFactory()

    with pytest.raises(PermissionDenied):
        set_months(area, by=the_partner(area))


def test_the_next_council_s_number_is_not_ours():
    area = AreaFactory()
    stranger = the_stranger()
    set_months(area)

    number = next(each for each in line_found(stranger, "1.g1").numbers if each.words == "Months looked back over")

    assert number.value == "12"
