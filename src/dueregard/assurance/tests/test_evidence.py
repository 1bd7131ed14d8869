"""Keeping evidence beside a line, and taking it away."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from dueregard.accounts.tests.people import TODAY, the_lead, the_partner, the_stranger
from dueregard.assurance import actions
from dueregard.assurance.models import Evidence, Round
from dueregard.assurance.tests.factories import a_document, a_group_that_met, a_round, line_shown
from dueregard.basics.refused import Refused
from dueregard.organisations.tests.factories import AreaFactory
from dueregard.partnership.tests.stories import rows, trail

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def a_line_with_a_document(area):
    ref = a_round(area)
    actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", document=a_document(area, title="Structure chart"))
    return ref


def test_a_document_already_held_is_kept_beside_a_line():
    area = AreaFactory()

    ref = a_line_with_a_document(area)

    [kept] = line_shown(the_lead(area), ref, "1").evidence
    assert (kept.kind, kept.label, kept.marking) == ("document", "Structure chart", "official")
    assert trail(area)[-1] == "assurance.evidence.kept"


def test_a_partner_may_not_keep_evidence():
    area = AreaFactory()
    ref, document = a_round(area), a_document(area)

    with pytest.raises(PermissionDenied):
        actions.keep_evidence(ref, by=the_partner(area), on=TODAY, line="1", document=document)


def test_the_next_council_s_document_is_out_of_reach():
    area, theirs = AreaFactory(), a_document(AreaFactory())
    ref = a_round(area)

    with pytest.raises(Refused, match="no document"):
        actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", document=theirs)


def test_the_next_council_cannot_reach_the_round():
    ref = a_round(AreaFactory())

    with pytest.raises(Round.DoesNotExist):
        actions.keep_evidence(ref, by=the_stranger(), on=TODAY, line="1", document="DOC-1")


@pytest.mark.parametrize("asked", [{}, {"document": "DOC-1", "cited": ("meeting", "M-1", "x")}])
def test_evidence_is_one_thing(asked):
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match="one document, or one record"):
        actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", **asked)


def test_the_same_document_twice_is_refused():
    area = AreaFactory()
    ref, document = a_round(area), a_document(area)
    actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", document=document)

    with pytest.raises(Refused, match="already"):
        actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", document=document)


def test_a_new_file_goes_into_the_register_on_its_way():
    area = AreaFactory()
    ref = a_round(area)

    actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", title="Letter to the Board", file=(PDF, "letter.pdf"))

    [kept] = line_shown(the_lead(area), ref, "1").evidence
    assert kept.label == "Letter to the Board"
    assert "PDF" in kept.about


def test_the_records_beside_a_judgement_are_kept_once():
    area = AreaFactory()
    a_group_that_met(area, TODAY - timedelta(days=20))
    ref = a_round(area, framework="toolkit-2024")
    beside = line_shown(the_lead(area), ref, "1.g1").finding.cites

    for reason in ("At first", "On reflection"):
        actions.judge_line(ref, by=the_lead(area), on=TODAY, line="1.g1", status="partly-met", because=reason, keep_records_beside=True)

    kept = line_shown(the_lead(area), ref, "1.g1").evidence
    assert {(item.kind, item.ref, item.label) for item in kept} == {(cite.kind, cite.ref, cite.label) for cite in beside}
    assert len(kept) == len(beside) > 0


def test_a_record_the_finding_does_not_rest_on_is_no_evidence_of_it():
    area = AreaFactory()
    ref = a_round(area)

    with pytest.raises(Refused, match="does not rest on M-99"):
        actions.keep_evidence(ref, by=the_lead(area), on=TODAY, line="1", cited=("meeting", "M-99", "A meeting"))


def test_evidence_taken_away_stays_known():
    area = AreaFactory()
    ref = a_line_with_a_document(area)
    [evidence] = rows(Evidence, area)

    actions.drop_evidence(evidence.pk, by=the_lead(area), on=TODAY, because="The wrong chart")

    [kept] = line_shown(the_lead(area), ref, "1").evidence
    assert kept.dropped_on == TODAY
    assert trail(area)[-1] == "assurance.evidence.dropped"


def test_evidence_is_taken_away_once_and_with_a_reason():
    area = AreaFactory()
    a_line_with_a_document(area)
    [evidence] = rows(Evidence, area)

    with pytest.raises(Refused, match="Say why"):
        actions.drop_evidence(evidence.pk, by=the_lead(area), on=TODAY, because="")
    actions.drop_evidence(evidence.pk, by=the_lead(area), on=TODAY, because="The wrong chart")
    with pytest.raises(Refused, match="already taken away"):
        actions.drop_evidence(evidence.pk, by=the_lead(area), on=TODAY, because="Again")


def test_a_partner_may_not_take_evidence_away_and_a_stranger_finds_none():
    area = AreaFactory()
    a_line_with_a_document(area)
    [evidence] = rows(Evidence, area)

    with pytest.raises(PermissionDenied):
        actions.drop_evidence(evidence.pk, by=the_partner(area), on=TODAY, because="No")
    with pytest.raises(Evidence.DoesNotExist):
        actions.drop_evidence(evidence.pk, by=the_stranger(), on=TODAY, because="No")


def test_sensitive_evidence_is_counted_and_not_named_for_those_not_cleared():
    area = AreaFactory()
    ref = a_round(area)
    document = a_document(area, title="Threat briefing", sensitive=True)
    actions.keep_evidence(ref, by=the_lead(area, cleared=True), on=TODAY, line="1", document=document)

    cleared, others = line_shown(the_lead(area, cleared=True), ref, "1"), line_shown(the_lead(area), ref, "1")

    assert [item.label for item in cleared.evidence] == ["Threat briefing"]
    assert (others.evidence, others.hidden) == ((), 1)
