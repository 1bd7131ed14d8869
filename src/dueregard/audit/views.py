"""The trail, for the auditor."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.audit import actions, queries
from dueregard.audit.forms import EventFilterForm
from dueregard.audit.rules import in_words
from dueregard.privacy.marking import highest
from dueregard.ui.download import download

A_PAGE = 50


@requires(Permission.AUDIT_READ)
def event_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = EventFilterForm(request.GET if _asked(request.GET) else None, viewer=viewer)
    return _shown(request, form, form.cleaned_data if form.is_valid() else {})


@requires(Permission.AUDIT_READ)
@require_POST
def event_export(request: ViewerRequest) -> HttpResponse:
    form = EventFilterForm(request.POST, viewer=request.viewer)
    if not form.is_valid():
        return _shown(request, form, {})
    text = actions.export(form.cleaned_data, by=request.viewer)
    return download(text.encode("utf-8-sig"), name=f"trail-{request.viewer.area}-{request.viewer.today.isoformat()}.csv")


def _asked(data: Any) -> bool:
    return any(data.get(name) for name in EventFilterForm.base_fields)


def _shown(request: ViewerRequest, form: EventFilterForm, wanted: dict[str, Any]) -> HttpResponse:
    viewer = request.viewer
    page = Paginator(queries.events(viewer, **wanted), A_PAGE).get_page(request.GET.get("page"))
    asked = {name: request.GET[name] for name in form.fields if request.GET.get(name)}
    count, head = queries.head(viewer) if viewer.reads_sensitive else (queries.events(viewer).count(), "")
    shown = {
        "form": form,
        "page": page,
        "rows": [(event, in_words(event.verb), localtime(event.at)) for event in page],
        "users": tuple(sorted({event.user_id for event in page if event.user_id})),
        "query": f"{urlencode(asked)}&" if asked else "",
        "asked": asked,
        "count": count,
        "head": head,  # empty: not the whole chain
        "marking": highest(event.marking for event in page),
    }
    return render(request, "audit/event_list.html", shown)
