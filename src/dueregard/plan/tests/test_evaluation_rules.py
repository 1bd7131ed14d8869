"""When an evaluation is due, what it may say, what became of a score it proposed."""

from dataclasses import replace
from datetime import date

import pytest

from dueregard.plan.rules import evaluations as rules
from dueregard.plan.rules.evaluations import Answer, Changed, Followed, Scored
from dueregard.risk.rules.matrix import DEFAULT

DONE, MADE = date(2026, 8, 12), date(2026, 10, 7)


def test_an_evaluation_is_due_sixty_days_after_the_action_was_completed() -> None:
    assert rules.evaluation_due(DONE) == date(2026, 10, 11)


@pytest.mark.parametrize(("made", "is_evaluated"), [([], False), ([date(2026, 8, 11)], False), ([DONE], True), ([MADE], True)])
def test_an_evaluation_before_the_last_completion_does_not_count(made: list[date], is_evaluated: bool) -> None:
    assert rules.is_evaluated(DONE, evaluations=made) is is_evaluated


@pytest.mark.parametrize(
    ("completed", "on", "says"),
    [(DONE, DONE, None), (DONE, date(2026, 8, 11), "was completed on 12 August 2026"), (None, MADE, "is not completed")],
)
def test_only_what_was_completed_by_then_is_evaluated(completed: date | None, on: date, says: str | None) -> None:
    why_not = rules.why_not_evaluate("A-1", completed=completed, on=on)

    assert why_not is None if says is None else says in str(why_not)


@pytest.mark.parametrize(("made", "met", "may"), [(MADE, MADE, True), (MADE, date(2026, 11, 4), True), (MADE, date(2026, 10, 6), False)])
def test_a_meeting_takes_what_was_there_by_its_day(made: date, met: date, may: bool) -> None:
    assert (rules.why_not_take(made, met=met) is None) is may


@pytest.mark.parametrize(
    ("marking", "covered", "may"),
    [("official", ["official"], True), ("official", ["official", "official-sensitive"], False), ("official-sensitive", ["official"], True)],
)
def test_an_evaluation_is_as_sensitive_as_what_it_covers(marking: str, covered: list[str], may: bool) -> None:
    assert (rules.why_not_cover(marking, covered=covered, sensitive="official-sensitive") is None) is may


@pytest.mark.parametrize(
    ("changed", "given", "says"),
    [
        (Changed.SCORE, {"names_risk": True, "score": (2, 3), "because": "Fewer"}, None),
        (Changed.SCORE, {"names_risk": True, "score": (2, None), "because": "Fewer"}, "give both"),
        (Changed.SCORE, {"names_risk": False, "score": (2, 3), "because": "Fewer"}, "name the risk"),
        (Changed.SCORE, {"names_risk": True, "score": (2, 3), "because": " "}, "Say why"),
        (Changed.ACTION, {"names_action": True}, None),
        (Changed.ACTION, {}, "Name the action"),
        (Changed.OBJECTIVE, {"names_objective": True}, None),
        (Changed.OBJECTIVE, {}, "Name the objective"),
        (Changed.NOTHING, {"because": "Too early"}, None),
        (Changed.NOTHING, {}, "Say why nothing changes"),
    ],
)
def test_what_it_changes_is_said_whole(changed: Changed, given: dict, says: str | None) -> None:
    asked = {"names_risk": False, "score": (None, None), "names_action": False, "names_objective": False, "because": "", **given}

    why_not = rules.why_not_change(changed, **asked)

    assert why_not is None if says is None else says in str(why_not)


@pytest.mark.parametrize(("score", "may"), [((1, 1), True), ((5, 5), True), ((0, 3), False), ((3, 6), False)])
def test_a_score_stands_inside_the_matrix(score: tuple[int, int], may: bool) -> None:
    assert (rules.why_not_score(*score, size=5) is None) is may


def scored(day: int, likelihood: int, impact: int) -> Scored:
    return Scored(on=date(2026, 10, day), likelihood=likelihood, impact=impact)


@pytest.mark.parametrize(
    ("reviews", "answer", "on"),
    [
        ([], Answer.WAITING, None),
        ([scored(6, 2, 3)], Answer.WAITING, None),  # before it was proposed
        ([scored(7, 2, 3)], Answer.FOLLOWED, 7),  # the day itself
        ([scored(9, 3, 3), scored(20, 2, 3), scored(25, 1, 1)], Answer.FOLLOWED, 20),
        ([scored(9, 3, 3), scored(20, 3, 2)], Answer.OTHERWISE, 20),
    ],
)
def test_a_proposed_score_waits_is_followed_or_scored_otherwise(reviews: list[Scored], answer: Answer, on: int | None) -> None:
    found = rules.followed(Scored(on=MADE, likelihood=2, impact=3), reviews=reviews)

    assert found.answer is answer
    assert (found.by.on.day if found.by else None) == on


def test_equal_numbers_on_another_matrix_are_not_the_score_that_was_proposed() -> None:
    proposed = Scored(on=MADE, likelihood=2, impact=3)
    elsewhere = Scored(on=date(2026, 10, 9), likelihood=2, impact=3, scale=replace(DEFAULT, tolerance=3))
    again = Scored(on=date(2026, 10, 20), likelihood=2, impact=3, scale=replace(DEFAULT, on=MADE, because="Set out in writing"))

    assert rules.followed(proposed, reviews=[elsewhere]) == Followed(answer=Answer.ELSEWHERE, by=elsewhere)
    assert rules.followed(proposed, reviews=[elsewhere, scored(20, 3, 3)]).answer is Answer.OTHERWISE
    assert rules.followed(proposed, reviews=[elsewhere, again]).by == again


def test_what_is_still_open_on_an_action_is_said_piece_by_piece() -> None:
    says = rules.left_open(milestones=["Staff trained"], measures=["Lettings refused"], is_reviewed=False)

    assert says == [
        "The milestone “Staff trained” is neither reached nor given up",
        "The measure “Lettings refused” was never read",
        "No meeting has reviewed it",
    ]
    assert rules.left_open(milestones=[], measures=[], is_reviewed=True) == []
