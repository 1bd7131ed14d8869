"""Writing sessions and partners' returns to a file."""

from itertools import groupby
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.part import typed_as_written
from dueregard.privacy.marking import Marking
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, kept, record, ref, said
from dueregard.training.exchange.writing.pieces import by_ref, clock, last_day, line
from dueregard.training.models import AttendanceWithdrawal, Confidence, ReturnAsk, Session
from dueregard.training.queries.returned import returns as read_returns
from dueregard.training.rules.programme import When

TYPED = ("typed_at", "on")


def sessions(viewer: Viewer) -> list[Written]:
    """The sessions, each with everything of its own."""
    rows = Session.objects.filter(area=viewer.area_id).select_related("course")
    return [_session(row, viewer) for row in sorted(rows, key=lambda row: (row.planned_on, len(row.ref), row.ref))]


def _session(row: Any, viewer: Viewer) -> Written:
    return kept(
        {
            "ref": row.ref,
            "date": row.planned_on,
            "typed": typed_as_written(row.planned_on, row.typed_at),
            "day": row.on,
            "course": row.course.ref,
            "audience": row.audience,
            "starts": clock(row.starts),
            "ends": clock(row.ends),
            "place": row.place,
            "places": row.places,
            "moved": [_moved(one) for one in row.moves.order_by(*TYPED, "day", "because")],
            "given_by": [_gives(one, row) for one in _giving(row)],
            "held": [said(one, came=one.came) for one in row.held.order_by(*TYPED, "came")],
            "attended": _attended(row),
            "not_attended": _not_attended(row),
            "confidence": _confidence(row, viewer),
            "cancelled": [said(one, because=one.because) for one in row.cancelled.order_by(*TYPED, "because")],
        }
    )


def _moved(row: Any) -> Written:
    return said(row, day=row.day, starts=clock(row.starts), ends=clock(row.ends), place=row.place, because=row.because)


def _giving(row: Any) -> Any:
    return row.given_with.select_related("person", "body", "ending").order_by("typed_at", "person__ref", "body__ref", "ending__typed_at")


def _gives(one: Any, session: Any) -> Written:
    typed = None if one.typed_at == session.typed_at else one.typed_at
    return kept({"typed": typed, "person": ref(one.person), "body": ref(one.body), "ended": last_day(one)})


def _attended(session: Any) -> list[Written]:
    """Who came: a line for each time somebody recorded it."""
    rows = session.attendance.select_related("learner").order_by(*TYPED)
    found = []
    for _moment, together in groupby(rows, key=lambda row: (row.typed_at, row.on)):
        of_line = list(together)
        whose = sorted((row.learner.ref for row in of_line), key=lambda one: (len(one), one))
        found.append(line(said(of_line[0], learners=whose)))
    return found


def _not_attended(session: Any) -> list[Written]:
    rows = AttendanceWithdrawal.objects.filter(attendance__session=session).select_related("attendance__learner")
    order = (*TYPED, "attendance__learner__ref")
    return [line(said(row, learner=row.attendance.learner.ref, because=row.because)) for row in rows.order_by(*order)]


def _confidence(session: Any, viewer: Viewer) -> list[Written]:
    """What people answered, before and after together; not what rests on a document that the viewer may not see."""
    rows = session.confidence.select_related("document").order_by(*TYPED, "asked", "when")
    found = []
    for (_typed, _on, asked), together in groupby(rows, key=lambda row: (row.typed_at, row.on, row.asked)):
        answers = {row.when: row for row in together}
        first = next(iter(answers.values()))
        if first.document is None or first.document.marking == Marking.OFFICIAL or viewer.reads_sensitive:
            found.append(_answered(first, asked, answers.get(When.BEFORE), answers.get(When.AFTER)))
    return found


def _answered(row: Confidence, asked: str, before: Any, after: Any) -> Written:
    return said(
        row,
        asked=asked,
        before=list(before.steps) if before else [],
        after=list(after.steps) if after else [],
        percent=row.is_percent,
        base_before=before.base if before else None,
        base_after=after.base if after else None,
        document=ref(row.document),
        withdrawn=not row.steps,
    )


def asked(viewer: Viewer) -> list[Written]:
    """What bodies were asked, and asked again; by which link is not written."""
    rows = ReturnAsk.objects.filter(area=viewer.area_id).select_related("body", "person", "ending")
    return [
        record(
            row,
            body=row.body.ref,
            as_at=row.as_at,
            due=row.due,
            subjects=sorted(one.subject for one in row.subjects.all()),
            by_level=row.is_by_level,
            person=ref(row.person),
            chases=[said(one, by_mail=one.is_by_mail) for one in row.chases.order_by(*TYPED, "is_by_mail")],
            ended=said(row.ending, because=row.ending.because) if hasattr(row, "ending") else None,
        )
        for row in by_ref(rows.prefetch_related("subjects"))
    ]


def returns(viewer: Viewer) -> list[Written]:
    """What bodies returned, those that others took the place of included."""
    rows = read_returns(viewer).select_related("ask").order_by(*IN_ORDER)
    return [
        record(
            row,
            ask=ref(row.ask),
            body=None if row.ask else row.body.ref,
            as_at=row.as_at,
            words=row.words,
            figures=[_figure(one) for one in sorted(row.figures.all(), key=lambda one: (one.subject, one.level))],
        )
        for row in by_ref(rows)
    ]


def _figure(one: Any) -> Written:
    return line(kept({"subject": one.subject, "level": one.level, "in_scope": one.in_scope, "trained": one.trained}))
