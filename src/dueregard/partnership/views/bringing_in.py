"""Last year in an hour: a file is read, shown row by row with what would become of it, and brought in once somebody says so."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted
from dueregard.basics.refused import Refused
from dueregard.partnership.forms.bringing_in import FileKind, UploadForm
from dueregard.partnership.rules.bringing_in.plan import counts
from dueregard.partnership.views.dry_runs import DryRun, dry_run
from dueregard.partnership.views.kept_table import Kept, packed, read_upload, unpacked
from dueregard.partnership.views.registers import LIST, back_to
from dueregard.partnership.views.section import show
from dueregard.partnership.views.taken_out import taken_out
from dueregard.privacy.marking import Marking
from dueregard.sheets.rules.tables import Unreadable
from dueregard.sheets.views.spreadsheets import CSV, Sheet
from dueregard.ui.places import address_here

PAGE = ("Bring in last year’s records", "partnership:bringing-in")


@requires(Permission.PARTNERSHIP_EDIT)
def bringing_in(request: ViewerRequest) -> HttpResponse:
    """Choose a file; or, once one was read, look at what it would do."""
    viewer = request.viewer
    carried = request.POST.get("table", "")
    form = UploadForm(None if carried else request.POST or None, request.FILES or None, viewer=viewer)
    try:
        if carried:
            kept = unpacked(carried, viewer=viewer)
            return _looked_at(request, kept, dry_run(viewer, kept, request.POST))
        if request.method == "POST" and form.is_valid():
            kept = read_upload(form.cleaned_data.pop("file"), **form.cleaned_data)
            return _shown(request, kept, dry_run(viewer, kept, None))
    except Unreadable as why:
        form = form if form.is_bound else UploadForm({}, viewer=viewer)
        form.errors.clear()
        form.add_error("file", str(why))
    return show(request, "bringing_in", {"form": form, "back": back_to(request)}, place=LIST)


def _looked_at(request: ViewerRequest, kept: Kept, run: DryRun) -> HttpResponse:
    """Take the dry run away, bring the file in, or show it again with what was answered."""
    step = request.POST.get("step", "")
    if step == "take":
        return taken_out(request, _sheet(request, kept, run), CSV)
    if step != "bring" or not run.form.is_valid():
        return _shown(request, kept, run)
    if run.unanswered:
        run.form.add_error(None, f"{counted(run.unanswered, 'row')} still {'needs' if run.unanswered == 1 else 'need'} an answer")
        return _shown(request, kept, run)
    if not run.holds:
        messages.success(request, "Nothing in this file is new, so nothing was changed")
        return redirect(address_here(request.viewer, run.page, run.ref))
    try:
        run.do()
    except Refused as refusal:
        run.form.add_error(None, str(refusal))
        return _shown(request, kept, run)
    messages.success(request, f"Brought in: {run.holds}")
    return redirect(address_here(request.viewer, run.page, run.ref))


def _sheet(request: ViewerRequest, kept: Kept, run: DryRun) -> Sheet:
    return Sheet(
        title=f"What would become of each row ({FileKind(kept.what).label.partition(':')[0].lower()})",
        name="dry-run",
        as_at=request.viewer.today,
        marking=Marking.OFFICIAL,
        columns=("Where", "What it says", "What becomes of it", "Why"),
        rows=[(row.place, row.says, row.verdict.label, row.why) for row in run.every],
    )


def _shown(request: ViewerRequest, kept: Kept, run: DryRun) -> HttpResponse:
    rows = [(row, run.form[run.asks[row.place]] if row.place in run.asks else None) for row in run.rows]
    shown: dict[str, Any] = {
        "form": run.form,
        "run": run,
        "kept": kept,
        "kind": FileKind(kept.what),
        "carried": packed(kept, viewer=request.viewer),
        "rows": rows,
        "counts": counts([*run.columns, *run.rows]),
        "legend": [(mark, run.form[field]) for mark, field in run.marks],
        "asked": [field for field in run.form if field.name.partition("-")[0] in {"order", "year", "blank", "log_day", "raised", "owner"}],
        "mapped": [field for field in run.form if field.name.startswith("column-")],
        "back": back_to(request, PAGE),
    }
    return show(request, "dry_run", shown, place=LIST)
