"""Deeds on evaluations: what completed actions came to, what that changes, and the meeting at which it was taken."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused, refuse_if
from dueregard.organisations.actions import counter
from dueregard.organisations.actions.given import change, choice, happened, marked, new, one, person_or_none
from dueregard.organisations.actions.given import words as said
from dueregard.partnership import queries as partnership
from dueregard.partnership.queries import ActionRow
from dueregard.partnership.rules.meetings import why_not_change_minutes
from dueregard.plan import queries
from dueregard.plan.actions.recording import record
from dueregard.plan.models import EvaluatedAction, Evaluation, EvaluationChange, EvaluationTaken
from dueregard.plan.queries.evaluations import evaluations_to_change
from dueregard.plan.rules import evaluations as rules
from dueregard.plan.rules.evaluations import Changed
from dueregard.privacy.marking import Marking
from dueregard.risk.queries.matrix import matrix_on
from dueregard.risk.queries.thread import risks_there
from dueregard.risk.rules.matrix import DEFAULT


@dataclass(frozen=True, kw_only=True)
class Change:
    """What an evaluation changes: a score it proposes for a risk, an action, an objective; or nothing, and why."""

    changed: str
    because: str = ""
    risk: str | None = None
    likelihood: int | None = None
    impact: int | None = None
    action: str | None = None
    objective: str | None = None


@deed
def evaluate(
    words: str,
    *,
    by: Viewer,
    on: date,
    actions: Sequence[str],
    changes: Sequence[Change],
    next_plan: str = "",
    item: str | None = None,
    done_by: str | None = None,
    marking: str = Marking.OFFICIAL.value,
    ref: str | None = None,
    once: UUID | None = None,
) -> Evaluation:
    """Evaluate completed actions together: what difference they made and how we know, what that changes, what it says for the next plan."""
    by.must(Permission.PLAN_EDIT)
    kept = marked(marking, by=by)
    first, before = new(Evaluation, counter("EV", kept), by=by, ref=ref, once=once)
    if before:
        return before
    covered = _completed(actions, by=by, on=happened(on, by=by))
    meant = [_meant(each, by=by, on=on) for each in changes]
    if not meant:
        raise Refused("Say what it changes, or that nothing changes and why")
    refuse_if(rules.why_not_cover(kept, covered=[row.marking for row in covered] + _markings(meant), sensitive=Marking.SENSITIVE))
    made = Evaluation.objects.create(
        **first,
        words=said(words, ask="Say what difference it made, and how we know"),
        next_plan=next_plan.strip(),
        item=_made_at(item, by=by, on=on) if item else None,
        on=on,
        done_by=person_or_none(done_by, by=by),
        marking=kept,
    )
    wanted = partnership.actions(by).filter(ref__in=[row.ref for row in covered])
    EvaluatedAction.objects.bulk_create(EvaluatedAction(**by.stamp, evaluation=made, action=action, on=on) for action in wanted)
    EvaluationChange.objects.bulk_create(EvaluationChange(**by.stamp, evaluation=made, on=on, **each) for each in meant)
    record("plan.evaluation.made", made, by=by, on=on, actions=len(covered))
    return made


@deed
def add_change(ref: str, *, by: Viewer, on: date, change_made: Change, seen: int | None = None) -> None:
    """Record something more that an evaluation changed, or led to later."""
    by.must(Permission.PLAN_EDIT)
    evaluation = evaluations_to_change(by).get(ref=ref)
    refuse_if(rules.why_not_take(evaluation.on, met=happened(on, by=by)) and "This cannot have come of it before it was made")
    meant = _meant(change_made, by=by, on=on)
    refuse_if(rules.why_not_cover(evaluation.marking, covered=_markings([meant]), sensitive=Marking.SENSITIVE))
    change(evaluation, by=by, seen=seen)
    EvaluationChange.objects.create(**by.stamp, evaluation=evaluation, on=on, **meant)
    record("plan.evaluation.changed-something", evaluation, by=by, on=on)


@deed
def take_evaluation(ref: str, *, by: Viewer, item: str, seen: int | None = None) -> None:
    """Record that an evaluation made earlier was taken at an item of a meeting, on the day of that meeting."""
    by.must(Permission.PLAN_EDIT)
    evaluation = evaluations_to_change(by).get(ref=ref)
    at, day = _at(item, by=by)
    refuse_if(rules.why_not_take(evaluation.on, met=day))
    if evaluation.item_id == at.pk or evaluation.taken.filter(item=at).exists():
        raise Refused("The evaluation was taken at this item already")
    change(evaluation, by=by, seen=seen)
    EvaluationTaken.objects.create(**by.stamp, evaluation=evaluation, item=at, on=day)
    record("plan.evaluation.taken", evaluation, by=by, on=day)


def _completed(refs: Sequence[str], *, by: Viewer, on: date) -> list[ActionRow]:
    """The actions covered, each completed by the day, as it stood then."""
    if not refs:
        raise Refused("Choose the completed actions it evaluates")
    rows = {
        row.ref: row for row in partnership.action_rows(by, as_at=by.today, among=partnership.actions(by).filter(ref__in=refs).values("pk"))
    }
    for ref in refs:
        if ref not in rows:
            raise Refused(f"There is no action {ref} in this area that you can see")
        row = rows[ref]
        refuse_if(rules.why_not_evaluate(ref, completed=row.closed if row.status == "done" else None, on=on))
    return [rows[ref] for ref in dict.fromkeys(refs)]


def _meant(change_made: Change, *, by: Viewer, on: date) -> dict[str, Any]:
    """The fields of a change, with only what its kind asks for, each looked up."""
    changed = choice(change_made.changed, Changed, what="kind of change")
    score = (change_made.likelihood, change_made.impact)
    names = {"names_risk": bool(change_made.risk), "names_action": bool(change_made.action), "names_objective": bool(change_made.objective)}
    refuse_if(rules.why_not_change(changed, score=score, because=change_made.because, **names))
    fields: dict[str, Any] = {"changed": changed.value, "because": change_made.because.strip()}
    if changed is Changed.SCORE:
        matrix = matrix_on(by, as_at=on)
        refuse_if(rules.why_not_score(score[0] or 0, score[1] or 0, size=matrix.size if matrix else DEFAULT.size))
        risk = one(risks_there(by, on=on), change_made.risk or "", what="risk")
        fields |= {"risk": risk, "likelihood": score[0], "impact": score[1], "matrix": matrix}
    if changed is Changed.ACTION:
        fields |= {"action": one(partnership.actions(by), change_made.action or "", what="action")}
    if changed is Changed.OBJECTIVE:
        fields |= {"objective": one(queries.objectives(by), change_made.objective or "", what="objective")}
    return fields


def _markings(meant: Iterable[dict[str, Any]]) -> list[str]:
    """How sensitive the things are that changes name."""
    found = [each[name].marking for each in meant for name in ("risk", "action") if name in each]
    return [*found, *(each["objective"].plan.marking for each in meant if "objective" in each)]


def _made_at(item: str, *, by: Viewer, on: date) -> Any:
    at, day = _at(item, by=by)
    refuse_if(rules.why_not_at(day, on=on))
    return at


def _at(item: str, *, by: Viewer) -> tuple[Any, date]:
    """The item, and the day of its meeting: what is minuted there is dated to it, until the minutes are cleared."""
    at = one(partnership.items(by), item, what="agenda item")
    meeting = partnership.meetings_to_change(by).get(pk=at.meeting_id)
    state = partnership.state_of(meeting)
    refuse_if(why_not_change_minutes(state.stage))
    return at, happened(state.day, by=by)
