"""Judging a line, letting a judgement stand, looking findings up again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.tests.people import NOW, TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.models import FindingKept, Judgement, Round
from dueregard.assurance.tests.factories import a_group_that_met, a_round, line_shown, shown
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import rows, trail

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)


def judge(area, ref, **asked):
    given = {"by": the_lead(area), "on": TODAY, "line": "1.g1", "status": "partly-met", "because": "The chair is new"}
    actions.judge_line(ref, **(given | asked))


def test_a_judgement_keeps_the_finding_it_saw_and_leaves_a_trail():
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")

    judge(area, ref)

    line = line_shown(the_lead(area), ref, "1.g1")
    assert line.judged is not None
    assert (line.judged.label, line.judged.who, line.judged.on) == ("Partly met", "Prevent lead or coordinator", TODAY)
    assert line.judged.saw == line.finding.short
    assert line.goes_beyond
    assert not line.differs
    assert not line.has_changed
    assert trail(area)[-1] == "assurance.line.judged"


def test_a_judgement_that_says_something_else_than_the_records_says_so():
    area = AreaFactory()
    a_group_that_met(area, TODAY - timedelta(days=10))
    ref = a_round(area, framework="toolkit-2024")

    judge(area, ref, status="met")

    line = line_shown(the_lead(area), ref, "1.g1")
    assert line.finding.status == "partly-met"
    assert line.differs
    assert not line.goes_beyond


def test_a_later_judgement_is_a_new_row_beside_the_earlier():
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")

    judge(area, ref)
    judge(area, ref, status="met", because="The chair has settled in")

    line = line_shown(the_lead(area), ref, "1.g1")
    assert [judged.label for judged in line.judgements] == ["Met", "Partly met"]
    assert len(rows(Judgement, area)) == 2


def test_a_partner_may_not_judge():
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")

    with pytest.raises(PermissionDenied):
        judge(area, ref, by=the_partner(area))


def test_the_next_council_cannot_reach_it():
    ref = a_round(AreaFactory(), framework="toolkit-2024")

    with pytest.raises(Round.DoesNotExist):
        actions.judge_line(ref, by=the_stranger(), on=TODAY, line="1.g1", status="met", because="Reaching over")


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"status": ""}, "Choose what you judge"),
        ({"because": " "}, "Say why"),
        ({"line": "1.g9"}, "no line 1.g9"),
        ({"score": "4"}, "does not score each line"),
        ({"on": TODAY - timedelta(days=1)}, "was opened on"),
        ({"on": TODAY + timedelta(days=1)}, "has not come yet"),
        ({"done_by": "P-404"}, "no person P-404"),
    ],
)
def test_what_cannot_be_is_refused_in_words(asked, words):
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")

    with pytest.raises(Refused, match=words):
        judge(area, ref, **asked)


def test_lines_can_be_scored_where_the_round_scores_lines():
    area = AreaFactory()
    ref = a_round(area, framework="channel-assurance-skeleton", scale="rag", scored_by="line")

    judge(area, ref, line="legal.3", status="", score="amber", because="Health came seldom")

    line = line_shown(the_lead(area), ref, "legal.3")
    assert line.judged is not None
    assert line.judged.label == "Amber"
    assert not line.differs


def test_two_people_who_judge_at_once_are_told():
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")
    judge(area, ref, seen=0)

    with pytest.raises(Changed, match="Somebody judged this line"):
        judge(area, ref, seen=0)


def a_round_whose_finding_changed(area):
    ref = a_round(area, framework="toolkit-2024")
    judge(area, ref)
    a_group_that_met(area, TODAY - timedelta(days=10))
    actions.refresh_findings(ref, by=the_lead(area, now=LATER), on=LATER.date())
    return ref


def test_a_finding_looked_up_again_says_that_the_judgement_saw_another():
    area = AreaFactory()

    ref = a_round_whose_finding_changed(area)

    line = line_shown(the_lead(area), ref, "1.g1")
    assert line.has_changed
    assert line.judged is not None
    assert line.judged.saw.startswith("not enough recorded")
    assert "1 should be looked at again" in shown(the_lead(area), ref).sections[0].judged_words
    assert max(row.edition for row in rows(FindingKept, area)) == 2
    assert trail(area)[-1] == "assurance.round.refreshed"


def test_only_findings_that_changed_are_kept_again():
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")

    number = actions.refresh_findings(ref, by=the_lead(area, now=LATER), on=LATER.date())

    assert number == 0
    assert len(rows(FindingKept, area)) == 50


def test_a_partner_may_not_look_findings_up_again():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(PermissionDenied):
        actions.refresh_findings(ref, by=the_partner(area), on=TODAY)


def test_a_judgement_can_be_let_stand():
    area = AreaFactory()
    ref = a_round_whose_finding_changed(area)

    actions.let_stand(ref, by=the_lead(area, now=LATER), on=LATER.date(), line="1.g1")

    line = line_shown(the_lead(area), ref, "1.g1")
    assert not line.has_changed
    assert [judged.because for judged in line.judgements] == ["The chair is new", "The chair is new"]
    assert trail(area)[-1] == "assurance.line.let-stand"


@pytest.mark.parametrize(("judged_first", "words"), [(False, "not judged yet"), (True, "nothing to confirm")])
def test_there_must_be_something_to_let_stand(judged_first, words):
    area = AreaFactory()
    ref = a_round(area, framework="toolkit-2024")
    if judged_first:
        judge(area, ref)

    with pytest.raises(Refused, match=words):
        actions.let_stand(ref, by=the_lead(area), on=TODAY, line="1.g1")
