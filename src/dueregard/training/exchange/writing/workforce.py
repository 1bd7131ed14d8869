"""Writing the workforce, the files it came with, and what people completed to a file."""

from collections import defaultdict
from itertools import groupby
from typing import Any

from django.db.models import F, Prefetch, Q

from dueregard.access.viewer import Viewer
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, kept, record, ref, said
from dueregard.training.exchange.writing.pieces import THAT_COUNTED, by_ref, came, line
from dueregard.training.models import (
    Absence,
    AbsenceEnd,
    Completion,
    CompletionWithdrawal,
    ImportCourse,
    Learner,
    LearnerLeaving,
    LearnerMove,
)
from dueregard.training.queries import imports as read
from dueregard.training.rules.workforce import LearnerKind

COUNTS = ("new", "same", "changed", "ambiguous", "rejected", "left_out")
Of = dict[Any, list[Written]]  # rows of each learner


def sources(viewer: Viewer) -> list[Written]:
    """The systems that files come from, with how they are read; whom a source means by what it writes of a person stays here."""
    words: Of = defaultdict(list)
    for row in ImportCourse.objects.filter(area=viewer.area_id).select_related("course").order_by("words"):
        words[row.source_id].append(line(kept({"words": row.words, "course": ref(row.course)})))
    return [
        record(
            row,
            name=row.name,
            holds=row.holds,
            body=row.body.ref,
            order=row.date_order,
            full=row.is_full,
            columns={field: row.columns[field] for field in sorted(row.columns)} or None,
            courses=words[row.pk],
        )
        for row in by_ref(read.sources(viewer))
    ]


def imports(viewer: Viewer) -> list[Written]:
    """The files that were brought in, those withdrawn since included: number, digest, and what became of their rows."""
    return [
        record(
            row,
            source=row.source.ref,
            digest=row.digest,
            size=row.size,
            lines=row.line or None,
            rows=line({what: number for what in COUNTS if (number := getattr(row, f"rows_{what}"))}) or None,
            done=row.done_at,
            withdrawn=said(row.withdrawal, because=row.withdrawal.because) if hasattr(row, "withdrawal") else None,
        )
        for row in by_ref(read.imports(viewer).exclude(done_at=None))
    ]


def learners(viewer: Viewer) -> list[Written]:
    """Everybody of the workforce, each on a line, those who left included."""
    there = Learner.objects.filter(THAT_COUNTED, area=viewer.area_id).select_related("body", "team", "job", "person", "came_with")
    moves, away, left = _moves(viewer), _absences(viewer), _leavings(viewer)
    return [line(_learner(row, moves=moves[row.pk], away=away[row.pk], left=left[row.pk])) for row in by_ref(there)]


def _learner(row: Any, **since: list[Written]) -> Written:
    who = {"number": row.number, "email": row.email, "name": row.name, "manager": row.manager, "person": ref(row.person)}
    where = {"team": ref(row.team), "job": row.job.title if row.job else None, "site": row.site}
    kind = None if row.kind == LearnerKind.STAFF else row.kind
    return {"ref": row.ref, **came(row, body=row.body.ref, kind=kind, **who, **where, **since)}


def _moves(viewer: Viewer) -> Of:
    found: Of = defaultdict(list)
    rows = LearnerMove.objects.filter(THAT_COUNTED, area=viewer.area_id).select_related("team", "job", "came_with")
    for row in rows.order_by(*IN_ORDER, "came_with", "team__ref", "job__title", "site"):
        found[row.learner_id].append(came(row, team=ref(row.team), job=row.job.title if row.job else None, site=row.site))
    return found


def _absences(viewer: Viewer) -> Of:
    found: Of = defaultdict(list)
    ends = AbsenceEnd.objects.filter(THAT_COUNTED).select_related("came_with").order_by(*IN_ORDER, "came_with")
    rows = Absence.objects.filter(THAT_COUNTED, area=viewer.area_id).select_related("came_with").prefetch_related(Prefetch("endings", ends))
    for row in rows.order_by(*IN_ORDER, "came_with"):
        found[row.learner_id].append(came(row, back=[came(one) for one in row.endings.all()]))
    return found


def _leavings(viewer: Viewer) -> Of:
    found: Of = defaultdict(list)
    rows = LearnerLeaving.objects.filter(THAT_COUNTED, area=viewer.area_id).select_related("came_with")
    for row in rows.order_by(*IN_ORDER, "came_with"):
        found[row.learner_id].append(came(row))
    return found


def completions(viewer: Viewer) -> list[Written]:
    """Who completed which course on which day: a line for each course and day, and each file. What a session came to stands with it."""
    rows = Completion.objects.filter(THAT_COUNTED, area=viewer.area_id, attended=None).select_related("learner", "course", "came_with")
    by_line = sorted(rows, key=_line_of)
    return [line(_completed(list(of_line))) for _key, of_line in groupby(by_line, key=_line_of)]


def _line_of(row: Any) -> tuple[Any, ...]:
    """What the completions of one line share."""
    file = row.came_with
    typed = file.done_at if file else row.typed_at
    return row.on, typed, len(row.course.ref), row.course.ref, file.ref if file else ""


def _completed(rows: list[Any]) -> Written:
    whose = sorted((row.learner.ref for row in rows), key=lambda one: (len(one), one))
    return came(rows[0], course=rows[0].course.ref, learners=whose)


def taken_back(viewer: Viewer) -> list[Written]:
    """The completions that were recorded by mistake, oldest first; not those withdrawn with an attendance."""
    with_it = Q(completion__attended__withdrawal__typed_at=F("typed_at"))
    rows = (
        CompletionWithdrawal.objects.exclude(with_it)
        .filter(area=viewer.area_id)
        .select_related("completion__learner", "completion__course", "completion__came_with")
    )
    order = (*IN_ORDER, "completion__learner__ref", "completion__course__ref", "completion__on", "completion__came_with__ref", "because")
    return [line(said(row, **_of(row.completion), because=row.because)) for row in rows.order_by(*order) if _is_there(row.completion)]


def _is_there(completion: Any) -> bool:
    return completion.came_with is None or completion.came_with.done_at is not None


def _of(completion: Any) -> Written:
    return {
        "learner": completion.learner.ref,
        "course": completion.course.ref,
        "of": completion.on,
        "came_with": ref(completion.came_with),
    }
