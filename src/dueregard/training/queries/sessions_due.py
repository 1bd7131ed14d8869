"""What is due of sessions: to hold one, to record one past its day, to say who came."""

from datetime import date, timedelta

from django.db.models import Q

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.due import Due
from dueregard.training.queries.sessions import SessionRow, as_rows, sessions
from dueregard.training.rules.sessions import RECORD_DAYS, SessionStage

PART = "6 Training programme"


def sessions_due(viewer: Viewer, *, until: date) -> list[Due]:
    """Everything of sessions that is due by a day, the late included: one statement."""
    rows = sessions(viewer).filter(Q(held_at=None, set_day__lte=until) | Q(counted=None, named=0))
    found = [due for row in as_rows(viewer, rows) if (due := _due(row)) is not None]
    return sorted((due for due in found if due.on <= until), key=lambda due: (due.on, due.says))


def _due(row: SessionRow) -> Due | None:
    what = f"{row.session.course.title}, {row.session.audience}"
    if row.stage is SessionStage.PLANNED:
        return _one(row, row.day, f"Hold the session of {say(row.day)}, and say who came", what)
    if row.stage is SessionStage.UNRECORDED:
        return _one(row, row.day, f"Record the session of {say(row.day)}, or say that it did not take place", what)
    if row.is_held and row.came is None:
        return _one(row, row.day + timedelta(days=RECORD_DAYS), f"Say who came to the session of {say(row.day)}", what)
    return None


def _one(row: SessionRow, on: date, says: str, why: str) -> Due:
    return Due(on=on, says=says, why=why, part=PART, page="training:session", ref=row.session.ref)
