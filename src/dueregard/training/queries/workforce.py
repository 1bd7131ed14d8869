"""Reads of teams and their placings, profiles and what they fit, jobs and learners."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.asked import Asked, end_of
from dueregard.organisations.rules import PostKind
from dueregard.training.models import Absence, Job, Learner, LearnerLeaving, LearnerMove, Profile, ProfileMatch, TeamPlacing
from dueregard.training.queries.counting import that_count
from dueregard.training.rules.scope import Fits, Match

OF_A_MATCH = {
    "fit_team": "team",
    "fit_job": "job",
    "fit_learner": "learner",
    "fit_on": "on",
    "fit_typed_at": "typed_at",
    "fit_end": "ending__on",
    "fit_end_typed_at": "ending__typed_at",
}
PREVENT_POSTS = (PostKind.PREVENT_LEAD, PostKind.PREVENT_OFFICER, PostKind.EDUCATION_OFFICER)


def jobs(viewer: Viewer) -> QuerySet[Job]:
    """The job titles of the area, by title."""
    return Job.objects.filter(area=viewer.area_id).order_by("title")


def profiles(viewer: Viewer) -> QuerySet[Profile]:
    """The role profiles of the area, by name."""
    return Profile.objects.filter(area=viewer.area_id).select_related("ending").order_by("name", "ref")


def profiles_to_change(viewer: Viewer) -> QuerySet[Profile]:
    """The role profiles of the area, locked as they are fetched."""
    return Profile.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


def matches(viewer: Viewer) -> QuerySet[ProfileMatch]:
    """What each profile fits, oldest first."""
    rows = ProfileMatch.objects.filter(area=viewer.area_id)
    return rows.select_related("profile", "team", "job", "learner", "ending").order_by("on", "typed_at")


def placings(viewer: Viewer) -> QuerySet[TeamPlacing]:
    """Every placing of a team, oldest first."""
    return TeamPlacing.objects.filter(area=viewer.area_id).order_by("on", "typed_at", "id")


def learners(viewer: Viewer) -> QuerySet[Learner]:
    """The learners of the area."""
    rows = Learner.objects.filter(area=viewer.area_id)
    return rows.select_related("body", "team", "job", "person").order_by("name", "number", "email", "pk")


def learners_to_change(viewer: Viewer) -> QuerySet[Learner]:
    """The learners of the area, locked as they are fetched."""
    return Learner.objects.filter(area=viewer.area_id).select_for_update(of=("self",))


@dataclass(frozen=True, kw_only=True)
class TeamRow:
    """A team with how it is placed on a day."""

    team: Any
    placing: TeamPlacing | None

    @property
    def is_in(self) -> bool:
        """Placed in scope."""
        return self.placing is not None and self.placing.is_in


def team_rows(viewer: Viewer, *, on: date, known: date) -> list[TeamRow]:
    """Every team there is on a day, by body and name, with its placing: two statements."""
    asked = Asked(viewer=viewer, on=on, known=known)
    return teams_as_placed(asked, placed(asked))


def placed(asked: Asked) -> dict[UUID, TeamPlacing]:
    """How each team that was placed is placed: the placing dated last holds."""
    return {row.team_id: row for row in asked.rows(placings(asked.viewer))}


def teams_as_placed(asked: Asked, placed: Mapping[UUID, TeamPlacing]) -> list[TeamRow]:
    """Every team there is on the day, by body and name, with its placing."""
    teams = asked.rows(organisations.teams(asked.viewer)).order_by("body__name", "name", "ref")
    return [TeamRow(team=team, placing=placed.get(team.pk)) for team in teams]


@dataclass(frozen=True)
class Fitting:
    """Which profiles there are on a day and whom they fit."""

    profiles: dict[str, Profile]
    fits: Fits[UUID]
    has_posts: bool  # some profile fits the holders of Prevent-specific posts


def fitting(asked: Asked) -> Fitting:
    """The profiles in use on the day and what they fit: one statement."""
    with_matches: Any = profiles(asked.viewer).annotate(**{name: F(f"matches__{field}") for name, field in OF_A_MATCH.items()})
    found = [row for row in asked.rows(with_matches.order_by("name", "ref", "fit_on", "fit_typed_at")) if not _over(asked, row)]
    used = {row.ref: row for row in found}
    fits = [row for row in found if asked.holds(row.fit_on, row.fit_typed_at) and not asked.holds(row.fit_end, row.fit_end_typed_at)]
    return Fitting(
        profiles=used,
        fits=Fits(
            (Match(profile=row.ref, team=row.fit_team, job=row.fit_job, learner=row.fit_learner) for row in fits),
            for_posts=(row.ref for row in used.values() if row.fits_posts),
        ),
        has_posts=any(row.fits_posts for row in used.values()),
    )


def _over(asked: Asked, row: Any) -> bool:
    """Whether its end had come: the day of it is the first without."""
    end = getattr(row, "ending", None)
    return end is not None and asked.holds(end.on, end.typed_at)


def post_holders(asked: Asked) -> list[Any]:
    """Who holds a Prevent-specific post on the day."""
    found = asked.rows(organisations.holdings(asked.viewer, kinds=[kind.value for kind in PREVENT_POSTS]))
    ended = Q(ending__on__lt=asked.on, ending__typed_at__lt=end_of(asked.known)) | Q(post__ending__on__lt=asked.on)
    return list(found.exclude(ended))


def holder_keys(holders: Iterable[Any]) -> frozenset[UUID]:
    """The persons among them."""
    return frozenset(row.person_id for row in holders)


def moves_of(viewer: Viewer, learner: Learner, *, on: date) -> QuerySet[LearnerMove]:
    """A learner's moves by a day that count, newest first."""
    rows = LearnerMove.objects.filter(area=viewer.area_id, learner=learner).select_related("team", "job")
    return that_count(rows, viewer, on=on, known=viewer.today).order_by("-on", "-typed_at", "-id")


def left_on(viewer: Viewer, learner: Learner, *, on: date) -> date | None:
    """The last day of a learner who left, as far as it counts."""
    rows = LearnerLeaving.objects.filter(area=viewer.area_id, learner=learner)
    return that_count(rows, viewer, on=on, known=viewer.today).order_by("on").values_list("on", flat=True).first()


def away_since(viewer: Viewer, learner: Learner, *, on: date) -> Absence | None:
    """The absence of a learner who is away on a day."""
    rows = Absence.objects.filter(area=viewer.area_id, learner=learner).filter(~Q(endings__on__lte=on))
    return that_count(rows, viewer, on=on, known=viewer.today).order_by("-on").first()
