"""Signing a round off, and that nothing changes it afterwards."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.tests.people import NOW, TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.models import Round, SignOff
from dueregard.assurance.rules.contents import digest_of
from dueregard.assurance.tests.factories import a_round, shown, the_round, the_signer
from dueregard.audit import queries as audit
from dueregard.basics.refused import Changed, Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import inside, rows, trail

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=200)


def sign(area, ref, **asked):
    return actions.sign_off(ref, **({"by": the_signer(area), "on": TODAY, "because": "Scored elsewhere this year"} | asked))


def test_everything_is_kept_with_a_digest_and_the_trail_as_it_was():
    area = AreaFactory()
    ref = a_round(area)
    with inside(area):
        before = audit.head(the_signer(area))

    digest = sign(area, ref)

    [kept] = rows(SignOff, area)
    assert digest == kept.digest == digest_of(kept.kept)
    assert (kept.trail_count, kept.trail_head) == before
    assert trail(area)[-1] == "assurance.round.signed-off"
    signing = shown(the_lead(area), ref).signing
    assert signing is not None
    assert "typed in the 30 days before sign-off" in signing.lately


def test_lines_without_a_judgement_are_named_unless_somebody_says_why():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match=r"Lines 1, 2, 3, .* are not judged"):
        sign(area, ref, because="")


def test_a_section_s_score_judges_the_one_line_it_has():
    area = AreaFactory()
    ref = a_round(area, scale="one-to-five", scored_by="section")
    for section in range(1, 11):
        actions.score_section(ref, by=the_signer(area), on=TODAY, section=str(section), score="4")

    digest = sign(area, ref, because="")

    assert digest


def test_the_partner_may_not_sign():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(PermissionDenied):
        sign(area, ref, by=the_partner(area))


def test_the_next_council_cannot_reach_it():
    ref = a_round(AreaFactory())
    stranger = the_stranger()

    with pytest.raises((Round.DoesNotExist, PermissionDenied)):
        actions.sign_off(ref, by=stranger, on=TODAY)


def test_a_round_changed_since_it_was_opened_is_not_signed():
    area = AreaFactory()
    ref = a_round(area)
    seen = the_round(the_signer(area), ref).version
    actions.judge_line(ref, by=the_lead(area), on=TODAY, line="1", status="met", because="Seen")

    with pytest.raises(Changed):
        sign(area, ref, seen=seen)


def test_it_is_not_signed_before_it_was_opened_or_on_a_day_to_come():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match="cannot have been signed off"):
        sign(area, ref, on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="has not come yet"):
        sign(area, ref, on=TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    "deed",
    [
        lambda ref, by, on: actions.judge_line(ref, by=by, on=on, line="1", status="met", because="Late"),
        lambda ref, by, on: actions.let_stand(ref, by=by, on=on, line="1"),
        lambda ref, by, on: actions.score_section(ref, by=by, on=on, section="1", score="3"),
        lambda ref, by, on: actions.keep_evidence(ref, by=by, on=on, line="1", document="DOC-1"),
        lambda ref, by, on: actions.refresh_findings(ref, by=by, on=on),
        lambda ref, by, on: actions.moderate(ref, by=by, on=on, section="1", status="met", because="Late", who="A peer"),
        lambda ref, by, on: actions.raise_improvement(ref, by=by, on=on, action="A-1"),
        lambda ref, by, on: actions.sign_off(ref, by=by, on=on, because="Again"),
    ],
)
def test_no_deed_changes_a_signed_round(deed):
    area = AreaFactory()
    ref = a_round(area, scale="one-to-five", scored_by="section")
    sign(area, ref)

    with pytest.raises(Refused, match="was signed off"):
        deed(ref, the_signer(area, now=LATER), LATER.date())


def test_a_signed_round_is_the_same_bytes_whatever_happens_later():
    area = AreaFactory()
    ref = a_round(area, scale="one-to-five", scored_by="section")
    sign(area, ref)
    before = shown(the_lead(area), ref).kept

    later = the_signer(area, now=LATER)
    actions.receive_home_office_view(ref, by=later, on=LATER.date(), says="Agreed in full")
    area.name = "Another name"
    area.save()

    assert shown(the_lead(area), ref).kept == before
    assert digest_of(before) == rows(SignOff, area)[0].digest


def test_what_is_kept_in_a_file_must_have_the_digest_it_was_signed_with():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match="not what was signed"):
        sign(area, ref, kept='{"title":"something else"}', digest="0" * 64)
