"""Who is reminded of what, when again, and when it ends."""

from datetime import date, timedelta

import pytest

from dueregard.training.rules.reminders import DEFAULT, Somebody, Terms, Turn, counted, digest_key, is_due, turn, why_not_terms
from dueregard.training.rules.requirements import Required

ON = date(2026, 11, 22)
TERMS = Terms(is_on=True, ahead_days=30, again_days=14, most=3)
YEARLY = Required(
    ref="RQ-1", title="Noticing", courses=(1, 2), subjects=frozenset({"awareness"}), within_days=60, months=12, on=date(2020, 1, 1)
)


def somebody(*completed: tuple[int, date], joined: date = date(2021, 1, 1), profiles: tuple[str, ...] = ()) -> Somebody:
    return Somebody(key=1, email="a@b.example", manager="", joined=joined, profiles=frozenset(profiles), completed=completed)


@pytest.mark.parametrize(
    ("who", "due"),
    [
        (somebody((1, date(2025, 12, 23))), False),  # lapses the day after the thirty
        (somebody((1, date(2025, 12, 22))), True),
        (somebody((2, date(2026, 11, 1))), False),  # another course that counts as it
        (somebody((1, date(2020, 1, 1))), True),
        (somebody(), True),
        (somebody(joined=ON - timedelta(days=30)), False),  # its sixty days end with the thirty
        (somebody(joined=ON - timedelta(days=31)), True),
    ],
)
def test_something_is_due_if_it_is_missing_or_will_be_within_the_days_looked_ahead(who: Somebody, due: bool) -> None:
    assert is_due(who, YEARLY, on=ON, terms=TERMS) is due


def test_what_is_only_advised_or_asked_of_another_profile_is_not_due() -> None:
    advised = Required(**{**vars(YEARLY), "is_mandatory": False})
    of_leads = Required(**{**vars(YEARLY), "profile": "PF-1"})

    assert not is_due(somebody(), advised, on=ON, terms=TERMS)
    assert not is_due(somebody(), of_leads, on=ON, terms=TERMS)
    assert is_due(somebody(profiles=("PF-1",)), of_leads, on=ON, terms=TERMS)


@pytest.mark.parametrize(
    ("days_ago", "since", "expected"),
    [
        ([], date.min, Turn.NOW),
        ([13], date.min, Turn.LATELY),
        ([14], date.min, Turn.NOW),
        ([42, 28, 14], date.min, Turn.ENDED),
        ([400, 300, 200], ON - timedelta(days=100), Turn.NOW),  # they completed it since: it begins anew
        ([400, 300, 200, 13], ON - timedelta(days=100), Turn.LATELY),
        ([400], date.min, Turn.NOW),
    ],
)
def test_after_the_last_reminder_of_a_thing_there_are_no_more_until_it_is_completed(
    days_ago: list[int], since: date, expected: Turn
) -> None:
    assert turn([ON - timedelta(days=days) for days in days_ago], since=since, on=ON, terms=TERMS) is expected


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ((30, 14, 3), None),
        ((91, 14, 3), "0 to 90"),
        ((-1, 14, 3), "0 to 90"),
        ((30, 6, 3), "7 to 180"),
        ((30, 14, 0), "an end"),
        ((30, 14, 7), "an end"),
    ],
)
def test_terms_have_an_end(given: tuple[int, int, int], says: str | None) -> None:
    reason = why_not_terms(*given)

    assert reason is None if says is None else says in str(reason)


def test_nothing_goes_by_itself_until_somebody_says_so() -> None:
    assert not DEFAULT.is_on
    assert why_not_terms(DEFAULT.ahead_days, DEFAULT.again_days, DEFAULT.most) is None


def test_a_digest_counts_what_came_due_this_week_apart_from_what_was_overdue_before() -> None:
    people = [
        somebody((1, date(2025, 11, 22))),  # lapsed today
        somebody((1, date(2025, 11, 16))),  # six days ago
        somebody((1, date(2025, 11, 15))),  # before the week
        somebody((1, date(2026, 1, 1))),
        somebody((1, date(2026, 11, 1))),
        somebody(),
        somebody(joined=ON - timedelta(days=61)),
        somebody(joined=ON - timedelta(days=60)),
    ]

    found = counted(people, YEARLY, on=ON)

    assert (found.came_due, found.overdue, found.never, found.joiners, found.due) == (2, 3, 2, 1, 1)
    assert found.is_news


def test_the_mail_of_a_week_has_one_key_for_each_reader() -> None:
    assert digest_key(date(2026, 11, 16), 4) == digest_key(date(2026, 11, 22), 4) == "digest:2026-47:4"
    assert digest_key(date(2026, 11, 23), 4) != digest_key(date(2026, 11, 22), 4)
