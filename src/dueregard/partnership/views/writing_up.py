"""The page on which a meeting is written up: one form in parts, so that nothing typed in one part is lost when another is saved."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from dueregard.access.requires import ViewerRequest, requires
from dueregard.access.roles import Permission
from dueregard.basics.dates import listed, say
from dueregard.basics.refused import Refused
from dueregard.partnership import actions, queries
from dueregard.partnership.forms.writing_up import UNKNOWN, Part
from dueregard.partnership.queries.sheets import Line
from dueregard.partnership.rules.agenda import ItemOutcome
from dueregard.partnership.rules.meetings import TOOK_PLACE, why_not_change_minutes
from dueregard.partnership.views.meetings import MEETINGS, back_to, meeting_of
from dueregard.partnership.views.parts import Parts, parts_of
from dueregard.partnership.views.section import show
from dueregard.privacy.marking import Marking, highest


@requires(Permission.PARTNERSHIP_EDIT)
def write_up(request: ViewerRequest, ref: str) -> HttpResponse:
    viewer, (_, state) = request.viewer, meeting_of(request, ref)
    its_page = redirect("partnership:meeting", area=viewer.area, ref=ref)
    if request.method != "POST" and (why_not_change_minutes(state.stage) or state.day > viewer.today):
        messages.info(
            request, why_not_change_minutes(state.stage) or f"The meeting is on {say(state.day)}. It can be written up from that day"
        )
        return its_page
    parts = parts_of(viewer, ref, data=request.POST if request.method == "POST" else None)
    saved: list[str] = []
    if request.method == "POST":
        saved = _Saving(request, parts).all()
        if saved:
            messages.success(request, f"Saved: {listed(saved)}")
        if not parts.failed:
            if not saved:
                messages.info(request, "Nothing new was written, so nothing was saved")
            return redirect(f"{request.path}{_anchor(request)}")
        parts = _as_now(parts, parts_of(viewer, ref, data=None))
    return show(request, "write_up", _shown(parts) | {"back": back_to(viewer, parts.state)}, place=MEETINGS)


def _anchor(request: ViewerRequest) -> str:
    at = request.POST.get("at", "")
    return f"#{at}" if at.replace("-", "").isalnum() else ""


def _as_now(posted: Parts, fresh: Parts) -> Parts:
    """The record as it is now, with what was refused still as it was typed."""
    for name, form in posted.failed.items():
        if name in fresh.forms:
            form.version = getattr(fresh.forms[name], "version", 0)  # those that carry one are judged by it next time
            form.look_again()
            fresh.forms[name] = form
            fresh.failed[name] = form
    return fresh


def _shown(parts: Parts) -> dict[str, Any]:
    failed = list(parts.failed)
    names = {name.split(" ")[0] for name in failed}
    one = CONSEQUENCES[failed[0].split(" ")[0]] if len(names) == 1 else "Some of it is not saved yet"
    return {
        "state": parts.state,
        "parts": parts,
        "forms": parts.forms,
        "consequence": one if failed else "",
        "form": next(iter(parts.failed.values()), None),
        "is_held": parts.state.stage in TOOK_PLACE,
        "marking": highest(line.marking for line in parts.lines),
    }


CONSEQUENCES = {
    "attendance": "Who came is not recorded yet",
    "sitting": "The meeting is not recorded as held yet",
    "minute": "The minutes of the item are not saved yet",
    "decision": "The decision is not recorded yet",
    "action": "The action is not recorded yet",
    "reviews": "The review of actions is not recorded yet",
    "declaration": "The interest is not recorded yet",
}


class _Saving:
    """Saves each part that something was written in, one deed after the other; what is refused stays on the page with the reason."""

    def __init__(self, request: ViewerRequest, parts: Parts) -> None:
        self.viewer = request.viewer
        self.parts = parts
        self.saved: list[str] = []
        self.seen: int | None = None  # the meeting's version as the page showed it, and as our own deeds then took it further

    def all(self) -> list[str]:
        """What was saved, in words."""
        self._try("attendance", "who came", self._attendance)
        self._try("sitting", "who chaired and when it sat", self._sitting)
        for line in self.parts.lines:
            name = f"item {line.number}"
            self._try(f"minute {line.ref}", f"the minutes of {name}", self._minute, line)
            decided = self._try(f"decision {line.ref}", f"a decision at {name}", self._decision, line)
            self._try(f"action {line.ref}", f"an action at {name}", self._action, line, decided)
            self._try(f"reviews {line.ref}", f"actions reviewed at {name}", self._reviews, line)
        self._try("declaration", "an interest", self._declaration)
        return self.saved

    def _try(self, name: str, words: str, do: Callable[..., Any], *about: Any) -> Any:
        form: Part | None = self.parts.forms.get(name)
        if form is None or not form.is_written():
            return None
        if form.is_valid():
            try:
                done = do(form, *about)
            except Refused as refusal:
                form.add_error(None, f"{words[:1].upper()}{words[1:]}. {refusal}")  # several parts may be refused for the same reason
            else:
                self.saved.append(words)
                return done
        self.parts.failed[name] = form
        return None

    def _attendance(self, form: Any) -> None:
        came = [actions.Came(**row) for row in form.came()]
        if came:
            actions.record_attendance(self.parts.state.ref, by=self.viewer, came=came, seen=form.cleaned_data["seen"])
            self.seen = form.cleaned_data["seen"] + 1

    def _sitting(self, form: Any) -> None:
        said, state = form.cleaned_data, self.parts.state
        chair = said["chaired_by"] if said["chaired_by"] != UNKNOWN else ""
        sat = {"chaired_by": chair or None, "started": said["started"], "ended": said["ended"]}
        sat["seen"] = said["seen"] if self.seen is None else self.seen
        if state.stage in TOOK_PLACE:
            actions.correct_sitting(state.ref, by=self.viewer, **sat)
        else:
            actions.record_held(state.ref, by=self.viewer, on=state.day, **sat)

    def _minute(self, form: Any, line: Line) -> None:
        said = form.cleaned_data
        if said["started"] and said["started"] != line.row.started:
            actions.start_item(line.ref, by=self.viewer, at=said["started"])
        if form.has_new_words:
            actions.write_minute(
                line.ref,
                by=self.viewer,
                words=said["words"],
                outcome=said["outcome"] or ItemOutcome.TAKEN.value,
                marking=form.marking,
                seen=said["seen"],
            )

    def _marking(self, line: Line) -> str:
        """What arises at an item is marked as the item and its minute are."""
        minute = self.parts.forms.get(f"minute {line.ref}")
        written = minute.marking if minute is not None and minute.is_written() and minute.is_valid() else Marking.OFFICIAL
        return highest([line.row.marking, written]).value

    def _decision(self, form: Any, line: Line) -> Any:
        answers, said = form.answers(), form.cleaned_data
        return actions.record_decision(
            line.ref,
            by=self.viewer,
            on=self.parts.state.day,
            words=said["words"],
            kind=said["kind"],
            marking=self._marking(line),
            answers=actions.Answers(**answers) if answers else None,
            once=said["once"],
        )

    def _action(self, form: Any, line: Line, decided: Any) -> None:
        said = form.cleaned_data
        if said["follows"] == "this" and decided is None:
            raise Refused("The decision written above is not recorded, so nothing can follow from it yet")
        follows = decided.ref if said["follows"] == "this" else said["follows"]
        actions.raise_action(
            said["what"],
            by=self.viewer,
            on=self.parts.state.day,
            body=said["body"],
            person=said["person"] or None,
            due=said["due"],
            item=line.ref,
            decision=follows or None,
            marking=self._marking(line),
            once=said["once"],
        )

    def _reviews(self, form: Any, line: Line) -> None:
        for row, words, due in form.reviewed():
            actions.review_action(row.ref, by=self.viewer, item=line.ref, words=words, due=due)

    def _declaration(self, form: Any) -> None:
        said, ref = form.cleaned_data, self.parts.state.ref
        same = queries.declarations(self.viewer).filter(meeting__ref=ref, person__ref=said["person"], words=said["words"].strip())
        if not same.exists():  # a second post of the page
            actions.declare_interest(ref, by=self.viewer, person=said["person"], words=said["words"], item=said["item"] or None)
