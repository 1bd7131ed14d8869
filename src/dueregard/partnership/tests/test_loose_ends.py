"""The loose ends of section 1: each on the day it begins, and not the day before."""

from datetime import date, timedelta
from typing import Any

import pytest

from dueregard.guidance.loose_end import Severity
from dueregard.partnership.indicators import loose_ends
from dueregard.partnership.tests.worked_examples import read

TODAY = date(2026, 11, 18)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
SECTORS = ("local-authority", "police", "education", "health", "probation")
MET = date(2026, 9, 16)

TIDY: dict[str, Any] = {
    "groups": [{"name": "Prevent Board"}, {"name": "Channel panel", "does": "channel"}],
    "terms": [{"approved": date(2026, 1, 15), "review": date(2027, 1, 15), "quorum": {"members": 3}}],
    "chairs": [{"post": "Director of Communities", "person": "A"}, {"post": "Head of Safeguarding", "person": "B", "group": "G-2"}],
    "seats": {sector: sector.title() for sector in SECTORS},
    "meetings": [
        {"date": date(2026, 3, 11), "came": SECTORS, "cleared": date(2026, 3, 20), "approved": MET},
        {"date": MET, "came": SECTORS, "cleared": date(2026, 9, 30)},
        {"date": date(2026, 12, 9), "planned": date(2026, 9, 16)},
    ],
    "actions": [{"title": "Train venue staff", "from": MET, "owner": "Police", "due": date(2026, 12, 31)}],
}


def kinds(facts: dict[str, Any], on: date = TODAY) -> set[str]:
    return {end.kind.removeprefix("partnership.") for end in loose_ends(read(facts), on)}


def test_a_tidy_area_has_no_loose_end():
    assert loose_ends(read(TIDY), TODAY) == []


CASES: list[tuple[str, Severity, dict[str, Any]]] = [
    (
        "two-chairs-in-one",
        Severity.BREAK,
        {
            "chairs": [
                {"post": "Director of Communities", "person": "A"},
                {"post": "Director of Communities", "person": "A", "group": "G-2"},
            ]
        },
    ),
    ("channel-chair-vacant", Severity.BREAK, {"chairs": TIDY["chairs"][:1]}),
    ("group-chair-vacant", Severity.GAP, {"chairs": TIDY["chairs"][1:]}),
    (
        "deputy-in-both",
        Severity.NOTE,
        {"chairs": [*TIDY["chairs"], *({"post": "Lead", "person": "C", "role": "deputy", "group": group} for group in ("G-1", "G-2"))]},
    ),
    ("decision-without-check", Severity.BREAK, {"decisions": [{"ref": "D-1", "title": "Fund a forum", "date": MET}]}),
    ("check-afterwards", Severity.NOTE, {"decisions": [{"ref": "D-1", "title": "Fund a forum", "date": MET, "check": TODAY}]}),
    (
        "check-incomplete",
        Severity.GAP,
        {"decisions": [{"ref": "D-1", "title": "Fund a forum", "date": MET, "check": {"date": MET, "unanswered": [2]}}]},
    ),
    ("no-terms", Severity.GAP, {"terms": []}),
    ("terms-without-review", Severity.GAP, {"terms": [{"approved": date(2026, 1, 15), "quorum": {"members": 3}}]}),
    ("terms-past-review", Severity.GAP, {"terms": [{"approved": date(2025, 1, 15), "review": YESTERDAY, "quorum": {"members": 3}}]}),
    ("terms-without-quorum", Severity.NOTE, {"terms": [{"approved": date(2026, 1, 15), "review": date(2027, 1, 15)}]}),
    ("sector-without-seat", Severity.GAP, {"seats": {sector: sector for sector in SECTORS[:4]}}),
    (
        "seat-away",
        Severity.GAP,
        {"meetings": [{**each, "came": SECTORS[:4]} if "came" in each else each for each in TIDY["meetings"]]},
    ),
    ("district-without-seat", Severity.GAP, {"districts": [{"name": "Brink District Council", "ref": "brink"}]}),
    ("meeting-not-written-up", Severity.GAP, {"meetings": [*TIDY["meetings"], {"date": YESTERDAY, "planned": MET}]}),
    ("no-next-meeting", Severity.GAP, {"meetings": TIDY["meetings"][:2]}),
    (
        "minutes-not-cleared",
        Severity.NOTE,
        {"meetings": [TIDY["meetings"][0], {"date": TODAY - timedelta(days=29), "came": SECTORS}, TIDY["meetings"][2]], "actions": []},
    ),
    (
        "minutes-not-approved",
        Severity.NOTE,
        {"meetings": [{**TIDY["meetings"][0], "approved": None}, *TIDY["meetings"][1:]]},
    ),
    ("action-without-owner", Severity.GAP, {"actions": [{"title": "Train", "from": MET, "due": date(2026, 12, 31)}]}),
    ("action-without-due", Severity.GAP, {"actions": [{"title": "Train", "from": MET, "owner": "Police"}]}),
    ("action-overdue", Severity.GAP, {"actions": [{"title": "Train", "from": MET, "owner": "Police", "due": YESTERDAY}]}),
    (
        "action-not-reviewed",
        Severity.GAP,
        {"actions": [{"title": "Train", "from": date(2026, 3, 11), "owner": "Police", "due": date(2026, 12, 31)}]},
    ),
    ("strategic-officer-vacant", Severity.GAP, {"strategic_posts": [{"post": "Strategic officer"}]}),
    ("exchange-unanswered", Severity.NOTE, {"exchanges": [{"with": "Youth club", "date": MET, "heard": "Much"}]}),
    ("members-not-briefed", Severity.NOTE, {"briefings": [{"date": date(2025, 11, 18)}]}),
]


@pytest.mark.parametrize(("kind", "severity", "change"), CASES, ids=[case[0] for case in CASES])
def test_what_is_loose_is_named_with_the_page_that_ties_it(kind: str, severity: Severity, change: dict[str, Any]):
    found = loose_ends(read(TIDY | change), TODAY)

    assert [(end.kind, end.severity) for end in found] == [(f"partnership.{kind}", severity)]
    assert found[0].says
    assert found[0].tie
    assert found[0].tie_at.startswith(("partnership:", "organisations:"))


@pytest.mark.parametrize(
    ("kind", "change", "last_day_without"),
    [
        ("terms-past-review", {"terms": [{"approved": date(2025, 1, 15), "review": TODAY, "quorum": {"members": 3}}]}, TODAY),
        ("action-overdue", {"actions": [{"title": "Train", "from": MET, "owner": "Police", "due": TODAY}]}, TODAY),
        ("meeting-not-written-up", {"meetings": [*TIDY["meetings"], {"date": TODAY, "planned": MET}]}, TODAY),
        ("minutes-not-cleared", {"meetings": [TIDY["meetings"][0], {"date": date(2026, 10, 21), "came": SECTORS}]}, TODAY),
        ("no-next-meeting", {}, date(2026, 12, 9)),
        ("channel-chair-vacant", {"chairs": [TIDY["chairs"][0], {**TIDY["chairs"][1], "until": TODAY}]}, TODAY),
    ],
)
def test_a_loose_end_begins_the_day_after_all_was_well(kind: str, change: dict[str, Any], last_day_without: date):
    assert kind not in kinds(TIDY | change, last_day_without)
    assert kind in kinds(TIDY | change, last_day_without + timedelta(days=1))


def test_the_worst_comes_first():
    many = TIDY | {
        "chairs": TIDY["chairs"][:1],
        "terms": [{"approved": date(2026, 1, 15), "review": YESTERDAY}],
        "meetings": TIDY["meetings"][:2],
    }

    severities = [end.severity for end in loose_ends(read(many), TODAY)]

    assert severities == [Severity.BREAK, Severity.GAP, Severity.GAP, Severity.NOTE]


def test_a_finished_action_is_not_loose():
    done = {"actions": [{"title": "Train", "from": date(2026, 3, 11), "until": YESTERDAY}]}

    assert loose_ends(read(TIDY | done), TODAY) == []
