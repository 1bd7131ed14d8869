"""A body is missing only under what it was asked about; each subject is as its latest return on it says."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import NOW, TODAY, a_viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory
from dueregard.training.actions import returns as actions
from dueregard.training.queries.facts import Counting
from dueregard.training.queries.ground import Ground
from dueregard.training.queries.return_asks import asks, state_of
from dueregard.training.queries.returned import Answering, answering
from dueregard.training.rules.returns import AskState, BodyStands, SubjectStands

pytestmark = pytest.mark.django_db
SPRING, AUTUMN = TODAY - timedelta(days=200), TODAY - timedelta(days=30)
SAID, UNSAID, MISSING, NOT_NEEDED = SubjectStands.SAID, SubjectStands.UNSAID, SubjectStands.MISSING, SubjectStands.NOT_NEEDED


@dataclass
class World:
    """A contractor that may be asked and may answer, each as at a day and typed on it."""

    area: Any

    def __post_init__(self) -> None:
        BodyFactory(area=self.area, ref="B-901", name="Bright Cleaning", kind="contractor")

    def asked(self, on: date, *subjects: str, due: date | None = None) -> str:
        by = a_viewer(self.area, Role.TRAINING, now=NOW - (TODAY - on))
        ask = actions.ask_return("B-901", by=by, on=on, as_at=on, due=due or on + timedelta(days=10), subjects=subjects).ask
        return str(ask.ref)

    def sent(self, on: date, ask: str | None = None, **figures: tuple[int, int]) -> None:
        by = a_viewer(self.area, Role.TRAINING, now=NOW - (TODAY - on) + timedelta(minutes=1))
        of: dict[str, str] = {"ask": ask} if ask else {"body_ref": "B-901"}
        actions.record_return(by=by, on=on, as_at=on, figures=figures, **of)

    def stands(self, on: date = TODAY, known: date = TODAY) -> Answering:
        viewer = a_viewer(self.area, Role.TRAINING)
        with scope(viewer):
            [row] = answering(Asked(viewer=viewer, on=on, known=known))
        return row


@pytest.fixture
def world() -> World:
    return World(AreaFactory())


def test_no_return_stands_only_under_what_was_asked(world: World) -> None:
    world.asked(AUTUMN, "awareness")

    row = world.stands()

    assert (row.on_subject("awareness"), row.on_subject("referral")) == (MISSING, NOT_NEEDED)
    assert (row.is_missing, row.lacks("awareness"), row.lacks("referral")) == (True, True, False)


def test_what_is_left_out_of_a_return_is_not_known_and_not_the_same_as_no_return(world: World) -> None:
    ask = world.asked(AUTUMN, "awareness", "referral")
    world.sent(AUTUMN, ask, awareness=(20, 18))

    row = world.stands()

    assert (row.on_subject("awareness"), row.on_subject("referral"), row.on_subject("venue")) == (SAID, UNSAID, NOT_NEEDED)
    assert (row.is_missing, row.lacks("referral")) == (False, True)


def test_a_body_never_asked_is_not_missing_even_where_what_it_sent_is_too_old(world: World) -> None:
    world.sent(TODAY - timedelta(days=800), awareness=(20, 18))

    row = world.stands()

    assert (row.stands, row.is_missing, row.on_subject("awareness")) == (BodyStands.NOT_ASKED, False, NOT_NEEDED)


def test_two_asks_about_different_things_are_answered_one_by_one(world: World) -> None:
    world.asked(SPRING, "awareness")
    later = world.asked(AUTUMN, "ideology")
    world.sent(AUTUMN, later, ideology=(8, 8))

    row = world.stands()

    assert (row.on_subject("awareness"), row.on_subject("ideology")) == (MISSING, SAID)
    assert row.ask is not None
    assert (row.stands, row.ask.ref) == (BodyStands.OVERDUE, "RT-1")


def test_what_it_said_of_another_subject_before_still_counts_with_its_own_day(world: World) -> None:
    first = world.asked(SPRING, "awareness")
    world.sent(SPRING, first, awareness=(20, 18))
    second = world.asked(AUTUMN, "ideology")
    world.sent(AUTUMN, second, ideology=(8, 8))

    row = world.stands()

    assert row.figures == {"awareness": (20, 18), "ideology": (8, 8)}
    assert row.as_at == {"awareness": SPRING, "ideology": AUTUMN}
    assert row.stands is BodyStands.IN


def test_what_it_was_asked_again_and_left_out_is_no_longer_known(world: World) -> None:
    first = world.asked(SPRING, "awareness", "referral")
    world.sent(SPRING, first, awareness=(20, 18), referral=(20, 20))
    second = world.asked(AUTUMN, "awareness", "referral")
    world.sent(AUTUMN, second, awareness=(20, 19))

    row = world.stands()

    assert row.figures == {"awareness": (20, 19)}
    assert row.on_subject("referral") is UNSAID


def test_a_later_ask_about_the_same_takes_an_earlier_ones_place(world: World) -> None:
    world.asked(SPRING, "awareness")
    world.asked(AUTUMN, "awareness", "referral", due=TODAY + timedelta(days=5))

    row = world.stands()

    assert row.ask is not None
    assert (row.stands, row.ask.ref) == (BodyStands.WAITING, "RT-2")


def test_a_return_about_something_else_answers_nothing(world: World) -> None:
    ask = world.asked(AUTUMN, "awareness")
    world.sent(AUTUMN + timedelta(days=1), venue=(9, 9))
    viewer = a_viewer(world.area, Role.TRAINING)

    with scope(viewer):
        state = state_of(viewer, asks(viewer).get(ref=ask))

    assert state is AskState.OVERDUE
    assert world.stands().stands is BodyStands.OVERDUE


def test_what_was_asked_more_than_a_year_ago_is_wanted_only_where_nothing_was_asked_since(world: World) -> None:
    long_ago = TODAY - timedelta(days=500)
    world.asked(long_ago, "awareness", "ideology")

    assert world.stands().on_subject("ideology") is MISSING
    world.asked(AUTUMN, "awareness")
    assert (world.stands().on_subject("awareness"), world.stands().on_subject("ideology")) == (MISSING, NOT_NEEDED)


def test_as_at_an_earlier_day_later_asks_and_answers_change_nothing(world: World) -> None:
    first = world.asked(SPRING, "awareness")
    before = world.stands(SPRING, SPRING)
    world.sent(AUTUMN, first, awareness=(20, 18))
    world.asked(AUTUMN + timedelta(days=1), "awareness", "referral")

    after, known_then = world.stands(SPRING), world.stands(SPRING, SPRING)

    for row in (after, known_then):
        assert (row.stands, row.figures, row.wanted) == (before.stands, before.figures, before.wanted)


def test_findings_are_told_what_was_asked_and_each_line_as_at_its_own_day(world: World) -> None:
    first = world.asked(SPRING, "awareness")
    world.sent(SPRING, first, awareness=(20, 18))
    world.asked(AUTUMN, "referral")
    viewer = a_viewer(world.area, Role.TRAINING)

    with scope(viewer):
        [service] = Counting(Ground(Asked(viewer=viewer, on=TODAY, known=TODAY))).services()

    assert service.asked == {"awareness", "referral"}
    assert [(line.subject, line.level, line.as_at, line.in_scope, line.trained) for line in service.figures] == [
        ("awareness", "", SPRING, 20, 18)
    ]
