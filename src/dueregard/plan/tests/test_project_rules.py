"""How far a funded project has come, what was awarded and spent, and what is refused of it."""

from datetime import date
from decimal import Decimal

import pytest

from dueregard.plan.rules import projects as rules
from dueregard.plan.rules.projects import AmountKind, DueDiligence, Funder, ProjectState

BEGINS, UNTIL = date(2026, 4, 1), date(2027, 3, 31)


@pytest.mark.parametrize(
    ("on", "ended", "state"),
    [
        (date(2026, 3, 31), None, ProjectState.AHEAD),
        (BEGINS, None, ProjectState.RUNNING),
        (UNTIL, None, ProjectState.RUNNING),
        (date(2027, 4, 1), None, ProjectState.OVER),
        (date(2026, 9, 30), date(2026, 9, 30), ProjectState.RUNNING),
        (date(2026, 10, 1), date(2026, 9, 30), ProjectState.ENDED),
    ],
)
def test_how_far_a_project_has_come(on: date, ended: date | None, state: ProjectState) -> None:
    assert rules.state_of(begins=BEGINS, until=UNTIL, ended=ended, on=on) is state


def test_a_project_without_a_last_day_runs_until_it_is_ended() -> None:
    assert rules.state_of(begins=BEGINS, until=None, ended=None, on=date(2030, 1, 1)) is ProjectState.RUNNING


def test_awards_and_their_cuts_are_added_up_while_the_last_of_what_was_spent_holds() -> None:
    amounts = [
        (AmountKind.AWARDED, Decimal(12000)),
        (AmountKind.SPENT, Decimal(3000)),
        (AmountKind.AWARDED, Decimal(-2000)),
        (AmountKind.SPENT, Decimal(7500)),
    ]

    assert (rules.awarded(amounts), rules.spent(amounts)) == (Decimal(10000), Decimal(7500))


def test_nothing_recorded_is_not_known_and_never_nothing() -> None:
    assert (rules.awarded([]), rules.spent([])) == (None, None)
    assert rules.say_pounds(None) == "Not known"


@pytest.mark.parametrize(
    ("pounds", "says"), [("12500", "£12,500"), ("12500.00", "£12,500"), ("99.5", "£99.50"), ("0", "£0"), ("-2000", "−£2,000")]
)
def test_money_in_words(pounds: str, says: str) -> None:
    assert rules.say_pounds(Decimal(pounds)) == says


@pytest.mark.parametrize(
    ("kind", "pounds", "words", "may"),
    [
        (AmountKind.AWARDED, "100", "", True),
        (AmountKind.AWARDED, "0", "", False),
        (AmountKind.AWARDED, "-5", "", False),
        (AmountKind.AWARDED, "-5", "Cut in year", True),
        (AmountKind.SPENT, "0", "", True),
        (AmountKind.SPENT, "-5", "Back", False),
    ],
)
def test_which_amounts_are_kept(kind: AmountKind, pounds: str, words: str, may: bool) -> None:
    assert (rules.why_not_amount(kind, pounds=Decimal(pounds), words=words) is None) is may


@pytest.mark.parametrize(
    ("status", "words", "may"),
    [
        (DueDiligence.ASKED, "", True),
        (DueDiligence.PASSED, "", True),
        (DueDiligence.CONDITIONS, "", False),
        (DueDiligence.REFUSED, " ", False),
        (DueDiligence.REFUSED, "No accounts", True),
    ],
)
def test_conditions_and_refusals_have_words(status: DueDiligence, words: str, may: bool) -> None:
    assert (rules.why_not_look(status, words=words) is None) is may


@pytest.mark.parametrize(
    ("funder", "named", "may"), [(Funder.HOME_OFFICE, "", True), (Funder.OTHER, "", False), (Funder.OTHER, "A fund", True)]
)
def test_somebody_else_who_pays_has_a_name(funder: Funder, named: str, may: bool) -> None:
    assert (rules.why_not_fund(funder, named=named) is None) is may


def test_a_project_ends_once_and_not_before_it_began() -> None:
    assert rules.why_not_end_project(None, begins=BEGINS, on=BEGINS) is None
    assert "ended on 31 March 2027 already" in str(rules.why_not_end_project(UNTIL, begins=BEGINS, on=UNTIL))
    assert "began on 1 April 2026" in str(rules.why_not_end_project(None, begins=BEGINS, on=date(2026, 3, 31)))
    assert "it begins on 1 April 2026" in str(rules.why_not_run(BEGINS, until=date(2026, 3, 31)))
    assert rules.why_not_run(BEGINS, until=BEGINS) is None
