"""What is due, what is loose and what changed, for one viewer in one area."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries import loose_ends
from dueregard.assurance.queries.remembering import ANSWERS, remembering
from dueregard.basics.dates import counted, say_short, working_days_late
from dueregard.basics.due import Due
from dueregard.documents.queries import due as documents_due
from dueregard.guidance.loose_end import LooseEnd
from dueregard.home.queries.changes import Change, changed
from dueregard.partnership.queries.due import due as partnership_due
from dueregard.partnership.queries.next_meeting import NextMeeting, shaping_up
from dueregard.plan.queries.due import due as plan_due
from dueregard.risk.queries.due import due as risk_due
from dueregard.training.queries.due import due as training_due
from dueregard.ui.places import address_for, address_of

SOON = 30  # days ahead that Today shows

# Every app with dates of its own: one line each, with what it takes to see them. What they give is remembered for all who may do and know
# the same here on the same day, so none reads who is asking.
DUE: tuple[tuple[Permission, Callable[..., Sequence[Due]]], ...] = (
    (Permission.PARTNERSHIP_READ, partnership_due),
    (Permission.DOCUMENT_READ, documents_due),
    (Permission.PLAN_READ, plan_due),
    (Permission.RISK_READ, risk_due),
    (Permission.TRAINING_READ, training_due),
)
DOES = {  # who does what is nobody's in particular, by the app whose page it is done on
    "partnership": Permission.PARTNERSHIP_EDIT,
    "documents": Permission.DOCUMENT_EDIT,
    "plan": Permission.PLAN_EDIT,
    "risk": Permission.RISK_EDIT,
    "training": Permission.TRAINING_EDIT,
}


@dataclass(frozen=True)
class DueRow:
    """One deed that is due, as a page shows it."""

    when: str
    late: str
    says: str
    why: str
    part: str
    address: str


@dataclass(frozen=True)
class DueGroup:
    """Deeds due in one stretch of time, late ones first."""

    heading: str
    is_late: bool
    rows: tuple[DueRow, ...]


@dataclass(frozen=True)
class LooseRow:
    """One loose end with the addresses of the record and of the page that ties it."""

    end: LooseEnd
    address: str
    tie_address: str


@dataclass(frozen=True)
class AreaToday:
    """One area's part of somebody's day."""

    viewer: Viewer
    groups: tuple[DueGroup, ...]
    loose: tuple[LooseRow, ...]
    loose_count: int
    coming: NextMeeting | None
    changes: tuple[Change, ...]


def all_due(viewer: Viewer, *, until: date) -> list[Due]:
    """Everything due by a day that this viewer may see, earliest first."""
    found: list[Due] = []
    with remembering(viewer) as before:
        for permission, gather in DUE:
            if viewer.may(permission):
                asked = ("due", gather.__module__, viewer.today, until)
                found += before.get(ANSWERS, asked, partial(gather, viewer, until=until))
    return sorted(found, key=lambda due: (due.on, due.part, due.says))


def is_mine(viewer: Viewer, due: Due) -> bool:
    """Whether a deed is the viewer's own, or is nobody's in particular and the viewer is among those who can do it."""
    return due.person_id == viewer.person_id if due.person_id else viewer.may(DOES[due.page.partition(":")[0]])


def due_groups(viewer: Viewer, *, until: date, mine: bool) -> tuple[DueGroup, ...]:
    """What is due in date groups: late, today, this week, then the rest."""
    today = viewer.today
    week = today + timedelta(days=6 - today.weekday())
    stretches: list[tuple[str, Callable[[date], bool]]] = [
        ("Late", lambda on: on < today),
        ("Today", lambda on: on == today),
        ("This week", lambda on: today < on <= week),
        ("After this week", lambda on: on > week),
    ]
    wanted = [due for due in all_due(viewer, until=until) if not mine or is_mine(viewer, due)]
    groups = [(heading, [due for due in wanted if falls(due.on)]) for heading, falls in stretches]
    return tuple(DueGroup(heading, heading == "Late", tuple(_row(viewer, due) for due in found)) for heading, found in groups if found)


def _row(viewer: Viewer, due: Due) -> DueRow:
    late = working_days_late(due.on, on=viewer.today) if due.on < viewer.today else 0
    return DueRow(
        when=say_short(due.on) if due.on.year == viewer.today.year else f"{say_short(due.on)} {due.on.year}",
        late=f"{counted(late, 'working day')} late" if late else "",
        says=due.says,
        why=due.why,
        part=due.part,
        address=address_for(viewer, due.page, due.ref),
    )


def loose_rows(viewer: Viewer, *, on: date, known: date) -> list[LooseRow]:
    """The area's loose ends, worst first, with where to tie each."""
    if not viewer.may(Permission.PARTNERSHIP_READ):
        return []
    return [
        LooseRow(
            end,
            address_of(end.subject.kind, end.subject.ref, area=viewer.area),
            address_for(viewer, end.tie_at, end.ref),
        )
        for end in loose_ends(viewer, on=on, known=known)
    ]


def _next_meeting(viewer: Viewer) -> NextMeeting | None:
    with remembering(viewer) as before:
        found = before.get(ANSWERS, ("next meeting", viewer.today), lambda: (shaping_up(viewer, on=viewer.today),))
    return found[0]


def today(viewer: Viewer) -> AreaToday:
    """One area's part of somebody's day."""
    loose = loose_rows(viewer, on=viewer.today, known=viewer.today)
    return AreaToday(
        viewer=viewer,
        groups=due_groups(viewer, until=viewer.today + timedelta(days=SOON), mine=True),
        loose=tuple(loose[:8]),
        loose_count=len(loose),
        coming=_next_meeting(viewer) if viewer.may(Permission.PARTNERSHIP_READ) else None,
        changes=changed(viewer),
    )
