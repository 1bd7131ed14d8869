"""The golden thread of a record: its rows from every app in a fixed number of statements, and the loose ends that are about it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries import loose_ends
from dueregard.assurance.queries.remembering import ANSWERS, remembering
from dueregard.home.rules.thread import Key, Rows, Thread, rows, thread_of, through
from dueregard.partnership.queries import thread as partnership
from dueregard.partnership.queries.actions import ActionRow
from dueregard.partnership.rules.decisions import DecisionKind, Rag
from dueregard.plan.queries import thread as plan
from dueregard.plan.rules.evaluations import Changed
from dueregard.privacy.marking import Marking
from dueregard.risk.queries import thread as risk
from dueregard.risk.rules.risks import RiskKind, RiskStatus
from dueregard.risk.rules.sources import SourceKind
from dueregard.ui.places import address_for

Found = set[UUID] | None
SHORT = {  # a kind of source in as few letters as a box has
    SourceKind.PROFILE: "local profile",
    SourceKind.THREAT_LEVEL: "threat level",
    SourceKind.TREND: "emerging trend",
    SourceKind.DATA: "local data",
    SourceKind.PARTNER: "from a partner",
}


@dataclass(frozen=True, kw_only=True)
class ThreadSeen:
    """A thread as a page shows it, with the page that ties each loose end and the marking of the most sensitive thing on it."""

    thread: Thread
    title: str
    ties: dict[int, str]
    marking: Marking


def thread(viewer: Viewer, kind: str, ref: str, *, on: date) -> ThreadSeen | None:
    """The whole line both ways through a record as it stands on a day; None where the viewer sees no such record."""
    with remembering(viewer) as before:
        return before.get(ANSWERS, ("thread", kind, ref, on), lambda: _worked_out(viewer, kind, ref, on=on))


def _worked_out(viewer: Viewer, kind: str, ref: str, *, on: date) -> ThreadSeen | None:
    reach = _reach(viewer, kind, ref, on=on)
    if reach is None:
        return None
    found = _rows(viewer, reach, on=on)
    starts = _starts(found, kind, ref)
    mine = through(found, starts)
    ends = loose_ends(viewer, on=on, known=on) if viewer.may(Permission.PARTNERSHIP_READ) else []
    seen = thread_of(mine, starts=starts, ends=ends, on=on)
    return ThreadSeen(
        thread=seen,
        title=_title(found, Key(kind, ref)),
        ties={one.number: address_for(viewer, one.end.tie_at, one.end.ref) for one in seen.loose},
        marking=Marking.SENSITIVE if mine.has_sensitive else Marking.OFFICIAL,
    )


@dataclass(frozen=True, kw_only=True)
class Reach:
    """The risks, actions and sources whose rows the thread of a record may need."""

    risks: set[UUID]
    actions: set[UUID]
    sources: set[UUID]
    decisions: frozenset[str] = frozenset()  # by ref: the one it was opened at, though nothing may hang on it yet


def _reach(viewer: Viewer, kind: str, ref: str, *, on: date) -> Reach | None:
    """From the record outwards: to its risks and their actions, or to its actions and their risks."""
    behind = BEHIND.get(kind)
    first: Found = behind(viewer, ref, on=on) if behind else None
    if first is None:
        return None
    if kind in {"action", "decision", "evaluation", "plan"}:
        answers = partnership.answers(viewer, on=on, actions=first)
        accepted = partnership.accepted(viewer, on=on, decision=ref) if kind == "decision" else []
        risks = {row.risk_id for row in (*answers, *accepted)}
        return Reach(risks=risks, actions=first, sources=set(), decisions=frozenset({ref} if kind == "decision" else ()))
    rests = risk.resting(viewer, on=on, sources=first) if kind == "source" else []
    risks = {row.risk_id for row in rests} if kind == "source" else first
    actions = {row.action_id for row in partnership.answers(viewer, on=on, risks=risks)}
    return Reach(risks=risks, actions=actions, sources=first if kind == "source" else set())


BEHIND: dict[str, Callable[..., Found]] = {
    "risk": risk.risk_behind,
    "source": risk.source_behind,
    "assessment": risk.risks_behind_assessment,
    "action": partnership.action_behind,
    "decision": partnership.actions_behind_decision,
    "evaluation": plan.actions_behind_evaluation,
    "plan": plan.actions_behind_plan,
}


def _starts(found: Rows, kind: str, ref: str) -> set[Key]:
    """What the thread is opened at: the record, or the risks of an assessment and the actions of a plan."""
    if kind == "assessment":
        return {Key("risk", row.ref) for row in found.risks}
    return {Key("action", row.ref) for row in found.actions} if kind == "plan" else {Key(kind, ref)}


def _title(found: Rows, key: Key) -> str:
    """What the record is called; nothing where the thread has no row of it."""
    titles: dict[Key, str] = {Key("risk", row.ref): row.title for row in found.risks}
    titles |= {Key("source", row.ref): row.title for row in found.sources}
    titles |= {Key("action", row.ref): row.what for row in found.actions}
    titles |= {Key("decision", row.ref): row.words for row in found.decisions}
    titles |= {Key("evaluation", row.ref): row.words for row in found.evaluations}
    return titles.get(key, "")


def _rows(viewer: Viewer, reach: Reach, *, on: date) -> Rows:
    """Every row the thread may need, each noun in a fixed number of statements."""
    rests = risk.resting(viewer, on=on, risks=reach.risks)
    sources = risk.source_rows(viewer, on=on, sources={row.source_id for row in rests} | reach.sources)
    accepted = partnership.accepted(viewer, on=on, risks=reach.risks)
    decided = partnership.decided(viewer, on=on, actions=reach.actions)
    taken = {ref for _, ref in decided} | {row.decision__ref for row in accepted} | reach.decisions
    evaluated = plan.evaluated(viewer, on=on, actions=reach.actions)
    return Rows(
        sources=tuple(_source(row) for row in sources),
        risks=_risks(viewer, reach, _by(rests, "risk_id", "source__ref"), _by(accepted, "risk_id", "decision__ref"), on=on),
        actions=_actions(viewer, reach, decided, evaluated, on=on),
        decisions=tuple(_decision(row) for row in partnership.decisions_on_thread(viewer, on=on, refs=taken)),
        evaluations=_evaluations(viewer, evaluated, on=on),
    )


def _by(found: Iterable[Any], of: str, what: str) -> dict[Any, tuple[Any, ...]]:
    """One column of some rows by another, each once, in the order they came."""
    gathered: dict[Any, dict[Any, None]] = defaultdict(dict)
    for row in found:
        gathered[getattr(row, of)][getattr(row, what)] = None
    return defaultdict(tuple, {key: tuple(values) for key, values in gathered.items()})


def _source(row: Any) -> rows.Source:
    kind = f"local profile, {row.profile__edition}" if row.profile__edition else SHORT[SourceKind(row.kind)]
    sensitive = row.marking == Marking.SENSITIVE
    return rows.Source(ref=row.ref, kind=kind, title=row.title, on=row.on, by=row.body__name or "", is_sensitive=sensitive)


def _risks(viewer: Viewer, reach: Reach, rests: Any, accepted: Any, *, on: date) -> tuple[rows.Risk, ...]:
    worded, stood = risk.worded(viewer, on=on, risks=reach.risks), risk.stood(viewer, on=on, risks=reach.risks)
    scored = risk.scored(viewer, on=on, risks=reach.risks)
    return tuple(
        rows.Risk(
            ref=row.ref,
            kind=RiskKind(row.kind).label.partition(":")[0],
            title=worded.get(row.pk, row.ref),
            sources=rests[row.pk],
            accepted=accepted[row.pk],
            scores=tuple(
                rows.Score(on=one.on, likelihood=one.residual_likelihood, impact=one.residual_impact, tolerance=one.tolerance)
                for one in scored[row.pk]
            ),
            is_open=stood.get(row.pk) != RiskStatus.CLOSED,
            is_sensitive=row.marking == Marking.SENSITIVE,
        )
        for row in risk.risk_rows(viewer, on=on, risks=reach.risks)
    )


def _actions(viewer: Viewer, reach: Reach, decided: set[tuple[str, str]], evaluated: list[Any], *, on: date) -> tuple[rows.Action, ...]:
    answers = _by(partnership.answers(viewer, on=on, actions=reach.actions), "action__ref", "risk__ref")
    reviews = _by(_reviews(viewer, reach, on=on), "action", "review")
    last = {row.action__ref: row for row in partnership.updates(viewer, on=on, actions=reach.actions)}
    carried: dict[str, dict[str, rows.Carried]] = defaultdict(dict)
    for row in plan.carried(viewer, on=on, actions=reach.actions):
        carried[row.action__ref][row.plan__ref] = rows.Carried(plan=row.plan__ref, title=row.plan__title, on=row.on)
    found = partnership.actions_on_thread(viewer, on=on, actions=reach.actions)
    by_action = _by(evaluated, "action__ref", "evaluation__ref")
    return tuple(
        _action(
            row,
            risks=answers[row.ref],
            reviews=reviews[row.ref],
            decisions=tuple(sorted(decision for action, decision in decided if action == row.ref)),
            update=_update(last[row.ref]) if row.ref in last else None,
            evaluations=by_action[row.ref],
            carried=tuple(carried[row.ref].values()),
        )
        for row in found
    )


def _action(row: ActionRow, **hanging: Any) -> rows.Action:
    return rows.Action(
        ref=row.ref,
        what=row.what,
        on=row.on,
        owner=row.owner,
        due=row.due,
        status=row.status,
        closed=row.closed,
        is_sensitive=row.marking == Marking.SENSITIVE,
        **hanging,
    )


@dataclass(frozen=True)
class _Reviewed:
    action: str
    review: rows.Review


def _reviews(viewer: Viewer, reach: Reach, *, on: date) -> list[_Reviewed]:
    """Where an item stood on its agenda is told only to whoever sees every item: to others it would tell how many are kept from them."""
    return [
        _Reviewed(
            row.action__ref,
            rows.Review(
                meeting=row.item__meeting__ref,
                item=row.item__ref if viewer.reads_sensitive or row.item__marking == Marking.OFFICIAL else "",
                on=row.on,
                words=row.words,
                number=row.item__position if viewer.reads_sensitive else None,
            ),
        )
        for row in partnership.reviews(viewer, on=on, actions=reach.actions)
    ]


def _update(row: Any) -> rows.Update:
    return rows.Update(on=row.on, words=row.words, rag=Rag(row.rag) if row.rag else None)


def _decision(row: Any) -> rows.Decision:
    made = [one.check_made for one in (*row.checks.all(), *(row.paper.checks.all() if row.paper else ()))]
    reasons = ("mindful_because", "proportionate_because", "reduces_because")
    return rows.Decision(
        ref=row.ref,
        words=row.words,
        on=row.on,
        needs_check=row.kind == DecisionKind.DELIVERY,
        answered=max((sum(bool(getattr(one, reason).strip()) for reason in reasons) for one in made), default=None),
        is_sensitive=row.marking == Marking.SENSITIVE,
    )


def _evaluations(viewer: Viewer, evaluated: list[Any], *, on: date) -> tuple[rows.Evaluation, ...]:
    once = {row.evaluation__ref: row for row in evaluated}
    changed: dict[str, list[rows.Change]] = defaultdict(list)
    for row in plan.changes(viewer, on=on, evaluations=set(once)):
        changed[row.evaluation__ref].append(_change(row))
    return tuple(
        rows.Evaluation(
            ref=ref,
            words=row.evaluation__words,
            on=row.evaluation__on,
            next_plan=row.evaluation__next_plan,
            changes=tuple(changed[ref]),
            is_sensitive=row.evaluation__marking == Marking.SENSITIVE,
        )
        for ref, row in once.items()
    )


def _change(row: Any) -> rows.Change:
    return rows.Change(
        changed=Changed(row.changed),
        on=row.on,
        risk=row.risk__ref or "",
        score=row.likelihood * row.impact if row.likelihood and row.impact else None,
        action=row.action__ref or "",
        objective=row.objective__ref or "",
        title=row.action__what or row.objective__title or "",
        because=row.because,
    )
