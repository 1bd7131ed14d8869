"""The risk register’s sheet: brought in after a dry run row by row, and taken away to be changed and brought in again."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.plan.actions.risk_sheets import bring_in_register, take_register_away
from dueregard.plan.forms.sheets import RegisterCheckForm
from dueregard.plan.queries.risk_sheets import register_beside, register_carried
from dueregard.plan.rules.sheets import risk_rows
from dueregard.plan.rules.sheets.columns import Columns
from dueregard.plan.rules.sheets.risk_rows import Field, read_register
from dueregard.plan.rules.sheets.risk_weighed import RISK_COLUMNS, RiskAnswers, RisksThere, RisksWeighed, risk_line, weigh_register
from dueregard.plan.views.dry_runs import DryRun, columns_of, doubts, layout_of, notes_of, unknown
from dueregard.plan.views.kept_sheet import Kept
from dueregard.plan.views.sheets import brought
from dueregard.privacy.marking import Marking, highest
from dueregard.risk.queries import scale_on
from dueregard.risk.rules.risks import NO_PERSON, Concerns
from dueregard.sheets.rules.days import Order, have_two_ways, order_shown
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet, as_file
from dueregard.ui.places import address_here

REGISTER, LIST = "register", "risk:risk-list"


@requires(Permission.RISK_EDIT)
def bringing_in_risks(request: ViewerRequest) -> HttpResponse:
    """Choose a register’s sheet; or, once one was read, look at what it would do."""
    viewer = request.viewer
    there = register_beside(viewer)
    page: dict[str, Any] = {
        "of": "",
        "title": "Risk register",
        "back": (("Risk register", address_here(viewer, LIST)),),
        "marking": Marking.OFFICIAL,
    }
    if request.method == "POST":
        page["marking"] = highest(row.marking for row, _, _ in register_carried(viewer))
    page["taken"] = [(ending, address_here(viewer, f"plan:register-{ending}")) for ending in (XLSX, CSV)]
    then = address_here(viewer, LIST)
    return brought(request, REGISTER, page, place="", then=then, run=lambda kept, data: risk_dry_run(viewer, there, kept, data))


def risk_dry_run(viewer: Viewer, there: RisksThere, kept: Kept, data: Any) -> DryRun:
    """The dry run of a register’s sheet; Unreadable where its table is none."""
    columns = columns_of(viewer, kept, data, risk_rows.HEADINGS)
    scale = scale_on(viewer, as_at=there.today)
    dates = [line.at(columns.of[Field.REVIEW]) for line in kept.table.lines] if Field.REVIEW in columns.of else []
    shown, first = order_shown(dates), RiskAnswers(day=there.today)
    entries = read_register(kept.table, columns, scale=scale, order=shown)
    base = weigh_register(entries, there=there, answers=first)
    form = _form(viewer, data, columns, base, there, asks_order=have_two_ways(dates), shown=shown)
    said = form.cleaned_data if form.is_bound and form.is_valid() else {}
    order, day = Order(said["order"]) if said.get("order") else shown, said.get("day") or there.today
    entries = entries if order == shown else read_register(kept.table, columns, scale=scale, order=order)
    answers = RiskAnswers(day=day, owners=form.named("owner-", base.owners), clashes=form.answered("clash-"))
    found = base if (order, answers) == (shown, first) else weigh_register(entries, there=there, answers=answers)
    fresh = sum(not one.ref for one in found.said)
    concerns, marking = said.get("concerns") or "", said.get("marked") or Marking.OFFICIAL.value
    asks = [] if concerns or not fresh else ["Say above what the new risks are risks of"]
    return DryRun(
        form=form,
        rows=found.rows,
        unanswered=found.unanswered or (fresh if asks else 0),
        holds=_holds(found, fresh),
        notes=[NO_PERSON, *asks, *notes_of(columns, found.rows, found.missing), *form.more],
        candidates=there.candidates,
        doubtful=doubts("owner", base.owners, there.candidates),
        do=lambda: bring_in_register(
            found.said,
            by=viewer,
            on=day,
            concerns=concerns or Concerns.BOTH.value,
            marking=marking,
            digest=kept.digest,
            layout=layout_of(kept, columns, risk_rows.HEADINGS),
        ),
    )


def _form(
    viewer: Viewer, data: Any, columns: Columns, base: RisksWeighed, there: RisksThere, *, asks_order: bool, shown: Order | None
) -> RegisterCheckForm:
    known = {one.ref for one in there.risks}
    return RegisterCheckForm(
        data,
        asks_order=asks_order,
        columns=columns,
        labels=risk_rows.LABELS,
        owners=unknown(base.owners),
        candidates=there.candidates,
        clashes=base.clashes,
        has_new=any(row.ref not in known for row in base.rows),
        may_mark=viewer.reads_sensitive,
        today=there.today,
        initial={"order": shown},
    )


def _holds(found: RisksWeighed, fresh: int) -> str:
    changed = len(found.said) - fresh
    return " and ".join([counted(fresh, "new risk")] * bool(fresh) + [f"changes to {counted(changed, 'risk')}"] * bool(changed))


@requires(Permission.RISK_READ)
def register_xlsx(request: ViewerRequest) -> HttpResponse:
    return _taken(request, XLSX)


@requires(Permission.RISK_READ)
def register_csv(request: ViewerRequest) -> HttpResponse:
    return _taken(request, CSV)


def _taken(request: ViewerRequest, ending: str) -> HttpResponse:
    """The register as a sheet that can be brought in again; each row carries its mark."""
    viewer = request.viewer
    rows = register_carried(viewer)
    marking = highest(row.marking for row, _, _ in rows)
    take_register_away(by=viewer, rows=len(rows), ending=ending, marking=marking.value)
    sheet = Sheet(
        title="Risk register. Change cells and bring the file in again",
        name="register",
        as_at=viewer.today,
        marking=marking,
        columns=RISK_COLUMNS,
        rows=[risk_line(viewer.area, row.ref, values) for row, values, _ in rows],
        hidden=frozenset({len(RISK_COLUMNS) - 1}),
    )
    return as_file(request, sheet, ending)
