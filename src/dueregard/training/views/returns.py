"""Pages of returns: who is asked, who has answered, one ask with its history, asking and chasing."""

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.accounts import queries as accounts
from dueregard.accounts.actions import revoke_answer_link
from dueregard.basics.dates import say
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.picking import bodies
from dueregard.training.actions import returns as actions
from dueregard.training.exchange.partner_table import partner_sheet, partner_word
from dueregard.training.forms import returns as forms
from dueregard.training.queries import return_asks as queries
from dueregard.training.queries.returned import asks, subjects_of
from dueregard.training.rules.courses import Subject
from dueregard.training.rules.returns import ANSWER_DAYS, AskState, BodyStands
from dueregard.training.views.section import asked, show
from dueregard.ui.asking import asked as ask_on_page
from dueregard.ui.asking import is_done
from dueregard.ui.download import download
from dueregard.ui.places import address_here

LIST, ASK = "training:return-list", "training:return-ask"


@requires(Permission.TRAINING_READ)
def return_list(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    form = forms.ReturnFilterForm(request.GET or None)
    every = queries.return_rows(viewer)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = [row for row in every if _is_wanted(row, wanted)]
    shown = {
        "rows": rows,
        "counts": {stands.value: sum(row.answering.stands is stands for row in every) for stands in BodyStands},
        "all": len(every),
        "missing": sum(row.answering.is_missing for row in every),
        "partly": sum(row.answering.stands is BodyStands.IN and row.answering.lacks_some for row in every),
        "filter_form": form,
        "to_chase": len(queries.to_chase(viewer)) if viewer.may(Permission.TRAINING_EDIT) else 0,
    }
    return show(request, "return_list", shown, place=LIST)


def _is_wanted(row: queries.BodyRow, wanted: dict[str, Any]) -> bool:
    """Whether the list shows a body. No return is asked of the figures: who is overdue sent none either."""
    stands, which = wanted.get("stands"), wanted.get("which")
    if which and row.answering.is_commissioned != (which == forms.COMMISSIONED):
        return False
    return not stands or row.answering.stands == stands or (stands == BodyStands.MISSING and row.answering.is_missing)


@requires(Permission.TRAINING_READ)
def return_docx(request: ViewerRequest) -> HttpResponse:
    return _taken(request, partner_word(request.viewer, on=request.viewer.today), "docx")


@requires(Permission.TRAINING_READ)
def return_xlsx(request: ViewerRequest) -> HttpResponse:
    return _taken(request, partner_sheet(request.viewer, on=request.viewer.today), "xlsx")


def _taken(request: ViewerRequest, content: bytes, ending: str) -> HttpResponse:
    viewer = request.viewer
    return download(content, name=f"training-returns-{viewer.area}-{viewer.today.isoformat()}.{ending}")


@requires(Permission.TRAINING_EDIT)
def return_ask_new(request: ViewerRequest) -> HttpResponse:
    """Ask one body or several; addresses of links that nobody is e-mailed are shown this once, to hand over."""
    viewer = request.viewer
    to_ask = queries.bodies_to_ask(viewer)
    initial = {"as_at": viewer.today, "due": viewer.today + timedelta(days=ANSWER_DAYS), "subjects": [Subject.AWARENESS, Subject.REFERRAL]}
    form = forms.AskForm(request.POST or None, bodies=to_ask, chosen=request.GET.get("body", ""), initial=initial)
    made: list[actions.Asked] = []

    def ask() -> None:
        about = {name: form.cleaned_data[name] for name in ("as_at", "due", "subjects", "once")}
        is_by_level = form.cleaned_data["count"] == forms.BY_LEVEL
        made.extend(actions.ask_several(form.asked, by=viewer, on=viewer.today, is_by_level=is_by_level, **about))

    if request.method == "POST" and is_done(form, ask):
        return show(request, "return_asked", {"made": made, "host": settings.ADDRESS, "back": _back(viewer)}, place=LIST)
    return show(request, "return_ask_new", {"form": form, "back": _back(viewer)}, place=LIST)


@requires(Permission.TRAINING_READ)
def return_ask(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(asks(viewer), ref=ref)
    state = queries.state_of(viewer, found)
    shown = {
        "ask": found,
        "state": state,
        "is_open": state in {AskState.WAITING, AskState.OVERDUE},
        "subjects": subjects_of(found),
        "answers": queries.answers_of(viewer, body=found.body_id),
        "chases": found.chases.order_by("on", "typed_at"),
        "links": queries.links_of(viewer, found) if viewer.may(Permission.TRAINING_EDIT) else [],
        "back": _back(viewer),
    }
    return show(request, "return_ask", shown, place=LIST)


@requires(Permission.TRAINING_READ)
def return_body(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    body = get_object_or_404(organisations.bodies(viewer), ref=ref)
    rows = [(ask, queries.state_of(viewer, ask)) for ask in asks(viewer).filter(body=body).reverse()]
    shown = {"body": body, "rows": rows, "answers": queries.answers_of(viewer, body=body.pk), "back": _back(viewer)}
    return show(request, "return_body", shown, place=LIST)


@requires(Permission.TRAINING_EDIT)
def return_chase(request: ViewerRequest, ref: str) -> HttpResponse:
    """Ask again; the address of a fresh link is shown this once."""
    viewer = request.viewer
    found = get_object_or_404(asks(viewer), ref=ref)
    people = queries.people_of(viewer, found.body_id)
    initial = {
        "on": viewer.today,
        "how": forms.MAIL if found.person else forms.OTHER_WAY,
        "person": found.person.ref if found.person else "",
    }
    form = forms.ChaseForm(request.POST or None, version=found.version, people=people, initial=initial)
    address = ""

    def chase() -> None:
        nonlocal address
        given = form.cleaned_data
        by_mail = given["how"] == forms.MAIL
        on = viewer.today if by_mail else given["on"]
        address = actions.chase_return(ref, by=viewer, on=on, by_mail=by_mail, person=given["person"] or None, seen=given["seen"])

    shown = {"ask": found, "form": form, "back": _back(viewer, ref)}
    if request.method == "POST" and is_done(form, chase):
        return show(request, "return_chased", {**shown, "address": f"{settings.ADDRESS}{address}" if address else ""}, place=LIST)
    return show(request, "return_chase", shown, place=LIST)


@requires(Permission.TRAINING_EDIT)
def return_chase_all(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    waiting = queries.to_chase(viewer)
    form = forms.ChaseAllForm(request.POST or None)
    names = ", ".join(sorted(ask.body.name for ask in waiting))
    return asked(
        request,
        form,
        title="Chase every return that is overdue",
        button="Send the e-mails" if waiting else "Look again",
        consequence="Nobody is chased yet",
        do=lambda: actions.chase_overdue(by=viewer, on=viewer.today),
        then=lambda _: address_here(viewer, LIST),
        done="Each of them is sent an e-mail with a fresh link",
        lede=f"An e-mail goes to {len(waiting)}: {names}. It says that figures are asked for, and no more."
        if waiting
        else "Nobody: an e-mail went within the last week, or there is no address.",
        back=_back(viewer),
        place=LIST,
    )


@requires(Permission.TRAINING_EDIT)
def return_end(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(asks(viewer), ref=ref)
    form = forms.EndAskForm(request.POST or None, version=found.version, initial={"on": viewer.today})
    return asked(
        request,
        form,
        title="Ask no more",
        caption=f"{found.body.name} ({ref})",
        button="Ask no more",
        consequence="It is still asked",
        do=lambda: actions.end_ask(ref, by=viewer, **form.cleaned_data),
        then=lambda _: address_here(viewer, ASK, ref),
        done="It is asked no more",
        lede="What it answered before stays. Its links show nothing of it from then on.",
        back=_back(viewer, ref),
        place=LIST,
    )


@requires(Permission.TRAINING_EDIT)
def return_record(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer = request.viewer
    found = get_object_or_404(asks(viewer), ref=ref)
    before = queries.answer_as_at(viewer, found)
    is_by_level = forms.counts_by_level(request.GET.get("count"), is_asked=found.is_by_level, before=before)
    of: dict[str, Any] = {"subjects": subjects_of(found), "before": before, "is_by_level": is_by_level}
    form = forms.ReturnForm(request.POST or None, **of, initial={"on": viewer.today})

    def keep() -> object:
        given = form.cleaned_data
        return actions.record_return(
            by=viewer, on=given["on"], as_at=found.as_at, figures=form.figures, ask=ref, said=given["said"], once=given["once"]
        )

    return _figures_page(request, form, keep, title="Record the return", caption=f"{found.body.name} ({ref})", ask=found)


@requires(Permission.TRAINING_EDIT)
def return_unasked(request: ViewerRequest) -> HttpResponse:
    viewer = request.viewer
    initial = {"on": viewer.today, "body_ref": request.GET.get("body", "")}
    is_by_level = forms.counts_by_level(request.GET.get("count"), is_asked=False, before=None)
    of: dict[str, Any] = {"subjects": list(Subject), "bodies": bodies(viewer), "is_by_level": is_by_level}
    form = forms.UnaskedForm(request.POST or None, **of, initial=initial)

    def keep() -> object:
        given = form.cleaned_data
        about = {name: given[name] for name in ("on", "as_at", "body_ref", "said", "once")}
        return actions.record_return(by=viewer, figures=form.figures, **about)

    return _figures_page(request, form, keep, title="Record a return that was not asked for here", caption="", ask=None)


def _figures_page(request: ViewerRequest, form: Any, keep: Any, *, title: str, caption: str, ask: Any) -> HttpResponse:
    viewer = request.viewer
    about = f"How things stood on {say(ask.as_at)}. " if ask else ""
    body = request.GET.get("body", "")
    shown = {
        "form": form,
        "title": title,
        "caption": caption,
        "lede": f"{about}Leave a subject empty where they did not say: it stays not known, and is never read as nought.",
        "is_by_level": None not in form.levels,
        "query": f"{urlencode({'body': body})}&" if body else "",
        "back": _back(viewer, ask.ref if ask else ""),
    }
    return ask_on_page(
        request,
        form,
        do=keep,
        then=lambda made: address_here(viewer, "training:return-body", made.body.ref),
        done="The return is recorded",
        page=lambda: show(request, "return_figures", shown, place=LIST),
    )


@requires(Permission.TRAINING_EDIT)
def return_revoke(request: ViewerRequest, ref: str, link: str) -> HttpResponse:
    viewer = request.viewer
    ask = get_object_or_404(asks(viewer), ref=ref)
    found = get_object_or_404(accounts.answer_links(viewer).filter(pk__in=ask.links.values("link")), ref=link)
    form = forms.RevokeForm(request.POST or None)
    return asked(
        request,
        form,
        title="Take the link back",
        caption=f"{found.person.name}, {found.body.name}",
        button="Take it back",
        consequence="The link is not taken back yet",
        do=lambda: revoke_answer_link(link, by=viewer, on=viewer.today, **form.cleaned_data),
        then=lambda _: address_here(viewer, ASK, ref),
        done="The link is taken back",
        lede="From then on it opens nothing. What came back by it stays.",
        back=_back(viewer, ref),
        place=LIST,
    )


def _back(viewer: Any, ref: str = "") -> tuple[tuple[str, str], ...]:
    steps = (("Returns", address_here(viewer, LIST)),)
    return (*steps, (ref, address_here(viewer, ASK, ref))) if ref else steps
