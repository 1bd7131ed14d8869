"""Where the people of a register stand before it is read: team, job and place of work, whether they are away or have left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.training.models import Absence, AbsenceEnd, ImportSource, Learner, LearnerLeaving, LearnerMove
from dueregard.training.queries.counting import uncounted_imports
from dueregard.training.rules.bringing_in.register import Said

CORRECTED = ("number", "email", "name", "manager")  # no figure rests on these, so they are put right in place


@dataclass(frozen=True, kw_only=True)
class Stands:
    """Where somebody stands, as of all that counts."""

    learner: Learner
    team: Any
    job: Any
    site: str
    away: Absence | None
    has_left: bool

    def moves(self, said: Said) -> bool:
        """Whether a register has them in another team, job or place; what it does not say stays as it is."""
        if said.left or self.has_left:
            return False
        pairs = ((said.team, self.team.name if self.team else ""), (said.job, self.job.title if self.job else ""), (said.site, self.site))
        return any(told and told.casefold() != was.casefold() for told, was in pairs)

    def corrects(self, said: Said) -> bool:
        """Whether a register writes their name, address or number otherwise."""
        return any(getattr(said, field) not in {"", getattr(self.learner, field)} for field in CORRECTED)

    def goes(self, said: Said) -> bool:
        """Whether a register says of them that they left, are away or are back, and it is not here yet."""
        return bool((said.left and not self.has_left) or (said.away and not self.away and not said.back) or (said.back and self.away))


def _counting(viewer: Viewer) -> Q:
    return Q(came_with=None) | ~Q(came_with__in=uncounted_imports(viewer, on=viewer.today, known=viewer.today))


def standing(viewer: Viewer, learners: Sequence[int]) -> dict[int, Stands]:
    """Where each of these learners stands."""
    counts = _counting(viewer)
    of = {"area": viewer.area_id, "learner__in": learners}
    there = Learner.objects.filter(area=viewer.area_id, pk__in=learners).select_related("team", "job")
    moves = LearnerMove.objects.filter(counts, **of).select_related("team", "job").order_by("on", "typed_at")
    latest = {move.learner_id: move for move in moves}
    ended = AbsenceEnd.objects.filter(counts, area=viewer.area_id, absence__learner__in=learners).values("absence")
    away = {one.learner_id: one for one in Absence.objects.filter(counts, **of).exclude(pk__in=ended)}
    left = set(LearnerLeaving.objects.filter(counts, **of).values_list("learner", flat=True))
    found = {}
    for one in there:
        at = latest.get(one.pk, one)
        found[one.pk] = Stands(learner=one, team=at.team, job=at.job, site=at.site, away=away.get(one.pk), has_left=one.pk in left)
    return found


def changed(viewer: Viewer, rows: Sequence[tuple[int, Said]]) -> list[bool]:
    """Of each of these people (below 0: not here yet), whether they are here already and a register says something new of them."""
    stands = standing(viewer, [learner for learner, _ in rows if learner >= 0])

    def says_more(learner: int, said: Said) -> bool:
        at = stands.get(learner)
        return at is not None and (at.moves(said) or at.corrects(said) or at.goes(said))

    return [says_more(learner, said) for learner, said in rows]


def team_names(viewer: Viewer, source: ImportSource) -> set[str]:
    """What the teams of a source's body are called, as compared."""
    return {name.casefold() for name in organisations.teams(viewer).filter(body=source.body_id).values_list("name", flat=True)}


def left_already(viewer: Viewer) -> QuerySet[Any, Any]:
    """The learners who have left."""
    return LearnerLeaving.objects.filter(_counting(viewer), area=viewer.area_id).values("learner")
