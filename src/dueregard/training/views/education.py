"""Pages of schools and other settings: the list, one setting, what reached it, its trainers and its safeguarding returns."""

from collections.abc import Collection
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.training.actions import education as actions
from dueregard.training.catalogue import type_words
from dueregard.training.forms import education as forms
from dueregard.training.forms.education import Standing
from dueregard.training.queries import education as queries
from dueregard.training.queries.education import SettingSeen
from dueregard.training.queries.withdrawn import REACHED, withdrawn_by
from dueregard.training.rules.education import year_words
from dueregard.training.views.section import asked, show
from dueregard.ui.fields import Form
from dueregard.ui.places import address_here

A_PAGE = 50
LIST, PAGE = "training:setting-list", "training:setting"


@requires(Permission.TRAINING_READ)
def setting_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.SettingFilterForm(request.GET or None, viewer=viewer)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_bound and form.is_valid() else {}
    every = queries.setting_rows(viewer, on=viewer.today)
    still = [row for row in every if row.closed is None]
    asked_of = queries.setting_return(viewer, on=viewer.today)
    kinds = asked_of.of if asked_of else ()
    found = [row for row in every if _is_wanted(row, wanted, viewer.today, kinds)]
    shown = {
        "form": form,
        "wanted": wanted,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "query": f"{urlencode(wanted)}&" if wanted else "",
        "types": queries.by_type(viewer, every, on=viewer.today),
        "number": len(still),
        "reached": sum(bool(row.lately) for row in still),
        "leads": sum(row.is_lead_fresh(viewer.today) for row in still),
        "return_name": asked_of.title if asked_of else "Safeguarding return",
        "trainers": sum(row.how_many for row in queries.trainer_counts(viewer, on=viewer.today)),
        "asked_of": kinds,
        "type_words": type_words,
        "year_words": year_words,
        "any": bool(every),
    }
    return show(request, "setting_list", shown, place=LIST)


def _is_wanted(row: SettingSeen, wanted: dict[str, Any], on: date, kinds: Collection[str]) -> bool:
    """Whether a setting is of those asked for; closed ones only where they were asked for. `kinds`: those asked for a return."""
    standing = wanted.get("standing", "")
    if (row.closed is not None) != (standing == Standing.CLOSED) or wanted.get("kind", row.setting.kind) != row.setting.kind:
        return False
    stands = {
        Standing.REACHED: bool(row.lately),
        Standing.UNREACHED: not row.lately,
        Standing.LEAD: not row.is_lead_fresh(on),
        Standing.RETURN: row.audit is None and row.setting.kind in kinds,
        Standing.LEFT: row.audit is not None and row.audit.is_open,
    }
    name = wanted.get("name", "").casefold()
    return (name in row.setting.name.casefold() or name in row.setting.urn) and stands.get(standing, True)


@requires(Permission.TRAINING_READ)
def setting(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.settings(viewer), ref=ref)
    row = queries.setting_row(viewer, found, on=viewer.today)
    asked_of = queries.setting_return(viewer, on=viewer.today)
    shown = {
        "row": row,
        "setting": found,
        "kind": type_words(found.kind),
        "return_name": asked_of.title if asked_of else "Safeguarding return",
        "is_asked": asked_of is not None and found.kind in asked_of.of,
        "counts": [each for each in queries.trainer_counts(viewer, on=viewer.today) if each.setting_id == found.pk],
        "year_words": year_words,
        "is_lead_fresh": row.is_lead_fresh(viewer.today),
        "whose": withdrawn_by(viewer, REACHED, row.recorded),
        "back": _back(request),
    }
    return show(request, "setting", shown, place=LIST)


def _back(request: ViewerRequest, ref: str = "") -> tuple[tuple[str, str], ...]:
    """The list, and the setting a page is about."""
    first = (("Settings", address_here(request.viewer, LIST)),)
    return (*first, (ref, address_here(request.viewer, PAGE, ref))) if ref else first


@requires(Permission.TRAINING_EDIT)
def setting_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.SettingForm(request.POST or None, viewer=viewer, initial={"on": queries.long_enough(viewer)})
    return asked(
        request,
        form,
        title="Add a setting",
        button="Add the setting",
        consequence="The setting is not added yet",
        do=lambda: actions.add_setting(by=viewer, **form.cleaned_data),
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The setting is in the register",
        lede="A school, college, nursery, club or group for children and young people.",
        back=_back(request),
        place=LIST,
    )


@requires(Permission.TRAINING_EDIT)
def setting_correct(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.settings(viewer), ref=ref)
    form = forms.CorrectForm(request.POST or None, version=found.version, initial={"name": found.name, "urn": found.urn})
    return _of_setting(
        request,
        found,
        form,
        title="Put the name or number right",
        button="Save",
        consequence="Nothing is changed yet",
        do=lambda: actions.correct_setting(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        done="It is put right",
    )


@requires(Permission.TRAINING_EDIT)
def setting_close(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.settings(viewer), ref=ref)
    form = forms.CloseForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return _of_setting(
        request,
        found,
        form,
        title="Say that the setting closed",
        button="Say so",
        consequence="The setting is still open",
        do=lambda: actions.close_setting(ref, by=viewer, **form.cleaned_data),
        done="The setting is closed; what was recorded of it stays",
        lede="Or that it is no longer in the area, or became something else.",
    )


@requires(Permission.TRAINING_EDIT)
def setting_reach(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.settings(viewer), ref=ref)
    form = forms.ReachForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return _of_setting(
        request,
        found,
        form,
        title="Record that the setting was reached",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.reach_setting(ref, by=viewer, **form.cleaned_data),
        done="It is recorded",
    )


@requires(Permission.TRAINING_EDIT)
def setting_trainers(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.settings(viewer), ref=ref)
    form = forms.TrainersForm(request.POST or None, viewer=viewer, of_setting=True, initial={"on": viewer.today})
    return _of_setting(
        request,
        found,
        form,
        title="Count its accredited trainers",
        button="Record the count",
        consequence="The count is not recorded yet",
        do=lambda: actions.count_trainers(by=viewer, setting=ref, **form.cleaned_data),
        done="The count is recorded",
    )


@requires(Permission.TRAINING_EDIT)
def trainers_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.TrainersForm(request.POST or None, viewer=viewer, of_setting=False, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Count accredited trainers of a body",
        button="Record the count",
        consequence="The count is not recorded yet",
        do=lambda: actions.count_trainers(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LIST),
        done="The count is recorded",
        lede="Those of a school or other setting are counted on its own page.",
        back=_back(request),
        place=LIST,
    )


@requires(Permission.TRAINING_EDIT)
def audit_new(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.settings(viewer), ref=ref)
    form = forms.AuditForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})

    def receive() -> object:
        given = dict(form.cleaned_data)
        return actions.receive_audit(ref, by=viewer, year=int(given.pop("year")), **given)

    return _of_setting(
        request,
        found,
        form,
        title="Record its safeguarding return",
        button="Record the return",
        consequence="The return is not recorded yet",
        do=receive,
        done="The return is recorded",
        lede="Only as far as it speaks of Prevent.",
    )


@requires(Permission.TRAINING_EDIT)
def audit_progress(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    audit = get_object_or_404(queries.audits(viewer), ref=ref)
    form = forms.ProgressForm(request.POST or None, version=audit.version, initial={"on": viewer.today})
    return _of_setting(
        request,
        audit.setting,
        form,
        title="Record what has been done since",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.progress_audit(ref, by=viewer, **form.cleaned_data),
        done="It is recorded",
        lede=f"Its return for {year_words(audit.year)} left to do: {audit.words}" if audit.words else "",
    )


@requires(Permission.TRAINING_EDIT)
def audit_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    audit = get_object_or_404(queries.audits(viewer), ref=ref)
    form = forms.WithdrawAuditForm(request.POST or None, version=audit.version, initial={"on": viewer.today})
    return _of_setting(
        request,
        audit.setting,
        form,
        title=f"Withdraw its return for {year_words(audit.year)}",
        button="Withdraw it",
        consequence="The return still counts",
        do=lambda: actions.withdraw_audit(ref, by=viewer, **form.cleaned_data),
        done="The return counts as never sent; it stays to be seen",
        lede="It was entered by mistake. From that day on it counts as never sent, and the right one can be recorded.",
    )


def _of_setting(request: ViewerRequest, found: Any, form: Form, **said: Any) -> HttpResponse:
    """A form about one setting, and back to its page."""
    there = address_here(request.viewer, PAGE, found.ref)
    caption = f"{found.name} ({found.ref})"
    return asked(request, form, then=lambda _: there, caption=caption, back=_back(request, found.ref), place=LIST, **said)
