"""Scoring a section, and the local moderator's view."""

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.models import Round
from dueregard.assurance.tests.factories import a_round, a_signed_round, line_shown, shown, the_signer
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import trail

pytestmark = pytest.mark.django_db


def a_scored_round(area, **asked):
    return a_round(area, scale="one-to-five", scored_by="section", **asked)


def section_shown(area, ref, section):
    found = shown(the_lead(area), ref).section(section)
    assert found is not None
    return found


def test_a_score_is_a_person_s_choice_with_the_meaning_its_source_gives():
    area = AreaFactory()
    ref = a_scored_round(area)

    actions.score_section(ref, by=the_lead(area), on=TODAY, section="2", score="5", because="As moderated")

    section = section_shown(area, ref, "2")
    assert [(score.words, score.because) for score in section.scores] == [("5, duty exceeded", "As moderated")]
    assert trail(area)[-1] == "assurance.section.scored"


@pytest.mark.parametrize(
    ("asked", "words"),
    [({"score": "6"}, "6 is not on this round's scale"), ({"section": "99"}, "no section 99")],
)
def test_a_score_off_the_scale_is_refused(asked, words):
    area = AreaFactory()
    ref = a_scored_round(area)

    with pytest.raises(Refused, match=words):
        actions.score_section(ref, by=the_lead(area), on=TODAY, **({"section": "1", "score": "3"} | asked))


def test_a_round_without_a_scale_takes_no_score():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match="does not score each section"):
        actions.score_section(ref, by=the_lead(area), on=TODAY, section="1", score="3")


def test_two_people_who_score_at_once_are_told():
    area = AreaFactory()
    ref = a_scored_round(area)
    actions.score_section(ref, by=the_lead(area), on=TODAY, section="1", score="3", seen=0)

    with pytest.raises(Changed):
        actions.score_section(ref, by=the_lead(area), on=TODAY, section="1", score="4", seen=0)


@pytest.mark.parametrize("deed", ["score", "moderate"])
def test_a_partner_may_do_neither(deed):
    area = AreaFactory()
    ref = a_scored_round(area)

    with pytest.raises(PermissionDenied):
        do(deed, ref, the_partner(area))


@pytest.mark.parametrize("deed", ["score", "moderate"])
def test_the_next_council_can_do_neither(deed):
    ref = a_scored_round(AreaFactory())

    with pytest.raises(Round.DoesNotExist):
        do(deed, ref, the_stranger())


def do(deed, ref, by):
    if deed == "score":
        actions.score_section(ref, by=by, on=TODAY, section="1", score="3")
    else:
        actions.moderate(ref, by=by, on=TODAY, section="1", status="met", because="Agreed", who="A peer")


def test_a_moderator_s_view_stands_beside_the_council_s_own_and_never_changes_it():
    area = AreaFactory()
    ref = a_scored_round(area)
    actions.judge_line(ref, by=the_lead(area), on=TODAY, line="1", status="met", because="Ours")
    actions.score_section(ref, by=the_lead(area), on=TODAY, section="1", score="4")

    actions.moderate(ref, by=the_lead(area), on=TODAY, line="1", status="not-met", because="Theirs", who="Lead of the next county")
    actions.moderate(ref, by=the_lead(area), on=TODAY, section="1", score="2", because="Theirs", who="Lead of the next county")

    section, line = section_shown(area, ref, "1"), line_shown(the_lead(area), ref, "1")
    assert line.judged is not None
    assert (line.judged.label, line.moderations[0].label) == ("Met", "Not met")
    assert (section.scores[0].words, section.moderations[0].label) == ("4, duty exceeded", "2, duty not met")
    assert trail(area)[-1] == "assurance.round.moderated"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"who": " "}, "who moderated"),
        ({"because": ""}, "Say why"),
        ({"status": ""}, "Choose what you judge"),
        ({"section": "99"}, "no section"),
    ],
)
def test_a_view_that_is_not_whole_is_refused(asked, words):
    area = AreaFactory()
    ref = a_scored_round(area)

    with pytest.raises(Refused, match=words):
        actions.moderate(
            ref, by=the_lead(area), on=TODAY, **({"section": "1", "status": "met", "because": "Theirs", "who": "A peer"} | asked)
        )


def test_last_round_s_scores_stand_beside_this_one_s():
    area = AreaFactory()
    before = a_scored_round(area, as_at=TODAY.replace(year=2025), title="Round 2025")
    actions.score_section(before, by=the_signer(area), on=TODAY, section="1", score="4")
    actions.sign_off(before, by=the_signer(area), on=TODAY, because="The first of many")
    found = [actions.Criterion("1", "", "5", "Better than they said")]
    actions.receive_home_office_view(before, by=the_lead(area), on=TODAY, says="Moderated", criteria=found)

    ref = a_scored_round(area)

    last = section_shown(area, ref, "1").last
    assert last is not None
    assert (last.title, last.own, last.moderated) == ("Round 2025", "4, duty exceeded", "5, duty exceeded")


def test_a_round_against_another_framework_is_no_last_round():
    area = AreaFactory()
    a_signed_round(area, as_at=TODAY.replace(year=2025))

    ref = a_round(area, framework="toolkit-2024")

    assert section_shown(area, ref, "1").last is None
