"""Deeds on role profiles: adding one, saying whom it fits, that it fits no longer, that it is used no more."""

from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.given import choice, happened, new, one, words
from dueregard.training.models import Job, Profile, ProfileEnd, ProfileMatch, ProfileMatchEnd
from dueregard.training.queries import workforce as queries
from dueregard.training.rules.courses import why_not_end
from dueregard.training.rules.workforce import Contact, Tier


@deed
def add_profile(
    name: str,
    *,
    by: Viewer,
    on: date,
    tier: str,
    contact: str,
    is_frontline: bool = False,
    fits_posts: bool = False,
    ref: str | None = None,
    once: UUID | None = None,
) -> Profile:
    """Add a role profile: what kind of work it is, what contact it brings, and whether it fits the holders of Prevent-specific posts."""
    by.must(Permission.TRAINING_EDIT)
    first, before = new(Profile, "PF", by=by, ref=ref, once=once)
    if before:
        return before
    made = Profile.objects.create(
        **first,
        name=words(name, ask="Say what the profile is called"),
        tier=choice(tier, Tier, what="tier").value,
        contact=choice(contact, Contact, what="contact").value,
        is_frontline=is_frontline,
        fits_posts=fits_posts,
        on=happened(on, by=by),
    )
    record("training.profile.added", made, by=by, on=on)
    return made


@deed
def fit_profile(
    ref: str, *, by: Viewer, on: date, team: str | None = None, job: str | None = None, learner: str | None = None
) -> ProfileMatch:
    """Say that a profile fits everybody in a team, with a job, or both, or one learner by hand, from a day."""
    by.must(Permission.TRAINING_NAMES if learner else Permission.TRAINING_EDIT)
    profile = _used(ref, by=by, on=on)
    if bool(learner) == bool(team or job):
        raise Refused("Choose a team, a job or both; or one learner, and neither")
    fits: dict[str, Any] = {
        "team": one(organisations.teams(by), team, what="team") if team else None,
        "job": _job(job, by=by) if job else None,
        "learner": one(queries.learners(by), learner, what="learner") if learner else None,
    }
    if ProfileMatch.objects.filter(area=by.area_id, profile=profile, ending=None, **fits).exists():
        raise Refused("The profile fits them already")
    made = ProfileMatch.objects.create(**by.stamp, **fits, profile=profile, on=happened(on, by=by))
    record("training.profile.fitted", profile, by=by, on=on)
    return made


@deed
def unfit_profile(key: UUID, *, by: Viewer, on: date) -> None:
    """Say that a profile no longer fits them, from a day."""
    by.must(Permission.TRAINING_EDIT)
    match = queries.matches(by).get(pk=key)
    ending = getattr(match, "ending", None)
    refuse_if(why_not_end(ending.on if ending else None, begins=match.on, on=happened(on, by=by), what="match"))
    ProfileMatchEnd.objects.create(**by.stamp, match=match, on=on)
    record("training.profile.unfitted", match.profile, by=by, on=on)


@deed
def end_profile(ref: str, *, by: Viewer, on: date) -> None:
    """Say that a profile is used no more, from a day: what is required of it is required of nobody."""
    by.must(Permission.TRAINING_EDIT)
    profile = _used(ref, by=by, on=on)
    ProfileEnd.objects.create(**by.stamp, profile=profile, on=happened(on, by=by))
    record("training.profile.ended", profile, by=by, on=on)


def _used(ref: str, *, by: Viewer, on: date) -> Profile:
    """The profile, locked, if it is still used."""
    profile = queries.profiles_to_change(by).get(ref=ref)
    end = ProfileEnd.objects.filter(area=by.area_id, profile=profile).first()
    refuse_if(why_not_end(end.on if end else None, begins=profile.on, on=on, what="profile"))
    return profile


def _job(title: str, *, by: Viewer) -> Job:
    job = queries.jobs(by).filter(title=title).first()
    if job is None:
        raise Refused(f"Nobody here has the job title {title}")
    return job
