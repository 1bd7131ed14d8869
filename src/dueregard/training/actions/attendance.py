"""Deeds on attendance: who came to a session, and with it their completions of its course; nothing of it is written by halves."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.dates import listed
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions.given import happened, words
from dueregard.training.models import Attendance, AttendanceWithdrawal, Completion, CompletionWithdrawal
from dueregard.training.queries import attendance as reads
from dueregard.training.queries import sessions as queries
from dueregard.training.rules.sessions import NotTaken, why_not_come, why_not_record

NAMED = 10  # references in one refusal


@deed
def record_attendance(ref: str, *, by: Viewer, learners: Sequence[str]) -> int:
    """Record who came to a session: each completes its course on its day. All of them or nobody; how many are new is given back."""
    by.must(Permission.TRAINING_NAMES)
    session = queries.sessions_to_change(by).select_related("course").get(ref=ref)
    row = queries.session_row(by, session)
    refuse_if(why_not_record(row.stage))
    found = _learners(learners, by=by)
    stands = reads.comers(by, session, list(found.values()))
    why = {name: why_not_come(stands[pk], day=row.day) for name, pk in found.items()}
    refuse_if(_why_not(why))
    new = [pk for name, pk in found.items() if why[name] is None]
    made = Completion.objects.bulk_create(Completion(**by.stamp, learner_id=pk, course=session.course, on=row.day) for pk in new)
    Attendance.objects.bulk_create(
        Attendance(**by.stamp, session=session, learner_id=pk, completion=completion, on=row.day)
        for pk, completion in zip(new, made, strict=True)
    )
    if new:
        record("training.session.attended", session, by=by, on=row.day)
    return len(new)


def _learners(refs: Sequence[str], *, by: Viewer) -> dict[str, int]:
    """The learners named, by reference."""
    wanted = list(dict.fromkeys(refs))
    if not wanted:
        raise Refused("Nobody is chosen")
    found: dict[str, int] = dict(reads.counting_learners(by).filter(ref__in=wanted).values_list("ref", "pk"))
    missing = [name for name in wanted if name not in found]
    if missing:
        raise Refused(f"There is no learner {listed(missing[:NAMED])} in this area. Nobody is recorded")
    return found


def _why_not(why: dict[str, NotTaken | None]) -> str | None:
    """Why nobody can be recorded: whoever cannot have come is named by reference. Whoever stands there already is passed over."""
    refused = [(name, reason) for name, reason in why.items() if reason not in {None, NotTaken.THERE}]
    if not refused:
        return None
    said = "; ".join(f"{name}: {reason.label[:1].lower()}{reason.label[1:]}" for name, reason in refused[:NAMED] if reason)
    return f"{said}. Nobody is recorded"


@deed
def withdraw_attendance(key: UUID, *, by: Viewer, on: date, because: str) -> None:
    """Say that somebody was recorded at a session by mistake: the completion it came to is withdrawn with it, and both stay to be seen."""
    by.must(Permission.TRAINING_NAMES)
    attendance = queries.attendance_to_change(by).get(pk=key)
    if AttendanceWithdrawal.objects.filter(area=by.area_id, attendance=attendance).exists():
        raise Refused("This was withdrawn already")
    said, day = words(because, ask="Say why it does not count"), happened(on, by=by)
    AttendanceWithdrawal.objects.create(**by.stamp, attendance=attendance, on=day, because=said)
    completion = attendance.completion
    if completion is not None and not CompletionWithdrawal.objects.filter(area=by.area_id, completion=completion).exists():
        CompletionWithdrawal.objects.create(**by.stamp, completion=completion, on=day, because=said)
    record("training.attendance.withdrawn", attendance.session, by=by, on=on)
