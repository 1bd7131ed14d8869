"""Reads of evaluations: which completed actions wait for one, what those made came to, and what they say for the next plan."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.partnership.queries import action_rows
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.models import EvaluatedAction, Evaluation, EvaluationChange, EvaluationTaken, Plan, PlannedAction
from dueregard.plan.queries.plans import OLDEST, plans
from dueregard.plan.rules.evaluations import Changed, Followed, Scored, evaluation_due, followed, is_evaluated
from dueregard.privacy.marking import Marking, readable
from dueregard.risk.queries.matrix import Scales, scales
from dueregard.risk.queries.thread import scored, worded

KINDS = list(Changed)  # in which order changes of one day are said: the score first


def evaluations(viewer: Viewer) -> QuerySet[Evaluation]:
    """The evaluations the viewer may see, newest first."""
    rows = Evaluation.objects.filter(readable(viewer), area=viewer.area_id)
    return rows.select_related("item__meeting", "done_by").order_by("-on", "-typed_at", "-ref")


def evaluations_to_change(viewer: Viewer) -> QuerySet[Evaluation]:
    """The evaluations the viewer may see, locked for a deed."""
    return Evaluation.objects.filter(readable(viewer), area=viewer.area_id).select_for_update(of=("self",))


def with_rows(viewer: Viewer, rows: QuerySet[Evaluation], *, as_at: date) -> QuerySet[Evaluation]:
    """Evaluations with what they cover, what they change and where they were taken, by a day, of what the viewer may see."""
    by_then = Q(on__lte=as_at)
    changes = EvaluationChange.objects.filter(
        by_then,
        _none_or_readable(viewer, "risk"),
        _none_or_readable(viewer, "action"),
        _none_or_readable(viewer, "objective", "objective__plan"),
    )
    covered = EvaluatedAction.objects.filter(by_then, readable(viewer, "action__marking")).select_related("action")
    taken = EvaluationTaken.objects.filter(by_then, readable(viewer, "item__marking")).select_related("item__meeting")
    full = changes.select_related("risk", "action", "objective")
    return rows.prefetch_related(
        Prefetch("actions", covered.order_by("action__ref")),
        Prefetch("changes", full.order_by(*OLDEST)),
        Prefetch("taken", taken.order_by(*OLDEST)),
    )


def _none_or_readable(viewer: Viewer, named: str, marked: str = "") -> Q:
    """Rows that name no such record, or one the viewer may see. An empty filter joined by "or" would let only the first through."""
    seen = readable(viewer, f"{marked or named}__marking")
    return seen if viewer.reads_sensitive else Q(**{f"{named}__isnull": True}) | seen


@dataclass(frozen=True, kw_only=True)
class TakenAt:
    """An item of a meeting at which an evaluation was taken."""

    meeting: str
    item: str
    on: date


@dataclass(frozen=True, kw_only=True)
class ChangeRow:
    """What an evaluation changes; for a proposed score, what became of it."""

    changed: Changed
    because: str
    on: date
    risk: str = ""
    risk_title: str = ""
    likelihood: int = 0
    impact: int = 0
    was: tuple[int, int] | None = None  # the residual score before, on the same matrix
    followed: Followed | None = None
    action: str = ""
    what: str = ""
    objective: str = ""
    objective_title: str = ""


@dataclass(frozen=True, kw_only=True)
class EvaluationRow:
    """An evaluation as pages show it."""

    ref: str
    words: str
    next_plan: str
    on: date
    done_by: str
    actions: tuple[tuple[str, str], ...]  # ref, and what was to be done
    changes: tuple[ChangeRow, ...]
    taken: tuple[TakenAt, ...]
    marking: str


def evaluation_rows(viewer: Viewer, *, as_at: date, rows: QuerySet[Evaluation] | None = None) -> list[EvaluationRow]:
    """The evaluations there were on a day, newest first; a fixed number of statements."""
    wanted = evaluations(viewer) if rows is None else rows
    found = list(with_rows(viewer, wanted.filter(on__lte=as_at), as_at=as_at))
    risks = {one.risk_id for row in found for one in row.changes.all() if one.risk_id}
    known = _Risks({}, {}, {})
    if risks:
        known = _Risks(worded(viewer, on=as_at, risks=risks), scored(viewer, on=as_at, risks=risks), scales(viewer))
    return [_row(viewer, row, known) for row in found]


@dataclass(frozen=True)
class _Risks:
    """What is known of the risks that evaluations name, fetched once: titles, residual scores, oldest first, and the matrices."""

    titles: Mapping[UUID, str]
    scores: Mapping[UUID, list[Any]]
    scales: Scales

    def scored(self, risk: UUID) -> list[Scored]:
        return [self.score(row, row.residual_likelihood, row.residual_impact) for row in self.scores.get(risk, ())]

    def score(self, row: Any, likelihood: int, impact: int) -> Scored:
        return Scored(on=row.on, likelihood=likelihood, impact=impact, scale=self.scales[row.matrix_id])


def _row(viewer: Viewer, row: Evaluation, known: _Risks) -> EvaluationRow:
    return EvaluationRow(
        ref=row.ref,
        words=row.words,
        next_plan=row.next_plan,
        on=row.on,
        done_by=row.done_by.name if row.done_by else "",
        actions=tuple((one.action.ref, one.action.what) for one in row.actions.all()),
        changes=tuple(sorted((_change(one, known) for one in row.changes.all()), key=lambda one: (one.on, KINDS.index(one.changed)))),
        taken=tuple(_taken(viewer, row)),
        marking=row.marking,
    )


def _taken(viewer: Viewer, row: Evaluation) -> list[TakenAt]:
    """Where it was taken: at the item it was made at, if the viewer may read that, and at later ones."""
    at = [(row.item, row.on)] if row.item and (viewer.reads_sensitive or row.item.marking != Marking.SENSITIVE) else []
    return [
        TakenAt(meeting=item.meeting.ref, item=item.title, on=on) for item, on in [*at, *((one.item, one.on) for one in row.taken.all())]
    ]


def _change(one: EvaluationChange, known: _Risks) -> ChangeRow:
    said: dict[str, Any] = {"changed": Changed(one.changed), "because": one.because, "on": one.on}
    if one.action:
        said |= {"action": one.action.ref, "what": one.action.what}
    if one.objective:
        said |= {"objective": one.objective.ref, "objective_title": one.objective.title}
    return ChangeRow(**said, **_proposal(one, known))


def _proposal(one: EvaluationChange, known: _Risks) -> dict[str, Any]:
    if one.risk is None or one.likelihood is None or one.impact is None:
        return {}
    scores = known.scored(one.risk.pk)
    proposed = known.score(one, one.likelihood, one.impact)
    before = [score for score in scores if score.on < one.on and score.scale.is_alike(proposed.scale)]
    return {
        "risk": one.risk.ref,
        "risk_title": known.titles.get(one.risk.pk, ""),
        "likelihood": one.likelihood,
        "impact": one.impact,
        "was": (before[-1].likelihood, before[-1].impact) if before else None,
        "followed": followed(proposed, reviews=scores),
    }


@dataclass(frozen=True, kw_only=True)
class CompletedRow:
    """A completed action of a plan, with the day by which it is to be evaluated, and whether it has been."""

    ref: str
    what: str
    owner: str
    person_id: UUID | None
    plan: str
    completed: date
    due: date
    is_evaluated: bool
    marking: str

    def is_due(self, on: date) -> bool:
        """Whether it waits for an evaluation that ought to have been made by now."""
        return not self.is_evaluated and self.due <= on


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How the completed actions of the plans stand: evaluated, due, not due yet."""

    on: date
    completed: tuple[CompletedRow, ...]

    @property
    def waiting(self) -> list[CompletedRow]:
        """Those that wait for an evaluation, due first."""
        return [row for row in self.completed if not row.is_evaluated]

    @property
    def sentence(self) -> str:
        """How they stand, in numbers; what is not due yet is counted aloud."""
        if not self.completed:
            return "No action of a plan is completed yet, so nothing waits to be evaluated."
        due = sum(row.is_due(self.on) for row in self.completed)
        early, done = len(self.waiting) - due, len(self.completed) - len(self.waiting)
        of = f"Of {counted(len(self.completed), 'completed action')}, {done or 'none'} {'is' if done == 1 else 'are'} evaluated"
        late = f"{due or 'none'} {'is' if due == 1 else 'are'} due for it"
        return f"{of}, {late}, and {early or 'none'} {'is' if early == 1 else 'are'} not due yet."


def completed_actions(viewer: Viewer, *, as_at: date) -> Standing:
    """The completed actions of the plans on a day, those to be evaluated first on top; five statements, however many there are."""
    planned: dict[str, str] = {}
    in_plans = PlannedAction.objects.filter(readable(viewer, "plan__marking"), area=viewer.area_id, on__lte=as_at)
    ends: dict[str, date] = {}
    keys = set()
    for row in in_plans.order_by(*OLDEST).values_list("action_id", "action__ref", "plan__ref", "ending__on", named=True):
        keys.add(row.action_id)
        planned[row.action__ref] = row.plan__ref
        ends[row.action__ref] = row.ending__on or date.max
    made = _evaluated(viewer, as_at)
    rows = [
        CompletedRow(
            ref=row.ref,
            what=row.what,
            owner=row.owner,
            person_id=row.person_id,
            plan=planned[row.ref],
            completed=row.closed,
            due=evaluation_due(row.closed),
            is_evaluated=is_evaluated(row.closed, evaluations=made[row.ref]),
            marking=row.marking,
        )
        for row in action_rows(viewer, as_at=as_at, status=ActionStatus.DONE, among=keys)
        if row.ref in planned and row.closed and row.closed <= ends[row.ref]
    ]
    return Standing(on=as_at, completed=tuple(sorted(rows, key=lambda row: (row.is_evaluated, row.due, row.ref))))


def _evaluated(viewer: Viewer, as_at: date) -> dict[str, list[date]]:
    """The days on which each action was evaluated, by the evaluations the viewer may see."""
    found: dict[str, list[date]] = defaultdict(list)
    rows = EvaluatedAction.objects.filter(readable(viewer, "evaluation__marking"), area=viewer.area_id, evaluation__on__lte=as_at)
    for ref, on in rows.values_list("action__ref", "evaluation__on"):
        found[ref].append(on)
    return found


def evaluations_of_action(viewer: Viewer, refs: tuple[str, ...], *, as_at: date) -> list[EvaluationRow]:
    """The evaluations that cover any of these actions."""
    covers = EvaluatedAction.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__ref__in=refs)
    return evaluation_rows(viewer, as_at=as_at, rows=evaluations(viewer).filter(pk__in=covers.values("evaluation")))


def evaluations_of_risk(viewer: Viewer, refs: tuple[str, ...], *, as_at: date) -> list[EvaluationRow]:
    """The evaluations that propose a score for any of these risks."""
    changes = EvaluationChange.objects.filter(readable(viewer, "risk__marking"), area=viewer.area_id, risk__ref__in=refs)
    return evaluation_rows(viewer, as_at=as_at, rows=evaluations(viewer).filter(pk__in=changes.values("evaluation")))


def evaluations_for_plan(viewer: Viewer, ref: str, *, as_at: date) -> list[EvaluationRow]:
    """What evaluations of the plan before say for this one: of the plan it follows, or else of the group's plan before it."""
    plan = plans(viewer).filter(ref=ref).first()
    before = _plan_before(viewer, plan) if plan else None
    if before is None:
        return []
    acts = PlannedAction.objects.filter(area=viewer.area_id, plan=before).values("action")
    covers = EvaluatedAction.objects.filter(readable(viewer, "action__marking"), area=viewer.area_id, action__in=acts)
    rows = evaluations(viewer).filter(pk__in=covers.values("evaluation")).exclude(next_plan="")
    return evaluation_rows(viewer, as_at=as_at, rows=rows)


def _plan_before(viewer: Viewer, plan: Plan) -> Plan | None:
    if plan.follows_id:
        return plans(viewer).filter(pk=plan.follows_id).first()
    return plans(viewer).filter(group=plan.group_id, covers_from__lt=plan.covers_from).order_by("-covers_from").first()
