"""Pages of groups: what each is there to do, its terms of reference, whom it reports to."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.documents import queries as documents
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.groups import EndGroupForm, FunctionForm, GroupForm, LastDayForm, ReportForm, TermsForm
from dueregard.partnership.queries.holding import holding
from dueregard.partnership.queries.tables import active_groups, table_of
from dueregard.partnership.rules.groups import GroupFunction, why_not_give
from dueregard.partnership.views.section import asked, show
from dueregard.partnership.views.which_group import group_of, which_group
from dueregard.privacy.marking import highest
from dueregard.ui.places import address_here

LIST = "partnership:group-list"


def back_to(request: ViewerRequest, group: Any) -> tuple[tuple[str, str], ...]:
    """The way back to a group's page."""
    return (("Groups", address_here(request.viewer, LIST)), (group.name, address_here(request.viewer, "partnership:group", group.ref)))


@requires(Permission.PARTNERSHIP_READ)
def group_list(request: ViewerRequest) -> HttpResponse:
    rows = queries.group_rows(request.viewer, as_at=request.viewer.today)
    shown = {"rows": [row for row in rows if row.is_active], "ended": [row for row in rows if not row.is_active]}
    return show(request, "group_list", shown, place="partnership:member-list")


@requires(Permission.PARTNERSHIP_READ)
def group(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, found = request.viewer, group_of(request, ref)
    editions = list(queries.terms(viewer).filter(group=found))
    readable = set(documents.versions(viewer).filter(pk__in=[row.version_taken_id for row in editions]).values_list("pk", flat=True))
    report = queries.reports(viewer).filter(group=found, on__lte=viewer.today).first()
    agreements = list(queries.representations(viewer, on=viewer.today).filter(seat__group=found))
    shown = {
        "group": found,
        "ended": found.ending if hasattr(found, "ending") else None,
        "functions": list(queries.function_terms(viewer).filter(holding(viewer.today), group=found)),
        "report": report,
        "edition": editions[0] if editions else None,
        "quorum": quorum_words(editions[0]) if editions else "",
        "can_read_terms": bool(editions) and editions[0].version_taken_id in readable,
        "earlier": editions[1:],
        "table": table_of(viewer, group=found.pk, on=viewer.today),
        "agreements": agreements,
        "past": list(queries.memberships(viewer).filter(group=found, ending__on__lt=viewer.today)),
        "marking": highest(row.version_taken.document.marking for row in editions[:1] if row.version_taken_id in readable),
    }
    return show(request, "group", shown, place="partnership:member-list")


def quorum_words(edition: Any) -> str:
    """The quorum of an edition of the terms, in a sentence."""
    quorum = queries.quorum_of(edition)
    if not quorum.is_stated:
        return "None is set, so every meeting whose attendance is recorded counts, with a note"
    return quorum.says


@requires(Permission.PARTNERSHIP_EDIT)
def group_new(request: ViewerRequest) -> HttpResponse:
    form = GroupForm(request.POST or None, viewer=request.viewer)
    return asked(
        request,
        form,
        title="Record a group",
        button="Record the group",
        consequence="The group is not recorded yet",
        done="The group is recorded. Next: its seats and who chairs it",
        do=lambda: actions.found_group(by=request.viewer, **form.cleaned_data | {"takes_over": form.cleaned_data["takes_over"] or None}),
        then=lambda made: address_here(request.viewer, "partnership:group", made.ref),
        lede="A group is whoever meets under its own terms of reference: the partnership group, the Channel panel, a forum.",
        back=(("Groups", address_here(request.viewer, LIST)),),
        place="partnership:member-list",
    )


def _asked_of(request: ViewerRequest, ref: str, form: Any, **words: Any) -> HttpResponse:
    found = group_of(request, ref)
    return asked(
        request,
        form,
        caption=found.name,
        then=lambda _: address_here(request.viewer, "partnership:group", ref),
        back=back_to(request, found),
        place="partnership:member-list",
        **words,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def group_end(request: ViewerRequest, ref: str) -> HttpResponse:
    form = EndGroupForm(request.POST or None)
    return _asked_of(
        request,
        ref,
        form,
        title="Wind the group up",
        button="Wind it up",
        consequence="The group has not been wound up",
        done="The group is wound up. Its records stay",
        do=lambda: actions.end_group(ref, by=request.viewer, **form.cleaned_data),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def function_give(request: ViewerRequest, ref: str) -> HttpResponse:
    form = FunctionForm(request.POST or None)
    if not (request.method == "POST" and form.is_valid() and _asks_why(request, ref, form.cleaned_data)):
        form.leave_out_why()
    return _asked_of(
        request,
        ref,
        form,
        title="Record something more it is there to do",
        button="Record it",
        consequence="This is not recorded yet",
        done="Recorded",
        do=lambda: actions.give_function(ref, by=request.viewer, **form.cleaned_data),
    )


def _asks_why(request: ViewerRequest, ref: str, said: dict[str, Any]) -> bool:
    """Whether conduct asks why a group with these chairs should do this."""
    group, viewer, on = group_of(request, ref), request.viewer, said["on"]
    has, chairs = queries.functions_from(viewer, group, on=on), queries.chairs_from(viewer, group, on=on)
    return why_not_give(said["function"], has=has, chairs=chairs) is not None


@requires(Permission.PARTNERSHIP_EDIT)
def function_stop(request: ViewerRequest, ref: str, function: str) -> HttpResponse:
    form = LastDayForm(request.POST or None)
    words = GroupFunction(function).label.lower() if function in GroupFunction.values else function
    return _asked_of(
        request,
        ref,
        form,
        title=f"Record that it no longer does this: {words}",
        button="Record it",
        consequence="This is not recorded yet",
        done="Recorded",
        do=lambda: actions.stop_function(ref, by=request.viewer, function=function, **form.cleaned_data),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def group_report(request: ViewerRequest, ref: str) -> HttpResponse:
    form = ReportForm(request.POST or None, viewer=request.viewer, group=ref)
    return _asked_of(
        request,
        ref,
        form,
        title="Record the board it reports to",
        button="Record it",
        consequence="This is not recorded yet",
        done="The reporting line is recorded",
        do=lambda: actions.report_to(ref, by=request.viewer, **form.cleaned_data | {"to_group": form.cleaned_data["to_group"] or None}),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def terms_record(request: ViewerRequest, ref: str) -> HttpResponse:
    form = TermsForm(request.POST or None, viewer=request.viewer)
    return _asked_of(
        request,
        ref,
        form,
        title="Record its terms of reference",
        button="Record them",
        consequence="The terms of reference are not recorded yet",
        done="The terms of reference are recorded",
        lede="Pick the edition from the documents register. Its clauses and its review date are recorded there, on the document itself.",
        do=lambda: actions.take_terms(ref, by=request.viewer, **form.cleaned_data),
        extra={"new_document": address_here(request.viewer, "documents:document-new")},
    )


@requires(Permission.PARTNERSHIP_EDIT)
def terms_record_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:terms-record", title="Record terms of reference")


@requires(Permission.PARTNERSHIP_READ)
def terms_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    newest: dict[str, Any] = {}
    for row in queries.terms(viewer):
        newest.setdefault(row.group.ref, row)
    rows = active_groups(viewer, on=viewer.today)
    readable = {row.version_taken.document.ref for row in newest.values()}
    papers = {row.ref: row for row in documents.documents(viewer).filter(ref__in=readable)}
    shown = {
        "rows": [
            (row, newest.get(row.ref), papers.get(newest[row.ref].version_taken.document.ref) if row.ref in newest else None)
            for row in rows
        ],
        "quorums": {ref: quorum_words(row) for ref, row in newest.items()},
        "agreements": list(queries.representations(viewer, on=viewer.today)),
        "sharing": list(documents.filtered(viewer, kind="sharing")),
        "marking": highest(row.marking for row in papers.values()),
    }
    return show(request, "terms_list", shown, place="partnership:terms-list")
