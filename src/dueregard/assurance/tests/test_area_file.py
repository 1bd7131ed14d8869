"""Assurance in an area file: what is loaded and written again is the same."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, the_lead
from dueregard.assurance import actions
from dueregard.assurance.actions import Criterion
from dueregard.assurance.exchange import PART
from dueregard.assurance.models import Evidence, SignOff
from dueregard.assurance.tests.factories import CRITERIA, a_document, a_group_that_met, a_round, line_shown, shown, the_signer
from dueregard.basics.refused import Refused
from dueregard.documents.models import Version
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.partnership import actions as partnership
from dueregard.partnership.tests.stories import a_body, rows

pytestmark = pytest.mark.django_db


def the_operator(area):
    return Viewer.operator(area=area.slug, area_id=area.pk, area_name=area.name, now=NOW)


def written(area):
    with scope(the_operator(area)):
        return PART.write(the_operator(area))


def load(area, plain):
    operator = the_operator(area)
    with scope(operator):
        for deed in sorted(PART.deeds(PART.shape.model_validate(plain)), key=lambda deed: deed.on):
            deed.do(operator.at(deed.typed_at))


def the_same_ground(area):
    """What the rounds stand on, with the same references in each area."""
    person = PersonFactory(area=area, ref="P-7")
    a_group_that_met(area, date(2026, 10, 12))
    document = a_document(area, ref="DOC-70", title="Structure chart")
    action = partnership.raise_action("Find a health seat", by=the_lead(area), on=TODAY, body=a_body(area), ref="A-70")
    return person.ref, document, action.ref


def everything(area):
    person, document, action = the_same_ground(area)
    lead, signer = the_lead(area), the_signer(area)
    actions.set_expectation("toolkit-2024", by=signer, on=TODAY, line="1.g1", key="months", value=10, because="Ours")
    ref = a_round(area, framework="toolkit-2024", scale="one-to-five", scored_by="section")
    actions.judge_line(ref, by=lead, on=TODAY, line="1.g1", status="met", because="Seen", keep_records_beside=True, done_by=person)
    actions.refresh_findings(ref, by=lead, on=TODAY)
    actions.judge_line(ref, by=lead, on=TODAY, line="1.g1", status="partly-met", because="On reflection", who="Head of Service")
    actions.keep_evidence(ref, by=lead, on=TODAY, line="1.g2", document=document)
    dropped = next(row for row in rows(Evidence, area) if row.document_id)
    actions.drop_evidence(dropped.pk, by=lead, on=TODAY, because="The wrong one")
    actions.score_section(ref, by=lead, on=TODAY, section="1", score="4", because="Better")
    actions.moderate(ref, by=lead, on=TODAY, section="1", score="3", because="Theirs", who="A peer")
    actions.raise_improvement(ref, by=lead, on=TODAY, line="1.g3", action=action)
    actions.sign_off(ref, by=signer, on=TODAY, because="The rest next year")
    view = {"says": "Moderated", "letter": document, "criteria": [Criterion("1", score="5")], "asked": [("A forum", date(2027, 3, 31))]}
    actions.receive_home_office_view(ref, by=lead, on=TODAY, **view)
    a_round(area, criteria=CRITERIA, title="The year's criteria")
    return ref


def test_a_part_written_loaded_and_written_again_is_the_same():
    old, new = AreaFactory(slug="old"), AreaFactory(slug="new")
    ref = everything(old)
    plain = written(old)

    the_same_ground(new)
    load(new, plain)

    assert written(new) == plain
    assert rows(SignOff, new)[0].kept == rows(SignOff, old)[0].kept
    assert shown(the_lead(new), ref).kept == shown(the_lead(old), ref).kept


SCORED = {
    "ref": "RD-2023-01",
    "date": date(2023, 2, 28),
    "title": "Ten benchmarks, February 2023",
    "framework": "benchmarks-2018",
    "scale": "one-to-five",
    "scored_by": "section",
    "who": "The council",
    "period_from": date(2022, 2, 1),
    "period_to": date(2023, 1, 31),
    "as_at": date(2023, 2, 28),
    "due": date(2023, 3, 31),
    "scores": [
        {"date": date(2023, 2, 28), "section": section, "score": score, "who": "The council, with Home Office colleagues"}
        for section, score in (("1", "5"), ("2", "5"), ("3", "4"), ("4", "4"), ("6", "4"), ("7", "3"), ("8", "3"), ("9", "4"), ("10", "3"))
    ],
    "signed": {"date": date(2023, 2, 28), "who": "The council", "because": "Channel is assured apart and was not scored"},
    "home_office_views": [{"date": date(2023, 3, 31), "says": "Compared across authorities so that scores are alike"}],
}
COLOURED = {
    "ref": "RD-2023-02",
    "date": date(2023, 4, 30),
    "title": "Channel, April 2023",
    "framework": "channel-assurance-skeleton",
    "scale": "rag",
    "scored_by": "line",
    "period_from": date(2022, 4, 1),
    "period_to": date(2023, 3, 31),
    "as_at": date(2023, 4, 30),
    "due": date(2023, 4, 30),
    "judgements": [{"date": date(2023, 4, 30), "line": "legal.3", "score": "amber", "because": "Health did not come regularly"}],
}


def test_a_public_record_of_scores_is_loaded_as_it_was_published():
    area = AreaFactory()

    load(area, {"rounds": [SCORED, COLOURED]})

    first = shown(the_lead(area), "RD-2023-01")
    assert {section.id: section.scores[0].score for section in first.sections if section.scores}["2"] == "5"
    assert first.unscored == ("5",)
    assert first.signing is not None
    amber = line_shown(the_lead(area), "RD-2023-02", "legal.3")
    assert amber.judged is not None
    assert amber.judged.label == "Amber"


def test_rows_of_a_file_are_stamped_with_when_they_were_typed():
    area = AreaFactory()

    load(area, {"rounds": [SCORED]})

    assert rows(SignOff, area)[0].typed_at == datetime(2023, 2, 28, 12, tzinfo=UTC)


def test_a_key_that_is_not_known_is_an_error_with_its_place():
    with pytest.raises(ValidationError, match=r"rounds\.0\.stars"):
        PART.shape.model_validate({"rounds": [{**SCORED, "stars": 5}]})


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"scores": [{"date": date(2023, 2, 28), "section": "1", "score": "9"}]}, "9 is not on"),
        ({"framework": "toolkit-1066"}, "no framework"),
        ({"signed": {"date": date(2023, 2, 28), "kept": "{}", "digest": "0" * 64}}, "is not judged"),
    ],
)
def test_a_file_cannot_skip_a_rule(changed, words):
    area = AreaFactory()

    with pytest.raises(Refused, match=words):
        load(area, {"rounds": [{**SCORED, **changed}]})


def test_a_document_taken_out_for_an_official_file_leaves_no_word_behind():
    area = AreaFactory()
    document = a_document(area, title="Threat briefing", sensitive=True)
    ref = a_round(area)
    cleared = the_lead(area, cleared=True)
    actions.keep_evidence(ref, by=cleared, on=TODAY, line="1", document=document)
    actions.sign_off(ref, by=the_signer(area), on=TODAY, because="Short of time")

    with scope(cleared):
        plain = PART.write(the_lead(area))

    assert "Threat briefing" not in str(plain)
    assert str(rows(Version, area)[0].pk) not in str(plain)
