"""Reads of learners one by one, for those who may see names: where each stands with what is required of them."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.asked import Asked
from dueregard.training.models import Absence, Completion, Learner, LearnerLeaving, LearnerMove
from dueregard.training.queries import workforce
from dueregard.training.queries.counting import that_count, uncounted_imports
from dueregard.training.queries.courses import required
from dueregard.training.rules.requirements import Required, State, state_of
from dueregard.training.rules.scope import Fits


@dataclass(frozen=True, kw_only=True)
class LearnerRow:
    """A learner on a day: where they work, since when, and where they stand with each requirement."""

    learner: Learner
    team: Any
    job: Any
    left: date | None
    away: date | None
    standing: tuple[tuple[Required, State], ...]


def completions(viewer: Viewer, learners: list[int], *, on: date) -> QuerySet[Completion]:
    """What these learners had completed by a day, newest first, as far as it counts."""
    rows = Completion.objects.filter(area=viewer.area_id, learner__in=learners).select_related("course", "came_with", "withdrawal")
    return that_count(rows, viewer, on=on, known=viewer.today).order_by("-on", "-pk")


def listed(viewer: Viewer) -> QuerySet[Learner]:
    """Everybody recorded, whoever is to join yet included, save who came with a register that does not count."""
    uncounted = uncounted_imports(viewer, on=viewer.today, known=viewer.today)
    return workforce.learners(viewer).exclude(came_with__in=uncounted)


def in_team(viewer: Viewer, team: str, *, on: date) -> QuerySet[Learner]:
    """The learners whose first place or some later one is a team: who works there on the day, their rows say."""
    moved = LearnerMove.objects.filter(area=viewer.area_id, team__ref=team, on__lte=on).values("learner")
    rows = workforce.learners(viewer).filter(Q(team__ref=team) | Q(pk__in=moved), on__lte=on)
    return that_count(rows, viewer, on=on, known=viewer.today)


def learner_rows(viewer: Viewer, rows: list[Learner], *, on: date) -> list[LearnerRow]:
    """These learners on a day: a fixed number of statements."""
    asked = Asked(viewer=viewer, on=on, known=viewer.today)
    keys = [row.pk for row in rows]
    fitting, placed = workforce.fitting(asked), dict(asked.rows(workforce.placings(viewer)).values_list("team_id", "is_in"))
    holders = workforce.holder_keys(workforce.post_holders(asked))
    found = _Found(viewer, keys, on=on)
    wanted = required(asked)
    return [found.row(row, wanted, fits=fitting.fits, placed=placed, holds=row.person_id in holders) for row in rows]


class _Found:
    """What there is of some learners by a day."""

    def __init__(self, viewer: Viewer, keys: list[int], *, on: date) -> None:
        def counting(rows: QuerySet[Any], *order: str) -> QuerySet[Any]:
            return that_count(rows.filter(area=viewer.area_id, learner__in=keys), viewer, on=on, known=viewer.today).order_by(*order)

        self.on = on
        moves = LearnerMove.objects.select_related("team", "job")
        self.moves = {row.learner_id: row for row in counting(moves, "on", "typed_at", "id")}
        self.left = {row.learner_id: row.on for row in counting(LearnerLeaving.objects.all(), "-on")}
        self.away = {row.learner_id: row.on for row in counting(Absence.objects.exclude(endings__on__lte=on), "on")}
        self.completed: dict[int, list[tuple[int, date]]] = defaultdict(list)
        for row in completions(viewer, keys, on=on):
            withdrawal = getattr(row, "withdrawal", None)
            if withdrawal is None or withdrawal.on > on:
                self.completed[row.learner_id].append((row.course_id, row.on))

    def row(self, learner: Learner, required: tuple[Required, ...], *, fits: Fits[Any], placed: dict[Any, bool], holds: bool) -> LearnerRow:
        """One of them."""
        where = self.moves.get(learner.pk, learner)
        profiles = fits.profiles(team=where.team_id, job=where.job_id, learner=learner.pk, holds_post=holds)
        left = self.left.get(learner.pk)
        counts = placed.get(where.team_id, False) and not (left and left < self.on)
        done = self.completed[learner.pk]
        standing = [(each, state_of(each, done, joined=learner.on, on=self.on)) for each in required if counts and each.applies(profiles)]
        return LearnerRow(
            learner=learner, team=where.team, job=where.job, left=left, away=self.away.get(learner.pk), standing=tuple(standing)
        )
