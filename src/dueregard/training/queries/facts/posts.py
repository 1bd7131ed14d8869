"""What the findings read of Prevent-specific posts: who holds one, by an opaque key, and when they trained."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from dueregard.basics.dates import day_of
from dueregard.training.indicators import rows
from dueregard.training.models import Learner
from dueregard.training.queries.ground import Ground


def posts(ground: Ground) -> list[rows.PostHeld]:
    """Who holds a Prevent-specific post on the day, by the post, with the days they completed anything of ours."""
    trained = _trained(ground)
    return [
        rows.PostHeld(
            ref=ground.asked.ref(row.post.ref),
            label=row.post.title,
            on=row.on,
            typed=day_of(row.typed_at),
            of=ground.asked.of,
            is_known=row.person_id in trained,
            trained=tuple(sorted(trained.get(row.person_id, ()))),
        )
        for row in ground.holders
    ]


def delivers(ground: Ground) -> list[rows.Delivers]:
    """The holders of Prevent-specific posts, by an opaque key."""
    asked = ground.asked
    return [
        rows.Delivers(ref=asked.ref(row.post.ref), label=row.post.title, on=row.on, of=asked.of, person=asked.person(row.person.ref))
        for row in ground.holders
    ]


def _trained(ground: Ground) -> dict[UUID, list[date]]:
    """Of those holders who are learners here, the days they completed something: one statement."""
    if not ground.holders:
        return {}
    asked, uncounted = ground.asked, frozenset(ground.uncounted)
    learners = Learner.objects.filter(area=asked.viewer.area_id, person__in={row.person_id for row in ground.holders})
    done = ("completions__on", "completions__typed_at", "completions__came_with")
    taken_back = ("completions__withdrawal__on", "completions__withdrawal__typed_at")
    found: dict[UUID, list[date]] = defaultdict(list)
    for person, came_with, day, typed, brought, *back in asked.rows(learners).values_list("person_id", "came_with", *done, *taken_back):
        if came_with not in uncounted:
            counts = asked.holds(day, typed) and brought not in uncounted and not asked.holds(*back)
            found[person] += [day] if counts else []
    return dict(found)
