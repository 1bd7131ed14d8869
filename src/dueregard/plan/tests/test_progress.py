"""How the actions of a plan go, counted: numbers, what is late said beside them, never a percentage."""

import pytest

from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.plan.rules.progress import COLUMNS, Going, One, Progress, count, going, say_progress


@pytest.mark.parametrize(
    ("status", "rag", "found"),
    [
        (ActionStatus.OPEN, None, Going.NOT_SAID),
        (ActionStatus.OPEN, Rag.GREEN, Going.ON_COURSE),
        (ActionStatus.OPEN, Rag.AMBER, Going.AT_RISK),
        (ActionStatus.OPEN, Rag.RED, Going.OFF_COURSE),
        (ActionStatus.DONE, Rag.RED, Going.DONE),
        (ActionStatus.DROPPED, None, Going.DROPPED),
    ],
)
def test_a_closed_action_is_counted_as_closed_an_open_one_as_its_owner_said(status: ActionStatus, rag: Rag | None, found: Going) -> None:
    assert going(status, rag) is found


def test_each_action_is_counted_once_and_late_is_said_beside() -> None:
    row = count("Venues", [One(going=Going.DONE), One(going=Going.AT_RISK, is_late=True), One(going=Going.AT_RISK)])

    assert dict(zip(COLUMNS, row.counts, strict=True))[Going.AT_RISK] == 2
    assert (row.whole, row.late, row.sentence) == (3, 1, "1 done and 2 at risk; 1 late")


def test_bars_share_one_scale() -> None:
    seen = Progress(of="Partner", rows=(count("A", [One(going=Going.DONE)] * 4), count("B", [One(going=Going.NOT_SAID)] * 2)))

    assert seen.most == 4
    assert seen.width(4) == 2 * seen.width(2) > 0


def test_the_sentence_says_numbers_and_no_percentage() -> None:
    assert say_progress([One(going=Going.DONE), One(going=Going.NOT_SAID)]) == "Of 2 actions: 1 done and 1 with nothing said yet."
    assert "nothing can be said" in say_progress([])
