"""Pages that set the agenda of a meeting: items, order, papers, what was left over, the review of actions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import counted, say
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.meetings import AlterItemForm, ItemForm, LaterMeetingForm, PaperForm
from dueregard.partnership.queries.sheets import REVIEW, record_sheet
from dueregard.partnership.rules.agenda import why_not_alter_agenda
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.meetings import ItemKind, MeetingStage, why_not_change_agenda
from dueregard.partnership.views.meetings import MEETINGS, back_to, meeting_of
from dueregard.partnership.views.section import asked, show
from dueregard.privacy.marking import highest
from dueregard.ui.asking import is_done, pressed
from dueregard.ui.places import address_here


def _to_agenda(request: ViewerRequest, ref: str) -> str:
    return address_here(request.viewer, "partnership:agenda", ref)


@requires(Permission.PARTNERSHIP_READ)
def item(request: ViewerRequest, ref: str) -> HttpResponse:
    """An item is shown on its meeting's page: whoever follows a finding to it is led there."""
    found = get_object_or_404(queries.items(request.viewer), ref=ref)
    return redirect(f"{address_here(request.viewer, 'partnership:meeting', found.meeting.ref)}#item-{ref}")


@requires(Permission.PARTNERSHIP_EDIT)
def agenda(request: ViewerRequest, ref: str) -> HttpResponse:
    """The agenda as it can be changed; the form adds an item."""
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    form = ItemForm(request.POST or None, viewer=viewer, group=state.group)
    if request.method == "POST" and is_done(form, lambda: actions.add_item(ref, by=viewer, on=viewer.today, **_item(form.cleaned_data))):
        messages.success(request, "The item is on the agenda")
        return redirect(f"{request.path}#add")
    rows = queries.agenda(viewer, meeting=ref)
    left = _left_over(request, state)
    late = [row for row in queries.action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN) if row.is_overdue(viewer.today)]
    shown = {
        "state": state,
        "sheet": record_sheet(viewer, rows, state),
        "form": form,
        "why_not": why_not_change_agenda(state.stage),
        "why_not_alter": why_not_alter_agenda(state.stage),
        "has_review": any(row.item.title == REVIEW for row in rows),
        "late": len(late),
        "left": left,
        "back": back_to(viewer, state),
        "marking": highest(row.marking for row in rows),
    }
    return show(request, "agenda", shown, place=MEETINGS)


def _item(said: dict[str, Any]) -> dict[str, Any]:
    """What was typed of a new item, as the deed takes it: the record it takes up under its own name."""
    kind, ref = said.pop("about")
    return said | ({kind: ref} if ref else {})


def _left_over(request: ViewerRequest, state: queries.MeetingRow) -> list[tuple[queries.MeetingRow, int]]:
    """The last meeting of the group with items left over that were not carried to another."""
    viewer = request.viewer
    earlier = [row for row in queries.meeting_rows(viewer, group=state.group) if row.took_place and row.day < state.day][:1]
    found = []
    for row in earlier:
        carried = set(queries.items(viewer).filter(carried_from__meeting__ref=row.ref).values_list("carried_from__ref", flat=True))
        left = [one for one in queries.agenda(viewer, meeting=row.ref) if one.is_left and one.item.ref not in carried]
        if left:
            found.append((row, len(left)))
    return found


def _once(request: ViewerRequest, ref: str, done: str, do: Any) -> HttpResponse:
    """One click of the agenda's page: done, or the reason it was not."""
    if request.method != "POST":
        return redirect(_to_agenda(request, ref))
    pressed(request, do, done=done)
    return redirect(_to_agenda(request, ref))


@requires(Permission.PARTNERSHIP_EDIT)
def review_add(request: ViewerRequest, ref: str) -> HttpResponse:
    """Put the review of the open actions on the agenda, once."""
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    if queries.items(viewer).filter(meeting__ref=ref, title=REVIEW).exists():
        messages.success(request, "The review of actions is on the agenda already")
        return redirect(_to_agenda(request, ref))
    return _once(
        request,
        state.ref,
        "The review of actions is on the agenda",
        lambda: actions.add_item(ref, by=viewer, on=viewer.today, title=REVIEW, kind=ItemKind.OTHER.value, minutes_allotted=15),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def item_move(request: ViewerRequest, ref: str) -> HttpResponse:
    """Move an item one place up or down."""
    viewer = request.viewer
    item = get_object_or_404(queries.items(viewer), ref=ref)
    order = [row.item.ref for row in queries.agenda(viewer, meeting=item.meeting.ref)]
    place = order.index(ref)
    other = place + (1 if request.POST.get("to") == "down" else -1)
    if not 0 <= other < len(order):
        return redirect(_to_agenda(request, item.meeting.ref))
    order[place], order[other] = order[other], order[place]
    seen = request.POST.get("seen", "")
    return _once(
        request,
        item.meeting.ref,
        "The order is changed",
        lambda: actions.reorder(item.meeting.ref, by=viewer, order=order, seen=int(seen) if seen.isdigit() else -1),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def item_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    """Take an item off the agenda."""
    viewer = request.viewer
    item = get_object_or_404(queries.items(viewer), ref=ref)
    done = f"Taken off the agenda: {item.title}"
    return _once(request, item.meeting.ref, done, lambda: actions.withdraw_item(ref, by=viewer, on=viewer.today))


@requires(Permission.PARTNERSHIP_EDIT)
def item_alter(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    item = get_object_or_404(queries.items(viewer), ref=ref)
    _, state = meeting_of(request, item.meeting.ref)
    before = {name: getattr(item, name) for name in ("title", "minutes_allotted", "presenter", "marking")}
    form = AlterItemForm(request.POST or None, viewer=viewer, version=item.version, initial=before)
    return asked(
        request,
        form,
        title="Change the item",
        caption=item.title,
        button="Change it",
        consequence="The item is not changed yet",
        done="The item is changed",
        do=lambda: actions.alter_item(ref, by=viewer, **{"marking": item.marking} | form.cleaned_data),
        then=lambda _: _to_agenda(request, item.meeting.ref),
        back=(*back_to(viewer, state), ("Agenda", _to_agenda(request, item.meeting.ref))),
        place=MEETINGS,
        marking=highest([item.marking]),
    )


@requires(Permission.PARTNERSHIP_EDIT)
def paper_add(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    item = get_object_or_404(queries.items(viewer), ref=ref)
    _, state = meeting_of(request, item.meeting.ref)
    form = PaperForm(request.POST or None, viewer=viewer)
    return asked(
        request,
        form,
        title="Add a paper",
        caption=item.title,
        button="Add it",
        consequence="The paper is not with the item yet",
        done="The paper is with the item",
        do=lambda: actions.add_paper(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: _to_agenda(request, item.meeting.ref),
        lede="Papers come from the documents register, so that everybody reads the same version.",
        back=(*back_to(viewer, state), ("Agenda", _to_agenda(request, item.meeting.ref))),
        place=MEETINGS,
        marking=highest([item.marking]),
        extra={"new_document": address_here(viewer, "documents:document-new")},
    )


@requires(Permission.PARTNERSHIP_EDIT)
def carry_over(request: ViewerRequest, ref: str) -> HttpResponse:
    """Carry what was left over to a later meeting's agenda."""
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    open_yet = {MeetingStage.PLANNED, MeetingStage.CALLED}
    later = [row for row in queries.meeting_rows(viewer, group=state.group) if row.stage in open_yet and row.day > state.day]
    form = LaterMeetingForm(request.POST or None, later=[(row.ref, f"{say(row.day)} ({row.ref})") for row in reversed(later)])
    left = [row for row in queries.agenda(viewer, meeting=ref) if row.is_left]
    if not left:
        raise Http404
    return asked(
        request,
        form,
        title="Carry items over",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Carry them over",
        consequence="Nothing is carried over yet",
        done="Carried over to the later agenda",
        do=lambda: actions.carry_over(ref, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: _to_agenda(request, form.cleaned_data["to"]),
        lede=f"{counted(len(left), 'item')} {'was' if len(left) == 1 else 'were'} put off or not reached.",
        back=back_to(viewer, state),
        place=MEETINGS,
        extra={"plan": address_here(viewer, "partnership:meeting-plan", state.group) if not later else ""},
    )
