"""Deeds on the workforce: placing a team in or out of scope; a learner who comes, moves, is away, comes back, leaves."""

from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.given import body, change, choice, happened, new, one, person_or_none
from dueregard.training.models import Absence, AbsenceEnd, Job, Learner, LearnerLeaving, LearnerMove, TeamPlacing
from dueregard.training.queries import workforce as queries
from dueregard.training.rules import scope as rules
from dueregard.training.rules.workforce import LearnerKind, Service


@deed
def place_team(team: str, *, by: Viewer, on: date, service: str, is_in: bool, because: str) -> TeamPlacing:
    """Place a team in or out of scope from a day, with what it does and why."""
    by.must(Permission.TRAINING_EDIT)
    placed = one(organisations.teams(by), team, what="team")
    does = choice(service, Service, what="service")
    refuse_if(rules.why_not_place(does, is_in=is_in, because=because))
    happened(on, by=by)
    made = TeamPlacing.objects.create(**by.stamp, team=placed, service=does.value, is_in=is_in, because=because.strip(), on=on)
    record("training.team.placed", placed, by=by, on=on, is_in=is_in)
    return made


@deed
def add_learner(
    *,
    by: Viewer,
    on: date,
    body_ref: str,
    kind: str,
    number: str = "",
    email: str = "",
    name: str = "",
    manager: str = "",
    team: str | None = None,
    job: str = "",
    site: str = "",
    person: str | None = None,
    ref: str | None = None,
    once: UUID | None = None,
) -> Learner:
    """Add somebody to the workforce from the day they joined, known by an employee number or an e-mail address."""
    by.must(Permission.TRAINING_NAMES)
    first, before = new(Learner, "LN", by=by, ref=ref, once=once)
    if before:
        return before
    of = body(body_ref, by=by)
    known = _known_by(number, email, of=of, by=by)
    made = Learner.objects.create(
        **first,
        **known,
        **_place(team, job, site, by=by),
        body=of,
        kind=choice(kind, LearnerKind, what="kind").value,
        name=name.strip(),
        manager=manager.strip().lower(),
        person=person_or_none(person, by=by),
        on=happened(on, by=by),
    )
    record("training.learner.added", made, by=by, on=on)
    return made


@deed
def move_learner(
    ref: str, *, by: Viewer, on: date, team: str | None = None, job: str = "", site: str = "", seen: int | None = None
) -> LearnerMove:
    """Record that a learner works in another team, job or site from a day."""
    by.must(Permission.TRAINING_NAMES)
    learner = _there(ref, by=by, on=on, seen=seen)
    made = LearnerMove.objects.create(**by.stamp, **_place(team, job, site, by=by), learner=learner, on=on)
    record("training.learner.moved", learner, by=by, on=on)
    return made


@deed
def note_absence(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> Absence:
    """Record that a learner is away for long, from a day; why is not kept."""
    by.must(Permission.TRAINING_NAMES)
    learner = _there(ref, by=by, on=on, seen=seen)
    away = queries.away_since(by, learner, on=by.today)
    refuse_if(rules.why_not_away(learner.on, away.on if away else None, on=on))
    made = Absence.objects.create(**by.stamp, learner=learner, on=on)
    record("training.learner.away", learner, by=by, on=on)
    return made


@deed
def end_absence(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> AbsenceEnd:
    """Record the day a learner came back to work."""
    by.must(Permission.TRAINING_NAMES)
    learner = queries.learners_to_change(by).get(ref=ref)
    away = queries.away_since(by, learner, on=by.today)
    refuse_if(rules.why_not_back(away.on if away else None, on=happened(on, by=by)))
    assert away is not None  # the rule has said so
    change(learner, by=by, seen=seen)
    made = AbsenceEnd.objects.create(**by.stamp, absence=away, on=on)
    record("training.learner.back", learner, by=by, on=on)
    return made


@deed
def leave(ref: str, *, by: Viewer, on: date, seen: int | None = None) -> LearnerLeaving:
    """Record a learner's last day; their history stays until retention says otherwise."""
    by.must(Permission.TRAINING_NAMES)
    learner = _there(ref, by=by, on=on, seen=seen)
    made = LearnerLeaving.objects.create(**by.stamp, learner=learner, on=on)
    record("training.learner.left", learner, by=by, on=on)
    return made


def _known_by(number: str, email: str, *, of: Any, by: Viewer) -> dict[str, str]:
    """What somebody is known by within a body: a number or an address, and nobody else has it."""
    known = {"number": number.strip(), "email": email.strip().lower()}
    if not any(known.values()):
        raise Refused("Give an employee number or an e-mail address: a name alone cannot be matched")
    for field, value in known.items():
        if value and Learner.objects.filter(area=by.area_id, body=of, **{field: value}).exists():
            what = "employee number" if field == "number" else "e-mail address"
            raise Refused(f"Somebody of {of.name} with this {what} is already there")
    return known


def _there(ref: str, *, by: Viewer, on: date, seen: int | None) -> Learner:
    """The learner, locked and taken a version further, if they had joined by the day and have not left."""
    learner = queries.learners_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_leave(learner.on, queries.left_on(by, learner, on=by.today), on=happened(on, by=by)))
    change(learner, by=by, seen=seen)
    return learner


def _place(team: str | None, job: str, site: str, *, by: Viewer) -> dict[str, Any]:
    """Where somebody works: a job title is kept once, however often it is written."""
    title = " ".join(job.split())
    known = Job.objects.filter(area=by.area_id, title__iexact=title).first() if title else None
    return {
        "team": one(organisations.teams(by), team, what="team") if team else None,
        "job": known or (Job.objects.create(**by.stamp, title=title) if title else None),
        "site": site.strip(),
    }
