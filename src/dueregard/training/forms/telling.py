"""What people type about written information and updates to staff."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.training.queries.offered import documents_to_pick
from dueregard.training.rules.programme import Audience, Told
from dueregard.ui.fields import Day, Form, LongText, Once, OneOf, Pick, SeenForm, Text, Yes


class MaterialForm(Form):
    """Written information or publicity."""

    title = Text("What it is", help_text="For example, poster: what to do with a concern")
    audience = OneOf("For whom", choices=Audience.choices)
    place = Text("Where it is", max_length=300, help_text="So that somebody else finds it: the page of the intranet, which staff rooms")
    document = Pick("The document it is", required=False)
    says_how_to_refer = Yes("It says how to make a referral and where to get advice")
    on = Day("There since")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("document", documents_to_pick(viewer))


class NotRightForm(SeenForm):
    """What is not right with an item of information."""

    said = Text("What is not right with it", max_length=400, help_text="For example, it names a telephone number that is no longer used")
    on = Day("Looked at on")


class LookedForm(SeenForm):
    """An item of information was looked at on an earlier day."""

    said = Text("What was seen", required=False, max_length=400)
    on = Day("Looked at on")


class TakeDownForm(SeenForm):
    """An item of information was taken down."""

    on = Day("From")


class UpdateForm(Form):
    """Staff were told something."""

    about = OneOf("What it was about", choices=Told.choices)
    title = Text("What it was", help_text="For example, the year’s referral statistics and what they mean here")
    to = Text("Who was told", help_text="For example, all managers of children’s social care, by e-mail")
    what = LongText("What it said", required=False, rows=4, help_text="Nothing about anybody referred or suspected")
    on = Day("Sent or said on")
    once = Once()
