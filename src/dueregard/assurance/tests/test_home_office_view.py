"""The Home Office's view: beside the signed round, never merged into it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance import actions, queries
from dueregard.assurance.actions import Criterion
from dueregard.assurance.models import Round
from dueregard.assurance.tests.factories import a_document, a_round, a_signed_round, the_round
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import trail

pytestmark = pytest.mark.django_db


def views(viewer, ref):
    with scope(viewer):
        row = queries.round_in_view(viewer, ref)
        return queries.home_office_views(viewer, row, scale=queries.round_contents(viewer, row).scale)


def test_the_letter_its_criteria_and_what_it_asks_for_are_recorded():
    area = AreaFactory()
    ref = a_signed_round(area)

    actions.receive_home_office_view(
        ref,
        by=the_lead(area),
        on=TODAY,
        says="Met in all but one",
        letter=a_document(area, title="Assurance letter"),
        criteria=[Criterion("1", "met"), Criterion("8", "unmet", says="No filtering policy")],
        asked=[("A filtering policy", date(2027, 3, 31))],
    )

    [view] = views(the_lead(area), ref)
    assert (view.letter, view.says) == ("Assurance letter", "Met in all but one")
    assert [(each.criterion, each.label, each.says) for each in view.criteria] == [("1", "Met", ""), ("8", "Unmet", "No filtering policy")]
    assert view.asked == (("A filtering policy", date(2027, 3, 31)),)
    assert trail(area)[-1] == "assurance.home-office-view.received"


def test_a_sensitive_letter_is_not_named_to_those_not_cleared():
    area = AreaFactory()
    ref = a_signed_round(area)
    letter = a_document(area, title="Sensitive letter", sensitive=True)

    actions.receive_home_office_view(ref, by=the_lead(area, cleared=True), on=TODAY, says="Met", letter=letter)

    [view] = views(the_lead(area), ref)
    assert view.letter_hidden
    assert view.letter == ""


def test_a_partner_may_not_record_it():
    area = AreaFactory()
    ref = a_signed_round(area)

    with pytest.raises(PermissionDenied):
        actions.receive_home_office_view(ref, by=the_partner(area), on=TODAY, says="Met")


def test_the_next_council_cannot_reach_it():
    ref = a_signed_round(AreaFactory())

    with pytest.raises(Round.DoesNotExist):
        actions.receive_home_office_view(ref, by=the_stranger(), on=TODAY, says="Met")


def test_an_open_round_has_no_view_yet():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match="sign this one off first"):
        actions.receive_home_office_view(ref, by=the_lead(area), on=TODAY, says="Met")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"says": " "}, "in a sentence"),
        ({"on": TODAY - timedelta(days=1)}, "older than the round"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"criteria": [Criterion("99", "met")]}, "no line or section 99"),
        ({"criteria": [Criterion("1")]}, "how the Home Office found 1"),
        ({"criteria": [Criterion("1", "splendid")]}, "splendid is not a word"),
        ({"criteria": [Criterion("1", score="9")]}, "9 is not on this round's scale"),
        ({"criteria": [Criterion("1", "met"), Criterion("1", "unmet")]}, "stands twice"),
        ({"letter": "DOC-404"}, "no document"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_written(asked, words):
    area = AreaFactory()
    ref = a_signed_round(area)

    with pytest.raises(Refused, match=words):
        actions.receive_home_office_view(ref, by=the_lead(area), **({"on": TODAY, "says": "Met"} | asked))

    assert views(the_lead(area), ref) == ()
    assert the_round(the_lead(area), ref).version == 2
