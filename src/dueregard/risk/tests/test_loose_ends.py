"""The loose ends of section 2: each on the day it begins, and not the day before."""

from datetime import date, timedelta
from typing import Any

import pytest

from dueregard.guidance.loose_end import Severity
from dueregard.risk.indicators import loose_ends
from dueregard.risk.tests.worked_examples import USUAL, read

TODAY = date(2026, 11, 18)
YESTERDAY = TODAY - timedelta(days=1)
HALLS: dict[str, Any] = {"ref": "R1", "title": "Halls", "sources": ["S-1"], "review": date(2027, 3, 1)}
DUTY: dict[str, Any] = {"ref": "R2", "title": "The duty", "kind": "corporate", "reference": "CR21", "review": date(2027, 3, 1)}
PROFILE = {"ref": "SS-1", "kind": "profile", "edition": "Edition of 2026", "dated": date(2026, 2, 1), "received": date(2026, 3, 1)}
TREND = {"ref": "S-1", "kind": "trend", "received": date(2026, 1, 15)}

TIDY: dict[str, Any] = {
    "sources": [PROFILE, TREND],
    "risks": [HALLS, DUTY],
    "editions": [{"title": "Assessment of 2026", "approved": date(2026, 4, 1), "risks": ["R1", "R2"]}],
    "briefings": [{"date": date(2026, 4, 20)}],
    "updates": [date(2026, 9, 2)],
}


def found(change: dict[str, Any], on: date = TODAY) -> list[Any]:
    return loose_ends(read(TIDY | change), on)


def test_a_tidy_register_has_no_loose_end():
    assert found({}) == []


CASES: list[tuple[str, Severity, str, dict[str, Any]]] = [
    ("above-tolerance-without-action", Severity.BREAK, "2.g1", {"risks": [HALLS | {"score": 20}, DUTY]}),
    (
        "above-tolerance-all-overdue",
        Severity.GAP,
        "2.g1",
        {"risks": [HALLS | {"score": 20}, DUTY], "actions": [{"ref": "A-1", "due": YESTERDAY, "risks": ["R1"]}]},
    ),
    ("review-overdue", Severity.GAP, "2.g1", {"risks": [HALLS | {"review": YESTERDAY}, DUTY]}),
    ("without-score", Severity.GAP, "2.g1", {"risks": [HALLS | {"score": None}, DUTY]}),
    ("without-owner", Severity.GAP, "2.g1", {"risks": [HALLS | {"owner": None}, DUTY]}),
    ("without-corporate-reference", Severity.NOTE, "2.g2", {"risks": [HALLS, {k: v for k, v in DUTY.items() if k != "reference"}]}),
    ("without-source", Severity.NOTE, "2.g2", {"risks": [HALLS | {"sources": []}, DUTY]}),
    ("none-in-force", Severity.GAP, "2.g1", {"editions": [{"begun": date(2026, 4, 1)}]}),
    ("assessment-not-updated", Severity.GAP, "2.g1", {"updates": [], "editions": [{"approved": date(2026, 2, 17)}], "sources": [TREND]}),
    ("assessment-older-than-profile", Severity.GAP, "2.g2", {"sources": [PROFILE | {"received": YESTERDAY}, TREND]}),
    (
        "threat-level-changed",
        Severity.GAP,
        "2.g1",
        {"levels": [{"date": date(2026, 1, 1), "level": "substantial"}, {"date": YESTERDAY, "level": "severe"}]},
    ),
    ("sector-not-briefed", Severity.GAP, "2.g1", {"briefings": [{"date": date(2026, 4, 20), "bodies": list(USUAL.values())[1:]}]}),
    (
        "profile-old",
        Severity.NOTE,
        "2.g2",
        {"sources": [PROFILE | {"dated": date(2025, 8, 17), "received": date(2025, 9, 1)}, TREND]},
    ),
]


@pytest.mark.parametrize(("kind", "severity", "line", "change"), CASES, ids=[case[0] for case in CASES])
def test_what_is_loose_is_named_with_the_page_that_ties_it(kind: str, severity: Severity, line: str, change: dict[str, Any]):
    ends = [end for end in found(change) if not (kind == "assessment-not-updated" and end.kind == "risk.sector-not-briefed")]

    assert [(end.kind, end.severity, end.line) for end in ends] == [(f"risk.{kind}", severity, line)]
    assert ends[0].says
    assert ends[0].tie
    assert ends[0].tie_at.startswith("risk:")
    assert ends[0].ref


@pytest.mark.parametrize(
    ("kind", "change", "last_day_without"),
    [
        ("review-overdue", {"risks": [HALLS | {"review": TODAY}, DUTY]}, TODAY),
        ("above-tolerance-without-action", {"risks": [HALLS | {"score": [{"is": 20, "date": TODAY}]}, DUTY]}, YESTERDAY),
        (
            "above-tolerance-without-action",
            {"risks": [HALLS | {"score": 20}, DUTY], "actions": [{"ref": "A-1", "risks": ["R1"], "done": TODAY}]},
            YESTERDAY,
        ),
        (
            "above-tolerance-without-action",
            {"risks": [HALLS | {"score": 20, "accepted": {"date": date(2026, 9, 16), "until": TODAY}}, DUTY]},
            TODAY,
        ),
        ("assessment-not-updated", {}, date(2027, 6, 2)),
        ("profile-old", {}, date(2027, 5, 1)),
        ("assessment-older-than-profile", {"sources": [PROFILE | {"received": TODAY}, TREND]}, YESTERDAY),
    ],
)
def test_a_loose_end_begins_the_day_after_all_was_well(kind: str, change: dict[str, Any], last_day_without: date):
    assert f"risk.{kind}" not in {end.kind for end in found(change, last_day_without)}
    assert f"risk.{kind}" in {end.kind for end in found(change, last_day_without + timedelta(days=1))}


def test_a_closed_risk_and_an_accepted_one_are_not_loose():
    closed = HALLS | {"score": 20, "closed": YESTERDAY}
    accepted = DUTY | {"score": 20, "accepted": date(2026, 9, 16)}

    assert found({"risks": [closed, accepted]}) == []


def test_a_change_of_level_that_an_update_came_after_is_tied():
    levels = [{"date": date(2026, 1, 1), "level": "substantial"}, {"date": date(2026, 9, 1), "level": "severe"}]

    assert found({"levels": levels}) == []


def test_police_who_were_asked_for_a_newer_profile_leave_nothing_loose():
    old = PROFILE | {"dated": date(2025, 8, 17), "received": date(2025, 9, 1)}

    assert found({"sources": [old, TREND], "requests": [date(2026, 10, 1)]}) == []
