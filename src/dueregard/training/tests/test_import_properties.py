"""What holds of every file: said again it changes nothing, whatever the order, and looking back replays what was known."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dueregard.training.actions import import_files as files
from dueregard.training.actions import workforce
from dueregard.training.models import Completion, Import, ImportWithdrawal, LearnerLeaving
from dueregard.training.queries.completions import counted
from dueregard.training.tasks.completions import Completions
from dueregard.training.tests.files import NOW, Office, a_file, an_office, brought_in, lines, what_counts

pytestmark = pytest.mark.django_db
DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(12)]
FILES = st.lists(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(DAYS)), min_size=1, max_size=8), min_size=1, max_size=3)
FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.setattr(Completions, "batch", 3)
    return an_office()


def written(rows: list[tuple[int, date]]) -> bytes:
    return a_file(*lines((learner, f"{day:%d/%m/%Y}") for learner, day in rows))


def emptied(office: Office) -> None:
    with office.inside():
        Completion.objects.all().delete()
        ImportWithdrawal.objects.all().delete()
        LearnerLeaving.objects.all().delete()
        for import_ in Import.objects.all():
            import_.not_taken.all().delete()
            import_.delete()


@FEW
@given(said=FILES)
def test_every_file_twice_and_in_any_order_comes_to_the_same(office: Office, said: list[list[tuple[int, date]]]) -> None:
    emptied(office)
    for rows in said:
        brought_in(office, written(rows))
    there = what_counts(office)
    assert there == {(f"{1000 + learner}", day) for rows in said for learner, day in rows}

    assert all(brought_in(office, written(rows)).rows_new == 0 for rows in said)
    assert what_counts(office) == there

    emptied(office)
    for rows in reversed(said):
        brought_in(office, written(rows[::-1]))
    assert what_counts(office) == there


@FEW
@given(said=FILES, undone=st.integers(0, 2))
def test_looking_back_replays_what_was_known(office: Office, said: list[list[tuple[int, date]]], undone: int) -> None:
    emptied(office)
    refs = [brought_in(office, written(rows)).ref for rows in said]
    today = office.lead.today
    before = what_counts(office)

    tomorrow = office.lead.at(NOW + timedelta(days=1))
    files.withdraw(refs[undone % len(refs)], by=tomorrow, on=tomorrow.today, because="It was another area’s")

    with office.inside():
        looked_back = {(row.learner.number, row.on) for row in counted(tomorrow, on=today, known=tomorrow.today).select_related("learner")}
        as_known = {(row.learner.number, row.on) for row in counted(tomorrow, on=tomorrow.today, known=today).select_related("learner")}
    assert looked_back == as_known == before


@FEW
@given(said=FILES, undone=st.integers(0, 2))
def test_a_file_withdrawn_takes_back_what_came_with_it_and_again_it_is_as_before(
    office: Office, said: list[list[tuple[int, date]]], undone: int
) -> None:
    emptied(office)
    refs = [brought_in(office, written(rows)).ref for rows in said]
    before, place = what_counts(office), undone % len(said)
    earlier = {row for rows in said[:place] for row in rows}
    its_own = {(f"{1000 + learner}", day) for learner, day in set(said[place]) - earlier}

    files.withdraw(refs[place], by=office.lead, on=office.lead.today, because="It was another area’s")

    assert what_counts(office) == before - its_own
    assert brought_in(office, written(said[place])).rows_new == len(its_own)
    assert what_counts(office) == before


@FEW
@given(said=FILES, left=st.sets(st.integers(0, 2), min_size=1), after=st.integers(0, 3))
def test_whoever_left_keeps_what_they_had_and_is_still_found_by_a_later_file(
    office: Office, said: list[list[tuple[int, date]]], left: set[int], after: int
) -> None:
    emptied(office)
    for rows in said[:after]:
        brought_in(office, written(rows))

    for learner in left:
        workforce.leave(f"{office.learners[learner].ref}", by=office.lead, on=DAYS[-1] + timedelta(days=1))
    later = [brought_in(office, written(rows)) for rows in said[after:]]

    assert what_counts(office) == {(f"{1000 + learner}", day) for rows in said for learner, day in rows}
    assert not any(done.rows_rejected for done in later)
