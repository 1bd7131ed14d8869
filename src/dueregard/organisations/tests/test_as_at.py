"""No deed dated or typed later changes what was so, or was known, on an earlier day."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.tests.people import TODAY, the_lead
from dueregard.basics.refused import Refused
from dueregard.organisations import actions, queries
from dueregard.organisations.rules import PostKind
from dueregard.organisations.tests.factories import AreaFactory, BodyFactory, PersonFactory, PostFactory

pytestmark = pytest.mark.django_db
BEGAN = date(2025, 1, 1)
DAYS = st.integers(min_value=0, max_value=600).map(lambda n: BEGAN + timedelta(days=n))
LONDON = ZoneInfo("Europe/London")
Deed = Callable[[Viewer, date], Any]


def a_place() -> tuple[Viewer, list[Deed]]:
    """An area with a body, a post and two people, and the deeds that could be done there on a day."""
    area = AreaFactory()
    body = BodyFactory(area=area, district=True)
    post, people = PostFactory(body=body), [PersonFactory(body=body), PersonFactory(body=body)]
    deeds: list[Deed] = [
        lambda by, on: actions.say_standing("prison", by=by, on=on, value="yes", because=f"Known on {on}"),
        lambda by, on: actions.say_standing("prison", by=by.at(by.now + timedelta(seconds=1)), on=on, value="no", because=f"Gone by {on}"),
        lambda by, on: actions.hold_post(post.ref, by=by, on=on, person=people[0].ref, because="Shared"),
        lambda by, on: actions.hold_post(post.ref, by=by, on=on, person=people[1].ref, because="Shared"),
        lambda by, on: actions.leave_post(post.ref, by=by, on=on, person=people[0].ref),
        lambda by, on: actions.leave_post(post.ref, by=by, on=on, person=people[1].ref),
        lambda by, on: actions.add_body(f"District of {on}", by=by, on=on, kind="district-council"),
        lambda by, on: actions.close_body(body.ref, by=by, on=on),
    ]
    return the_lead(area), deeds


def facts(viewer: Viewer, *, on: date, known: date) -> Any:
    with scope(viewer):
        return (
            queries.has_prison_at(viewer, on=on, known=known),
            [held.person.ref for held in queries.post_holders_at(viewer, kind=PostKind.PREVENT_LEAD, on=on, known=known)],
            [body.ref for body in queries.districts_at(viewer, on=on, known=known)],
        )


def done(deed: Deed, viewer: Viewer, *, on: date, typed: date) -> None:
    """Do it if the rules let it."""
    by = viewer.at(datetime.combine(typed, time(10), LONDON))
    try:
        with transaction.atomic():
            deed(by, on)
    except Refused:
        pass


STEPS = st.lists(st.tuples(st.integers(0, 7), DAYS, st.integers(0, 40)), max_size=6)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(before=STEPS, later=STEPS, asked=DAYS)
def test_what_happens_after_a_day_never_changes_that_day(
    before: list[tuple[int, date, int]], later: list[tuple[int, date, int]], asked: date
) -> None:
    viewer, deeds = a_place()
    for which, on, late in before:
        done(deeds[which], viewer, on=on, typed=on + timedelta(days=late))
    as_it_was = facts(viewer, on=asked, known=TODAY)

    for which, on, late in later:
        after = asked + timedelta(days=1 + (on - BEGAN).days)
        done(deeds[which], viewer, on=after, typed=after + timedelta(days=late))

    assert facts(viewer, on=asked, known=TODAY) == as_it_was


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(before=STEPS, later=STEPS, known=DAYS)
def test_what_is_typed_after_a_day_never_changes_what_was_known_on_it(
    before: list[tuple[int, date, int]], later: list[tuple[int, date, int]], known: date
) -> None:
    viewer, deeds = a_place()
    for which, on, late in before:
        done(deeds[which], viewer, on=on, typed=on + timedelta(days=late))
    as_it_was = facts(viewer, on=known, known=known)

    for which, on, late in later:
        done(deeds[which], viewer, on=on, typed=known + timedelta(days=1 + late))

    assert facts(viewer, on=known, known=known) == as_it_was
