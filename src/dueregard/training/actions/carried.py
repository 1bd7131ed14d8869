"""Deeds on what came with files brought in elsewhere, or asked elsewhere, as an area file tells of it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions.given import happened, new, one
from dueregard.training.models import Absence, AbsenceEnd, Import, Job, Learner, LearnerLeaving, LearnerMove, Reminder, ReturnChase
from dueregard.training.queries import courses, return_asks, returned
from dueregard.training.queries import imports as queries
from dueregard.training.queries.workforce import learners as people
from dueregard.training.rules.imports import ImportState
from dueregard.training.rules.returns import why_not_change_ask
from dueregard.training.rules.scope import why_not_back

DIGEST = 64


@deed
def carry_import(
    source: str, *, by: Viewer, on: date, ref: str, digest: str, size: int, chosen: datetime, rows: Mapping[str, int], lines: int = 0
) -> Import:
    """Keep that a file was brought in elsewhere: what came with it follows, and it can be withdrawn here by its number."""
    by.must(Permission.TRAINING_NAMES)
    of = one(queries.sources(by), source, what="source")
    first, _before = new(Import, "IM", by=by, ref=ref, once=None)
    if len(digest) != DIGEST or chosen > by.now:
        raise Refused("An import has the digest of its file (SHA-256), and was chosen before it was done")
    counts = {f"rows_{what}": number for what, number in rows.items()}
    told = {"digest": digest, "size": size, "bytes_read": size, "line": lines, "state": ImportState.DONE, "done_at": by.now}
    made = Import.objects.create(**{**first, "typed_at": chosen}, **counts, **told, source=of, on=on)
    record("training.import.carried", made, by=by, on=on, source=source, digest=digest)
    return made


@deed
def carry_move(ref: str, *, by: Viewer, on: date, came_with: str, team: str | None = None, job: str = "", site: str = "") -> LearnerMove:
    """Keep that a register said of a learner, elsewhere, that they work in another team, job or site."""
    row = _said(ref, came_with, by=by, on=on)
    row["team"] = one(organisations.teams(by), team, what="team") if team else None
    row["job"] = Job.objects.get(area=by.area_id, title=job) if job else None
    made = LearnerMove.objects.create(**row, site=site)
    record("training.learner.moved", row["learner"], by=by, on=on)
    return made


@deed
def carry_leaving(ref: str, *, by: Viewer, on: date, came_with: str) -> LearnerLeaving:
    """Keep that a register said of a learner, elsewhere, that they left."""
    row = _said(ref, came_with, by=by, on=on)
    made = LearnerLeaving.objects.create(**row)
    record("training.learner.left", row["learner"], by=by, on=on)
    return made


@deed
def carry_absence(ref: str, *, by: Viewer, on: date, came_with: str) -> Absence:
    """Keep that a register said of a learner, elsewhere, that they were away."""
    row = _said(ref, came_with, by=by, on=on)
    made = Absence.objects.create(**row)
    record("training.learner.away", row["learner"], by=by, on=on)
    return made


@deed
def carry_return(absence: str, *, by: Viewer, on: date, came_with: str | None = None) -> AbsenceEnd:
    """Keep that a learner came back from an absence, as was typed or as a register said elsewhere."""
    by.must(Permission.TRAINING_NAMES)
    ended = Absence.objects.select_related("learner").get(area=by.area_id, pk=absence)
    refuse_if(why_not_back(ended.on, on=on))
    file = one(queries.imports(by), came_with, what="import") if came_with else None
    made = AbsenceEnd.objects.create(**by.stamp, absence=ended, on=on, came_with=file)
    record("training.learner.back", ended.learner, by=by, on=on)
    return made


@deed
def carry_chase(ref: str, *, by: Viewer, on: date, by_mail: bool) -> ReturnChase:
    """Keep that a body was asked again elsewhere, by an e-mail or another way; none is sent for it."""
    by.must(Permission.TRAINING_EDIT)
    ask = one(returned.asks(by), ref, what="ask")
    refuse_if(why_not_change_ask(return_asks.state_of(by, ask), asked=ask.on, on=happened(on, by=by)))
    made = ReturnChase.objects.create(**by.stamp, ask=ask, is_by_mail=by_mail, on=on)
    record("training.return.chased", ask, by=by, on=on, by_mail=by_mail)
    return made


@deed
def carry_reminders(requirement: str, *, by: Viewer, on: date, learners: Sequence[str], is_to_manager: bool) -> None:
    """Keep that people, or their managers, were reminded of a requirement elsewhere; nothing is sent."""
    by.must(Permission.TRAINING_NAMES)
    of = one(courses.requirements_to_change(by), requirement, what="requirement")
    there = dict(Learner.objects.filter(area=by.area_id, ref__in=learners).values_list("ref", "pk"))
    missing = next((ref for ref in learners if ref not in there), None)
    refuse_if(f"There is no learner {missing} in this area that you can see" if missing else None)
    stamp = {**by.stamp, "requirement": of, "is_to_manager": is_to_manager, "on": happened(on, by=by)}
    Reminder.objects.bulk_create(Reminder(**stamp, learner_id=there[ref]) for ref in learners)
    record("training.reminders.carried", of, by=by, on=on, people=len(learners))


def _said(ref: str, came_with: str, *, by: Viewer, on: date) -> dict[str, Any]:
    """The first fields of what a register said of a learner on a day."""
    by.must(Permission.TRAINING_NAMES)
    learner = one(people(by), ref, what="learner")
    return {**by.stamp, "learner": learner, "came_with": one(queries.imports(by), came_with, what="import"), "on": on}
