"""Pages that take many settings at once: several reached on one day, and a list of them brought in after a dry run row by row."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.partnership.rules.bringing_in.plan import Verdict, counts
from dueregard.sheets.rules.naming import whole
from dueregard.sheets.rules.tables import MOST_BYTES, Table, Unreadable, read_table
from dueregard.sheets.views import carried
from dueregard.training.actions import education as actions
from dueregard.training.forms import education as forms
from dueregard.training.queries import education as queries
from dueregard.training.rules.bringing_in import settings as rules
from dueregard.training.rules.bringing_in.settings import Column
from dueregard.training.views.section import show
from dueregard.ui.asking import is_done
from dueregard.ui.places import address_here

LIST, PURPOSE = "training:setting-list", "training.settings"
MOST_ROWS, MOST_CELLS = 3_000, 90_000
ORDER = (Verdict.AMBIGUOUS, Verdict.REJECTED, Verdict.NEW, Verdict.MATCHED)
SHOWN = 300  # rows of a list that the page shows, those that need an answer or are left out first


@requires(Permission.TRAINING_EDIT)
def setting_several(request: ViewerRequest) -> HttpResponse:
    viewer, kind = request.viewer, request.GET.get("kind", "")
    open_ones = queries.settings(viewer).filter(ending=None)
    of_kind = open_ones.filter(kind=kind) if kind else open_ones
    form = forms.SeveralReachedForm(
        request.POST or None, settings=list(of_kind.values_list("ref", "name")), initial={"on": viewer.today, "is_lead_trained": True}
    )
    shown = {"kinds": queries.types_to_pick(viewer, unchosen="All types"), "kind": kind, "any": open_ones.exists()}

    def reach() -> int:
        given = dict(form.cleaned_data)
        return actions.reach_several(given.pop("refs"), by=viewer, **given)

    if request.method == "POST" and is_done(form, reach):
        messages.success(request, f"Recorded of {counted(len(form.cleaned_data['refs']), 'setting')}")
        return redirect(address_here(viewer, LIST))
    return show(request, "setting_several", {"form": form, "back": _back(request), **shown}, place=LIST)


def _back(request: ViewerRequest, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (("Settings", address_here(request.viewer, LIST)), *more)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A list between its dry run and its bringing in."""

    name: str
    digest: str
    table: Table


@requires(Permission.TRAINING_EDIT)
def settings_bring_in(request: ViewerRequest) -> HttpResponse:
    """Choose a list; or, once one was read, look at what it would do."""
    viewer, page = request.viewer, request.POST.get("table", "")
    form = forms.SettingListForm(None if page else request.POST or None, request.FILES or None)
    try:
        if page:
            return _looked_at(request, _unpacked(page, viewer=viewer))
        if request.method == "POST" and form.is_valid():
            kept = _read(form.cleaned_data["file"], sheet=form.cleaned_data["sheet"])
            return _shown(request, kept, DryRun(viewer, kept, None))
    except Unreadable as why:
        form = form if form.is_bound else forms.SettingListForm({})
        form.errors.clear()
        form.add_error("file", str(why))
    return show(request, "setting_bring_in", {"form": form, "back": _back(request)}, place=LIST)


class DryRun:
    """What a list would do, worked out from its table and what was answered."""

    def __init__(self, viewer: Viewer, kept: Kept, data: Any) -> None:
        there = queries.settings_there(viewer)
        layout = rules.find_layout(kept.table, _columns_said(data))
        first = rules.weigh(kept.table, layout, there=there, answers={})
        for_all = any(row.why == rules.ASKS_ALL for row in first.rows)
        self.form = forms.ListCheckForm(
            data, viewer=viewer, layout=layout, asked=first.asked, asks_all=for_all, initial={"on": queries.long_enough(viewer)}
        )
        said = self.form.cleaned_data if self.form.is_bound and self.form.is_valid() else {}
        answers = {whole(words): said.get(f"type-{number}") or "" for number, words in enumerate(first.asked)}
        all_are = said.get("for_all") or ""
        self.found = rules.weigh(kept.table, layout, there=there, answers=answers, for_all=all_are) if said else first
        self.on = said.get("on")

    @property
    def holds(self) -> str:
        """What would be taken in, in words; empty if nothing."""
        fresh = sum(not one.ref for one in self.found.said)
        numbers = len(self.found.said) - fresh
        words = [counted(fresh, "new setting")] * bool(fresh) + [f"the number of {counted(numbers, 'setting')} here already"] * bool(
            numbers
        )
        return " and ".join(words)


def _columns_said(data: Any) -> Mapping[Column, int | None] | None:
    """Which column holds what, as somebody put it right; None while nobody has."""
    if data is None:
        return None
    said = {column: str(data.get(f"column-{column.value}", "")) for column in Column}
    return {column: int(value) if value.isdecimal() and len(value) < 4 else None for column, value in said.items()}


def _looked_at(request: ViewerRequest, kept: Kept) -> HttpResponse:
    """Bring the list in, or show it again with what was answered."""
    run, viewer = DryRun(request.viewer, kept, request.POST), request.viewer
    if request.POST.get("step") != "bring" or not run.form.is_valid():
        return _shown(request, kept, run)
    if run.found.unanswered:
        number = run.found.unanswered
        run.form.add_error(None, f"{counted(number, 'row')} still {'needs' if number == 1 else 'need'} an answer")
        return _shown(request, kept, run)
    holds = run.holds

    def bring() -> int:
        return actions.bring_in_settings(run.found.said, by=viewer, on=run.on or viewer.today, digest=kept.digest)

    if not is_done(run.form, bring):
        return _shown(request, kept, run)
    messages.success(request, f"Taken in: {holds}" if holds else "Nothing in this list is new, so nothing was changed")
    return redirect(address_here(viewer, LIST))


def _shown(request: ViewerRequest, kept: Kept, run: DryRun) -> HttpResponse:
    rows = sorted(run.found.rows, key=lambda row: ORDER.index(row.verdict))
    shown: dict[str, Any] = {
        "form": run.form,
        "run": run,
        "kept": kept,
        "carried": carried.packed(kept.table, kept.name, kept.digest, viewer=request.viewer, purpose=PURPOSE),
        "rows": rows[:SHOWN],
        "more": len(rows) - SHOWN,
        "counts": counts(rows),
        "asked": [field for field in run.form.visible_fields() if not field.name.startswith("column-")],
        "mapped": [field for field in run.form.visible_fields() if field.name.startswith("column-")],
        "back": _back(request, ("Bring in a list", address_here(request.viewer, "training:settings-bring-in"))),
    }
    return show(request, "setting_dry_run", shown, place=LIST)


def _read(file: Any, *, sheet: str) -> Kept:
    if file.size > MOST_BYTES:
        raise Unreadable(carried.TOO_LARGE)
    content = file.read()
    table = carried.within(read_table(content, sheet=sheet, most_rows=MOST_ROWS), most=MOST_CELLS)
    return Kept(name=file.name, digest=sha256(content).hexdigest(), table=table)


def _unpacked(text: str, *, viewer: Viewer) -> Kept:
    table, (name, digest) = carried.unpacked(text, viewer=viewer, purpose=PURPOSE)
    return Kept(name=name, digest=digest, table=table)
