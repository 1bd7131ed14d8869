"""What somebody sees who answers for their body by a link, without an account: what is asked of it, and thanks."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from dueregard.access.requires import public
from dueregard.access.scope import scope
from dueregard.accounts.queries import Answering, answering
from dueregard.accounts.rules import AnswerPurpose, LinkState
from dueregard.training.actions.returning_by_link import answer_by_link
from dueregard.training.forms.returns import FiguresForm, counts_by_level
from dueregard.training.queries.return_asks import SubjectSeen, asks_by_link, said_by_link, subjects_seen
from dueregard.training.queries.returned import subjects_of
from dueregard.ui.asking import is_done

GONE = 410
WHY = "Whoever opens a personal link has no account: the secret in the address says who answers, and for which body"


def _opened(request: HttpRequest, of: str, secret: str, page: Callable[[Answering], HttpResponse]) -> HttpResponse:
    """The page of a link that opens; in words why one does not."""
    found = answering(of, secret, now=timezone.now())
    if found is None or found.purpose != AnswerPurpose.RETURN:
        return render(request, "training/answer_closed.html", {"link": None}, status=404)
    if found.state is not LinkState.OPEN:
        return render(request, "training/answer_closed.html", {"link": found}, status=GONE)
    with scope(found.viewer):
        return page(found)


@never_cache
@public(WHY)
def answer(request: HttpRequest, of: str, secret: str) -> HttpResponse:
    return _opened(request, of, secret, lambda link: _asked(request, link, of=of, secret=secret))


@never_cache
@public(WHY)
def answered(request: HttpRequest, of: str, secret: str) -> HttpResponse:
    return _opened(request, of, secret, lambda link: _thanks(request, link, of=of, secret=secret))


def _asked(request: HttpRequest, link: Answering, *, of: str, secret: str) -> HttpResponse:
    ask = next(iter(asks_by_link(link.viewer)), None)
    if ask is None:
        return render(request, "training/answer_closed.html", {"link": link})
    said = said_by_link(link.viewer, ask)
    is_by_level = counts_by_level(request.GET.get("count"), is_asked=ask.is_by_level, before=said)
    form = FiguresForm(request.POST or None, subjects=subjects_of(ask), before=said, is_by_level=is_by_level)
    if request.method == "POST" and is_done(form, lambda: _send(ask, form, link)):
        return redirect("return-answered", of=of, secret=secret)
    shown = {"link": link, "ask": ask, "form": form, "said": said, "said_seen": _seen(ask, said), "is_by_level": is_by_level}
    return render(request, "training/answer.html", shown)


def _send(ask: Any, form: FiguresForm, link: Answering) -> None:
    given = form.cleaned_data
    answer_by_link(ask.ref, by=link.viewer, figures=form.figures, said=given["said"], once=given["once"])


def _thanks(request: HttpRequest, link: Answering, *, of: str, secret: str) -> HttpResponse:
    ask = next(iter(asks_by_link(link.viewer)), None)
    said = said_by_link(link.viewer, ask) if ask else None
    if said is None:
        return redirect("return-answer", of=of, secret=secret)
    shown = {"link": link, "ask": ask, "said": said, "said_seen": _seen(ask, said), "of": of, "secret": secret}
    return render(request, "training/answered.html", shown)


def _seen(ask: Any, said: Any) -> list[SubjectSeen]:
    """What they said themselves, all of it, and what they were asked and left out."""
    return subjects_seen(said.said, names=True, wanted=subjects_of(ask)) if said else []
