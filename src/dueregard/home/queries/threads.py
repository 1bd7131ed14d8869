"""Every thread of an area in one list: the risks above tolerance and those with a break first."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.assurance.queries import loose_ends
from dueregard.assurance.queries.remembering import ANSWERS, remembering
from dueregard.guidance.loose_end import Severity
from dueregard.home.rules.thread import Key, in_order
from dueregard.organisations.queries.remembering import remembering as remembering_records
from dueregard.partnership.queries import thread as partnership
from dueregard.privacy.marking import Marking
from dueregard.risk.queries import register
from dueregard.risk.queries import thread as risk


@dataclass(frozen=True, kw_only=True)
class ThreadRow:
    """One risk's thread as the list shows it."""

    ref: str
    score: int | None
    is_above: bool
    sources: int
    actions: int
    breaks: int
    loose: int
    marking: Marking

    @property
    def comes_first(self) -> bool:
        return self.is_above or self.breaks > 0


@dataclass(frozen=True, kw_only=True)
class Threads:
    """The threads of every open risk the viewer may see, and how they stand in numbers."""

    rows: tuple[ThreadRow, ...]

    @cached_property
    def above(self) -> int:
        """How many of the risks are above tolerance."""
        return sum(row.is_above for row in self.rows)

    @cached_property
    def loose(self) -> int:
        """How many of the threads have a loose end."""
        return sum(row.loose > 0 for row in self.rows)


def threads(viewer: Viewer) -> Threads:
    """The open risks the viewer may see, each with how its thread stands today; a fixed number of statements, however many there are."""
    with remembering(viewer) as before:
        return before.get(ANSWERS, ("threads", viewer.today), lambda: _worked_out(viewer))


def _worked_out(viewer: Viewer) -> Threads:
    on, on_thread = viewer.today, _on_thread(viewer)
    severities: dict[Key, list[Severity]] = defaultdict(list)
    for end in loose_ends(viewer, on=on, known=on) if viewer.may(Permission.PARTNERSHIP_READ) else ():
        severities[Key(end.subject.kind, end.subject.ref)].append(end.severity)
    with remembering_records(viewer) as kept:
        standing = register(viewer, kept, as_at=on, known=on, then=on)
    found = []
    for line in standing.lines:
        keys = on_thread[line.ref] | {Key("risk", line.ref)}
        ends = [severity for key in keys for severity in severities.get(key, ())]
        found.append(
            ThreadRow(
                ref=line.ref,
                score=line.now.product if line.now else None,
                is_above=line.is_above,
                sources=sum(key.kind == "source" for key in keys),
                actions=sum(key.kind == "action" for key in keys),
                breaks=sum(severity is Severity.BREAK for severity in ends),
                loose=len(ends),
                marking=Marking.SENSITIVE if line.is_sensitive else Marking.OFFICIAL,
            )
        )
    found.sort(key=lambda row: (not row.comes_first, -(row.score or 0) if row.comes_first else 0, in_order(row.ref)))
    return Threads(rows=tuple(found))


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
