"""What is due in section 6: returns to come in, sessions, information to look at, programmes to review, inductions, plans that end."""

from datetime import date, timedelta

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import months_after, say
from dueregard.basics.due import Due
from dueregard.organisations.queries.asked import Asked
from dueregard.training.queries.courses import plans
from dueregard.training.queries.programme import induction_rows, programme_rows
from dueregard.training.queries.returned import answering
from dueregard.training.queries.sessions_due import sessions_due
from dueregard.training.queries.telling import MaterialSeen, material_rows
from dueregard.training.rules.programme import CHECK_MONTHS

PART = "6 Training programme"


def due(viewer: Viewer, *, until: date) -> list[Due]:
    """Everything of section 6 that is due by a day, the late included, earliest first."""
    told = [*_returns(viewer), *_materials(viewer)]
    found = [*told, *sessions_due(viewer, until=until), *_programmes(viewer), *_inductions(viewer), *_plans(viewer)]
    return sorted((one for one in found if one.on <= until), key=lambda one: (one.on, one.says))


def _due(on: date, says: str, why: str, page: str, ref: str) -> Due:
    return Due(on=on, says=says, why=why, part=PART, page=f"training:{page}", ref=ref)


def _returns(viewer: Viewer) -> list[Due]:
    """The returns that are asked for and not in."""
    today, found = viewer.today, []
    for row in answering(Asked(viewer=viewer, on=today, known=today)):
        if ask := row.ask:
            says = f"{'Chase' if ask.due < today else 'Receive'} the return of {row.body.name} as at {say(ask.as_at)}"
            found.append(_due(ask.due, says, f"{ask.ref}, asked on {say(ask.on)}", "return-ask", ask.ref))
    return found


def _materials(viewer: Viewer) -> list[Due]:
    """Written information that somebody should look at again."""
    rows = [row for row in material_rows(viewer, on=viewer.today) if row.ended is None]
    return [_due(*_looked(row), page="material", ref=row.material.ref) for row in rows]


def _looked(row: MaterialSeen) -> tuple[date, str, str]:
    what, last = f"{row.material.title}, {row.material.get_audience_display().lower()}", row.last
    if last is None:
        return row.material.on, f"Check what is written: {what}", "Nobody has looked since it was put there"
    if row.is_wrong:
        return last.on, f"Put right or take down: {what}", f"It was found not to be right on {say(last.on)}"
    return months_after(last.on, CHECK_MONTHS), f"Check what is written: {what}", f"Last found current on {say(last.on)}"


def _programmes(viewer: Viewer) -> list[Due]:
    rows = [row for row in programme_rows(viewer, on=viewer.today) if row.runs and row.review_due]
    return [
        _due(
            row.review_due, f"Review the programme: {row.programme.title}", row.programme.get_kind_display(), "programme", row.programme.ref
        )
        for row in rows
        if row.review_due
    ]


def _inductions(viewer: Viewer) -> list[Due]:
    """The inductions that are not finished: by their reference, not by whose they are."""
    rows = [row for row in induction_rows(viewer, on=viewer.today) if row.is_open]
    return [
        _due(row.due, f"Finish the induction {row.induction.ref}", f"Began on {say(row.induction.on)}", "induction", row.induction.ref)
        for row in rows
    ]


def _plans(viewer: Viewer) -> list[Due]:
    """The training plans after whose last day none is agreed yet."""
    rows = [row for row in plans(viewer) if getattr(row, "ending", None) is None and row.on <= viewer.today]
    return [
        _due(
            row.covers_to, f"Agree the training plan that follows {row.title}", f"Its period ends on {say(row.covers_to)}", "plan", row.ref
        )
        for row in rows
        if not any(other.covers_from <= row.covers_to + timedelta(days=1) <= other.covers_to for other in rows)
    ]
