"""Bringing in a staff register: joiners, movers, leavers and absences; whoever is missing is only proposed as left."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dueregard.organisations.models import Team
from dueregard.training.actions import import_files as files
from dueregard.training.actions.registers import say_left
from dueregard.training.models import Absence, AbsenceEnd, Learner, LearnerLeaving, LearnerMove
from dueregard.training.queries.counting import that_count
from dueregard.training.rules.imports import Why
from dueregard.training.tests.factories import ImportSourceFactory
from dueregard.training.tests.files import Office, a_file, an_office, brought_in, looked_at, reasons, what_counts

pytestmark = pytest.mark.django_db
HEADINGS = "Employee number,E-mail,Name,Team,Job title,Joined,Left,Away since,Back on"
NOVEMBER = date(2026, 11, 1)


@pytest.fixture
def office() -> Iterator[Office]:
    office = an_office()
    with office.inside():
        yield office


@pytest.fixture
def payroll(office: Office) -> Any:
    return ImportSourceFactory(body=office.source.body, register=True)


def register(*rows: str) -> bytes:
    return a_file(*rows, headings=HEADINGS)


def test_joiners_movers_leavers_and_absences_are_taken_with_their_days(office: Office, payroll: Any) -> None:
    content = register(
        "2000,new@council.example,New,Family Help,Social worker,1/10/2026,,,",
        "1000,,,Family Help,,,,,",
        "1001,,,,,,15/10/2026,,",
        "1002,,,,,,,1/9/2026,",
    )

    done = brought_in(office, content, source=payroll, on=NOVEMBER)

    assert (done.rows_new, done.rows_changed, done.rows_rejected) == (1, 3, 0)
    new = Learner.objects.get(number="2000")
    assert (new.on, new.team.name, new.job.title, new.came_with) == (date(2026, 10, 1), "Family Help", "Social worker", done)
    assert LearnerMove.objects.get().on == NOVEMBER
    assert LearnerLeaving.objects.get().on == date(2026, 10, 15)
    assert Absence.objects.get().on == date(2026, 9, 1)


def test_the_same_register_again_changes_nothing(office: Office, payroll: Any) -> None:
    content = register("2000,,New,Family Help,Social worker,1/10/2026,,,", "1000,,,Family Help,,,,1/9/2026,", "1001,,,,,,15/10/2026,,")
    brought_in(office, content, source=payroll)

    again = brought_in(office, content, source=payroll)

    assert (again.rows_new, again.rows_changed, again.rows_same) == (0, 0, 3)
    assert (Learner.objects.count(), Team.objects.count(), Absence.objects.count()) == (4, 1, 1)


def test_whoever_comes_back_is_back(office: Office, payroll: Any) -> None:
    brought_in(office, register("1000,,,,,,,1/9/2026,"), source=payroll)

    brought_in(office, register("1000,,,,,,,1/9/2026,1/10/2026"), source=payroll)

    assert AbsenceEnd.objects.get().on == date(2026, 10, 1)


def test_a_look_at_a_register_changes_nothing(office: Office, payroll: Any) -> None:
    looked = looked_at(office, register("2000,,New,Family Help,,1/10/2026,,,", "1000,,,Family Help,,,,,"), source=payroll)

    assert (looked.rows_new, looked.rows_changed) == (1, 1)
    assert (Learner.objects.count(), Team.objects.count(), LearnerMove.objects.count()) == (3, 0, 0)


def test_a_register_that_is_withdrawn_counts_for_nothing(office: Office, payroll: Any) -> None:
    done = brought_in(office, register("2000,,New,,,1/10/2026,,,", "1001,,,,,,15/10/2026,,"), source=payroll)

    files.withdraw(done.ref, by=office.lead, on=office.lead.today, because="It was last year’s")

    day = office.lead.today
    assert that_count(Learner.objects.all(), office.lead, on=day, known=day).count() == 3
    assert not that_count(LearnerLeaving.objects.all(), office.lead, on=day, known=day).exists()


def test_whoever_a_full_register_does_not_name_is_proposed_as_left_and_stays_until_somebody_says_so(office: Office, payroll: Any) -> None:
    brought_in(office, a_file("1002,,,,Prevent,27/03/2026"))
    done = brought_in(office, register("1000,,,,,,,,"), source=payroll)
    assert sorted(row.learner.number for row in done.missing.all()) == ["1001", "1002"]
    assert not LearnerLeaving.objects.exists()

    gone = office.learners[2]
    assert say_left([gone.ref, "LN-9"], by=office.lead, on=NOVEMBER, register=done.ref) == 1

    assert LearnerLeaving.objects.get().learner == gone
    assert what_counts(office) == {("1002", date(2026, 3, 27))}  # their history stays


def test_whoever_left_and_joined_again_is_here_anew(office: Office, payroll: Any) -> None:
    brought_in(office, register("1001,,,,,,15/10/2026,,"), source=payroll)

    done = brought_in(office, register("1001,,,,,1/11/2026,,,"), source=payroll)

    assert done.rows_new == 1
    assert Learner.objects.filter(number="1001").count() == 2


ROWS = [
    (",,Nobody,,,1/10/2026,,,", Why.NO_KEY),
    ("2000,,New,,,,,,", Why.NO_DAY),
    ("2000,,New,,,1/10/2026,1/9/2026,,", Why.LEFT_BEFORE_JOINING),
    ("2000,,New,,,10/31/2026,,,", Why.OTHER_ORDER),
    ("1000,,Again,,,,,,", Why.TWICE),
    (f"2000,,New,,{'x' * 200},1/10/2026,,,", Why.TOO_LONG),
]


@pytest.mark.parametrize(("row", "why"), ROWS, ids=[why for _, why in ROWS])
def test_a_row_says_why_it_is_not_taken(office: Office, payroll: Any, row: str, why: Why) -> None:
    done = brought_in(office, register("1000,,,,,,,,", row), source=payroll)

    assert reasons(done) == {why: 1}
    assert Learner.objects.count() == 3


def test_two_people_may_share_an_address_where_each_has_a_number(office: Office, payroll: Any) -> None:
    done = brought_in(
        office, register("2000,desk@council.example,A,,,1/10/2026,,,", "2001,desk@council.example,B,,,1/10/2026,,,"), source=payroll
    )

    assert (done.rows_new, done.rows_rejected) == (2, 0)
