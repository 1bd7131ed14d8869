"""Where on a thread each loose end is seen: the loose ends are those of the sections, so that the picture and the list never disagree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dueregard.guidance.loose_end import LooseEnd, Severity
from dueregard.home.rules.thread.cells import NO_CHECK, NO_OWNER, NO_SCORE, Cell, Column, Said, Tone
from dueregard.home.rules.thread.rows import Key


@dataclass(frozen=True)
class Place:
    """A column, and what is said there in red."""

    column: Column
    words: str = ""  # none: the loose end's own sentence
    instead: str = ""  # what the box said of it without a loose end


# What is missing has a place of its own; every other loose end is seen on the record it is about.
PLACES: Mapping[str, Place] = {
    "partnership.decision-without-check": Place(Column.DECISION, "No Security Threat Check", instead=NO_CHECK),
    "partnership.check-incomplete": Place(Column.DECISION, "Check incomplete"),
    "partnership.check-afterwards": Place(Column.DECISION, "Check made afterwards"),
    "partnership.action-not-reviewed": Place(Column.REVIEW, "Not reviewed at the last meeting"),
    "partnership.action-without-owner": Place(Column.ACTION, "Nobody owns it", instead=NO_OWNER),
    "partnership.action-without-due": Place(Column.ACTION, "No due date"),
    "partnership.action-overdue": Place(Column.ACTION, "Late"),
    "risk.above-tolerance-without-action": Place(Column.ACTION, "No open action, and not accepted"),
    "risk.above-tolerance-all-overdue": Place(Column.RISK, "Every action late"),
    "risk.review-overdue": Place(Column.RISK, "Review late"),
    "risk.without-score": Place(Column.RISK, "No score", instead=NO_SCORE),
    "risk.without-owner": Place(Column.RISK, "Nobody owns it"),
    "risk.without-corporate-reference": Place(Column.RISK, "No corporate reference"),
    "risk.without-source": Place(Column.SOURCE, "No source"),
    "risk.threat-level-changed": Place(Column.SOURCE, "Newer than the assessment"),
    "risk.profile-old": Place(Column.SOURCE, "Old, and no newer one asked for"),
    "plan.action-without-risk": Place(Column.RISK, "No risk"),
    "plan.action-without-start": Place(Column.ACTION, "No start"),
    "plan.action-without-check": Place(Column.ACTION, "No threat check"),
    "plan.action-moved-often": Place(Column.ACTION, "Moved again and again"),
    "plan.action-not-reviewed": Place(Column.REVIEW, "Not reviewed at the last meeting"),
    "plan.completed-not-evaluated": Place(Column.RESULT, "Not evaluated"),
}
ABOUT: Mapping[str, Column] = {
    "source": Column.SOURCE,
    "risk": Column.RISK,
    "action": Column.ACTION,
    "decision": Column.DECISION,
    "evaluation": Column.RESULT,
}


@dataclass(frozen=True)
class Loose:
    """A loose end of this thread, with its number in the picture and in the table under it."""

    number: int
    end: LooseEnd

    @property
    def about(self) -> Key:
        """The record it is about."""
        return Key(self.end.subject.kind, self.end.subject.ref)

    @property
    def place(self) -> Place:
        """Where it is seen."""
        return PLACES.get(self.end.kind) or Place(ABOUT[self.end.subject.kind])


def numbered(ends: Sequence[LooseEnd], on_it: frozenset[Key]) -> tuple[Loose, ...]:
    """The loose ends that are about a record of this thread, in the order given: worst first."""
    mine = [end for end in ends if end.subject.kind in ABOUT and Key(end.subject.kind, end.subject.ref) in on_it]
    return tuple(Loose(number, end) for number, end in enumerate(mine, start=1))


def seen_at(cells: Mapping[Column, Cell], loose: Loose, *, column: Column | None = None) -> dict[Column, Cell]:
    """These boxes with the loose end on one of them; where there is none to see it on, a box for what is missing."""
    column = loose.place.column if column is None else column
    red = Said(loose.place.words or loose.end.says, Tone.MISSING)
    there, is_bad = cells.get(column), loose.end.severity is not Severity.NOTE
    if there is None:
        absent = Cell(column=column, said=(red,), opens=loose.about, loose=(loose.number,), is_absent=True, is_loose=True)
        return {**cells, column: absent}
    kept = tuple(one for one in there.said if not (there.is_waiting and one.tone is Tone.PLAIN) and one.words != loose.place.instead)
    said = kept if red in kept else (*kept, red)
    changed = replace(there, said=said, loose=(*there.loose, loose.number), is_loose=there.is_loose or is_bad)
    return {**cells, column: replace(changed, is_absent=there.is_absent or (there.is_waiting and is_bad), is_waiting=False)}
