"""When something about a plan may not be done, and how a plan, a milestone and a measure stand. No database."""

from datetime import date
from decimal import Decimal

import pytest

from dueregard.plan.catalogue import national_objective, national_objectives
from dueregard.plan.rules import planned, plans

APRIL, MARCH, TODAY = date(2026, 4, 1), date(2027, 3, 31), date(2026, 11, 18)
EARLY, LATE = date(2026, 2, 2), date(2027, 5, 1)


@pytest.mark.parametrize(
    ("agreed", "closed", "on", "stands"),
    [
        (None, None, EARLY, "draft"),
        (EARLY, None, EARLY, "agreed"),
        (EARLY, None, TODAY, "in-force"),
        (None, None, TODAY, "unagreed"),
        (LATE, None, TODAY, "unagreed"),
        (EARLY, None, LATE, "over"),
        (EARLY, TODAY, TODAY, "closed"),
        (EARLY, LATE, TODAY, "in-force"),
        (EARLY, None, MARCH, "in-force"),
    ],
)
def test_how_a_plan_stands(agreed: date | None, closed: date | None, on: date, stands: str) -> None:
    assert plans.plan_standing(covers_from=APRIL, covers_to=MARCH, agreed=agreed, closed=closed, on=on) == stands


@pytest.mark.parametrize(
    ("begins", "ends", "says"),
    [
        (date(2027, 4, 1), date(2028, 3, 31), None),
        (
            date(2027, 3, 31),
            date(2028, 3, 31),
            "The period overlaps PLAN-1 of the same group, which runs from 1 April 2026 to 31 March 2027",
        ),
        (date(2025, 4, 1), date(2026, 4, 1), "The period overlaps PLAN-1"),
        (date(2026, 6, 1), date(2026, 7, 1), "The period overlaps PLAN-1"),
        (date(2027, 4, 1), date(2027, 4, 1), "The period cannot end on 1 April 2027"),
    ],
)
def test_two_plans_of_a_group_cover_no_day_twice(begins: date, ends: date, says: str | None) -> None:
    reason = plans.why_not_period(begins, covers_to=ends, others=[("PLAN-1", APRIL, MARCH)])

    assert reason is None if says is None else (reason or "").startswith(says)


def test_a_plan_is_agreed_once_by_its_own_group_after_it_was_begun() -> None:
    given = {"decided": TODAY, "same_group": True}

    assert plans.why_not_agree(EARLY, agreed=None, **given) is None
    assert plans.why_not_agree(EARLY, agreed=APRIL, **given) == "The plan was agreed on 1 April 2026 already"
    assert "another group" in (plans.why_not_agree(EARLY, agreed=None, decided=TODAY, same_group=False) or "")
    assert "before the plan was begun" in (plans.why_not_agree(TODAY, agreed=None, decided=EARLY, same_group=True) or "")


def test_closing_warns_with_what_is_open() -> None:
    assert plans.why_not_close_yet([]) is None
    assert plans.why_not_close_yet(["2 actions (A-1, A-2)"]) == "Still open: 2 actions (A-1, A-2)"


@pytest.mark.parametrize(
    ("due", "reached", "is_given_up", "stands"),
    [
        (TODAY, None, False, "ahead"),
        (APRIL, None, False, "late"),
        (APRIL, TODAY, False, "reached"),
        (APRIL, TODAY, True, "given-up"),
        (APRIL, LATE, False, "late"),
    ],
)
def test_how_a_milestone_stands(due: date, reached: date | None, is_given_up: bool, stands: str) -> None:
    assert planned.milestone_standing(due=due, reached=reached, is_given_up=is_given_up, on=TODAY) == stands


@pytest.mark.parametrize(
    ("baseline", "target", "now", "share"),
    [
        ("0", "10", "4", 40),
        ("10", "0", "4", 60),
        ("0", "3", "2.99", 99),
        ("5", "5", "5", None),
        ("5", "10", "2", 0),
        ("0", "10", "12", 120),
    ],
)
def test_how_far_a_measure_has_come(baseline: str, target: str, now: str, share: int | None) -> None:
    assert planned.progress(Decimal(baseline), target=Decimal(target), now=Decimal(now)) == share


def test_the_national_objectives_are_three_each_with_its_source() -> None:
    found = national_objectives()

    assert [one.id for one in found] == ["causes", "early-help", "disengage"]
    assert all(one.source.document and one.source.place and one.means for one in found)
    assert national_objective("made-up") is None
