"""Deeds of whoever works through a file: take it on, note how far it is, end it. Each is short, so that no other writer waits long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Max

from dueregard.access.deeds import deed
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import Refused
from dueregard.training.actions.kept_files import KeptFile
from dueregard.training.actions.storing import write_completions
from dueregard.training.models import Completion, Import, MissingFromRegister, RowNotTaken
from dueregard.training.queries import imports as queries
from dueregard.training.rules.bringing_in.judging import Completed
from dueregard.training.rules.imports import AT_WORK, Holds, ImportState, fate_of

MOST_KEPT = 10_000  # rows not taken that are kept for each file; every one is counted
ANOTHER = "Another file is being brought in. Try again when it is done"
NOT_ASKED = "Nobody has said that this file is to be worked on"
TAKEN_ON = "Somebody else is working on this file"
SWEPT_AT_ONCE = 5_000


@dataclass(frozen=True, kw_only=True)
class NotTaken:
    """A row that was not taken: its number, why, and whom it may be about."""

    line: int
    why: str
    key: str = ""
    learner: int | None = None


@dataclass(frozen=True, kw_only=True)
class Noted:
    """How far a file is, and what was found in the rows up to there."""

    line: int
    bytes_read: int
    counts: Mapping[str, int]
    asks: Mapping[str, Any]
    not_taken: Sequence[NotTaken] = field(default=())


@deed
def claim(ref: str, *, by: Viewer) -> Import:
    """Take on a file that somebody said to work on and that nobody works on."""
    import_ = queries.import_to_change(by).select_related("source__body").get(ref=ref)
    if import_.state not in AT_WORK:
        raise Refused(NOT_ASKED)
    if ref not in queries.waiting(by):
        raise Refused(TAKEN_ON)
    if queries.is_another_alive(by, import_):
        raise Refused(ANOTHER)
    if import_.seen_at is None:  # once: killed in its first batch it has rows already
        import_.after_id = Completion.objects.aggregate(last=Max("pk"))["last"] or 0
    import_.seen_at = by.now
    import_.save(update_fields=["seen_at", "after_id"])
    return import_


@deed
def keep_completions(rows: Sequence[Completed], *, by: Viewer, file: int, beside: bool) -> None:
    """Write completions that count once their import is done, and say that somebody works on it; refused once it was given up."""
    if not Import.objects.filter(area=by.area_id, pk=file, state=ImportState.RUNNING).update(seen_at=by.now):
        raise Refused(NOT_ASKED)
    write_completions(rows, area_id=by.area_id, typed_at=by.now, file=file, beside=beside)


@deed
def note(ref: str, *, by: Viewer, before: int, noted: Noted) -> None:
    """Say how far a file is; refused where somebody else went on with it since `before`."""
    import_ = queries.import_to_change(by).get(ref=ref)
    note_in(import_, by=by, before=before, noted=noted)


def note_in(import_: Import, *, by: Viewer, before: int, noted: Noted) -> None:
    """The same inside another deed."""
    if import_.line != before or import_.state not in AT_WORK:
        raise Refused(TAKEN_ON)
    import_.line, import_.bytes_read, import_.seen_at, import_.asks = noted.line, noted.bytes_read, by.now, dict(noted.asks)
    for name, count in noted.counts.items():
        setattr(import_, f"rows_{name}", count)
    import_.save()
    room = max(0, MOST_KEPT - RowNotTaken.objects.filter(came_with=import_).count()) if noted.not_taken else 0
    RowNotTaken.objects.bulk_create(
        (
            RowNotTaken(
                **by.stamp, came_with=import_, line=row.line, fate=fate_of(row.why), why=row.why, key=row.key, proposed_id=row.learner
            )
            for row in noted.not_taken[:room]
        ),
        batch_size=1000,
    )


@deed
def note_missing(learners: Sequence[int], *, by: Viewer, file: int) -> None:
    """Note whom a full register did not name: they are proposed as left, and nobody is taken to have left."""
    rows = [MissingFromRegister(**by.stamp, came_with_id=file, learner_id=learner) for learner in learners]
    MissingFromRegister.objects.bulk_create(rows, ignore_conflicts=True, batch_size=1000)


@deed
def end_check(ref: str, *, by: Viewer) -> None:
    """Say that a file was looked at to its end."""
    import_ = queries.import_to_change(by).get(ref=ref)
    if import_.state != ImportState.CHECKING:
        raise Refused(NOT_ASKED)
    import_.state = ImportState.CHECKED
    import_.save(update_fields=["state"])


@deed
def finish(ref: str, *, by: Viewer) -> None:
    """Say that all of a file is there: from this moment it counts."""
    import_ = queries.import_to_change(by).get(ref=ref)
    if import_.state != ImportState.RUNNING:
        raise Refused(NOT_ASKED)
    if import_.source.holds == Holds.COMPLETIONS:
        _recount(import_)
    KeptFile(import_.path).take_away()
    import_.state, import_.done_at, import_.path, import_.bytes_read = ImportState.DONE, by.now, "", import_.size
    import_.save()
    record("training.import.done", import_, by=by, digest=import_.digest, rows=import_.line, new=import_.rows_new)


def _recount(import_: Import) -> None:
    """Which rows were new is known once all are there: one here already, or said twice, was passed over as it was written."""
    here = Completion.objects.filter(area=import_.area_id, pk__gt=import_.after_id, came_with=import_).count()
    import_.rows_new, import_.rows_same = here, import_.rows_new + import_.rows_same - here


@deed
def stop(ref: str, *, by: Viewer, because: str) -> None:
    """Say that a file cannot be brought in, and why: nothing of it counts."""
    import_ = queries.import_to_change(by).get(ref=ref)
    if import_.state not in AT_WORK:
        raise Refused(NOT_ASKED)
    KeptFile(import_.path).take_away()
    import_.state, import_.because, import_.path = ImportState.STOPPED, because[:400], ""
    import_.save(update_fields=["state", "because", "path"])
    record("training.import.stopped", import_, by=by)


@deed
def sweep_rows(ref: str, *, by: Viewer) -> int:
    """Delete some of what an import left behind that ended without counting; how many rows is given back, 0 once nothing is left."""
    import_ = queries.import_to_change(by).get(ref=ref)
    if import_ not in queries.leftovers(by):
        raise Refused("Only what never counted is swept")
    there = Completion.objects.filter(area=by.area_id, pk__gt=import_.after_id, came_with=import_).order_by("pk")
    some = list(there.values_list("pk", flat=True)[:SWEPT_AT_ONCE])
    Completion.objects.filter(pk__in=some).delete()
    if not some:
        import_.seen_at = None
        import_.save(update_fields=["seen_at"])
        record("training.import.swept", import_, by=by)
    return len(some)
