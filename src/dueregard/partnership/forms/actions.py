"""What people type about actions: how they go, what a group concluded, whose they are and by when."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people
from dueregard.partnership.forms.offering import groups
from dueregard.partnership.queries.picking import open_item_choices
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Day, FilterForm, Form, LongText, Once, OneOf, Pick, SeenForm, Text, Yes

DONE = "done"
NOBODY = "Nobody by name"
WHOSE = (("", "Everybody’s"), ("mine", "Mine and my body’s"))


class ActionFilterForm(FilterForm):
    """Which actions: every answer narrows the list down."""

    whose = Pick("Whose", choices=WHOSE, required=False)
    body = Pick("Owned by", required=False)
    status = Pick(
        "How far",
        choices=[("", "Open"), ("all", "All"), (ActionStatus.DONE.value, "Done"), (ActionStatus.DROPPED.value, "Dropped")],
        required=False,
    )
    late = Yes("Only late ones")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="Any body"))


class UpdateForm(SeenForm):
    """How an action is going."""

    course = OneOf("How is it going?", choices=[*Rag.choices, (DONE, "Done")])
    words = LongText(
        "In a sentence or two",
        help_text="What was done, what is next, what stands in the way. No names of people at risk",
        max_length=4000,
    )
    on = Day("As it stood on")


class ReviewForm(SeenForm):
    """What a group concluded of an action at a meeting, and another due date if it agreed one."""

    item = Pick("At which item of which meeting")
    words = LongText("What the group concluded")
    due = Day("New due date", required=False, help_text="Only if the group agreed one")
    because = Text("Why another date", required=False, max_length=400)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("item", [UNCHOSEN, *open_item_choices(viewer)])


class RedateForm(SeenForm):
    """Another due date, and the meeting that agreed it."""

    due = Day("New due date")
    item = Pick("Agreed at which item of which meeting")
    because = Text("Why", max_length=400)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("item", [UNCHOSEN, *open_item_choices(viewer)])


class HandOverForm(SeenForm):
    """Whose an action is from a day."""

    body = Pick("Body that owns it")
    person = Pick("Person in it", required=False)
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))
        self.offer("person", people(viewer, nobody=NOBODY))


class FinishForm(SeenForm):
    """An action was done."""

    on = Day("Done on")
    because = Text("What came of it", required=False, max_length=400)


class DropForm(SeenForm):
    """An action is given up."""

    on = Day("Dropped on")
    because = Text("Why", max_length=400)


class ReopenForm(SeenForm):
    """An action is taken up again."""

    on = Day("Opened again on")
    because = Text("Why", max_length=400)


class ActionForm(Form):
    """A new action."""

    what = LongText("What is to be done", max_length=400, rows=2)
    body = Pick("Body that owns it")
    person = Pick("Person in it", required=False)
    due = Day("Due", required=False, help_text="An action without a due date shows as a loose end")
    on = Day("Agreed on")
    group = Pick("Group", required=False)
    marking = OneOf("Marking", choices=Marking.choices, initial=Marking.OFFICIAL, inline=True)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))
        self.offer("person", people(viewer, nobody=NOBODY))
        self.offer("group", groups(viewer, nobody="None"))
        if not viewer.reads_sensitive:
            del self.fields["marking"]
