"""Who may be recorded at a session: the learners of a team, and those whom a list names by number, e-mail or reference."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.training.models import Attendance, Learner, LearnerLeaving, Session
from dueregard.training.queries import workforce
from dueregard.training.queries.counting import that_count
from dueregard.training.queries.learners import LearnerRow, in_team, learner_rows
from dueregard.training.rules.attendance_lists import Said
from dueregard.training.rules.bringing_in.people import Known, People
from dueregard.training.rules.imports import Why
from dueregard.training.rules.sessions import Comer, NotTaken, why_not_come

AT_A_TIME = 5_000
KINDS = "kind-"


def counting_learners(viewer: Viewer) -> QuerySet[Learner]:
    """The learners of the area that count: not those of registers withdrawn or not yet done."""
    return that_count(workforce.learners(viewer), viewer, on=viewer.today, known=viewer.today)


def comers(viewer: Viewer, session: Session, learners: Sequence[int]) -> dict[int, Comer]:
    """What decides whether these learners can be recorded at a session: three statements."""
    there = set(
        Attendance.objects.filter(area=viewer.area_id, session=session, withdrawal=None, learner__in=learners).values_list(
            "learner", flat=True
        )
    )
    leavings = LearnerLeaving.objects.filter(area=viewer.area_id, learner__in=learners).order_by("-on")
    left = dict(that_count(leavings, viewer, on=viewer.today, known=viewer.today).values_list("learner", "on"))
    joined = Learner.objects.filter(area=viewer.area_id, pk__in=learners).values_list("pk", "on")
    return {pk: Comer(joined=on, left=left.get(pk), is_there=pk in there) for pk, on in joined}


def to_tick(viewer: Viewer, session: Session, *, whose: str, day: date) -> list[tuple[LearnerRow, NotTaken | None]]:
    """The learners of a team, or of a kind such as elected members, on the day of a session; those recorded already say so."""
    if whose.startswith(KINDS):
        rows = list(counting_learners(viewer).filter(kind=whose.removeprefix(KINDS)))
        found = learner_rows(viewer, rows, on=day)
    else:
        found = [row for row in learner_rows(viewer, list(in_team(viewer, whose, on=day)), on=day) if row.team and row.team.ref == whose]
    stands = comers(viewer, session, [row.learner.pk for row in found])
    judged = [(row, why_not_come(stands[row.learner.pk], day=day)) for row in found]
    return [(row, why) for row, why in judged if why in {None, NotTaken.THERE}]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line of a list: whom it is about, or why it is not taken."""

    said: Said
    learner: Any = None
    why: NotTaken | None = None


def matched(viewer: Viewer, session: Session, said: Sequence[Said], *, day: date, body: str = "") -> list[Line]:
    """Each line of a list beside the workforce, or those of one body: who it is, or why it is not taken."""
    found = [_found(one, whom) for one, whom in zip(said, _whom(viewer, said, body=body), strict=True)]
    keys = [line.learner for line in found if line.learner is not None]
    learners = {row.pk: row for row in counting_learners(viewer).filter(pk__in=keys)}
    stands, seen = comers(viewer, session, keys), set[int]()
    judged = []
    for line in found:
        if line.learner is None:
            judged.append(line)
            continue
        why = NotTaken.TWICE if line.learner in seen else why_not_come(stands[line.learner], day=day)
        seen.add(line.learner)
        judged.append(replace(line, learner=learners[line.learner], why=why))
    return judged


def _found(said: Said, whom: int | Why) -> Line:
    if said.stayed_away:
        return Line(said=said, why=NotTaken.STAYED_AWAY)
    if not said.has_key:
        return Line(said=said, why=NotTaken.NO_KEY)
    return Line(said=said, why=NotTaken(whom.value)) if isinstance(whom, Why) else Line(said=said, learner=whom)


def _whom(viewer: Viewer, said: Sequence[Said], *, body: str) -> list[int | Why]:
    """The learner each line means, as files of completions are matched: by employee number, then by e-mail."""
    rows = counting_learners(viewer)
    rows = rows.filter(body__ref=body) if body else rows
    people = People(_known(viewer, rows), said={}, names=dict) if any(one.number or one.email for one in said) else None
    refs = dict(rows.filter(ref__in=[one.ref for one in said if one.ref]).values_list("ref", "pk"))
    found: list[int | Why] = []
    for one in said:
        if one.ref or people is None:
            found.append(refs.get(one.ref, Why.UNKNOWN_PERSON))
        else:
            place = people.find(one.number, one.email)
            found.append(place if isinstance(place, Why) else people.learner(place))
    return found


def _known(viewer: Viewer, rows: QuerySet[Learner]) -> Iterator[Known]:
    leavings = LearnerLeaving.objects.filter(learner=OuterRef("pk"), on__lte=viewer.today)
    left = that_count(leavings, viewer, on=viewer.today, known=viewer.today)
    fields = rows.select_related(None).order_by("pk").annotate(has_left=Exists(left)).values_list("pk", "number", "email", "on", "has_left")
    for pk, number, email, on, has_left in fields.iterator(chunk_size=AT_A_TIME):
        yield pk, number, email, on.toordinal(), has_left


def attended_by(viewer: Viewer, learner: Learner) -> list[Attendance]:
    """The sessions a learner was at, the latest first."""
    rows = Attendance.objects.filter(area=viewer.area_id, learner=learner).select_related("session__course", "withdrawal")
    return list(rows.order_by("-on", "-typed_at"))
