"""Rounds for tests, opened through the deed, and the people who work in them."""

from datetime import date, datetime
from typing import Any

from dueregard.access.roles import Role
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer
from dueregard.assurance import actions, queries
from dueregard.assurance.models import Round
from dueregard.assurance.rules.contents import RoundContents
from dueregard.organisations.models import Area

CRITERIA = """
id: criteria-2026
title: The year's criteria
published: 2026-04-01
source: A letter to councils, invented for tests
nations: [england, wales]
caution: Invented for tests.
sections:
  - id: a
    title: Governance
    lines:
      - id: a.1
        tier: should
        says: A group meets.
        source: {document: The letter, section: Part A, place: item 1}
      - id: a.2
        tier: should
        says: It keeps minutes.
        source: {document: The letter, section: Part A, place: item 2}
"""


def the_signer(area: Area, *, now: datetime = NOW, cleared: bool = False) -> Viewer:
    """The strategic officer, who opens rounds, judges and signs."""
    return a_viewer(area, Role.STRATEGIC, now=now, cleared=cleared)


def a_round(area: Area, *, framework: str = "benchmarks-2018", by: Viewer | None = None, **asked: Any) -> str:
    """An open round; by default over the ten benchmarks of 2018, which are quick to judge."""
    given = {
        "title": "Round 2026 to 2027",
        "framework": framework,
        "period_from": date(2025, 11, 1),
        "period_to": date(2026, 10, 31),
        "as_at": TODAY,
        "due": date(2027, 1, 29),
        "on": TODAY,
    }
    return actions.open_round(by=by or the_signer(area), **(given | asked))


def shown(viewer: Viewer, ref: str) -> RoundContents:
    """The round as a page would show it to the viewer."""
    return queries.round_contents(viewer, the_round(viewer, ref))


def the_round(viewer: Viewer, ref: str) -> Round:
    """The round's row."""
    return queries.round_in_view(viewer, ref)
