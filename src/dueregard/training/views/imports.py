"""Files brought in: the list of them, choosing one, a page for each wherever it stands, undoing it."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.sheets.rules.tables import Unreadable
from dueregard.training.actions import import_files as files
from dueregard.training.actions import registers
from dueregard.training.forms.imports import FileForm, LeftForm, WithdrawForm
from dueregard.training.queries import imports as queries
from dueregard.training.rules.imports import AT_ONCE_BYTES, AT_WORK, LOOKED, ImportState
from dueregard.training.tasks import carry_on
from dueregard.training.tasks.outcomes import first_of_each
from dueregard.training.views.answers import answered, open_answers
from dueregard.training.views.section import asked, show
from dueregard.ui.places import address_here

LIST, PAGE = "training:import-list", "training:import"
A_PAGE = 50
FIRSTS = 5  # rows of each kind
ROWS_SHOWN = 12  # the table above them says what there is, and the list taken away holds all
MOST_NAMED = 500  # people on one page
AGAIN_SECONDS = 3
NOTHING_KEPT = "This file is not kept"


@requires(Permission.TRAINING_NAMES)
def import_list(request: ViewerRequest) -> HttpResponse:
    page = Paginator(queries.imports(request.viewer), A_PAGE).get_page(request.GET.get("page"))
    return show(request, "import_list", {"page": page, "sources": queries.sources(request.viewer)}, place=LIST)


@requires(Permission.TRAINING_NAMES)
def import_new(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = FileForm(request.POST or None, request.FILES or None, viewer=viewer, initial={"source": request.GET.get("source", "")})

    def choose() -> Any:
        said = form.cleaned_data
        return files.choose_file(said["file"].chunks(), by=viewer, on=said["on"], source=said["source"], once=said["once"])

    return asked(
        request,
        form,
        title="Choose a file",
        button="Go on",
        consequence=NOTHING_KEPT,
        lede="You see what would become of every row before anything counts.",
        do=choose,
        then=lambda made: address_here(viewer, PAGE, made.ref),
        done="The file is here. Say which column holds what",
        back=_back(viewer),
        place=LIST,
        extra={"has_file": True},
    )


@requires(Permission.TRAINING_NAMES)
def import_page(request: ViewerRequest, ref: str) -> HttpResponse:
    """An import wherever it stands: questions before, progress during, what came of it after."""
    viewer = request.viewer
    import_ = get_object_or_404(queries.imports(viewer), ref=ref)
    if import_.state in LOOKED and import_.path:
        return _with_answers(request, import_)
    response = _page(request, import_, {})
    if import_.state in AT_WORK:
        response["Refresh"] = str(AGAIN_SECONDS)
    return response


def _with_answers(request: ViewerRequest, import_: Any) -> HttpResponse:
    try:
        form = open_answers(request.viewer, import_, request.POST or None)
    except Unreadable as why:
        return _page(request, import_, {"cannot": str(why)})
    if request.method != "POST" or not answered(request.viewer, import_, form):
        return _page(request, import_, {"form": form, "asks": True})
    try:
        _begin(request.viewer, import_, is_dry=request.POST.get("step") != "bring")
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _page(request, import_, {"form": form, "asks": True})
    return redirect(address_here(request.viewer, PAGE, import_.ref))


def _begin(viewer: Viewer, import_: Any, *, is_dry: bool) -> None:
    """Have the worker look at it or bring it in; a small file at once, while the page is waited for."""
    (files.check if is_dry else files.bring_in)(import_.ref, by=viewer)
    if import_.size <= AT_ONCE_BYTES:
        worker = Viewer.worker(area=viewer.area, area_id=viewer.area_id, area_name=viewer.area_name, now=viewer.now)
        carry_on(import_.ref, by=worker, clock=timezone.now)


def _page(request: ViewerRequest, import_: Any, more: dict[str, Any]) -> HttpResponse:
    viewer, state = request.viewer, ImportState(import_.state)
    before = queries.brought_before(viewer, import_) if state in LOOKED else None
    shown = {
        "of": import_,
        "state": state,
        "at_work": state in AT_WORK,
        "far": queries.progress(import_),
        "reasons": queries.by_reason(viewer, import_),
        "rows": queries.not_taken(viewer, import_)[:ROWS_SHOWN],
        "before": before,
        "missing": queries.still_missing(viewer, import_).count() if state is ImportState.DONE else 0,
        "back": _back(viewer),
        "firsts": first_of_each(import_, most=FIRSTS) if state is ImportState.CHECKED else {},
        "asks": False,
        "cannot": "",
    }
    return show(request, "import", shown | more, place=LIST)


@requires(Permission.TRAINING_NAMES)
@require_POST
def import_give_up(request: ViewerRequest, ref: str) -> HttpResponse:
    get_object_or_404(queries.imports(request.viewer), ref=ref)
    try:
        files.give_up(ref, by=request.viewer)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Given up: nothing of it counts, and the file is deleted")
    return redirect(address_here(request.viewer, LIST))


@requires(Permission.TRAINING_NAMES)
def import_withdraw(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    import_ = get_object_or_404(queries.imports(viewer), ref=ref)
    form = WithdrawForm(request.POST or None, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title=f"Withdraw {ref}",
        button="Withdraw all of it",
        consequence="It is not withdrawn",
        lede="Nothing that came with it counts any more; nothing is deleted. What later files said again was not taken twice: "
        "bring the latest of them in again afterwards.",
        do=lambda: files.withdraw(ref, by=viewer, on=form.cleaned_data["on"], because=form.cleaned_data["because"]),
        then=lambda _: address_here(viewer, PAGE, ref),
        done=f"{ref} is withdrawn",
        back=(*_back(viewer), (import_.ref, address_here(viewer, PAGE, ref))),
        place=LIST,
    )


@requires(Permission.TRAINING_NAMES)
def import_left(request: ViewerRequest, ref: str) -> HttpResponse:
    """Whom a full register did not name: said to have left, all who are ticked."""
    viewer = request.viewer
    import_ = get_object_or_404(queries.imports(viewer), ref=ref)
    form, chosen = LeftForm(request.POST or None, initial={"on": import_.on}), request.POST.getlist("who")
    every = queries.still_missing(viewer, import_)
    missing, count = every[:MOST_NAMED], every.count()
    if request.method == "POST" and form.is_valid():
        try:
            left = registers.say_left(chosen, by=viewer, on=form.cleaned_data["on"], register=ref)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Left: {left}")
            return redirect(address_here(viewer, PAGE, ref))
    back = (*_back(viewer), (import_.ref, address_here(viewer, PAGE, ref)))
    shown = {"form": form, "of": import_, "missing": missing, "count": count, "chosen": chosen, "back": back}
    return show(request, "import_left", shown, place=LIST)


def _back(viewer: Viewer) -> tuple[tuple[str, str], ...]:
    return (("Files brought in", address_here(viewer, LIST)),)
