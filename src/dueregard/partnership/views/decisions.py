"""Pages of decisions: the list, one decision with its Security Threat Check, and the check added afterwards."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted
from dueregard.guidance.queries import asked as asked_by
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.decisions import DecisionFilterForm, LaterCheckForm, MistakeForm
from dueregard.partnership.queries.risks import accepted_by
from dueregard.partnership.rules.decisions import DecisionKind
from dueregard.partnership.rules.meetings import why_not_change_minutes
from dueregard.partnership.views.checking import check_asked
from dueregard.partnership.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

A_PAGE = 50
LIST = "partnership:decision-list"
PAGE = "partnership:decision"


@requires(Permission.PARTNERSHIP_READ)
def decision_list(request: ViewerRequest) -> HttpResponse:
    form = DecisionFilterForm(request.GET or None, viewer=request.viewer)
    wanted = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    rows = queries.decision_rows(request.viewer, group=wanted.get("group", ""))
    rows = [row for row in rows if not wanted.get("kind") or row.decision.kind == wanted["kind"]]
    rows = [row for row in rows if row.is_break or not wanted.get("unchecked")]
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({name: "on" if value is True else value for name, value in wanted.items()})
    shown = {
        "form": form,
        "wanted": wanted,
        "page": page,
        "query": f"{query}&" if query else "",
        "delivery": sum(row.needs_check for row in rows),
        "breaks": sum(row.is_break for row in rows),
        "marking": highest(row.marking for row in page),
    }
    return show(request, "decision_list", shown, place=LIST)


@requires(Permission.PARTNERSHIP_READ)
def decision(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    get_object_or_404(queries.decisions(viewer), ref=ref)
    row = queries.decision_row(viewer, ref)
    item = row.decision.item
    accepted = accepted_by(viewer, ref) if viewer.may(Permission.RISK_READ) else []
    shown = {
        "row": row,
        "decision": row.decision,
        "kind": DecisionKind(row.decision.kind),
        "checks": [(made, asked_by(viewer, wording=made.check.wording)) for made in row.checks],
        "item": item if item and queries.items(viewer).filter(pk=item.pk).exists() else None,
        "documents": [approval.version_approved for approval in row.approvals],
        "corrections": list(queries.corrections(viewer).filter(decision=row.decision)),
        "accepted": accepted,
        "may_withdraw": viewer.may(Permission.PARTNERSHIP_EDIT) and _may_withdraw(viewer, row),
        "back": (("Decisions", address_here(viewer, LIST)),),
        "marking": highest([row.marking, *(action.marking for action in row.actions), *(one.risk__marking for one, _ in accepted)]),
    }
    return show(request, "decision", shown, place=LIST)


def _may_withdraw(viewer: Viewer, row: queries.DecisionRow) -> bool:
    if row.approvals or row.decision.meeting is None:
        return not row.approvals
    meeting = queries.meetings(viewer).get(pk=row.decision.meeting.pk)
    return why_not_change_minutes(queries.state_of(meeting).stage) is None


@requires(Permission.PARTNERSHIP_EDIT)
def check_record(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.decisions(viewer), ref=ref)
    form = LaterCheckForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    days = (viewer.today - found.on).days
    shown = {
        "form": form,
        "decision": found,
        "row": queries.decision_row(viewer, ref),
        "after": f"{counted(days, 'day')} after it" if days else "on the day it was taken",
        "needs_check": found.kind == DecisionKind.DELIVERY,
        "back": (("Decisions", address_here(viewer, LIST)), (ref, address_here(viewer, PAGE, ref))),
        "marking": highest([found.marking]),
    }
    return check_asked(
        request,
        form,
        do=lambda said: actions.add_check_later(ref, by=viewer, **said),
        then=address_here(viewer, PAGE, ref),
        done="The check is added",
        page=lambda answers: show(request, "check_record", shown | {"answers": answers}, place=LIST),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def decision_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(queries.decisions(viewer), ref=ref)
    form = MistakeForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Take out a decision written down by mistake",
        button="Take it out",
        consequence="The decision still stands",
        do=lambda: actions.withdraw_decision(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, LIST),
        done=f"{ref} is taken out",
        caption=f"{ref}: {found.words[:120]}",
        lede="That it stood here, and why it was taken out, stays. Once the minutes are cleared, a correction beside them is the way.",
        back=(("Decisions", address_here(viewer, LIST)), (ref, address_here(viewer, PAGE, ref))),
        place=LIST,
        marking=highest([found.marking]),
    )
