"""How packs and minutes say what both of them say: times, meetings, agenda items, papers, actions. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from dueregard.basics.dates import counted, say, say_time
from dueregard.partnership.queries import ActionRow, MeetingRow
from dueregard.partnership.queries.sheets import Line
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.meetings import ItemKind, MeetingKind
from dueregard.privacy.marking import Marking
from dueregard.ui.papers import Block, note, table

SEALED = f"This is the Official edition. What is marked {Marking.SENSITIVE.label} is not in it."
SPOKEN_OF = {  # an item's kind, where its title need not say it
    ItemKind.MINUTES: "Minutes",
    ItemKind.TERMS: "Terms of reference",
    ItemKind.RISK: "Risk assessment",
    ItemKind.PLAN: "Partnership plan",
    ItemKind.ACTION: "Action",
    ItemKind.EXCHANGE: "From a community organisation",
    ItemKind.REPORT: "Report",
}


def clock(at: time | None) -> str:
    """A time of day, where there is one."""
    return say_time(datetime.combine(date.min, at)) if at else ""


def from_to(starts: time | None, ends: time | None) -> str:
    """From when to when, as far as that is known."""
    if starts and ends:
        return f"{clock(starts)} to {clock(ends)}"
    return f"from {clock(starts)}" if starts else f"until {clock(ends)}" if ends else ""


def filled(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Of these rows those that say something."""
    return [row for row in rows if row[1]]


def about(state: MeetingRow) -> list[tuple[str, str]]:
    """What a meeting is, when and where."""
    kind = f"{state.kind.label}: {state.called_because}" if state.kind is MeetingKind.EXTRAORDINARY else state.kind.label
    return [
        ("Group", f"{state.group_name} ({state.group})"),
        ("Meeting", f"{state.ref}, {kind[0].lower()}{kind[1:]}"),
        ("Date", f"{state.day:%A} {say(state.day)}"),
        ("Time", from_to(state.starts, state.ends)),
        ("Place", state.place),
        ("Stage", state.stage.label),
    ]


def withheld(holds_back: bool) -> Iterator[Block]:
    """That something is kept out of this edition: neither what nor how much."""
    if holds_back:
        yield note(SEALED)


def marked(marking: str) -> str:
    """The marking of what is more sensitive than the rest."""
    return Marking.SENSITIVE.label if marking == Marking.SENSITIVE else ""


def item_words(line: Line, carried: Mapping[UUID, str]) -> list[str]:
    """What an item is about, in the words under its title."""
    item = line.row.item
    words = [SPOKEN_OF.get(line.row.kind, "")]
    words.append(f"Takes up the minutes of {item.minutes_of.ref}" if item.minutes_of else "")
    words += [f"Takes up {thing.ref}" for thing in _taken_up(item)]
    words.append(f"Carried over from {carried[item.pk]}" if item.pk in carried else "")
    words.append(marked(item.marking))
    return [each for each in words if each]


def _taken_up(item: Any) -> list[Any]:
    """The records an item is about; one that is more sensitive than the item is not named by it."""
    about = [thing for thing in (item.terms, item.action, item.exchange) if thing]
    return [thing for thing in about if not marked(getattr(thing, "marking", "")) or marked(item.marking)]


def paper_words(line: Line) -> list[str]:
    """The papers of an item by reference and title."""
    sent = [(paper.ref, paper.version_read) for paper in line.row.papers]
    return [f"{ref}: {version.document.title} ({version.document.ref}/{version.number})" for ref, version in sent]


def action_table(caption: str, rows: Iterable[ActionRow], *, as_at: date) -> Iterator[Block]:
    """Actions with whose they are, when they are due, how they stand, and how late they are."""
    cells = [[row.ref, _asked(row), _owner(row), _due(row), _standing(row, as_at)] for row in rows]
    yield from table(caption, ("Ref", "Action", "Owner", "Due", "Status"), cells, leading=1)


def _asked(row: ActionRow) -> str:
    came = ", ".join(filter(None, [f"at {row.meeting}" if row.meeting else "", f"from {row.decision}" if row.decision else ""]))
    return "\n".join(filter(None, [row.what, f"Raised {say(row.on)}{f' {came}' if came else ''}", marked(row.marking)]))


def _owner(row: ActionRow) -> str:
    return "\n".join(filter(None, [row.owner or "Nobody yet", row.person]))


def _due(row: ActionRow) -> str:
    again = f"re-dated {'once' if row.times_redated == 1 else f'{row.times_redated} times'}" if row.times_redated else ""
    return "\n".join(filter(None, [say(row.due) if row.due else "No date", again]))


def _standing(row: ActionRow, as_at: date) -> str:
    late = f", {counted((as_at - row.due).days, 'day')} late" if row.due and row.is_overdue(as_at) else ""
    closed = f", {say(row.closed)}" if row.closed else ""
    words = [f"{row.status.label}{late}{closed}"]
    if row.status is ActionStatus.OPEN:
        words.append(row.rag.label if row.rag else "")
    words.append(f"Last update {say(row.last_update)}" if row.last_update else "No update")
    words.append(f"Last reviewed {say(row.last_review)}" if row.last_review else "")
    return "\n".join(filter(None, words))
