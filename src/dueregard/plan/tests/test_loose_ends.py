"""The loose ends of section 3: each on the day it begins, and not the day before."""

from datetime import date, timedelta
from typing import Any

import pytest

from dueregard.guidance.loose_end import Severity
from dueregard.plan.indicators import loose_ends
from dueregard.plan.tests.worked_examples import read

TODAY = date(2026, 11, 18)
YESTERDAY = TODAY - timedelta(days=1)
PLAN: dict[str, Any] = {
    "title": "Plan of 2026",
    "begun": date(2026, 2, 2),
    "from": date(2026, 4, 1),
    "to": date(2027, 3, 31),
    "agreed": date(2026, 3, 11),
    "check": date(2026, 3, 1),
    "ratified": True,
}
ACTION: dict[str, Any] = {"ref": "A-1", "from": date(2026, 3, 11), "due": date(2027, 1, 31), "risks": ["R1"]}

TIDY: dict[str, Any] = {
    "editions": [{"approved": date(2026, 1, 15)}],
    "risks": [{"ref": "R1"}],
    "plan": PLAN,
    "actions": [ACTION],
    "met": [date(2026, 9, 16)],
}


def found(change: dict[str, Any], on: date = TODAY) -> list[Any]:
    return loose_ends(read(TIDY | change), on)


def test_a_tidy_plan_has_no_loose_end():
    assert found({}) == []


def without(of: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in of.items() if key not in keys}


MOVED = [{"is": date(2026, 6, 30), "set": date(2026, 3, 11)}] + [
    {"is": date(2027, 1, day), "set": date(2026, 9, day), "agreed": True} for day in (1, 2)
]

CASES: list[tuple[str, Severity, str, dict[str, Any]]] = [
    ("ended-without-next", Severity.BREAK, "3.g1", {"plan": PLAN | {"to": YESTERDAY}}),
    ("not-agreed", Severity.GAP, "3.g1", {"plan": without(PLAN, "agreed")}),
    ("not-ratified", Severity.NOTE, "3.g1", {"plan": PLAN | {"ratified": False}}),
    ("without-assessment", Severity.GAP, "3.g1", {"plan": PLAN | {"rests_on": False}}),
    (
        "action-without-check",
        Severity.GAP,
        "3.g7",
        {"plan": without(PLAN, "check"), "actions": [ACTION | {"put_in": date(2026, 6, 1)}]},
    ),
    ("action-without-risk", Severity.GAP, "3.g5", {"actions": [without(ACTION, "risks")]}),
    ("action-without-start", Severity.NOTE, "3.g5", {"actions": [ACTION | {"start": None}]}),
    ("action-moved-often", Severity.NOTE, "3.g5", {"actions": [ACTION | {"due": MOVED}]}),
    ("action-not-reviewed", Severity.GAP, "3.g5", {"actions": [ACTION | {"group": ""}]}),
    ("completed-not-evaluated", Severity.GAP, "3.b2", {"actions": [ACTION | {"done": date(2026, 9, 1)}]}),
    ("project-not-directed", Severity.GAP, "3.g6", {"projects": [{"ref": "PR-1", "from": date(2026, 4, 1)}]}),
]


@pytest.mark.parametrize(("kind", "severity", "line", "change"), CASES, ids=[case[0] for case in CASES])
def test_what_is_loose_is_named_with_the_page_that_ties_it(kind: str, severity: Severity, line: str, change: dict[str, Any]):
    ends = found(change)

    assert [(end.kind, end.severity, end.line) for end in ends] == [(f"plan.{kind}", severity, line)]
    assert ends[0].says
    assert ends[0].tie
    assert ends[0].tie_at.startswith(("plan:", "partnership:"))
    assert ends[0].ref


@pytest.mark.parametrize(
    ("kind", "change", "last_day_without"),
    [
        ("ended-without-next", {"plan": PLAN | {"to": TODAY}}, TODAY),
        ("completed-not-evaluated", {"actions": [ACTION | {"done": date(2026, 9, 20)}]}, TODAY),
        ("not-agreed", {"plan": without(PLAN, "agreed")}, date(2026, 3, 31)),
        ("action-not-reviewed", {"actions": [ACTION | {"group": ""}]}, date(2026, 9, 15)),
    ],
)
def test_a_loose_end_begins_the_day_after_all_was_well(kind: str, change: dict[str, Any], last_day_without: date):
    assert f"plan.{kind}" not in {end.kind for end in found(change, last_day_without)}
    assert f"plan.{kind}" in {end.kind for end in found(change, last_day_without + timedelta(days=1))}


def test_an_evaluation_ties_every_action_it_covers():
    done = [ACTION | {"ref": ref, "done": date(2026, 8, 1)} for ref in ("A-1", "A-2")]

    assert found({"actions": done, "evaluations": [{"date": date(2026, 9, 1), "of": ["A-1", "A-2"]}]}) == []


def test_a_plan_that_a_next_one_follows_is_not_loose():
    plans = [PLAN | {"to": YESTERDAY}, PLAN | {"ref": "PLAN-2", "from": TODAY, "to": date(2027, 11, 17)}]

    assert loose_ends(read(without(TIDY, "plan", "actions") | {"plans": plans}), TODAY) == []


def test_a_project_with_an_objective_and_an_action_is_not_loose():
    linked = {"ref": "PR-1", "from": date(2026, 4, 1), "objective": date(2026, 4, 1), "action": date(2026, 4, 1)}

    assert found({"projects": [linked]}) == []
