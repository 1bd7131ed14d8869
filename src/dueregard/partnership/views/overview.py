"""The section's first page: how things stand, what comes next, what the records show."""

from typing import Any

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import in_window
from dueregard.partnership import queries
from dueregard.partnership.queries.tables import active_groups
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.groups import GroupFunction, MemberRole
from dueregard.partnership.rules.meetings import MeetingKind, MeetingStage
from dueregard.partnership.views.meetings import cadence
from dueregard.partnership.views.section import show
from dueregard.privacy.marking import highest
from dueregard.ui.as_at import OnDayForm


@requires(Permission.PARTNERSHIP_READ)
def overview(request: ViewerRequest) -> HttpResponse:
    viewer, form = request.viewer, OnDayForm(request.GET or None)
    on = form.day(viewer.today)
    groups = active_groups(viewer, on=on)
    main = next((row for row in groups if GroupFunction.OVERSIGHT in row.functions), None)
    meetings = queries.meeting_rows(viewer, group=main.ref, as_at=on) if main else []
    ahead = [row for row in meetings if row.day >= on and row.stage in {MeetingStage.PLANNED, MeetingStage.CALLED}]
    open_actions = queries.action_rows(viewer, as_at=on, status=ActionStatus.OPEN)
    terms = queries.terms(viewer).filter(group__ref=main.ref, on__lte=on).first() if main else None
    says, marking = cadence(viewer, on=on)
    shown: dict[str, Any] = {
        "main": main,
        "chairs": [row for row in main.chairs if row.role != MemberRole.DEPUTY] if main else [],
        "groups": groups,
        "held": sum(row.took_place and row.kind is MeetingKind.ORDINARY and in_window(row.day, until=on) for row in meetings),
        "next": ahead[-1] if ahead else None,
        "to_write": [row for row in meetings if row.day < on and row.stage in {MeetingStage.PLANNED, MeetingStage.CALLED}],
        "to_clear": [row for row in meetings if row.stage is MeetingStage.HELD],
        "actions": open_actions,
        "late": sum(row.is_overdue(on) for row in open_actions),
        "terms": terms,
        "cadence": says,
        "form": form,
        "as_at": on,
        "marking": highest([marking, *(row.marking for row in open_actions)]),
    }
    if on != viewer.today:
        shown["may_edit"] = False  # what was missing then may be there by now
    return show(request, "overview", shown, place="partnership:overview")
