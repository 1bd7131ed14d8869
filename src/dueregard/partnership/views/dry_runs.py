"""What a file would do, worked out from its table and what was answered: the dry run of an attendance sheet and of an action log."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.partnership import queries
from dueregard.partnership.actions.bringing_in import bring_in_actions, bring_in_attendance
from dueregard.partnership.forms.bringing_in import AttendanceCheckForm, LogCheckForm
from dueregard.partnership.queries.bringing_in import at_the_table, recorded_actions
from dueregard.partnership.rules.bringing_in import acting, at_table, attending
from dueregard.partnership.rules.bringing_in.log import Field, find_columns, has_two_ways, owners_of, read_log
from dueregard.partnership.rules.bringing_in.marks import MOST, Mark, key_of, mark_of
from dueregard.partnership.rules.bringing_in.matrix import Matrix, cells_of, read_matrix
from dueregard.partnership.rules.bringing_in.plan import Row
from dueregard.partnership.views.kept_table import Kept
from dueregard.sheets.rules.days import Order, order_shown
from dueregard.sheets.rules.naming import Named
from dueregard.sheets.rules.tables import Unreadable
from dueregard.ui.fields import Form


@dataclass(frozen=True, kw_only=True)
class DryRun:
    """What a file would do: its rows with their verdicts, what it leaves open, and the deed that brings it in."""

    form: Form
    columns: Sequence[Row]
    rows: Sequence[Row]
    every: Sequence[Row]  # for the file to take away: every mark of a sheet
    unanswered: int
    holds: str  # what would be recorded, in words; empty if nothing
    notes: Sequence[str]
    do: Callable[[], int]
    page: str
    ref: str | None
    asks: dict[str, str]  # by row: the field that asks whose it is
    marks: Sequence[tuple[Mark, str]] = ()  # each mark with the field that asks what it stands for


def dry_run(viewer: Viewer, kept: Kept, data: Any) -> DryRun:
    """The dry run of a file; Unreadable where its table is not what it is said to be."""
    group = queries.groups(viewer).filter(ref=kept.group).first()
    if group is None:
        raise Unreadable("There is no such group in this area")
    run = _attendance if kept.what == "attendance" else _log
    return run(viewer, kept, data, group)


def _attendance(viewer: Viewer, kept: Kept, data: Any, group: Any) -> DryRun:
    base, there = read_matrix(kept.table), at_the_table(viewer, group)
    marks, shown = _marks(base), order_shown(cells_of(base))
    open_rows = _open_rows(base, there)
    form = AttendanceCheckForm(
        data,
        asks_order=base.has_two_ways,
        asks_year=base.has_no_year,
        marks=marks,
        rows=open_rows,
        candidates=there.candidates,
        initial={"order": shown, "blank": ""},
    )
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    order = Order(said["order"]) if said.get("order") else shown
    plan = attending.plan(
        read_matrix(kept.table, order=order, year=said.get("year")), there=there, answers=_sheet_answers(form, said, marks)
    )
    notes = [f"Left aside, because no date heads them: {', '.join(base.ignored)}"] if base.ignored else []
    return DryRun(
        form=form,
        columns=plan.columns,
        rows=plan.rows,
        every=_every(plan),
        unanswered=plan.unanswered,
        holds=_meeting_words(plan.meetings),
        notes=notes + _order_notes(order if base.has_two_ways and shown else None),
        do=lambda: bring_in_attendance(group.ref, by=viewer, said=plan.meetings, digest=kept.digest),
        page="partnership:attendance",
        ref=group.ref,
        asks={f"{'column' if base.is_turned else 'row'} {number}": f"row-{number}" for number in open_rows},
        marks=[(mark, f"mark-{number}") for number, mark in enumerate(marks)],
    )


def _open_rows(base: Matrix, there: at_table.There) -> dict[int, Named]:
    """The rows whose words alone do not say whose they are."""
    named = {row.number: attending.whose_is(row, there, at_table.Answers()) for row in base.rows if row.cells and not row.is_nobody}
    return {number: one for number, one in named.items() if one.found is None}


def _sheet_answers(form: AttendanceCheckForm, said: dict[str, Any], marks: Sequence[Mark]) -> at_table.Answers:
    return at_table.Answers(
        marks={marks[int(number)].key: value for number, value in form.answered("mark-").items()},
        rows={int(number): value for number, value in form.answered("row-").items()},
        blank_is_absent=said.get("blank") == "absent",
    )


def _every(plan: attending.Plan) -> list[Row]:
    """Every column, every mark, and the rows without any."""
    marked = {cell.place.partition(",")[0] for cell in plan.cells}
    return [*plan.columns, *plan.cells, *(row for row in plan.rows if row.place not in marked)]


def _order_notes(order: Order | None) -> list[str]:
    """That other dates of the file settled which number is the day: said, since nothing is guessed in silence."""
    if order is None:
        return []
    return [f"Dates are read with {order.label.split(',')[0].lower()}, because other dates of the file can be read in that way only"]


def _marks(matrix: Matrix) -> list[Mark]:
    """The different marks of a sheet, those that have to be asked about first."""
    found: dict[str, list[str]] = {}
    for row in matrix.rows:
        for text in row.cells.values() if not row.is_nobody else ():
            found.setdefault(key_of(text), []).append(text)
    marks = [mark_of(key, words=", ".join(dict.fromkeys(texts))[:60], times=len(texts)) for key, texts in found.items()]
    if sum(mark.meaning is None for mark in marks) > MOST:
        raise Unreadable(f"More than {MOST} different marks stand under the dates. This is no attendance sheet, or its marks are sentences")
    return sorted(marks, key=lambda mark: (mark.meaning is not None, -mark.times))


def _meeting_words(meetings: Sequence[at_table.MeetingSaid]) -> str:
    fresh = sum(not one.ref for one in meetings)
    marks = sum(len(one.came) for one in meetings)
    if not meetings:
        return ""
    which = f"{fresh or 'none'} of them not here yet" if len(meetings) > 1 else "not here yet" if fresh else "here already"
    return f"{counted(len(meetings), 'meeting')}, {which}, with {counted(marks, 'mark')} of attendance"


def _log(viewer: Viewer, kept: Kept, data: Any, group: Any) -> DryRun:
    there = recorded_actions(viewer, group)
    said_columns = _columns_said(data)
    columns = find_columns(kept.table, said_columns)
    base = read_log(kept.table, columns)
    named = {name: acting.owner_of(name, there, acting.Answers()) for name in owners_of(base)}
    open_owners = {name: one for name, one in named.items() if one.found is None}
    dates = [line.at(column) for field, column in columns.of.items() if field in DATED for line in kept.table.lines]
    shown = order_shown(dates)
    form = LogCheckForm(
        data,
        asks_order=has_two_ways(base),
        columns=columns,
        owners=open_owners,
        candidates=there.candidates,
        initial={"order": shown},
    )
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    order = Order(said["order"]) if said.get("order") else shown
    owners = {name: said.get(f"owner-{number}") or "" for number, name in enumerate(open_owners)}
    answers = acting.Answers(owners=owners, log_day=said.get("log_day"), raised=said.get("raised"))
    plan = acting.plan(read_log(kept.table, columns, order=order), there=there, answers=answers)
    fresh = sum(not one.ref for one in plan.actions)
    more = len(plan.actions) - fresh
    words = " and ".join([counted(fresh, "new action")] * bool(fresh) + [f"more on {counted(more, 'action')} here already"] * bool(more))
    return DryRun(
        form=form,
        columns=(),
        rows=plan.rows,
        every=plan.rows,
        unanswered=plan.unanswered,
        holds=words,
        notes=_order_notes(order if has_two_ways(base) and shown else None),
        do=lambda: bring_in_actions(group.ref, by=viewer, said=plan.actions, digest=kept.digest),
        page="partnership:action-list",
        ref=None,
        asks={},
    )


DATED = frozenset({Field.RAISED, Field.DUE, Field.CLOSED})


def _columns_said(data: Any) -> dict[Field, int | None] | None:
    """Which column holds what, as somebody put it right; None while nobody has."""
    if data is None:
        return None
    said = {field: str(data.get(f"column-{field.value}", "")) for field in Field}
    return {field: int(value) if value.isdecimal() and len(value) < 4 else None for field, value in said.items()}
