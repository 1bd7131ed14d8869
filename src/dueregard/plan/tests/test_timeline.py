"""The timeline of a plan: where each bar begins and ends, how it stands, and what is said in words."""

from datetime import date

import pytest

from dueregard.plan.rules.planned import MilestoneStanding
from dueregard.plan.rules.timeline import LEFT, MOST, RIGHT, BarState, Planned, Step, timeline

BEGINS, ENDS, ON = date(2026, 4, 1), date(2027, 3, 31), date(2026, 11, 18)


def an_action(ref: str = "A-1", *, start: date = date(2026, 5, 1), **more: object) -> Planned:
    return Planned(ref=ref, what="Look into lettings", start=start, **{"dues": (date(2026, 12, 1),), **more})


@pytest.mark.parametrize(
    ("more", "state", "ends"),
    [
        ({}, BarState.ON_TIME, date(2026, 12, 1)),
        ({"dues": (ON,)}, BarState.ON_TIME, ON),
        ({"dues": (date(2026, 11, 17),)}, BarState.LATE, date(2026, 11, 17)),
        ({"dues": ()}, BarState.UNDATED, ON),
        ({"start": date(2026, 11, 19)}, BarState.AHEAD, date(2026, 12, 1)),
        ({"closed": date(2026, 9, 1)}, BarState.DONE, date(2026, 9, 1)),
        ({"closed": date(2026, 9, 1), "is_dropped": True}, BarState.DROPPED, date(2026, 9, 1)),
    ],
)
def test_how_an_action_stands_and_where_its_bar_ends(more: dict, state: BarState, ends: date) -> None:
    one = an_action(**more)

    assert (one.state(ON), one.ends(ON)) == (state, ends)


def test_the_day_asked_about_stands_on_the_scale_of_the_plan() -> None:
    line = timeline([an_action()], begins=BEGINS, ends=ENDS, on=ON)

    assert LEFT < line.bars[0].x1 < line.today_x < line.bars[0].x2 < RIGHT
    assert line.months[0].words == "Apr 2026"
    assert timeline([an_action()], begins=BEGINS, ends=ENDS, on=date(2026, 3, 1)).today_x is None


def test_the_scale_runs_on_for_what_is_due_a_little_beyond_the_plan_and_no_further() -> None:
    assert timeline([an_action(dues=(date(2027, 6, 1),))], begins=BEGINS, ends=ENDS, on=ON).ends == date(2027, 6, 1)
    assert timeline([an_action(dues=(date(2036, 6, 1),))], begins=BEGINS, ends=ENDS, on=ON).ends == date(2027, 9, 30)


def test_what_began_before_the_plan_begins_at_its_edge() -> None:
    line = timeline([an_action(start=date(2024, 1, 1))], begins=BEGINS, ends=ENDS, on=ON)

    assert line.bars[0].x1 == LEFT


def test_a_new_date_leaves_the_old_one_to_be_seen_and_a_late_bar_runs_on_to_the_day() -> None:
    line = timeline([an_action(dues=(date(2026, 8, 1), date(2026, 10, 1)))], begins=BEGINS, ends=ENDS, on=ON)

    [bar] = line.bars
    assert bar.state is BarState.LATE
    assert bar.was_due[0] < bar.x2 < bar.late_x == line.today_x


def test_a_milestone_stands_on_its_day_as_it_was_then() -> None:
    steps = (
        Step(words="Begun", due=date(2026, 6, 1), reached=date(2026, 6, 3)),
        Step(words="Half", due=date(2026, 9, 1)),
        Step(words="Given", due=date(2026, 10, 1), reached=date(2026, 10, 1), is_given_up=True),
        Step(words="All", due=date(2026, 12, 1)),
    )

    marks = timeline([an_action(steps=steps)], begins=BEGINS, ends=ENDS, on=ON).bars[0].marks

    reached, late, given_up, ahead = (MilestoneStanding(word) for word in ("reached", "late", "given-up", "ahead"))
    assert [mark.state for mark in marks] == [reached, late, given_up, ahead]
    assert [mark.x for mark in marks] == sorted(mark.x for mark in marks)


def test_the_picture_holds_what_can_be_read_open_ones_first_and_the_table_all() -> None:
    closed = [an_action(f"A-{number}", dues=(date(2026, 6, 1),), closed=date(2026, 6, 1)) for number in range(MOST)]
    still = [an_action(f"B-{number}") for number in range(3)]

    line = timeline([*closed, *still], begins=BEGINS, ends=ENDS, on=ON)

    assert (len(line.bars), line.more, len(line.all)) == (MOST, 3, MOST + 3)
    assert {"B-0", "B-1", "B-2"} <= {bar.action.ref for bar in line.bars}


def test_the_sentence_counts_in_words_and_gives_no_percentage() -> None:
    line = timeline(
        [an_action(), an_action("A-2", dues=(date(2026, 5, 2), date(2026, 11, 1))), an_action("A-3", closed=ON)],
        begins=BEGINS,
        ends=ENDS,
        on=ON,
    )

    assert line.sentence == "3 actions: 1 done, 1 open and in time, 1 late. 1 was given another date."
    assert timeline([], begins=BEGINS, ends=ENDS, on=ON).sentence == "No action is in the plan yet."
