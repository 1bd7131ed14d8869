"""Rules about decisions, actions, links and exchanges, as tables of cases."""

from datetime import date, timedelta

import pytest

from dueregard.partnership.rules import decisions, reach
from dueregard.partnership.rules.decisions import ActionStatus

DAY = date(2026, 9, 16)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def test_a_decision_is_dated_to_its_meeting():
    assert decisions.why_not_decide(DAY, on=DAY) is None
    assert decisions.why_not_decide(DAY, on=AFTER) == "A decision of this meeting is dated to it: 16 September 2026"


def test_only_a_delivery_decision_takes_a_threat_check():
    assert decisions.why_not_check("delivery") is None
    assert decisions.why_not_check("procedural") == "A procedural decision needs no Security Threat Check"


@pytest.mark.parametrize(("due", "is_refused"), [(None, False), (AFTER, False), (DAY, False), (BEFORE, True)])
def test_an_action_is_due_after_it_began(due, is_refused):
    assert (decisions.why_not_due(DAY, due=due) is not None) is is_refused


@pytest.mark.parametrize(
    ("status", "to", "on", "because", "is_refused"),
    [
        ("open", "done", AFTER, "", False),
        ("open", "done", BEFORE, "", True),
        ("open", "dropped", AFTER, "", True),
        ("open", "dropped", AFTER, "Overtaken by the new plan", False),
        ("done", "open", AFTER, "The venue list is incomplete", False),
        ("done", "dropped", AFTER, "No longer wanted", True),
        ("done", "done", AFTER, "", True),
    ],
)
def test_an_action_is_finished_dropped_or_opened_again(status, to, on, because, is_refused):
    reason = decisions.why_not_move_action(ActionStatus(status), to=ActionStatus(to), began=DAY, on=on, because=because)

    assert (reason is not None) is is_refused


@pytest.mark.parametrize(("status", "on", "is_refused"), [("open", DAY, False), ("open", BEFORE, True), ("done", AFTER, True)])
def test_an_open_action_takes_updates_from_the_day_it_began(status, on, is_refused):
    assert (decisions.why_not_update(ActionStatus(status), began=DAY, on=on) is not None) is is_refused


@pytest.mark.parametrize(
    ("until", "on", "is_refused"),
    [(None, DAY, False), (None, BEFORE, True), (AFTER, AFTER, False), (AFTER, AFTER + timedelta(days=1), True)],
)
def test_things_are_done_under_a_link_while_it_is_active(until, on, is_refused):
    assert (reach.why_not_do_under_link(DAY, until=until, on=on) is not None) is is_refused


def test_nothing_is_answered_before_it_was_heard():
    assert reach.why_not_answer(DAY, on=DAY) is None
    assert reach.why_not_answer(DAY, on=BEFORE) is not None
