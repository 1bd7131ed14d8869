"""The line of thirteen months: what counts on it, the gaps measured, the limit."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dueregard.partnership.rules.cadence import LEFT, RIGHT, Held, Limit, PointKind, timeline

ON = date(2026, 11, 18)
QUARTERLY, TWICE = Limit(days=140, expected=4, within=13), Limit(months=9, expected=2)


def held(*days: date, kind: PointKind = PointKind.COUNTED) -> list[Held]:
    return [Held(ref=f"M-{number}", day=day, kind=kind) for number, day in enumerate(days)]


def test_gaps_are_measured_between_meetings_that_count_and_to_the_day_asked_about() -> None:
    line = timeline(held(date(2026, 3, 1), date(2026, 6, 1)), on=ON, limit=QUARTERLY)

    assert [(gap.days, gap.is_long, gap.is_open) for gap in line.stretches] == [(92, False, False), (170, True, True)]
    assert line.sentence == (
        "2 meetings that count in the 13 months to 18 November 2026; 4 are asked for. "
        "The longest gap is 170 days, longer than the limit of 140 days."
    )


def test_a_meeting_called_at_once_or_not_quorate_stands_on_the_line_and_shortens_no_gap() -> None:
    called = held(date(2026, 8, 1), kind=PointKind.AT_ONCE)

    line = timeline([*held(date(2026, 3, 1)), *called], on=ON, limit=TWICE)

    assert [point.kind for point in line.points] == [PointKind.COUNTED, PointKind.AT_ONCE]
    assert [gap.days for gap in line.stretches] == [262]


def test_a_limit_of_months_ends_on_the_same_day_of_the_month() -> None:
    assert not TWICE.is_over(date(2026, 2, 18), ON)
    assert TWICE.is_over(date(2026, 2, 17), ON)


def test_the_table_has_every_meeting_with_the_gap_before_it_and_the_open_gap_before_what_is_planned() -> None:
    ahead = held(ON + timedelta(days=20), kind=PointKind.AHEAD)

    line = timeline([*held(date(2026, 9, 1)), *ahead], on=ON, limit=QUARTERLY)

    assert [(point.kind if point else None, gap.days if gap else None) for point, gap in line.rows] == [
        (PointKind.COUNTED, None),
        (None, 78),
        (PointKind.AHEAD, None),
    ]


def test_without_a_meeting_there_is_a_line_and_no_gap() -> None:
    line = timeline([], on=ON, limit=TWICE)

    assert line.stretches == ()
    assert line.sentence == "0 meetings that count in the 12 months to 18 November 2026; 2 are asked for."


@given(st.lists(st.dates(date(2024, 1, 1), date(2027, 6, 1)), max_size=12), st.dates(date(2025, 6, 1), date(2026, 12, 31)))
def test_everything_drawn_stands_inside_the_picture_and_in_order(days: list[date], on: date) -> None:
    line = timeline(held(*days), on=on, limit=QUARTERLY)

    places = [point.x for point in line.points]
    assert places == sorted(places)
    assert all(LEFT <= x <= RIGHT for x in [*places, *(gap.x1 for gap in line.stretches), *(gap.x2 for gap in line.stretches)])
    assert all(first.ends == then.begins for first, then in zip(line.stretches, line.stretches[1:], strict=False))
