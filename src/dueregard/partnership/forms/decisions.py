"""What people type about decisions outside a meeting: filters, a check added afterwards, why one was a mistake."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.forms.offering import groups
from dueregard.partnership.queries.picking import check_choices
from dueregard.partnership.rules.decisions import CheckCovers, DecisionKind
from dueregard.ui.fields import Day, FilterForm, Form, OneOf, Pick, Text, Yes

ANSWER_NOW = ("", "None: the three questions are answered below")


class DecisionFilterForm(FilterForm):
    """Which decisions: every answer narrows the list down."""

    group = Pick("Group", required=False)
    kind = Pick("Kind", choices=[("", "Any"), *DecisionKind.choices], required=False)
    unchecked = Yes("Only those whose check is missing")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("group", groups(viewer, nobody="Any"))


class LaterCheckForm(Form):
    """The day a check was made after its decision, or the check made before for something that covers it."""

    on = Day("Made on")
    check = Pick("A check made before that covers it", required=False)
    covers = OneOf("What the check was made for", choices=CheckCovers.choices, initial=CheckCovers.DECISION)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("check", [ANSWER_NOW, *check_choices(viewer)])


class MistakeForm(Form):
    """A decision was written down by mistake."""

    on = Day("Taken out on")
    because = Text("Why it was a mistake", max_length=400)
