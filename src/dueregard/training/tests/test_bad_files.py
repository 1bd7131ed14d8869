"""Files as they really come: every bad one is read all the same, or refused in a sentence, or says why row by row."""

import pytest

from dueregard.training.rules.imports import ImportState, Why
from dueregard.training.tests.bad import MARCH_27, REFUSED, ROW, ROWS, SAME
from dueregard.training.tests.factories import LearnerFactory
from dueregard.training.tests.files import a_file, an_office, brought_in, reasons, what_counts

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("content", SAME.values(), ids=SAME.keys())
def test_it_is_read_all_the_same(content: bytes) -> None:
    office = an_office()

    done = brought_in(office, content)

    assert (done.state, done.because) == (ImportState.DONE, "")
    assert what_counts(office) == MARCH_27


@pytest.mark.parametrize(("content", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_it_is_refused_in_a_sentence_and_nothing_of_it_counts(content: bytes, why: str) -> None:
    office = an_office()

    stopped = brought_in(office, content)

    assert stopped.state == ImportState.STOPPED
    assert why in stopped.because
    assert what_counts(office) == set()


@pytest.mark.parametrize(("row", "why"), ROWS, ids=[why for _, why in ROWS])
def test_a_row_says_why_it_is_not_taken_and_the_others_are(row: str, why: Why) -> None:
    office = an_office()
    for number in ("2000", "02000"):
        LearnerFactory(body=office.source.body, number=number, email="shared@council.example")

    done = brought_in(office, a_file(ROW, row))

    assert (done.state, reasons(done)) == (ImportState.DONE, {why: 1})
    assert what_counts(office) == MARCH_27


def test_days_that_can_be_read_two_ways_wait_until_it_is_said_how_the_source_writes_them() -> None:
    office = an_office()
    with office.inside():
        office.source.date_order = ""
        office.source.save()

    done = brought_in(office, a_file("1000,,,,Prevent,03/04/2026", "1000,,,,Prevent,27/03/2026"))

    assert (reasons(done), done.asks["two_ways"]) == ({Why.TWO_WAYS: 1}, 1)
    assert what_counts(office) == MARCH_27
