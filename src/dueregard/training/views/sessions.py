"""Pages of sessions: the list, one session, planning, holding and cancelling it, who gives it, what people answered."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import highest
from dueregard.training.actions import sessions as actions
from dueregard.training.exchange.calendars import session_file
from dueregard.training.forms import sessions as forms
from dueregard.training.queries import sessions as queries
from dueregard.training.views.section import asked, show
from dueregard.ui import asking
from dueregard.ui.download import download
from dueregard.ui.places import address_here

LIST, PAGE = "training:session-list", "training:session"
A_PAGE = 50
COPIED, OF_SLOT = ("places", "audience"), ("starts", "ends", "place")


def session_of(request: ViewerRequest, ref: str) -> Any:
    """The session a page is about, as it stands; otherwise there is no such page."""
    return queries.as_row(request.viewer, get_object_or_404(queries.sessions(request.viewer), ref=ref))


def back_to(viewer: Viewer, row: Any | None = None) -> tuple[tuple[str, str], ...]:
    """The steps above a page of a session."""
    steps = (("Sessions", address_here(viewer, LIST)),)
    return steps if row is None else (*steps, (row.session.ref, address_here(viewer, PAGE, row.session.ref)))


@requires(Permission.TRAINING_READ)
def session_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.SessionFilterForm(request.GET or None, viewer=viewer)
    chosen = form.asked()
    page = Paginator(queries.filtered(viewer, **chosen), A_PAGE).get_page(request.GET.get("page"))
    query = "".join(f"{name}={value}&amp;" for name, value in chosen.items() if value)
    shown = {"form": form, "page": page, "rows": queries.as_rows(viewer, page), "chosen": any(chosen.values()), "query": query}
    return show(request, "session_list", shown, place=LIST)


@requires(Permission.TRAINING_READ)
def session(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    names = viewer.may(Permission.TRAINING_NAMES)
    questions = queries.questions(viewer, row.session, names=names)
    shown = {
        "row": row,
        "of": row.session,
        "moves": list(queries.moves(viewer, row.session)),
        "first": queries.first_set(row.session),
        "gives": queries.given_by(viewer, row.session),
        "came": row.came_to(names=names),
        "people": queries.attendance(viewer).filter(session=row.session) if names else [],
        "questions": questions,
        "marking": highest(question.document.marking for question in questions if question.document),
        "back": back_to(viewer),
    }
    return show(request, "session", shown, place=LIST)


@requires(Permission.TRAINING_READ)
def session_ics(request: ViewerRequest, ref: str) -> HttpResponse:
    """The session as a calendar entry."""
    found = session_of(request, ref).session
    return download(session_file(request.viewer, found.ref), name=f"{request.viewer.area}-{found.ref}-calendar.ics")


@requires(Permission.TRAINING_EDIT)
def session_new(request: ViewerRequest) -> HttpResponse:
    """A session planned anew, or as another was."""
    viewer = request.viewer
    like = queries.sessions(viewer).filter(ref=request.GET.get("like", "")).first()
    initial = {"course": request.GET.get("course", "")}
    if like is not None:
        slot = queries.as_row(viewer, like).slot
        initial = {"course": like.course.ref} | {name: getattr(like, name) for name in COPIED}
        initial |= {name: getattr(slot, name) for name in OF_SLOT}
    form = forms.SessionForm(request.POST or None, viewer=viewer, initial=initial)
    return asked(
        request,
        form,
        title="Plan a session",
        button="Plan it",
        consequence="The session is not planned yet",
        lede="One that took place already is recorded here too: give its day, then say that it was held.",
        do=lambda: actions.plan_session(by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The session is planned",
        back=back_to(viewer),
        place=LIST,
    )


def _page(do: Callable[..., object], make: Callable[[ViewerRequest, Any], Any], **words: Any) -> Callable[..., HttpResponseBase]:
    """A page that records something of one session."""

    @requires(Permission.TRAINING_EDIT)
    def page(request: ViewerRequest, ref: str) -> HttpResponse:
        viewer, row = request.viewer, session_of(request, ref)
        form = make(request, row)
        return asked(
            request,
            form,
            do=lambda: do(ref, by=viewer, **form.cleaned_data),
            then=lambda _: address_here(viewer, PAGE, ref),
            caption=f"{row.session.course.title}, {row.session.audience} ({ref})",
            back=back_to(viewer, row),
            place=LIST,
            **words,
        )

    return page


def _held(request: ViewerRequest, row: Any) -> Any:
    initial = {"on": min(row.day, request.viewer.today), "came": row.counted}
    return forms.HeldForm(request.POST or None, version=row.session.version, initial=initial)


def _move(request: ViewerRequest, row: Any) -> Any:
    initial = {name: getattr(row.slot, name) for name in ("day", *OF_SLOT)}
    return forms.MoveForm(request.POST or None, version=row.session.version, initial=initial)


def _cancel(request: ViewerRequest, row: Any) -> Any:
    return forms.CancelForm(request.POST or None, version=row.session.version, initial={"on": request.viewer.today})


def _gives(request: ViewerRequest, _row: Any) -> Any:
    return forms.GivesForm(request.POST or None, viewer=request.viewer)


session_held = _page(
    actions.hold_session,
    _held,
    title="Record that it was held",
    button="Record it",
    consequence="The session is not recorded as held yet",
    done="The session is recorded as held: say who came",
    lede="Said again, the last holds.",
)
session_move = _page(
    lambda ref, *, by, **said: actions.move_session(ref, by=by, on=by.today, **said),
    _move,
    title="Move the session",
    button="Move it",
    consequence="The session is where it was",
    done="The session is moved; the earlier day stays on its page",
    lede="To another day, time or place. Who gives it stays. Nobody is told by it: tell those who are coming.",
)
session_cancel = _page(
    actions.cancel_session,
    _cancel,
    title="Cancel the session",
    button="Cancel it",
    consequence="The session is not cancelled",
    done="The session is cancelled",
    lede="Where it only moves to another day, its page offers that.",
)
session_gives = _page(
    actions.say_gives,
    _gives,
    title="Say who gives it",
    button="Say so",
    consequence="This is not saved yet",
    done="It is said who gives the session",
)


@requires(Permission.TRAINING_EDIT)
def session_gives_end(request: ViewerRequest, ref: str, key: UUID) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    given = get_object_or_404(queries.given_by(viewer, row.session), pk=key)
    form = forms.DayForm(request.POST or None, initial={"on": viewer.today})
    who = given.person or given.body
    return asked(
        request,
        form,
        title=f"Take {who.name if who else 'nobody'} off the session",
        caption=f"{row.session.course.title} ({ref})",
        button="Take off",
        consequence="This is not saved yet",
        do=lambda: actions.end_giving(key, by=viewer, on=form.cleaned_data["on"]),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="It is said that they do not give the session",
        back=back_to(viewer, row),
        place=LIST,
    )


@requires(Permission.TRAINING_EDIT)
def confidence(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    form = forms.ConfidenceForm(request.POST or None, viewer=viewer, initial={"on": row.day, "given": forms.COUNTS})
    times = [("Before", form.steps_of(forms.BEFORE)), ("After", form.steps_of(forms.AFTER))]
    return asking.asked(
        request,
        form,
        do=lambda: actions.say_confidence(ref, by=viewer, **form.answers()),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="What they answered is recorded",
        page=lambda: show(
            request, "session_confidence", {"form": form, "row": row, "times": times, "back": back_to(viewer, row)}, place=LIST
        ),
    )


@requires(Permission.TRAINING_EDIT)
def confidence_withdraw(request: ViewerRequest, ref: str, key: UUID) -> HttpResponse:
    viewer, row = request.viewer, session_of(request, ref)
    question = get_object_or_404(queries.confidence(viewer, row.session), pk=key)
    form = forms.DayForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Withdraw what people answered",
        caption=question.asked,
        button="Withdraw it",
        consequence="It is still shown",
        do=lambda: actions.take_back_confidence(ref, by=viewer, on=form.cleaned_data["on"], key=key),
        then=lambda _: address_here(viewer, PAGE, ref),
        done="It is no longer shown",
        lede="To put a number right, record the answers again: the last holds.",
        back=back_to(viewer, row),
        place=LIST,
    )
