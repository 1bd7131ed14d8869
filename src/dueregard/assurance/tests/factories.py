"""Rounds for tests, opened through the deed, and the people who work in them."""

from datetime import UTC, date, datetime, time
from typing import Any

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer
from dueregard.assurance import actions, queries
from dueregard.assurance.models import Round
from dueregard.assurance.rules.contents import LineContents, RoundContents
from dueregard.assurance.rules.found import SectionFound
from dueregard.documents.tests.factories import VersionFactory
from dueregard.organisations.models import Area
from dueregard.partnership.models import Group, Seat
from dueregard.partnership.tests.stories import a_chair, a_group, a_held_meeting, seats_of_all

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


def on_day(area: Area, day: date) -> Viewer:
    """The strategic officer at work on a day."""
    return the_signer(area, now=datetime.combine(day, time(12), UTC))


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


def a_signed_round(area: Area, **asked: Any) -> str:
    """A round signed off on the day it was opened, with the reason."""
    ref = a_round(area, **asked)
    actions.sign_off(ref, by=the_signer(area), on=TODAY, because="Scored elsewhere this year")
    return ref


def a_document(area: Area, **more: Any) -> str:
    """A document in the register with one version, as a form names it."""
    version = VersionFactory(area=area, **{f"document__{key}": value for key, value in more.items()})
    return f"{version.document.ref}/{version.number}"


def a_group_that_met(area: Area, *days: date) -> tuple[Group, list[Seat]]:
    """The partnership group, a chair, a seat for each sector, all of them at each meeting."""
    group = a_group(area)
    a_chair(group)
    seats = seats_of_all(group)
    for day in days:
        a_held_meeting(group, day, came=seats)
    return group, seats


def shown(viewer: Viewer, ref: str) -> RoundContents:
    """The round as a page would show it to the viewer."""
    with scope(viewer):
        return queries.round_contents(viewer, queries.round_in_view(viewer, ref))


def line_shown(viewer: Viewer, ref: str, line: str) -> LineContents:
    """One line of it."""
    found = shown(viewer, ref).line(line)
    assert found is not None
    return found


def the_round(viewer: Viewer, ref: str) -> Round:
    """The round's row."""
    with scope(viewer):
        return queries.round_in_view(viewer, ref)


def found(
    viewer: Viewer, framework: str = "toolkit-2024", *, on: date = TODAY, known: date | None = None, **asked: Any
) -> list[SectionFound]:
    """Every section's findings, as a page would ask for them."""
    with scope(viewer):
        return queries.findings(viewer, framework, on=on, known=known or on, **asked)
