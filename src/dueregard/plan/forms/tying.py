"""What people type to tie an action to what it is for: risks, lines of the guidance, when it starts, its threat check."""

from typing import Any

from dueregard.guidance import catalogue
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Pick, SeenForm, Text

TOOLKIT = "toolkit-2024"


def toolkit_lines() -> Choices:
    """The lines of the toolkit to pick from: the id, and what it says."""
    return [(one.id, f"{one.id} {one.says[:110]}") for one in catalogue.framework(TOOLKIT).lines]


class AnswerForm(SeenForm):
    """A risk the action answers."""

    risk = Pick("Risk")
    on = Day("Since")

    def __init__(self, *args: Any, risks: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("risk", [UNCHOSEN, *risks])


class StopAnsweringForm(SeenForm):
    """A risk the action no longer answers."""

    risk = Pick("Risk")
    because = Text("Why", required=False, max_length=400)
    on = Day("Until", help_text="The last day it did")

    def __init__(self, *args: Any, risks: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("risk", [UNCHOSEN, *risks])


class StartForm(SeenForm):
    """When the action begins."""

    start = Day("Starts")
    on = Day("Agreed on")


class LineForm(SeenForm):
    """A line of the toolkit the action is meant to further."""

    line = Pick("Line")
    on = Day("Since")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("line", [UNCHOSEN, *toolkit_lines()])


class ActionCheckForm(SeenForm):
    """The day the action was checked, or a check made before that covers it."""

    on = Day("Checked on")
    check = Pick("A check made before that covers it", required=False)

    def __init__(self, *args: Any, made: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("check", [("", "None: the three questions are answered below"), *made])
