"""Pages of meetings before they are held: the list, planning, calling, moving, cancelling; and each meeting's own page."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import counted, say
from dueregard.guidance import catalogue
from dueregard.organisations import queries as organisations
from dueregard.organisations.rules import Standing
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.meetings import AtOnceForm, BecauseForm, MoveForm, OnlySeenForm, PlanForm, ReplyForm, TookPlaceForm
from dueregard.partnership.queries import pictures
from dueregard.partnership.queries.tables import active_groups
from dueregard.partnership.rules.groups import GroupFunction, Tier
from dueregard.partnership.rules.meetings import MeetingStage
from dueregard.partnership.views.section import asked, show
from dueregard.partnership.views.which_group import group_of, which_group
from dueregard.privacy.marking import Marking
from dueregard.ui.places import address_here

MEETINGS = "partnership:meeting-list"
BACK = "Meetings"


def back_to_list(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    """The way back to the list of meetings."""
    return ((BACK, address_here(viewer, MEETINGS)),)


def back_to(viewer: Viewer, state: queries.MeetingRow) -> tuple[tuple[str, str], ...]:
    """The way back to a meeting's page."""
    return (*back_to_list(viewer), (f"{state.group_name}, {say(state.day)}", address_here(viewer, "partnership:meeting", state.ref)))


def cadence(viewer: Viewer, *, on: date) -> tuple[str, Marking]:
    """How often the toolkit expects the group to meet, and the marking of saying so: the tier is Official-Sensitive."""
    expects = {name: number.value for name, number in catalogue.line("toolkit-2024", "1.g2").expects.items()}
    twice, quarterly = int(expects["meetings_ordinary"]), int(expects["meetings_higher"])
    both = f"The toolkit expects at least {counted(twice, 'meeting')} a year, and {quarterly} where threat and risk are higher"
    if not viewer.reads_sensitive:
        return f"{both}.", Marking.OFFICIAL
    said = [row for row in organisations.standings(viewer) if row.standing == Standing.TIER and row.on <= on]
    if not said:
        return f"{both}. No tier is recorded for the area.", Marking.OFFICIAL
    if said[0].value == Tier.HIGHER:
        return f"The area is in the higher tier, so the toolkit expects {quarterly} meetings a year, one a quarter.", Marking.SENSITIVE
    return f"The area is in the ordinary tier, so the toolkit expects at least {counted(twice, 'meeting')} a year.", Marking.SENSITIVE


@requires(Permission.PARTNERSHIP_READ)
def meeting_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    groups = active_groups(viewer, on=viewer.today)
    wanted = request.GET.get("group", "")
    rows = queries.meeting_rows(viewer, group=wanted if wanted in {row.ref for row in groups} else "")
    says, marking = cadence(viewer, on=viewer.today)
    ahead = [row for row in rows if row.stage in {MeetingStage.PLANNED, MeetingStage.CALLED} and row.day >= viewer.today]
    unwritten = [row for row in rows if row.stage in {MeetingStage.PLANNED, MeetingStage.CALLED} and row.day < viewer.today]
    overseers = [row for row in groups if GroupFunction.OVERSIGHT in row.functions and wanted in {"", row.ref}]
    shown = {
        "groups": groups,
        "wanted": wanted,
        "ahead": ahead[::-1],
        "unwritten": unwritten,
        "past": [row for row in rows if row not in ahead and row not in unwritten],
        "held": [
            row for row in rows if row.took_place and row.day > date(viewer.today.year - 1, viewer.today.month, min(viewer.today.day, 28))
        ],
        "line": pictures.cadence(viewer, group=overseers[0].ref, on=viewer.today)[0] if overseers else None,
        "cadence": says,
        "marking": marking,
    }
    return show(request, "meeting_list", shown, place=MEETINGS)


def _to(viewer: Viewer) -> Any:
    return lambda made: address_here(viewer, "partnership:meeting", made.ref)


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_plan(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, group, form = request.viewer, group_of(request, ref), PlanForm(request.POST or None)
    says, marking = cadence(viewer, on=viewer.today)
    return asked(
        request,
        form,
        title="Plan a meeting",
        caption=group.name,
        button="Plan the meeting",
        consequence="The meeting is not planned yet",
        done="The meeting is planned. Next: its agenda",
        do=lambda: actions.plan_meeting(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=_to(viewer),
        lede=says,
        marking=marking,
        back=back_to_list(viewer),
        place=MEETINGS,
        extra={"took_place": address_here(viewer, "partnership:meeting-record", ref)},
    )


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_plan_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:meeting-plan", title="Plan a meeting")


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_at_once(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, group, form = request.viewer, group_of(request, ref), AtOnceForm(request.POST or None)
    return asked(
        request,
        form,
        title="Call a meeting at once",
        caption=group.name,
        button="Call it",
        consequence="The meeting is not called yet",
        done="The meeting is called. Everybody on the group who has an e-mail address is told",
        do=lambda: actions.call_at_once(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=_to(viewer),
        lede="Where threat or risk has changed and the next meeting is too far off. It does not count for how often the group meets.",
        back=back_to_list(viewer),
        place=MEETINGS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_at_once_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:meeting-at-once", title="Call a meeting at once")


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_record(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, group, form = request.viewer, group_of(request, ref), TookPlaceForm(request.POST or None)
    return asked(
        request,
        form,
        title="Record a meeting that took place",
        caption=group.name,
        button="Begin its record",
        consequence="The record is not begun yet",
        done="The record is begun. Next: the agenda as it was, then who came",
        do=lambda: actions.write_up_meeting(ref, by=viewer, **form.cleaned_data),
        then=_to(viewer),
        lede="For a meeting that was never planned here, such as one of last year.",
        back=back_to_list(viewer),
        place=MEETINGS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_record_for(request: ViewerRequest) -> HttpResponse:
    return which_group(request, "partnership:meeting-record", title="Record a meeting that took place")


def meeting_of(request: ViewerRequest, ref: str) -> tuple[Any, queries.MeetingRow]:
    """The meeting a page is about, and how it stands."""
    found = get_object_or_404(queries.meetings(request.viewer), ref=ref)
    return found, queries.state_of(found)


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_move(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    before = {"day": state.day, "starts": state.starts, "ends": state.ends, "place": state.place}
    form = MoveForm(request.POST or None, version=state.version, initial=before)
    return asked(
        request,
        form,
        title="Move the meeting",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Move it",
        consequence="The meeting is not moved yet",
        done="The meeting is moved" + (". Whoever was asked is told" if state.stage is MeetingStage.CALLED else ""),
        do=lambda: actions.move_meeting(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        back=back_to(viewer, state),
        place=MEETINGS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_cancel(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    form = BecauseForm(request.POST or None, version=state.version)
    return asked(
        request,
        form,
        title="Cancel the meeting",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Cancel it",
        consequence="The meeting is not cancelled",
        done="The meeting is cancelled" + (". Whoever was asked is told" if state.stage is MeetingStage.CALLED else ""),
        do=lambda: actions.cancel_meeting(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        back=back_to(viewer, state),
        place=MEETINGS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def meeting_call(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (found, state) = request.viewer, meeting_of(request, ref)
    form = OnlySeenForm(request.POST or None, version=state.version)
    there = queries.memberships(viewer, on=viewer.today).filter(group=found.group_id)
    people = {row.person for row in there}
    reached = [person for person in people if person.email]
    lede = f"{len(reached)} of {counted(len(people), 'person', 'people')} on the group will be asked by e-mail, and reminded a week before."
    return asked(
        request,
        form,
        title="Call the meeting",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Call it",
        consequence="The meeting is not called yet",
        done="The meeting is called",
        do=lambda: actions.call_meeting(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        lede=lede,
        back=back_to(viewer, state),
        place=MEETINGS,
        extra={"without_address": sorted(person.name for person in people if not person.email)},
    )


@requires(Permission.ACTION_UPDATE)
def meeting_reply(request: ViewerRequest, ref: str) -> HttpResponse:
    """Whoever is asked answers for themselves; whoever calls the meeting, for anybody on the group."""
    viewer, (found, state) = request.viewer, meeting_of(request, ref)
    there = {row.person for row in queries.memberships(viewer, on=viewer.today).filter(group=found.group_id)}
    mine = [person for person in there if person.pk == viewer.person_id or viewer.may(Permission.PARTNERSHIP_EDIT)]
    if not mine:
        raise PermissionDenied("You are not on the group, so you are not asked to this meeting")
    answering = sorted(((person.ref, person.name) for person in mine), key=lambda pair: pair[1])
    people = organisations.person_choices(viewer, on=viewer.today)
    form = ReplyForm(request.POST or None, answering=answering, people=people)
    return asked(
        request,
        form,
        title="Answer the invitation",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Answer",
        consequence="The answer is not recorded yet",
        done="The answer is recorded",
        do=lambda: actions.reply(
            ref, by=viewer, on=viewer.today, **form.cleaned_data | {"substitute": form.cleaned_data["substitute"] or None}
        ),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        back=back_to(viewer, state),
        place=MEETINGS,
    )
