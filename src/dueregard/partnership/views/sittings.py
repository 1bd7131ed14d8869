"""A meeting's own page, whatever its stage, and the deeds after it was held: cleared, approved, put right."""

from typing import Any

from django.http import Http404, HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.organisations import queries as organisations
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.clearing import ApproveForm, ClearForm, CorrectionForm
from dueregard.partnership.queries.sheets import record_sheet
from dueregard.partnership.queries.tables import Table
from dueregard.partnership.rules.meetings import LOCKED, TOOK_PLACE, MeetingStage, why_not_clear
from dueregard.partnership.views.meetings import MEETINGS, back_to, back_to_list, meeting_of
from dueregard.partnership.views.section import asked, show
from dueregard.privacy.marking import Marking, highest
from dueregard.ui.places import address_here

CALENDAR = "partnership:meeting-ics"
FILES = (
    ("Agenda and papers as one pack (PDF)", "partnership:pack-pdf", frozenset(MeetingStage) - {MeetingStage.CANCELLED}),
    ("Agenda and papers as one pack (Word)", "partnership:pack-docx", frozenset(MeetingStage) - {MeetingStage.CANCELLED}),
    ("Minutes (PDF)", "partnership:minutes-pdf", TOOK_PLACE),
    ("Minutes (Word)", "partnership:minutes-docx", TOOK_PLACE),
    ("Calendar file", CALENDAR, frozenset({MeetingStage.PLANNED, MeetingStage.CALLED})),
)


@requires(Permission.PARTNERSHIP_READ)
def meeting(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, page = request.viewer, queries.meeting_page(request.viewer, ref)
    if page is None:
        raise Http404
    state, marking = page.state, highest(page.markings)
    shown = vars(page) | {
        "missing": _missing(viewer, page),
        "stands_in_the_way": _stands_in_the_way(viewer, state, unfinished=page.unfinished),
        "to_write": state.day <= viewer.today and (page.is_to_come or state.stage is MeetingStage.HELD),
        "left": sum(line.row.is_left for line in page.lines),
        "may_answer": page.is_to_come and _may_answer(viewer, page.table),
        "may_clear": viewer.may(Permission.MINUTES_CLEAR),
        "files": _files(viewer, state, has_sealed=marking is Marking.SENSITIVE),
        "is_locked": state.stage in LOCKED,
        "is_to_come": page.is_to_come,
        "back": back_to_list(viewer),
        "marking": marking,
    }
    return show(request, "meeting", shown, place=MEETINGS)


def _files(viewer: Viewer, state: queries.MeetingRow, *, has_sealed: bool) -> list[tuple[str, str]]:
    """The files of a meeting to take away; where it has sealed parts, the Official edition of each paper too."""
    there = [(words, page, address_here(viewer, page, state.ref)) for words, page, stages in FILES if state.stage in stages]
    found = [(words, where) for words, _page, where in there]
    if has_sealed:
        found += [(f"{words}, Official edition", f"{where}?edition=official") for words, page, where in there if page != CALENDAR]
    return found


def _may_answer(viewer: Viewer, table: Table) -> bool:
    """Whether this viewer is asked to the meeting, or records the answers of those who are."""
    if viewer.may(Permission.PARTNERSHIP_EDIT):
        return table.people > 0
    return viewer.may(Permission.ACTION_UPDATE) and viewer.person_id in table.person_ids


def _missing(viewer: Viewer, page: queries.MeetingPage) -> list[str]:
    """What a meeting to come still lacks."""
    if not page.is_to_come:
        return []
    state, lines = page.state, page.lines
    lacks = [
        (state.starts is None, "It has no time"),
        (not state.place, "It has no place"),
        (not lines, "Nothing is on its agenda"),
        (bool(lines) and not any(line.row.papers for line in lines), "No paper is with any item"),
        (not page.table.chairs, "Nobody is recorded as chair of the group"),
        (state.stage is MeetingStage.PLANNED and state.day >= viewer.today, "It is not called yet"),
        (state.day < viewer.today, "Nobody has recorded who came"),
    ]
    return [words for is_so, words in lacks if is_so]


def _stands_in_the_way(viewer: Viewer, state: queries.MeetingRow, *, unfinished: int) -> str | None:
    """What keeps the chair from clearing the minutes, before anybody tries."""
    if state.stage is not MeetingStage.HELD:
        return None
    return why_not_clear(state.stage, held=state.on(MeetingStage.HELD), on=viewer.today, unfinished=unfinished)


@requires(Permission.MINUTES_CLEAR)
def minutes_clear(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    form = ClearForm(request.POST or None, version=state.version, initial={"on": viewer.today})
    person = organisations.people(viewer).filter(pk=viewer.person_id).first() if viewer.person_id else None
    in_the_way = _stands_in_the_way(viewer, state, unfinished=queries.items_without_minutes(viewer, meeting=ref))
    return asked(
        request,
        form,
        title="Clear the minutes",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Clear the minutes",
        consequence="The minutes are not cleared",
        done="The minutes are cleared and the record is locked",
        do=lambda: actions.clear_minutes(ref, by=viewer, done_by=person.ref if person else None, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        lede="Clearing locks the record. After that it can only be put right beside it, with a date.",
        back=back_to(viewer, state),
        place=MEETINGS,
        extra={"in_the_way": in_the_way},
    )


@requires(Permission.PARTNERSHIP_EDIT)
def minutes_approve(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    rows = queries.meeting_rows(viewer, group=state.group)
    later = [row for row in rows if state.day < row.day <= viewer.today and row.stage is not MeetingStage.CANCELLED]
    form = ApproveForm(
        request.POST or None, version=state.version, later=[(row.ref, f"The meeting of {say(row.day)} ({row.ref})") for row in later]
    )
    return asked(
        request,
        form,
        title="Record that the minutes were approved",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Record it",
        consequence="The minutes are not approved yet",
        done="The minutes are approved as a correct record",
        do=lambda: actions.approve_minutes(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        lede="" if later else "No later meeting of the group has its day behind it, so no meeting can have approved these minutes.",
        back=back_to(viewer, state),
        place=MEETINGS,
    )


@requires(Permission.PARTNERSHIP_EDIT)
def minutes_correct(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    if state.stage not in LOCKED:
        raise Http404
    lines = record_sheet(viewer, queries.agenda(viewer, meeting=ref), state)
    decisions = [row.decision for row in queries.decision_rows(viewer, meeting=ref)]
    about = [(f"item:{line.ref}", f"Item {line.number}: {line.row.item.title}") for line in lines]
    about += [(f"decision:{row.ref}", f"{row.ref}: {row.words[:60]}") for row in decisions]
    markings = {line.ref: line.row.marking for line in lines} | {row.ref: row.marking for row in decisions}
    form = CorrectionForm(request.POST or None, viewer=viewer, about=about, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Put a mistake right",
        caption=f"{state.group_name}, {say(state.day)}",
        button="Put it beside the record",
        consequence="The correction is not recorded yet",
        done="The correction stands beside the record",
        do=lambda: actions.correct_after_clearing(ref, by=viewer, **_correction(form.cleaned_data, markings)),
        then=lambda _: address_here(viewer, "partnership:meeting", ref),
        lede="The record itself stays as the chair cleared it.",
        back=back_to(viewer, state),
        place=MEETINGS,
        marking=highest(line.marking for line in lines),
    )


def _correction(said: dict[str, Any], markings: dict[str, str]) -> dict[str, Any]:
    """What was typed, as the deed takes it; marked at least as what it puts right."""
    about: dict[str, str] = said["about"]
    marking = highest([said.get("marking", Marking.OFFICIAL), *(markings[ref] for ref in about.values())])
    return {name: said[name] for name in ("words", "on", "once")} | about | {"marking": marking.value}
