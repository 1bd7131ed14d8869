"""An import is killed at a hundred moments, between any two statements: nothing of it counts, and carried on all of it does."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.db import connection

from dueregard.access.viewer import Viewer
from dueregard.training.actions import import_files as files
from dueregard.training.models import Completion, Learner, LearnerLeaving
from dueregard.training.queries.counting import that_count
from dueregard.training.rules.imports import ImportState
from dueregard.training.tasks import carry_on, sweep
from dueregard.training.tasks.completions import Completions
from dueregard.training.tasks.staff import Staff
from dueregard.training.tests.factories import ImportSourceFactory
from dueregard.training.tests.files import NOW, Office, a_file, an_office, brought_in, chosen, found, lines, what_counts

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=2)


class Killed(BaseException):
    """The machine stops: nothing of ours may catch it."""


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Completions, "batch", 4)
    monkeypatch.setattr("dueregard.training.tasks.completions.PART", 2)
    monkeypatch.setattr(Staff, "batch", 2)


@contextmanager
def killed_at(statement: int) -> Iterator[list[int]]:
    """Let so many statements through, and no more."""
    seen = [0]

    def let_through(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):  # the test's own, around each deed
            seen[0] += 1
            if seen[0] == statement:
                context["cursor"].close()  # a machine that stopped holds none open
                raise Killed
        return execute(sql, params, many, context)

    with connection.execute_wrapper(let_through):
        yield seen


def rows_of(office: Office) -> bytes:
    days = [f"{1 + n}/3/2026" for n in range(12)]
    return a_file(*lines((n % 3, day) for n, day in enumerate(days)), "77,,,,Prevent,1/3/2026", *lines([(0, days[0])]))


def statements_of(office: Office, content: bytes, source: Any = None) -> int:
    ref = chosen(office, content, source=source)
    files.bring_in(ref, by=office.lead)
    with killed_at(-1) as seen:
        carry_on(ref, by=office.worker, clock=lambda: NOW)
    files.withdraw(ref, by=office.lead, on=office.lead.today, because="It was only to count its statements")
    return seen[0]


def moments(most: int, how_many: int) -> list[int]:
    """As good as random, and the same in every run."""
    return sorted(int.from_bytes(sha256(bytes([moment])).digest()) % most + 1 for moment in range(how_many))


def killed_import(office: Office, content: bytes, moment: int, source: Any = None) -> str:
    ref = chosen(office, content, source=source)
    files.bring_in(ref, by=office.lead)
    with pytest.raises(Killed), killed_at(moment):
        carry_on(ref, by=office.worker, clock=lambda: NOW)
    return ref


def here(office: Office) -> int:
    day = office.lead.today
    with office.inside():
        return that_count(Learner.objects.filter(area=office.lead.area_id), office.lead, on=day, known=day).count()


def completions(office: Office) -> int:
    with office.inside():
        return Completion.objects.count()


def later(viewer: Viewer) -> Viewer:
    return viewer.at(LATER)


def test_killed_at_a_hundred_moments_nothing_counts_and_carried_on_all_of_it_does() -> None:
    office = an_office()
    content = rows_of(office)
    most = statements_of(office, content)

    for moment in moments(most, 100):
        ref = killed_import(office, content, moment)
        assert what_counts(office) == set(), moment

        carry_on(ref, by=later(office.worker), clock=lambda: LATER)

        done = found(office, ref)
        assert (done.state, done.rows_new, done.rows_same, done.rows_rejected, done.line) == (ImportState.DONE, 12, 1, 1, 14), moment
        assert len(what_counts(office)) == 12, moment
        files.withdraw(ref, by=office.lead, on=office.lead.today, because="The next moment is tried")


def test_given_up_after_a_kill_its_leftovers_are_swept() -> None:
    office = an_office()
    content = rows_of(office)
    before = brought_in(office, a_file(*lines([(0, "1/1/2026")])))
    most = statements_of(office, content)
    kept = completions(office)

    for moment in moments(most, 20):
        files.give_up(killed_import(office, content, moment), by=office.lead)
        sweep([later(office.worker)])

        assert completions(office) == kept, moment
    assert what_counts(office) == {("1000", date(2026, 1, 1))}
    assert before.rows_new == 1


def test_a_file_somebody_works_on_is_not_taken_on_by_another() -> None:
    office = an_office()
    ref = killed_import(office, rows_of(office), 30)

    assert not carry_on(ref, by=office.worker, clock=lambda: NOW)
    assert found(office, ref).state == ImportState.RUNNING


def test_a_register_killed_at_any_moment_counts_for_nothing_until_it_is_carried_on() -> None:
    office = an_office()
    source = ImportSourceFactory(body=office.source.body, register=True)
    headings = "Employee number,E-mail,Name,Team,Job title,Joined,Left,Away since,Back on"
    people = [f"{2000 + n},,New {n},Family {n % 2},Social worker,{n + 1}/2/2026,,," for n in range(5)]
    content = a_file("1000,,,,,,1/11/2026,,", *people, headings=headings)
    statements_of(office, content, source)  # the teams and jobs it names first are added once
    most = statements_of(office, content, source)

    for moment in moments(most, 20):
        ref = killed_import(office, content, moment, source)
        assert here(office) == 3, moment

        carry_on(ref, by=later(office.worker), clock=lambda: LATER)

        done = found(office, ref)
        assert (done.state, done.rows_new, done.rows_changed) == (ImportState.DONE, 5, 1), moment
        with office.inside():
            assert Learner.objects.filter(came_with=done).count() == 5, moment
            assert LearnerLeaving.objects.filter(came_with=done).count() == 1, moment
            assert done.missing.count() == 2, moment
        files.withdraw(ref, by=office.lead, on=office.lead.today, because="The next moment is tried")
