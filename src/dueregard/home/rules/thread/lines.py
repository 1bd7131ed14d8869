"""The lines a thread is made of: each runs from one source through one risk and one action to all that came of it.

The thread of a record is every line it lies on. So what is on the thread of one record has that record on its own:
it is the same thread from both ends.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from dueregard.home.rules.thread.rows import Action, Key, Risk, Rows


@dataclass(frozen=True, kw_only=True)
class Line:
    """One way from a threat to what came of it; empty where the thread has no such record."""

    source: str = ""
    risk: str = ""
    action: str = ""
    rest: frozenset[Key] = frozenset()

    @property
    def keys(self) -> frozenset[Key]:
        """Every record on the line."""
        named = {Key("source", self.source), Key("risk", self.risk), Key("action", self.action)}
        return frozenset(key for key in named if key.ref) | self.rest


def lines(rows: Rows) -> frozenset[Line]:
    """Every line there is."""
    risks = {risk.ref: risk for risk in rows.risks}
    there = frozenset(rows.records())
    found: set[Line] = set()
    for action in rows.actions:
        known: list[Risk | None] = [risks[ref] for ref in action.risks if ref in risks]
        found |= {line for risk in known or [None] for line in _through(there, risk, action)}
    answered = {ref for action in rows.actions for ref in action.risks}
    for risk in rows.risks:
        if risk.accepted or risk.ref not in answered:
            found |= _through(there, risk, None)
    used = {ref for risk in rows.risks for ref in risk.sources}
    return frozenset(found | {Line(source=source.ref) for source in rows.sources if source.ref not in used})


def _through(there: frozenset[Key], risk: Risk | None, action: Action | None) -> set[Line]:
    sources = [ref for ref in risk.sources if Key("source", ref) in there] if risk else []
    accepted = frozenset(Key("decision", ref) for ref in risk.accepted) if risk and not action else frozenset()
    rest = (_hanging(action) if action else accepted) & there
    return {Line(source=ref, risk=risk.ref if risk else "", action=action.ref if action else "", rest=rest) for ref in sources or [""]}


def _hanging(action: Action) -> frozenset[Key]:
    """What hangs on an action: the meetings that reviewed it, decisions, evaluations."""
    return frozenset(
        {Key("meeting", review.meeting) for review in action.reviews}
        | {Key("decision", ref) for ref in action.decisions}
        | {Key("evaluation", ref) for ref in action.evaluations}
    )


def through(rows: Rows, starts: Collection[Key]) -> Rows:
    """The thread of these records: only the lines that one of them lies on, and of each record only what lies on those lines with it."""
    wanted = [line for line in lines(rows) if line.keys & set(starts)]
    on_it = {key for line in wanted for key in line.keys}
    rests = {(line.source, line.risk) for line in wanted}
    answers = {(line.risk, line.action) for line in wanted}
    accepting = {line.risk for line in wanted if not line.action}
    return Rows(
        sources=tuple(row for row in rows.sources if Key("source", row.ref) in on_it),
        risks=tuple(
            replace(
                row,
                sources=tuple(ref for ref in row.sources if (ref, row.ref) in rests),
                accepted=row.accepted if row.ref in accepting else (),
            )
            for row in rows.risks
            if Key("risk", row.ref) in on_it
        ),
        actions=tuple(
            replace(row, risks=tuple(ref for ref in row.risks if (ref, row.ref) in answers))
            for row in rows.actions
            if Key("action", row.ref) in on_it
        ),
        decisions=tuple(row for row in rows.decisions if Key("decision", row.ref) in on_it),
        evaluations=tuple(row for row in rows.evaluations if Key("evaluation", row.ref) in on_it),
    )
