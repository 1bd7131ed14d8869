"""Deeds of a staff register: what it says of some hundred people at a time, counting with its import; and who is said to have left."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations import queries as organisations
from dueregard.organisations.actions import add_team, next_refs
from dueregard.training.actions.import_runs import Noted, note_in
from dueregard.training.models import Absence, AbsenceEnd, Import, Job, Learner, LearnerLeaving, LearnerMove
from dueregard.training.queries import imports as queries
from dueregard.training.queries.registers import CORRECTED, left_already, standing
from dueregard.training.rules.bringing_in.register import Said

Words = dict[str, Any]


@deed
def keep_staff(rows: Sequence[tuple[int, Said]], *, by: Viewer, ref: str, before: int, noted: Noted) -> None:
    """Write what a register says of these people (each with the learner, below 0 if new), and how far it is."""
    import_ = queries.import_to_change(by).select_related("source__body").get(ref=ref)
    if import_.line != before:
        raise Refused("Somebody else is working on this file")
    teams = _teams([said.team for _, said in rows], by=by, import_=import_)
    jobs = _jobs([said.job for _, said in rows], by=by)
    new = [said for learner, said in rows if learner < 0]
    known = [(learner, said) for learner, said in rows if learner >= 0]
    made = _join(new, by=by, import_=import_, teams=teams, jobs=jobs)
    _change(known, by=by, import_=import_, teams=teams, jobs=jobs)
    _leave([*zip((learner.pk for learner in made), new, strict=True), *known], by=by, import_=import_)
    note_in(import_, by=by, before=before, noted=noted)


def _teams(names: Iterable[str], *, by: Viewer, import_: Import) -> Words:
    """The teams of the body by name; one a register names first is added, and waits to be placed in or out of scope."""
    wanted = {name.casefold(): name for name in names if name}
    there = organisations.teams(by).filter(body=import_.source.body_id)
    found = {team.name.casefold(): team for team in there}
    for low, name in wanted.items():
        if low not in found:
            found[low] = add_team(name, by=by, on=import_.on, body=import_.source.body.ref)
    return found


def _jobs(titles: Iterable[str], *, by: Viewer) -> Words:
    wanted = {title for title in titles if title}
    Job.objects.bulk_create([Job(**by.stamp, title=title) for title in sorted(wanted)], ignore_conflicts=True)
    return {job.title: job for job in Job.objects.filter(area=by.area_id, title__in=wanted)}


def _join(new: Sequence[Said], *, by: Viewer, import_: Import, teams: Words, jobs: Words) -> list[Learner]:
    refs = next_refs("LN", by=by, number=len(new))
    rows = [
        Learner(
            **by.stamp,
            ref=ref,
            came_with=import_,
            body_id=import_.source.body_id,
            kind=said.kind,
            number=said.number,
            email=said.email,
            name=said.name,
            manager=said.manager,
            team=teams.get(said.team.casefold()),
            job=jobs.get(said.job),
            site=said.site,
            on=date.fromordinal(said.joined),
        )
        for ref, said in zip(refs, new, strict=True)
    ]
    Learner.objects.bulk_create(rows, batch_size=500)
    return list(Learner.objects.filter(area=by.area_id, ref__in=refs).order_by("pk"))


def _change(known: Sequence[tuple[int, Said]], *, by: Viewer, import_: Import, teams: Words, jobs: Words) -> None:
    """Moves as rows dated to the register; names and addresses put right."""
    stands = standing(by, [learner for learner, _ in known])
    moves, corrected = [], []
    for pk, said in known:
        at = stands[pk]
        if at.moves(said):
            to = {"team": teams.get(said.team.casefold()) or at.team, "job": jobs.get(said.job) or at.job, "site": said.site or at.site}
            moves.append(LearnerMove(**by.stamp, learner_id=pk, on=import_.on, came_with=import_, **to))
        if at.corrects(said):
            for field in CORRECTED:
                setattr(at.learner, field, getattr(said, field) or getattr(at.learner, field))
            corrected.append(at.learner)
    LearnerMove.objects.bulk_create(moves, batch_size=500)
    Learner.objects.bulk_update(corrected, CORRECTED, batch_size=100)


def _leave(rows: Sequence[tuple[int, Said]], *, by: Viewer, import_: Import) -> None:
    """Last days and long absences, each once."""
    told = [(pk, said) for pk, said in rows if said.left or said.away or said.back]
    stands = standing(by, [pk for pk, _ in told])
    stamp = {**by.stamp, "came_with": import_}
    leavings, absences, ends = [], [], []
    for pk, said in told:
        at, away = stands.get(pk), None
        if said.left and not (at and at.has_left):
            leavings.append(LearnerLeaving(**stamp, learner_id=pk, on=date.fromordinal(said.left)))
        if said.away and not (at and at.away) and not said.back:
            absences.append(Absence(**stamp, learner_id=pk, on=date.fromordinal(said.away)))
        if said.back and (away := at.away if at else None) and away.on.toordinal() <= said.back:
            ends.append(AbsenceEnd(**stamp, absence=away, on=date.fromordinal(said.back)))
    LearnerLeaving.objects.bulk_create(leavings, batch_size=500)
    Absence.objects.bulk_create(absences, batch_size=500)
    AbsenceEnd.objects.bulk_create(ends, batch_size=500)


@deed
def say_left(refs: Sequence[str], *, by: Viewer, on: date, register: str) -> int:
    """Say that people whom a full register did not name have left; the day is their last. How many is given back."""
    by.must(Permission.TRAINING_NAMES)
    refuse_if("A last day that has not come yet stands in the next register" if on > by.today else None)
    import_ = queries.imports(by).get(ref=register)
    rows = queries.missing(by, import_).filter(learner__ref__in=refs).exclude(learner__in=left_already(by))
    leavings = [LearnerLeaving(**by.stamp, learner=row.learner, on=max(on, row.learner.on)) for row in rows]
    LearnerLeaving.objects.bulk_create(leavings, batch_size=500)
    record("training.learner.left", import_, by=by, on=on, people=len(leavings))
    return len(leavings)
