"""When the assessment is due again, what proposes a review, and what changed between two editions: tables of cases, no database."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from dueregard.risk.rules.assessments import Edition, review_proposed, update_due, why_not_brief_on_whole
from dueregard.risk.rules.comparison import Change, Scored, Written, compared
from dueregard.risk.rules.pictures import series
from dueregard.risk.rules.risks import RiskKind
from dueregard.risk.rules.sources import ThreatLevel, level_changes, profile_due

DAY = date(2026, 3, 4)
ROSE = level_changes([(date(2025, 1, 1), ThreatLevel.SUBSTANTIAL), (DAY, ThreatLevel.SEVERE)])


def a_paragraph(words: str, heading: str = "", marking: str = "official") -> Written:
    return Written(heading=heading, words=words, marking=marking)


def a_risk(ref: str, likelihood: int | None = 2, impact: int | None = 3) -> Scored:
    return Scored(ref=ref, title=ref, kind=RiskKind.SITUATIONAL, likelihood=likelihood, impact=impact, marking="official")


def test_the_first_level_and_the_same_level_change_nothing() -> None:
    same = [(DAY, ThreatLevel.SEVERE), (DAY + timedelta(days=1), ThreatLevel.SEVERE)]

    assert level_changes(same) == []
    assert level_changes([]) == []


def test_a_change_says_which_way_it_went() -> None:
    assert [change.says for change in ROSE] == ["The national threat level went up from substantial to severe on 4 March 2026"]


@pytest.mark.parametrize(
    ("looked_at", "is_proposed"),
    [([], False), ([DAY - timedelta(days=1)], True), ([DAY], False), ([DAY + timedelta(days=1)], False)],
)
def test_a_change_proposes_a_review_until_the_assessment_is_looked_at(looked_at: list[date], is_proposed: bool) -> None:
    assert (review_proposed(ROSE, looked_at=looked_at) is not None) is is_proposed


def test_the_assessment_is_due_six_months_after_it_was_last_looked_at() -> None:
    assert update_due([date(2025, 8, 31), date(2025, 1, 1)]) == date(2026, 2, 28)
    assert update_due([]) is None


def test_a_newer_profile_is_due_fifteen_months_after_the_date_of_this_one() -> None:
    assert profile_due(DAY) == date(2027, 6, 4)


@pytest.mark.parametrize(
    ("edition", "unnamed", "uncleared", "says"),
    [
        (Edition.OFFICIAL, True, ["Ada"], None),
        (Edition.WHOLE, False, [], None),
        (Edition.WHOLE, False, ["Ada", "Omar"], "recorded here for Ada and Omar"),
        (Edition.WHOLE, True, [], "name each of them"),
    ],
)
def test_the_whole_is_told_only_to_people_who_may_read_it(edition: Edition, unnamed: bool, uncleared: list[str], says: str | None) -> None:
    reason = why_not_brief_on_whole(edition, unnamed=unnamed, uncleared=uncleared)

    assert (says in reason) if says and reason else reason is None


def test_paragraphs_are_kept_added_rewritten_or_taken_out() -> None:
    before = [a_paragraph("Halls are let without any checks at all"), a_paragraph("Old", "Schools"), a_paragraph("Gone for good")]
    after = [a_paragraph("Entirely new words"), a_paragraph("Halls are let with two checks at all"), a_paragraph("New", "Schools")]

    found = compared(paragraphs=(before, after), risks=([], []))

    assert [one.words for one in found.added] == ["Entirely new words"]
    assert [one.words for one in found.taken_out] == ["Gone for good"]
    assert {one.heading for one in found.rewritten} == {"", "Schools"}
    halls = next(one for one in found.rewritten if not one.heading)
    assert halls.runs[1:3] == ((Change.TAKEN_OUT, "without any"), (Change.ADDED, "with two"))


def test_a_paragraph_marked_otherwise_is_rewritten() -> None:
    found = compared(paragraphs=([a_paragraph("Same words")], [a_paragraph("Same words", marking="official-sensitive")]), risks=([], []))

    assert [(one.was_marking, one.marking) for one in found.rewritten] == [("official", "official-sensitive")]


def test_risks_come_in_go_out_and_score_otherwise() -> None:
    before = [a_risk("R-1"), a_risk("R-2"), a_risk("R-3", None, None)]
    after = [a_risk("R-2", 3, 2), a_risk("R-3", None, None), a_risk("R-4")]

    found = compared(paragraphs=([], []), risks=(before, after))

    assert [risk.ref for risk in found.risks_in] == ["R-4"]
    assert [risk.ref for risk in found.risks_out] == ["R-1"]
    assert [(was.says, now.says) for was, now in found.rescored] == [("6 (2 × 3)", "6 (3 × 2)")]
    assert found.same_risks == 1
    assert found.says == "1 risk came in, 1 risk went out and 1 risk scored otherwise"


def test_nothing_changed_is_said() -> None:
    found = compared(paragraphs=([a_paragraph("Same")], [a_paragraph("Same")]), risks=([a_risk("R-1")], [a_risk("R-1")]))

    assert (found.is_empty, found.says) == (True, "Nothing changed")


def test_a_series_is_drawn_from_two_readings_on() -> None:
    one = [(DAY, Decimal(4))]
    drawn = series([*one, (DAY + timedelta(days=90), Decimal(8))], unit="reports")

    assert series(one, unit="reports") is None
    assert drawn is not None
    assert [(point.x, point.y) for point in drawn.points] == [(20, 93), (580, 36)]
    assert drawn.line == "M20 93L580 36"
