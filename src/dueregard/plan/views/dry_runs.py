"""What a plan’s sheet would do, from its table and what was answered so far: the rows, the questions, the deed that brings it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.partnership.queries.picking import open_item_choices
from dueregard.plan import actions
from dueregard.plan.forms.sheets import PlanCheckForm, SheetCheckForm, key_of
from dueregard.plan.queries.sheets import columns_said, plan_beside
from dueregard.plan.rules.sheets import plan_rows
from dueregard.plan.rules.sheets.columns import Columns, Headings, find_columns, put_right
from dueregard.plan.rules.sheets.plan_beside import Answers, There, Weighed
from dueregard.plan.rules.sheets.plan_rows import Field, Read, dates_of, read_rows
from dueregard.plan.rules.sheets.plan_weighed import weigh
from dueregard.plan.rules.sheets.verdicts import Change, Row, Verdict
from dueregard.plan.views.kept_sheet import Kept
from dueregard.sheets.rules.days import Order, have_two_ways, order_shown
from dueregard.sheets.rules.naming import Candidate, Named

PLAN = "plan"


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A name as the sheet writes it, which may be more than one owner or risk, or none: its field, and who or what it could be."""

    kind: str  # owner or risk
    words: str
    why: str
    could_be: Sequence[Candidate]

    @property
    def field(self) -> str:
        """The field of the form that asks it."""
        return f"{self.kind}-{key_of(self.words)}"


def doubts(kind: str, names: Mapping[str, Named], candidates: Sequence[Candidate]) -> list[Doubt]:
    """The names of a kind whose words alone do not say whose they are."""
    return [Doubt(kind=kind, words=name, why=one.why, could_be=candidates) for name, one in unknown(names).items()]


@dataclass(frozen=True, kw_only=True)
class DryRun:
    """What a file would do: its rows with their verdicts, what it leaves open, and the deed that brings it in."""

    form: SheetCheckForm
    rows: Sequence[Row]
    unanswered: int
    holds: str  # what would be recorded, in words; empty if nothing
    notes: Sequence[str]
    candidates: Sequence[Candidate]  # who may own what is in it
    doubtful: Sequence[Doubt]
    do: Callable[[], int]


def columns_of(viewer: Viewer, kept: Kept, data: Any, headings: Headings) -> Columns:
    """Which column holds what: as somebody says now, as it was said of such a sheet before, or as its headings say."""
    found = find_columns(kept.table, headings)
    said = _columns_said(data, headings)
    if said is None:
        said = columns_said(viewer, kind=kept.kind, fingerprint=found.fingerprint)
    return put_right(found, said) if said is not None else found


def _columns_said(data: Any, headings: Headings) -> dict[str, int | None] | None:
    if data is None or not any(f"column-{field}" in data for field in headings):
        return None
    told = {field: str(data.get(f"column-{field}", "")) for field in headings}
    return {str(field): int(value) if value.isascii() and value.isdigit() and len(value) < 4 else None for field, value in told.items()}


def layout_of(kept: Kept, columns: Columns, headings: Headings) -> actions.Layout:
    """What is remembered of a sheet’s columns once it is brought in."""
    return actions.Layout(kind=kept.kind, fingerprint=columns.fingerprint, columns={str(one): columns.of.get(one) for one in headings})


def unknown(named: Mapping[str, Named]) -> dict[str, Named]:
    """The names whose words alone do not say whose they are."""
    return {name: one for name, one in named.items() if one.found is None}


def plan_dry_run(viewer: Viewer, plan: Any, kept: Kept, data: Any) -> DryRun:
    """The dry run of a plan’s sheet; Unreadable where its table is none."""
    there = plan_beside(viewer, plan)
    columns = columns_of(viewer, kept, data, plan_rows.HEADINGS)
    dates = dates_of(kept.table, columns)
    shown, first = order_shown(dates), Answers(log_day=there.today, raised=there.first_day)
    read = read_rows(kept.table, columns, fills=kept.fills, order=shown)
    base = weigh(read, there=there, answers=first)
    form = _form(viewer, data, columns, base, there, read, asks_order=have_two_ways(dates), shown=shown)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    order, answers = Order(said["order"]) if said.get("order") else shown, _answers(form, said, base, there)
    read = read if order == shown else read_rows(kept.table, columns, fills=kept.fills, order=order)
    found = base if (order, answers) == (shown, first) else weigh(read, there=there, answers=answers)
    layout = layout_of(kept, columns, plan_rows.HEADINGS)
    return DryRun(
        form=form,
        rows=found.rows,
        unanswered=found.unanswered,
        holds=_holds(found),
        notes=[*notes_of(columns, found.rows, found.missing), *_headed(read), *form.more],
        candidates=there.candidates,
        doubtful=[*doubts("owner", base.owners, there.candidates), *doubts("risk", _proposed(base), there.risks)],
        do=lambda: actions.bring_in_plan(plan.ref, by=viewer, said=found.said, digest=kept.digest, layout=layout),
    )


def _form(
    viewer: Viewer, data: Any, columns: Columns, base: Weighed, there: There, read: Read, *, asks_order: bool, shown: Order | None
) -> PlanCheckForm:
    redated = any(_is_redated(change) for row in base.rows for change in row.changes)
    return PlanCheckForm(
        data,
        asks_order=asks_order,
        columns=columns,
        labels=plan_rows.LABELS,
        owners=unknown(base.owners),
        candidates=there.candidates,
        clashes=base.clashes,
        risks=unknown(_proposed(base)),
        there=there.risks,
        items=open_item_choices(viewer) if redated else (),
        asks_nobody=any(not (one.words(Field.OWNER) or one.words(Field.PERSON)) for one in read.entries),
        asks_item=redated,
        first_day=there.first_day,
        today=there.today,
        initial={"order": shown},
    )


def _proposed(base: Weighed) -> dict[str, Named]:
    """The risks that are in doubt: one that is like none of the register is left without."""
    return {words: one for words, one in base.risks.items() if one.found or one.proposed}


def _is_redated(change: Change) -> bool:
    return change.field == Field.DUE.label


def _answers(form: SheetCheckForm, said: Mapping[str, Any], base: Weighed, there: There) -> Answers:
    return Answers(
        log_day=said.get("log_day") or there.today,
        raised=said.get("raised") or there.first_day,
        owners=form.named("owner-", base.owners),
        risks=form.named("risk-", base.risks),
        clashes=form.answered("clash-"),
        nobody=said.get("nobody") or "",
        item=said.get("item") or "",
    )


def _holds(found: Weighed) -> str:
    fresh = sum(not one.ref for one in found.said)
    changed = len(found.said) - fresh
    words = [counted(fresh, "new action")] * bool(fresh) + [f"changes to {counted(changed, 'action')}"] * bool(changed)
    return " and ".join(words)


def _headed(read: Read) -> list[str]:
    """Which rows were read as headings of those below them: said, since nothing is guessed in silence."""
    named = [f"“{title[:60]}”" for title in read.sections[:12]]
    return [f"Read as objectives, because such a row heads those below it: {', '.join(named)}"] if named else []


def notes_of(columns: Columns, rows: Sequence[Row], missing: Sequence[str]) -> list[str]:
    """What is to be known of the whole sheet: its columns, the rows left out, the records it does not name."""
    notes = [] if columns.is_known else ["No heading of the sheet was recognised: say which column holds what"]
    aside = [words for number, words in enumerate(columns.headings) if words and number not in columns.of.values()]
    notes += [f"Left aside, because nobody said what they hold: {', '.join(aside[:12])}"] if aside else []
    wrong = sum(row.verdict is Verdict.WRONG for row in rows)
    notes += [f"{counted(wrong, 'row')} would be left out, and why stands beside each"] if wrong else []
    if missing:
        left = ", ".join(missing[:10]) + (" …" if len(missing) > 10 else "")
        notes.append(f"Not in the sheet, and left as they are ({left}): a row taken out of a sheet deletes nothing")
    return notes
