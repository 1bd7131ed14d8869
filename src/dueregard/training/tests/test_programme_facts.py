"""What findings read of programmes and information: reviews and looks in the order they were made, as at a date and known on a date."""

from datetime import timedelta
from typing import Any

import pytest

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.assurance.facts import partnership, training
from dueregard.organisations.tests.factories import AreaFactory, PersonFactory
from dueregard.training.actions import inductions, programmes, telling
from dueregard.training.indicators import TrainingFacts, loose_ends
from dueregard.training.queries.programme import programme_rows
from dueregard.training.queries.telling import material_rows
from dueregard.training.tests import programmes as made

pytestmark = pytest.mark.django_db
YESTERDAY, AHEAD = TODAY - timedelta(days=1), TODAY + timedelta(days=300)


def gather(area: Any, *, on: Any = TODAY) -> TrainingFacts:
    viewer = a_viewer(area, Role.TRAINING)
    return training.gather(viewer, on=on, known=TODAY, places=(), partnership=partnership.gather(viewer, on=on, known=TODAY, places=()))


def test_a_review_moves_the_day_a_programme_counts_to_and_only_from_its_own_day_on() -> None:
    area = AreaFactory()
    by = a_viewer(area, Role.TRAINING)
    made.ProgrammeFactory(area=area, ref="PG-1", review_due=YESTERDAY)

    overdue = gather(area).programmes[0]
    programmes.review_programme("PG-1", by=by, on=TODAY, review_due=AHEAD)
    reviewed, before = gather(area).programmes[0], gather(area, on=YESTERDAY).programmes[0]

    assert (overdue.is_current(TODAY), reviewed.is_current(TODAY)) == (False, True)
    assert (reviewed.review_due, before.review_due) == (AHEAD, YESTERDAY)
    with scope(by):
        assert [(row.review_due, row.is_overdue) for row in programme_rows(by, on=TODAY)] == [(AHEAD, False)]


@pytest.mark.parametrize(("first", "then"), [(True, False), (False, True)])
def test_of_two_looks_on_one_day_the_later_counts(first: bool, then: bool) -> None:
    area = AreaFactory()
    by = a_viewer(area, Role.TRAINING)
    made.MaterialFactory(area=area, ref="MA-1")

    for minutes, is_current in enumerate((first, then)):
        later = by.at(by.now + timedelta(minutes=minutes))
        telling.check_material("MA-1", by=later, on=TODAY, is_current=is_current, said="Looked at")

    assert gather(area).materials[0].checked(TODAY) == (TODAY if then else None)
    with scope(by):
        assert [row.is_fresh for row in material_rows(by, on=TODAY)] == [then]


def test_what_is_left_open_is_a_loose_end_until_it_is_tied() -> None:
    area = AreaFactory()
    by = a_viewer(area, Role.TRAINING)
    made.ProgrammeFactory(area=area, ref="PG-1", review_due=YESTERDAY, kind="education")
    made.InductionFactory(person=PersonFactory(body__area=area), ref="IN-1", on=TODAY - timedelta(days=91))
    made.MaterialFactory(area=area, ref="MA-1")
    telling.check_material("MA-1", by=by, on=YESTERDAY, is_current=False, said="The number is wrong")

    before = [(end.kind, end.line, end.tie_at, end.ref) for end in loose_ends(gather(area), TODAY)]
    programmes.review_programme("PG-1", by=by, on=TODAY)
    inductions.take_step("IN-1", by=by, on=TODAY, kind="finish")
    telling.check_material("MA-1", by=by, on=TODAY, is_current=True)

    assert before == [
        ("training.information-not-right", "6.b3", "training:material", "MA-1"),
        ("training.induction-past-its-day", "6.b4", "training:induction", "IN-1"),
        ("training.programme-review-overdue", "6.b6", "training:programme", "PG-1"),
    ]
    assert loose_ends(gather(area), TODAY) == []


def test_the_day_an_induction_is_due_it_is_not_loose_yet() -> None:
    area = AreaFactory()
    made.InductionFactory(person=PersonFactory(body__area=area), on=TODAY - timedelta(days=90))

    assert loose_ends(gather(area), TODAY) == []
