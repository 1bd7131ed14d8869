"""The parts of the page on which a meeting is written up: the record as it is, and a form for each part."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from dueregard.access.viewer import Viewer
from dueregard.guidance.queries import asked_on
from dueregard.organisations import queries as organisations
from dueregard.partnership import queries
from dueregard.partnership.forms.attendance import AttendanceForm, Row, person_row, seat_row
from dueregard.partnership.forms.writing_up import (
    UNKNOWN,
    ActionForm,
    DecisionForm,
    DeclarationForm,
    MinuteForm,
    Part,
    ReviewsForm,
    SittingForm,
)
from dueregard.partnership.queries.sheets import REVIEW, Line, declared, record_sheet
from dueregard.partnership.queries.tables import table_of
from dueregard.partnership.rules.agenda import ReplyAnswer
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.groups import MemberRole
from dueregard.partnership.rules.meetings import ItemKind
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import Choices


@dataclass
class Parts:
    """A meeting being written up: its lines, and the forms by name; `failed` are those whose writing did not hold."""

    state: queries.MeetingRow
    lines: list[Line]
    sat: Any
    declarations: list[Any]
    decisions: dict[str, list[Any]]
    asked: Any  # the three questions in force on the day, as guidance words them
    forms: dict[str, Any] = field(default_factory=dict)
    failed: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Offered:
    """What the forms offer, fetched once."""

    people: Choices
    by_body: Mapping[UUID, Choices]
    bodies: Choices


def _offered(viewer: Viewer, on: Any) -> _Offered:
    rows = organisations.people_at(viewer, on=on)
    by_body: dict[UUID, Choices] = {}
    for row in rows:
        if row.body:
            by_body.setdefault(row.body.pk, []).append((row.person.ref, row.person.name))
    return _Offered([(row.person.ref, row.words) for row in rows], by_body, organisations.body_choices(viewer, on=on))


def parts_of(viewer: Viewer, ref: str, *, data: Any) -> Parts:
    """Every part of the page, with what was posted where something was; a fixed number of queries."""
    meeting = queries.meetings(viewer).get(ref=ref)
    state = queries.state_of(meeting)
    decisions: dict[str, list[Any]] = {}
    for row in queries.decision_rows(viewer, meeting=ref):
        decisions.setdefault(row.decision.item.ref if row.decision.item else "", []).append(row)
    parts = Parts(
        state=state,
        lines=record_sheet(viewer, queries.agenda(viewer, meeting=ref), state),
        sat=queries.sat(viewer, meeting),
        declarations=declared(viewer, meeting=ref),
        decisions=decisions,
        asked=asked_on(viewer, on=state.day),
    )
    offered = _offered(viewer, state.day)
    recorded = queries.attendance_of(viewer, meeting)
    rows = _attendance_rows(viewer, meeting, state, recorded, offered)
    parts.forms["attendance"] = AttendanceForm(
        data, prefix="who", version=state.version, rows=rows, people=offered.people, bodies=offered.bodies
    )
    parts.forms["sitting"] = _sitting(parts, data, offered)
    open_actions = _open_actions(viewer, parts)
    for line in parts.lines:
        _add_line(parts, line, viewer, data, offered, open_actions)
    items = [(line.ref, f"{line.number}. {line.row.item.title}") for line in parts.lines]
    parts.forms["declaration"] = DeclarationForm(data, prefix="declared", people=offered.people, items=items)
    return parts


def _open_actions(viewer: Viewer, parts: Parts) -> list[queries.ActionRow]:
    """The group's open actions, and those of others that an item takes up."""
    state = parts.state
    rows = queries.action_rows(viewer, as_at=state.day, group=state.group, status=ActionStatus.OPEN)
    there = {row.ref for row in rows}
    more = [action.pk for line in parts.lines for action in line.taken_up if action.ref not in there]
    return rows + (queries.action_rows(viewer, as_at=state.day, status=ActionStatus.OPEN, among=more) if more else [])


def _sitting(parts: Parts, data: Any, offered: _Offered) -> SittingForm:
    sat, state = parts.sat, parts.state
    chair = (sat.chaired_by.ref if sat.chaired_by else UNKNOWN) if sat else ""
    before = {"chaired_by": chair, "started": sat.started if sat else None, "ended": sat.ended if sat else None}
    return SittingForm(data, prefix="sat", version=state.version, people=offered.people, initial=before)


def _add_line(parts: Parts, line: Line, viewer: Viewer, data: Any, offered: _Offered, open_actions: list[Any]) -> None:
    row, ref = line.row, line.ref
    if row.minute or not row.is_minuted:  # a minute this viewer may not read is not offered for writing over
        before = {
            "words": row.minute.words if row.minute else "",
            "outcome": row.outcome.value if row.outcome else "",
            "started": row.started,
            "is_sensitive": (row.minute or row.item).marking == Marking.SENSITIVE,
        }
        parts.forms[f"minute {ref}"] = MinuteForm(data, prefix=ref, viewer=viewer, version=row.item.version, initial=before)
    parts.forms[f"decision {ref}"] = DecisionForm(data, prefix=f"d-{ref}", asked=parts.asked)
    taken = [(each.decision.ref, f"{each.decision.ref}: {each.decision.words[:60]}") for each in parts.decisions.get(ref, ())]
    parts.forms[f"action {ref}"] = ActionForm(data, prefix=f"a-{ref}", bodies=offered.bodies, people=offered.people, decisions=taken)
    reviewed = {review.action.ref for review in line.reviews}
    elsewhere = {action.ref for other in parts.lines if other is not line for action in other.taken_up}
    asked = (action for action in open_actions if action.ref not in reviewed)
    due = [action for action in asked if _is_reviewed_at(line, action, parts.state, elsewhere)]
    if due:
        parts.forms[f"reviews {ref}"] = ReviewsForm(data, prefix=f"r-{ref}", actions=due)


def _is_reviewed_at(line: Line, action: queries.ActionRow, state: queries.MeetingRow, elsewhere: Collection[str]) -> bool:
    item = line.row.item
    if any(each.ref == action.ref for each in line.taken_up):
        return True
    if action.ref in elsewhere:
        return False
    if item.kind == ItemKind.ACTION:
        return item.action is not None and item.action.ref == action.ref
    return item.title == REVIEW and action.on < state.day


def _attendance_rows(viewer: Viewer, meeting: Any, state: queries.MeetingRow, recorded: list[Any], offered: _Offered) -> list[Row]:
    table = table_of(viewer, group=meeting.group_id, on=state.day)
    by_seat = {row.seat_id: row for row in recorded if row.seat_id}
    alone = {row.person_id: row for row in recorded if not row.seat_id and row.person_id}
    answers = {row.person_id: _replied(row) for row in queries.replies(viewer, meeting=meeting.ref)}
    rows = [
        seat_row(
            row,
            recorded=by_seat.get(row.seat.pk),
            reply=". ".join(filter(None, (answers.get(one.person_id, "") for one in row.members))),
            people=offered.by_body,
        )
        for row in table.seats
    ]
    seated = {row.person_id for seat in table.seats for row in seat.members if row.role != MemberRole.SUBSTITUTE}
    for member in table.others:
        if member.person_id in seated and member.person_id not in alone:
            continue  # who chairs may sit for a body too: one person is written up once
        hint = f"{member.get_role_display()}, holds no seat"
        rows.append(person_row(member.person, heading="Without a seat", hint=hint, recorded=alone.pop(member.person_id, None)))
    for other in alone.values():
        hint = other.person.body.name if other.person.body else "Not on the group"
        rows.append(person_row(other.person, heading="Others who were there", hint=hint, recorded=other))
    return list({row.key: row for row in rows}.values())


def _replied(row: Any) -> str:
    words = ReplyAnswer(row.answer).label.lower()
    return f"Answered the invitation: {words}{f' ({row.substitute.name})' if row.substitute else ''}"


__all__ = ["Part", "Parts", "parts_of"]
