"""A plan’s sheet: brought in after a dry run row by row, and taken away to be changed and brought in again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted
from dueregard.basics.refused import Refused
from dueregard.plan import queries
from dueregard.plan.actions.sheets import take_actions_away
from dueregard.plan.forms.sheets import SheetForm
from dueregard.plan.queries.sheets import carried
from dueregard.plan.rules.sheets.plan_beside import COLUMNS, line
from dueregard.plan.rules.sheets.verdicts import Row, Verdict, counts
from dueregard.plan.views.dry_runs import PLAN, DryRun, plan_dry_run
from dueregard.plan.views.kept_sheet import Kept, packed, read_upload, unpacked
from dueregard.plan.views.making import back_to
from dueregard.plan.views.section import show
from dueregard.privacy.marking import Marking, highest
from dueregard.sheets.rules.tables import Unreadable
from dueregard.sheets.views.spreadsheets import CSV, XLSX, Sheet, as_file
from dueregard.ui.places import address_here

LIST = "plan:action-list"
A_PAGE = 200
ASKED = {"order", "raised", "log_day", "nobody", "item", "owner", "risk", "clash", "day", "concerns", "marked"}


@requires(Permission.PLAN_EDIT)
def bringing_in(request: ViewerRequest, ref: str) -> HttpResponse:
    """Choose a sheet; or, once one was read, look at what it would do to the plan."""
    plan = get_object_or_404(queries.plans(request.viewer), ref=ref)
    page = {"of": plan.ref, "title": plan.title, "back": back_to(request.viewer, plan), "marking": highest([plan.marking])}
    page["taken"] = [(ending, address_here(request.viewer, f"plan:actions-{ending}", ref)) for ending in (XLSX, CSV)]
    then = f"{address_here(request.viewer, LIST)}?plan={ref}"
    return brought(request, PLAN, page, place=LIST, then=then, run=lambda kept, data: plan_dry_run(request.viewer, plan, kept, data))


def brought(
    request: ViewerRequest, kind: str, page: dict[str, Any], *, place: str, then: str, run: Callable[[Kept, Any], DryRun]
) -> HttpResponse:
    """The two pages of bringing a sheet in, whatever it holds."""
    viewer, carried_by = request.viewer, request.POST.get("table", "")
    form = SheetForm(None if carried_by else request.POST or None, request.FILES or None)
    try:
        if carried_by:
            kept = unpacked(carried_by, viewer=viewer, kind=kind, of=page["of"])
            return _looked_at(request, kept, run(kept, request.POST), page, place=place, then=then)
        if request.method == "POST" and form.is_valid():
            kept = read_upload(form.cleaned_data["file"], kind=kind, of=page["of"], sheet=form.cleaned_data["sheet"])
            return _shown(request, kept, run(kept, None), page, place=place)
    except Unreadable as why:
        form = form if form.is_bound else SheetForm({}, None)
        form.errors.clear()
        form.add_error("file", str(why))
    return show(request, "bringing_in", {"form": form, "kind": kind} | page, place=place)


def _looked_at(request: ViewerRequest, kept: Kept, run: DryRun, page: dict[str, Any], *, place: str, then: str) -> HttpResponse:
    """Take the dry run away, bring the sheet in, or show it again with what was answered."""
    step = request.POST.get("step", "")
    if step == "take":
        return as_file(request, _told(request, run, page), CSV)
    if step != "bring" or not run.form.is_valid():
        return _shown(request, kept, run, page, place=place)
    if run.unanswered:
        run.form.add_error(None, f"{counted(run.unanswered, 'row')} still {'needs' if run.unanswered == 1 else 'need'} an answer")
        return _shown(request, kept, run, page, place=place)
    if not run.holds:
        messages.success(request, "Nothing in this sheet is new, so nothing was changed")
        return redirect(then)
    try:
        run.do()
    except Refused as refusal:
        run.form.add_error(None, str(refusal))
        return _shown(request, kept, run, page, place=place)
    messages.success(request, f"Brought in: {run.holds}")
    return redirect(then)


def _told(request: ViewerRequest, run: DryRun, page: dict[str, Any]) -> Sheet:
    return Sheet(
        title=f"What would become of each row ({page['title']})",
        name="dry-run",
        as_at=request.viewer.today,
        marking=page["marking"],
        columns=("Row", "Reference", "What it says", "What becomes of it", "Why"),
        rows=[(row.number, row.ref, row.says, row.verdict.label, row.told) for row in run.rows],
    )


FIRST = (Verdict.ASKS, Verdict.WRONG, Verdict.CHANGED, Verdict.NEW, Verdict.SAME)


def _shown(request: ViewerRequest, kept: Kept, run: DryRun, page: dict[str, Any], *, place: str) -> HttpResponse:
    rows: list[Row] = sorted(run.rows, key=lambda row: FIRST.index(row.verdict))[:A_PAGE]
    shown = {
        "form": run.form,
        "run": run,
        "kept": kept,
        "carried": packed(kept, viewer=request.viewer),
        "rows": sorted(rows, key=lambda row: row.number),
        "counts": counts(run.rows),
        "asked": [field for field in run.form if field.name.partition("-")[0] in ASKED and field.name not in run.form.answered_before],
        "answered": [field for field in run.form if field.name in run.form.answered_before],
        "mapped": [field for field in run.form if field.name.startswith("column-")],
    }
    return show(request, "dry_run", shown | page, place=place)


@requires(Permission.PLAN_READ)
def actions_xlsx(request: ViewerRequest, ref: str) -> HttpResponse:
    return _taken(request, ref, XLSX)


@requires(Permission.PLAN_READ)
def actions_csv(request: ViewerRequest, ref: str) -> HttpResponse:
    return _taken(request, ref, CSV)


def _taken(request: ViewerRequest, ref: str, ending: str) -> HttpResponse:
    """The actions of a plan as a sheet that can be brought in again; each row carries its mark."""
    viewer = request.viewer
    plan = get_object_or_404(queries.plans(viewer), ref=ref)
    rows = carried(viewer, plan)
    marking = highest([plan.marking, *(row.action.marking for row, _, _ in rows)])
    lines = [line(viewer.area, row.ref, values) for row, values, _ in rows]
    take_actions_away(ref, by=viewer, rows=len(rows), ending=ending, marking=Marking(marking).value)
    return as_file(
        request,
        Sheet(
            title=f"Actions of {plan.title} ({plan.ref}). Change cells and bring the file in again",
            name="plan",
            as_at=viewer.today,
            marking=Marking(marking),
            columns=COLUMNS,
            rows=lines,
            hidden=frozenset({len(COLUMNS) - 1}),
        ),
        ending,
    )
