"""The one page somebody sees who answers by a link, without an account: their own actions, and the next meeting."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from dueregard.access.requires import public
from dueregard.access.scope import scope
from dueregard.access.viewer import Viewer
from dueregard.accounts.queries import Answering, answering
from dueregard.accounts.rules import AnswerPurpose, LinkState
from dueregard.partnership import actions
from dueregard.partnership.forms.actions import UpdateForm
from dueregard.partnership.forms.answering import ComingForm
from dueregard.partnership.queries.answering import colleagues, meetings_asked, open_own_actions, own_ref, said_by_link
from dueregard.partnership.views.actions import say_how_it_goes
from dueregard.ui.asking import is_done
from dueregard.ui.fields import Form

GONE = 410


@never_cache
@public("Whoever opens a personal link has no account: the secret in the address says who answers, and shows them their own actions alone")
def answer(request: HttpRequest, of: str, secret: str) -> HttpResponse:
    """The page of a link that opens; in words why one does not."""
    found = answering(of, secret, now=timezone.now())
    if found is None or found.purpose != AnswerPurpose.ACTIONS:
        return render(request, "partnership/answer_closed.html", {"link": None}, status=404)
    if found.state is not LinkState.OPEN:
        return render(request, "partnership/answer_closed.html", {"link": found}, status=GONE)
    with scope(found.viewer):
        return _page(request, found, back=redirect("answer", of=of, secret=secret))


def _page(request: HttpRequest, link: Answering, *, back: HttpResponse) -> HttpResponse:
    viewer, posted = link.viewer, request.POST.get("about", "")
    acting = [(row, _update_form(request, row, posted, viewer)) for row in open_own_actions(viewer)]
    meeting = [(asked, _coming_form(request, asked, posted, viewer)) for asked in meetings_asked(viewer)]
    sent = next((form for row, form in acting if row.ref == posted), None)
    coming = next((form for asked, form in meeting if asked.meeting.ref == posted), None)
    if (sent is not None and is_done(sent, lambda: say_how_it_goes(posted, by=viewer, **sent.cleaned_data))) or (
        coming is not None and is_done(coming, lambda: _reply(posted, coming, by=viewer))
    ):
        messages.success(request, "Thank you. Your answer is with the partnership")
        return back
    if posted and sent is None and coming is None:
        messages.info(request, "Nothing was saved: that is no longer asked of you. What is still asked stands below")
    shown = {"link": link, "acting": acting, "meetings": meeting, "said": said_by_link(viewer), "posted": posted, "form": sent or coming}
    return render(request, "partnership/answer.html", shown)


def _update_form(request: HttpRequest, row: Any, posted: str, viewer: Viewer) -> UpdateForm:
    data = request.POST if row.ref == posted else None
    return UpdateForm(data, prefix=row.ref, version=row.version, initial={"on": viewer.today, "course": row.rag})


def _coming_form(request: HttpRequest, asked: Any, posted: str, viewer: Viewer) -> ComingForm:
    data = request.POST if asked.meeting.ref == posted else None
    answered = asked.answered
    initial = {"answer": answered.answer, "words": answered.words} if answered else {}
    return ComingForm(data, prefix=asked.meeting.ref, colleagues=colleagues(viewer), initial=initial)


def _reply(ref: str, form: Form, *, by: Viewer) -> None:
    given = form.cleaned_data
    actions.reply(
        ref, by=by, on=by.today, person=own_ref(by), answer=given["answer"], substitute=given["substitute"] or None, words=given["words"]
    )
