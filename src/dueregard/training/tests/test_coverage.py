"""Coverage as at a date, and known on a date: who counts, who has what, and that it equals a replay of everything that happened."""

from collections import Counter
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from dueregard.access.roles import Role
from dueregard.access.scope import scope
from dueregard.accounts.tests.people import TODAY, a_viewer
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory, PostHoldingFactory, TeamFactory
from dueregard.training.queries.coverage import coverage
from dueregard.training.rules.coverage import Coverage, Tally
from dueregard.training.rules.requirements import State, held_since
from dueregard.training.tests import workforces as made
from dueregard.training.tests.factories import CompletionFactory, JobFactory, LearnerFactory

pytestmark = pytest.mark.django_db


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


class World:
    """One council with a team in scope and a course that everybody in scope has to complete."""

    def __init__(self, *, area: Any = None, **required: Any) -> None:
        self.area = area or AreaFactory()
        self.body = BodyFactory(area=self.area)
        self.team = TeamFactory(body=self.body)
        made.TeamPlacingFactory(team=self.team)
        self.requirement = made.RequirementFactory(area=self.area, **required)
        self.course = self.requirement.course

    def learner(self, **more: Any) -> Any:
        return LearnerFactory(**{"body": self.body, "team": self.team} | more)

    def seen(self, *, on: date = TODAY, known: date = TODAY) -> Coverage:
        with self.within():
            return coverage(a_viewer(self.area, Role.TRAINING), on=on, known=known)

    def within(self) -> AbstractContextManager[None]:
        return scope(a_viewer(self.area, Role.TRAINING))

    def tally(self, *, on: date = TODAY, known: date = TODAY) -> Tally:
        return self.seen(on=on, known=known).total("awareness")[1]


def test_people_of_teams_in_scope_count_and_the_share_of_the_workforce_is_said() -> None:
    world = World()
    out, unplaced = TeamFactory(body=world.body), TeamFactory(body=world.body)
    made.TeamPlacingFactory(team=out, is_in=False)
    for team in (world.team, world.team, out, unplaced, None):
        world.learner(team=team)

    workforce = world.seen().workforce

    assert (workforce.inside, workforce.outside, workforce.unplaced) == (2, 1, 2)
    assert workforce.share == pytest.approx(0.4)


def test_the_placing_dated_last_holds() -> None:
    world = World()
    world.learner()
    made.TeamPlacingFactory(team=world.team, is_in=False, on=days_ago(10))

    assert (world.seen().people, world.seen(on=days_ago(11)).people) == (0, 1)


def test_whoever_left_counts_up_to_their_last_day_and_a_joiner_from_the_first() -> None:
    world = World()
    made.LearnerLeavingFactory(learner=world.learner(), on=days_ago(3))
    world.learner(on=days_ago(3))

    assert [world.seen(on=days_ago(days)).people for days in (4, 3, 2)] == [1, 2, 1]


def test_whoever_is_away_for_more_than_ninety_days_is_left_out_and_counted_until_they_are_back() -> None:
    world = World()
    made.AbsenceEndFactory(absence=made.AbsenceFactory(learner=world.learner(), on=days_ago(91)), on=TODAY)

    assert [world.seen(on=days_ago(days)).people for days in (1, 0)] == [1, 1]

    made.AbsenceFactory(learner=world.learner(), on=days_ago(91))
    assert (world.seen().people, world.seen().workforce.absent) == (1, 1)
    assert world.seen(on=days_ago(1)).people == 2


def test_a_learner_counts_where_they_work_on_the_day() -> None:
    world = World()
    made.LearnerMoveFactory(learner=world.learner(), team=None, on=days_ago(5))

    assert (world.seen().people, world.seen(on=days_ago(6)).people) == (0, 1)


@pytest.mark.parametrize(
    ("completed", "state"),
    [
        (days_ago(0), State.COVERED),
        (held_since(TODAY, 24) + timedelta(days=1), State.DUE),
        (held_since(TODAY, 24), State.LAPSED),
        (held_since(TODAY + timedelta(days=90), 24), State.DUE),
        (held_since(TODAY + timedelta(days=90), 24) + timedelta(days=1), State.COVERED),
        (None, State.NEVER),
        (TODAY + timedelta(days=1), State.NEVER),
    ],
)
def test_a_completion_holds_until_the_day_before_it_is_so_many_months_old(completed: date | None, state: State) -> None:
    world = World(every_months=24)
    learner = world.learner()
    if completed:
        CompletionFactory(learner=learner, course=world.course, on=completed)

    assert world.tally() == Tally.of({state: 1})


@pytest.mark.parametrize(("joined", "state"), [(90, State.JOINING), (91, State.NEVER)])
def test_a_joiner_has_the_days_the_requirement_allows(joined: int, state: State) -> None:
    world = World()
    world.learner(on=days_ago(joined))

    assert world.tally() == Tally.of({state: 1})


def test_a_new_requirement_gives_everybody_the_days_it_allows() -> None:
    world = World(on=days_ago(90))
    world.learner()

    assert (world.tally(), world.tally(on=TODAY + timedelta(days=1))) == (Tally(joining=1), Tally(never=1))


def test_the_courses_own_months_count_where_the_requirement_says_none_and_an_equivalent_counts_from_its_day() -> None:
    world = World(course__months=12)
    other = made.TaughtFactory(area=world.area, teaches=["venue"])
    CompletionFactory(learner=world.learner(), course=other, on=days_ago(100))
    made.CourseEquivalentFactory(course=other, counts_as=world.course, on=days_ago(50))

    assert (world.tally(), world.tally(on=days_ago(51))) == (Tally(covered=1), Tally(never=1))


def test_a_withdrawn_completion_counts_only_before_it_was_withdrawn() -> None:
    world = World()
    completion = CompletionFactory(learner=world.learner(), course=world.course, on=days_ago(100))
    made.CompletionWithdrawalFactory(completion=completion, on=days_ago(10))

    assert (world.tally(), world.tally(on=days_ago(11))) == (Tally(never=1), Tally(covered=1))


def test_what_was_typed_later_was_not_known() -> None:
    world = World()
    typed = timezone.make_aware(datetime.combine(days_ago(5), time(9)))
    CompletionFactory(learner=world.learner(), course=world.course, on=days_ago(100), typed_at=typed)

    assert (world.tally(known=days_ago(6)), world.tally(known=days_ago(5))) == (Tally(never=1), Tally(covered=1))


def test_a_profile_is_asked_only_of_those_it_fits_by_team_job_hand_or_post() -> None:
    area = AreaFactory()
    profile = made.ProfileFactory(area=area, fits_posts=True)
    world = World(area=area, profile=profile)
    job, person = JobFactory(area=world.area), PersonFactory(body=world.body)
    PostHoldingFactory(post=PostFactory(body=world.body), person=person)
    by_hand = world.learner()
    for more in ({"job": job}, {"person": person}, {}):
        world.learner(**more)
    made.ProfileMatchFactory(profile=profile, job=job)
    made.ProfileMatchFactory(profile=profile, learner=by_hand)

    assert world.tally() == Tally(never=3)


def test_whoever_has_one_of_two_courses_that_teach_a_subject_has_the_subject() -> None:
    world = World()
    made.RequirementFactory(plan=world.requirement.plan)
    CompletionFactory(learner=world.learner(), course=world.course)

    assert world.tally() == Tally(covered=1)


def test_the_statements_do_not_grow_with_people_or_requirements() -> None:
    small, large = World(), World()
    for _ in range(4):
        made.RequirementFactory(plan=large.requirement.plan)
    for _ in range(20):
        CompletionFactory(learner=large.learner(), course=large.course)
    counts = []
    for world in (small, large):
        with CaptureQueriesContext(connection) as caught:
            world.seen()
        counts.append(len(caught))

    assert counts[0] == counts[1] <= 13  # eight, and on PostgreSQL those of the scope


# Days before the day that is asked for; half of them on the day itself, or where a rule counts to: chance would not meet those.
BEFORE = st.one_of(st.integers(-300, 900), st.sampled_from([0, 0, 0, 0, -1, 1, 90, 91, 275, 276, 365, 366]))
EVENTS = st.lists(
    st.tuples(st.sampled_from(["complete", "equivalent", "withdraw", "move", "leave", "away", "back"]), st.integers(0, 3), BEFORE),
    max_size=14,
)


class TestAsAt(TestCase):
    """As at any day, the counts are those of a replay of what happened by it; and what comes later changes nothing."""

    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    @given(events=EVENTS, joined=st.lists(st.integers(0, 1300), min_size=4, max_size=4), back=st.integers(0, 1250))
    def test_as_at_equals_replay(self, events: list[tuple[str, int, int]], joined: list[int], back: int) -> None:
        world, on = World(every_months=12), days_ago(back)
        other = TeamFactory(body=world.body)
        same = made.TaughtFactory(area=world.area)
        made.CourseEquivalentFactory(course=same, counts_as=world.course)
        learners = [world.learner(on=days_ago(days)) for days in joined]
        with world.within():
            done = [
                one
                for one in ((kind, learners[who], days_ago(max(0, back + days))) for kind, who, days in events)
                if happen(world, other, same, *one)
            ]
            by_then = replayed(learners, [one for one in done if one[2] <= on], on)

        assert world.tally(on=on) == by_then


def happen(world: World, other: Any, same: Any, kind: str, learner: Any, on: date) -> bool:
    """Write what happened; an end without a beginning is nothing."""
    if kind in {"complete", "equivalent"}:
        CompletionFactory(learner=learner, course=world.course if kind == "complete" else same, on=on)
    elif kind == "withdraw":
        found = learner.completions.filter(on__lte=on, withdrawal=None).order_by("pk").first()
        if found is None:
            return False
        made.CompletionWithdrawalFactory(completion=found, on=on)
    elif kind == "move":
        made.LearnerMoveFactory(learner=learner, team=other, on=on)
    elif kind == "leave":
        made.LearnerLeavingFactory(learner=learner, on=on)
    elif kind == "away":
        made.AbsenceFactory(learner=learner, on=on)
    else:
        absences = list(learner.absences.filter(on__lte=on, endings=None))
        for absence in absences:
            made.AbsenceEndFactory(absence=absence, on=on)
        return bool(absences)
    return True


def replayed(learners: list[Any], done: list[tuple[str, Any, date]], on: date) -> Tally:
    """The same by hand, learner by learner, from the rows of the rules."""
    counts: Counter[State] = Counter()
    for learner in learners:
        mine = [(kind, day) for kind, whose, day in done if whose == learner and day <= on]
        left = min((day for kind, day in mine if kind == "leave"), default=None)
        away = learner.absences.filter(on__lt=on - timedelta(days=90)).exclude(endings__on__lte=on).exists()
        if learner.on > on or (left and left < on) or away or any(kind == "move" for kind, _day in mine):
            continue
        held = [row.on for row in learner.completions.filter(on__lte=on).exclude(withdrawal__on__lte=on)]
        latest = max(held, default=None)
        if latest and latest > held_since(on + timedelta(days=90), 12):
            counts[State.COVERED] += 1
        elif latest and latest > held_since(on, 12):
            counts[State.DUE] += 1
        elif (on - learner.on).days <= 90:
            counts[State.JOINING] += 1
        else:
            counts[State.LAPSED if latest else State.NEVER] += 1
    return Tally.of(counts)
