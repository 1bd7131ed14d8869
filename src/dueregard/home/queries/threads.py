"""Every thread of an area in one list: the risks above tolerance and those with a break first."""

from collections import defaultdict
from dataclasses import dataclass

from dueregard.access.viewer import Viewer
from dueregard.guidance.loose_end import Severity
from dueregard.home.queries.today import loose_rows
from dueregard.home.rules.thread import Key, in_order
from dueregard.partnership.queries import thread as partnership
from dueregard.risk.queries import thread as risk
from dueregard.risk.rules.risks import RiskStatus


@dataclass(frozen=True, kw_only=True)
class ThreadRow:
    """One risk's thread as the list shows it."""

    ref: str
    title: str
    score: int | None
    is_above: bool
    sources: int
    actions: int
    breaks: int
    loose: int
    marking: str

    @property
    def comes_first(self) -> bool:
        return self.is_above or self.breaks > 0


def thread_rows(viewer: Viewer) -> list[ThreadRow]:
    """The open risks the viewer may see, each with how its thread stands today; a fixed number of statements, however many there are."""
    on = viewer.today
    worded, stood, scored = risk.worded(viewer, on=on), risk.stood(viewer, on=on), risk.scored(viewer, on=on)
    on_thread = _on_thread(viewer)
    severities: dict[Key, list[Severity]] = defaultdict(list)
    for row in loose_rows(viewer, on=on, known=on):
        severities[Key(row.end.subject.kind, row.end.subject.ref)].append(row.end.severity)
    found = []
    for row in risk.risk_rows(viewer, on=on):
        if stood.get(row.pk) == RiskStatus.CLOSED:
            continue
        keys, scores = on_thread[row.ref] | {Key("risk", row.ref)}, scored.get(row.pk)
        ends = [severity for key in keys for severity in severities.get(key, ())]
        last = scores[-1] if scores else None
        score = last.residual_likelihood * last.residual_impact if last else None
        found.append(
            ThreadRow(
                ref=row.ref,
                title=worded.get(row.pk, row.ref),
                score=score,
                is_above=last is not None and score is not None and score > last.tolerance,
                sources=sum(key.kind == "source" for key in keys),
                actions=sum(key.kind == "action" for key in keys),
                breaks=sum(severity is Severity.BREAK for severity in ends),
                loose=len(ends),
                marking=row.marking,
            )
        )
    return sorted(found, key=lambda row: (not row.comes_first, -(row.score or 0) if row.comes_first else 0, in_order(row.ref)))


def _on_thread(viewer: Viewer) -> dict[str, set[Key]]:
    """What is on the thread of each risk and may have a loose end: its sources, actions and decisions."""
    on, found = viewer.today, defaultdict[str, set[Key]](set)
    for row in risk.resting(viewer, on=on):
        found[row.risk__ref].add(Key("source", row.source__ref))
    for row in partnership.accepted(viewer, on=on):
        found[row.risk__ref].add(Key("decision", row.decision__ref))
    taken: dict[str, set[Key]] = defaultdict(set)
    for action, decision in partnership.decided(viewer, on=on):
        taken[action].add(Key("decision", decision))
    for row in partnership.answers(viewer, on=on):
        found[row.risk__ref] |= {Key("action", row.action__ref)} | taken[row.action__ref]
    return found
