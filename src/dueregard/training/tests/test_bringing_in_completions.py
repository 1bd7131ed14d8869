"""Bringing in completions: matched, counted once the import is done, the same file again changes nothing, undone by its number."""

from datetime import date

import pytest

from dueregard.training.actions import import_files as files
from dueregard.training.rules.imports import ImportState, Why
from dueregard.training.tests.factories import CourseFactory
from dueregard.training.tests.files import a_file, an_office, brought_in, looked_at, reasons, what_counts

pytestmark = pytest.mark.django_db
MARCH_27 = date(2026, 3, 27)


def test_rows_are_matched_by_number_then_by_e_mail_and_count_once_all_are_there() -> None:
    office = an_office()

    done = brought_in(office, a_file("1000,,,,Prevent,27/03/2026", ",P1@council.example,,,prevent,27 March 2026"))

    assert (done.state, done.rows_new, done.line) == (ImportState.DONE, 2, 2)
    assert what_counts(office) == {("1000", MARCH_27), ("1001", MARCH_27)}


def test_a_course_called_as_it_is_here_need_not_be_said_unless_two_are_called_so() -> None:
    office = an_office()
    area = office.course.area
    CourseFactory(area=area, title="Prevent for managers")
    for _ in range(2):
        CourseFactory(area=area, title="Workshop")

    done = brought_in(office, a_file("1000,,,,PREVENT  for managers,27/03/2026", "1001,,,,Workshop,27/03/2026"))

    assert (done.rows_new, reasons(done)) == (1, {Why.UNKNOWN_COURSE: 1})
    assert what_counts(office) == {("1000", MARCH_27)}


def test_the_same_file_again_changes_nothing() -> None:
    office, content = an_office(), a_file("1000,,,,Prevent,27/03/2026", "1001,,,,Prevent,27/03/2026")
    brought_in(office, content)

    again = brought_in(office, content)

    assert (again.rows_new, again.rows_same) == (0, 2)
    assert len(what_counts(office)) == 2


def test_a_file_that_is_withdrawn_counts_no_more_and_can_come_again() -> None:
    office, content = an_office(), a_file("1000,,,,Prevent,27/03/2026")
    done = brought_in(office, content)

    files.withdraw(done.ref, by=office.lead, on=office.lead.today, because="The wrong file")

    assert what_counts(office) == set()
    assert brought_in(office, content).rows_new == 1
    assert what_counts(office) == {("1000", MARCH_27)}


def test_a_look_says_what_would_become_of_each_row_and_brings_nothing_in() -> None:
    office = an_office()
    brought_in(office, a_file("1000,,,,Prevent,27/03/2026"))

    looked = looked_at(
        office, a_file("1000,,,,Prevent,27/03/2026", "1001,,,,Prevent,1/4/2026", "1001,,,,Prevent,1/4/2026", "77,,,,Prevent,1/4/2026")
    )

    assert (looked.state, looked.rows_new, looked.rows_same, looked.rows_rejected) == (ImportState.CHECKED, 1, 2, 1)
    assert reasons(looked) == {Why.UNKNOWN_PERSON: 1}
    assert len(what_counts(office)) == 1
