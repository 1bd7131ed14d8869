"""What is typed about links to answer by: whom to ask until when, and what somebody answers without an account."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.answering import people_to_ask
from dueregard.partnership.rules.agenda import ReplyAnswer
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Form, Once, OneOf, Pick, Text


class AnswerLinkForm(Form):
    """Whom to ask by a link, and until when it opens."""

    person = Pick("Whom to ask")
    until = Day("The last day the link opens", help_text="Sixty days from today at most. For example, 27/3/2026")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", [UNCHOSEN, *people_to_ask(viewer)])


class RevokeForm(Form):
    """Why a link is taken back."""

    because = Text("Why", required=False, max_length=400, help_text="For example: sent to the wrong person")


class ComingForm(Form):
    """Whether somebody comes to a meeting, or whom they send."""

    answer = OneOf("Will you come?", choices=ReplyAnswer.choices)
    substitute = Pick("Who comes instead", required=False)
    words = Text("Or who, and what they do, if they are not in the list", required=False, max_length=200)

    def __init__(self, *args: Any, colleagues: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("substitute", [("", "Nobody from the list"), *colleagues])
