"""The Security Threat Check as it is typed, alone or inside another page."""

from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.guidance import queries
from dueregard.guidance.rules import ANSWERS, Answer, why_not_go_ahead
from dueregard.organisations.queries import person_choices
from dueregard.ui.fields import Form, LongText, OneOf, Pick

YES_NO = (("yes", "Yes"), ("no", "No"))


class ThreatCheckForm(Form):
    """The three questions in force on a day. Inside another form give it a `prefix`, and `optional=True` where it may stay empty."""

    mindful = OneOf("First question", choices=YES_NO, inline=True)
    mindful_because = LongText("Reason for the first answer", rows=2, max_length=4000)
    proportionate = OneOf("Second question", choices=YES_NO, inline=True)
    proportionate_because = LongText("Reason for the second answer", rows=2, max_length=4000)
    reduces = OneOf("Third question", choices=YES_NO, inline=True)
    reduces_because = LongText("Reason for the third answer", rows=2, max_length=4000)
    go_ahead_because = LongText("If an answer is no: we go ahead because", rows=2, max_length=4000, required=False)
    done_by = Pick("Who made the check", required=False)

    def __init__(self, *args: Any, viewer: Viewer, on: date, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **{"empty_permitted": optional, **kwargs})
        self.asked = queries.asked_on(viewer, on=on)
        for question in self.asked.questions:
            field = self.fields[question.id]
            field.label, field.help_text = question.words, question.help
            field.error_messages["required"] = f"Answer: {question.words}"
        self.offer("done_by", [("", "Not recorded"), *person_choices(viewer, on=on)])

    def clean(self) -> dict[str, Any]:
        """A no needs the reason for going ahead."""
        given = {question: Answer(self.cleaned_data.get(question) != "no", "") for question in ANSWERS}
        reason = why_not_go_ahead(given)
        if reason and not self.cleaned_data.get("go_ahead_because"):
            self.add_error("go_ahead_because", reason)
        return self.cleaned_data

    @property
    def answers(self) -> dict[str, Any] | None:
        """What `make_check` takes; None where the check was left empty."""
        if not self.has_changed():
            return None
        given = {**self.cleaned_data, "done_by": self.cleaned_data.get("done_by") or None}
        return {name: value == "yes" if name in ANSWERS else value for name, value in given.items()}
