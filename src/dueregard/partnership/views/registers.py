"""Pages of the plain registers: what there are, nil returns, briefings of elected members, a senior officer's part."""

from django.http import HttpResponse

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import months_before
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.registers import BriefingForm, InvolvementForm, NilForm
from dueregard.partnership.queries.register_rows import register_rows
from dueregard.partnership.rules.decisions import NilAbout
from dueregard.partnership.rules.reach import BriefingAbout, InvolvementKind
from dueregard.partnership.views.section import asked, show
from dueregard.ui.places import address_here

LIST = "partnership:register-list"
BACK = "Registers"


def back_to(request: ViewerRequest, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The way back to the registers, and to one of them."""
    return ((BACK, address_here(request.viewer, LIST)), *((words, address_here(request.viewer, page)) for words, page in more))


@requires(Permission.PARTNERSHIP_READ)
def register_list(request: ViewerRequest) -> HttpResponse:
    return show(request, "register_list", {"rows": register_rows(request.viewer)}, place=LIST)


@requires(Permission.PARTNERSHIP_READ)
def nil_list(request: ViewerRequest) -> HttpResponse:
    rows = [(row, NilAbout(row.about).label) for row in queries.nil_returns(request.viewer)]
    return show(request, "nil_list", {"rows": rows, "back": back_to(request)}, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def nil_record(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    initial = {"on": viewer.today, "until": viewer.today, "since": months_before(viewer.today, 12)}
    form = NilForm(request.POST or None, viewer=viewer, initial=initial)
    return asked(
        request,
        form,
        title="Record that nothing arose",
        button="Record it",
        consequence="The nil return is not recorded yet",
        do=lambda: actions.nil_return(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:nil-list"),
        done="The nil return is recorded",
        lede="A line that counts what happened cannot tell a quiet year from a forgotten register. A named post can.",
        back=back_to(request, ("Nil returns", "partnership:nil-list")),
        place=LIST,
    )


@requires(Permission.PARTNERSHIP_READ)
def briefing_list(request: ViewerRequest) -> HttpResponse:
    rows = [(row, BriefingAbout(row.about).label) for row in queries.briefings(request.viewer)]
    return show(request, "briefing_list", {"rows": rows, "back": back_to(request)}, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def briefing_record(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = BriefingForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record a briefing of elected members",
        button="Record it",
        consequence="The briefing is not recorded yet",
        do=lambda: actions.brief_members(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:briefing-list"),
        done="The briefing is recorded",
        back=back_to(request, ("Briefings of elected members", "partnership:briefing-list")),
        place=LIST,
    )


@requires(Permission.PARTNERSHIP_READ)
def involvement_list(request: ViewerRequest) -> HttpResponse:
    rows = [(row, InvolvementKind(row.how).label) for row in queries.involvements(request.viewer)]
    return show(request, "involvement_list", {"rows": rows, "back": back_to(request)}, place=LIST)


@requires(Permission.PARTNERSHIP_EDIT)
def involvement_record(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = InvolvementForm(request.POST or None, viewer=viewer, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Record a senior officer’s part",
        button="Record it",
        consequence="It is not recorded yet",
        do=lambda: actions.note_involvement(by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, "partnership:involvement-list"),
        done="The part taken is recorded",
        lede="Attendance, decisions and approvals recorded elsewhere count by themselves. Record here only what nothing else shows.",
        back=back_to(request, ("A senior officer’s part", "partnership:involvement-list")),
        place=LIST,
    )
