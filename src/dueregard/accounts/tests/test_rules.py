"""What is refused, and in which words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from dueregard.access.roles import Role
from dueregard.accounts import rules

TODAY = date(2026, 11, 18)
NOW = datetime(2026, 11, 18, 10, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("role", "round_ref", "until", "words"),
    [
        (Role.LEAD, "", None, None),
        (Role.LEAD, "", TODAY, None),
        (Role.LEAD, "", TODAY - DAY, "before it begins"),
        (Role.LEAD, "R-1", None, "Only a reviewer"),
        (Role.REVIEWER, "", TODAY, "say which"),
        (Role.REVIEWER, "R-1", None, "say until when"),
        (Role.REVIEWER, "R-1", TODAY, None),
    ],
)
def test_a_role_is_held_on_terms_that_make_sense(role: Role, round_ref: str, until: date | None, words: str | None) -> None:
    why = rules.why_not_hold(role, round_ref=round_ref, until=until, on=TODAY)

    assert why is None if words is None else words in str(why)


@pytest.mark.parametrize(
    ("role", "is_own", "until", "words"),
    [
        (Role.ADMINISTRATOR, True, None, "another administrator"),
        (Role.ADMINISTRATOR, False, None, None),
        (Role.LEAD, True, None, None),
        (Role.LEAD, False, TODAY - DAY, "ended on 17 November 2026 already"),
        (Role.LEAD, False, TODAY, None),
    ],
)
def test_nobody_ends_their_own_administrator_role(role: Role, is_own: bool, until: date | None, words: str | None) -> None:
    why = rules.why_not_end_role(role=role, is_own=is_own, until=until, on=TODAY)

    assert why is None if words is None else words in str(why)


@pytest.mark.parametrize(
    ("is_own", "seen_on", "until", "words"),
    [
        (False, TODAY, TODAY + DAY, None),
        (True, TODAY, TODAY + DAY, "your own clearance"),
        (False, TODAY + DAY, TODAY + 2 * DAY, "still to come"),
        (False, TODAY, TODAY, "not after"),
        (False, TODAY - 9 * DAY, TODAY - DAY, "ended on 17 November 2026"),
    ],
)
def test_a_clearance_was_seen_by_somebody_else_and_is_in_force(is_own: bool, seen_on: date, until: date, words: str | None) -> None:
    why = rules.why_not_clear(is_own=is_own, seen_on=seen_on, until=until, today=TODAY)

    assert why is None if words is None else words in str(why)


@pytest.mark.parametrize(
    ("accepted", "withdrawn", "expires", "state"),
    [
        (None, None, NOW + DAY, rules.InvitationState.OPEN),
        (None, None, NOW, rules.InvitationState.EXPIRED),
        (NOW, None, NOW - DAY, rules.InvitationState.ACCEPTED),
        (None, NOW, NOW + DAY, rules.InvitationState.WITHDRAWN),
    ],
)
def test_an_invitation_is_open_until_something_ends_it(
    accepted: datetime | None, withdrawn: datetime | None, expires: datetime, state: rules.InvitationState
) -> None:
    assert rules.invitation_state(accepted_at=accepted, withdrawn_at=withdrawn, expires_at=expires, now=NOW) is state


def test_only_an_open_invitation_can_be_withdrawn() -> None:
    assert rules.why_not_withdraw(rules.InvitationState.OPEN) is None
    assert "accepted already" in str(rules.why_not_withdraw(rules.InvitationState.ACCEPTED))


@pytest.mark.parametrize(("quiet", "idle"), [(0, False), (30 * 60, False), (30 * 60 + 1, True)])
def test_half_an_hour_without_anything_is_idle(quiet: int, idle: bool) -> None:
    assert rules.is_idle(1000, now=1000 + quiet, minutes=30) is idle


def test_an_administrator_reads_no_section() -> None:
    assert [role for role in Role if not rules.reads_sections(role)] == [Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR, Role.ANSWERER]
