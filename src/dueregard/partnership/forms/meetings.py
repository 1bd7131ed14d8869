"""What people type about meetings before they are held, and about their agendas."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.documents import queries as documents
from dueregard.partnership import queries
from dueregard.partnership.rules.agenda import ReplyAnswer
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.partnership.rules.meetings import ItemKind
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Form, LongText, Number, Once, OneOf, Pick, SeenForm, Text, TimeOfDay

FEW = "Write a number from 1 to 480"
MINUTES = {"min_value": FEW, "max_value": FEW}
PLACE_HINT = "A room, a link’s name, or both; no private address"


class PlanForm(Form):
    """The day, time and place of a meeting that is to come."""

    day = Day("Day of the meeting")
    starts = TimeOfDay("From", required=False)
    ends = TimeOfDay("To", required=False, help_text="")
    place = Text("Place", required=False, help_text=PLACE_HINT)
    once = Once()


class AtOnceForm(PlanForm):
    """A meeting that cannot wait."""

    because = LongText(
        "Why it is called at once", max_length=400, help_text="No case and nobody’s name: what has changed in the risk or the threat"
    )
    field_order = ("because",)


class TookPlaceForm(Form):
    """A meeting that took place and was never planned here."""

    on = Day("Day it took place")
    starts = TimeOfDay("From", required=False)
    ends = TimeOfDay("To", required=False, help_text="")
    place = Text("Place", required=False, help_text=PLACE_HINT)
    called_because = Text("If it was called at once: why", required=False, max_length=400)
    once = Once()


class MoveForm(SeenForm):
    """Another day, time or place."""

    day = Day("Day of the meeting")
    starts = TimeOfDay("From", required=False)
    ends = TimeOfDay("To", required=False, help_text="")
    place = Text("Place", required=False, help_text=PLACE_HINT)
    because = Text("Why it moves", required=False, max_length=400)


class BecauseForm(SeenForm):
    """Why something will not be."""

    because = LongText("Why it will not take place", max_length=400)


class OnlySeenForm(SeenForm):
    """Nothing but the version the page showed: one button."""


class ReplyForm(Form):
    """How somebody answers the invitation."""

    person = Pick("Who answers")
    answer = OneOf("Answer", choices=ReplyAnswer.choices)
    substitute = Pick("Who comes instead", required=False)

    def __init__(self, *args: Any, answering: Choices, people: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", answering)
        self.offer("substitute", [("", "Nobody, or not known yet"), *people])


class ItemForm(Form):
    """Something to put on an agenda."""

    title = Text("Item")
    kind = Pick("What it takes up", choices=[(value, words) for value, words in ItemKind.choices], initial=ItemKind.OTHER)
    about = Pick("Which one", required=False, help_text="Where it takes up an action, what an organisation said, or a meeting’s minutes")
    minutes_allotted = Number("Minutes", required=False, min_value=1, max_value=480, error_messages=MINUTES)
    presenter = Text("Presented by", required=False, max_length=160, help_text="A post, where you can")
    marking = OneOf("Marking", choices=Marking.choices, inline=True, initial=Marking.OFFICIAL)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, group: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("about", [("", "None of these"), *_minutes(viewer, group), *_actions(viewer), *_exchanges(viewer)])
        if not viewer.reads_sensitive:
            del self.fields["marking"]

    def clean_about(self) -> tuple[str, str]:
        """The kind of record it takes up, and its reference."""
        kind, _, ref = self.cleaned_data["about"].partition(":")
        return kind, ref


def _minutes(viewer: Viewer, group: str) -> Choices:
    held = [row for row in queries.meeting_rows(viewer, group=group) if row.took_place][:4]
    return [(f"minutes_of:{row.ref}", f"Minutes: the meeting of {row.day:%-d %B %Y} ({row.ref})") for row in held]


def _actions(viewer: Viewer) -> Choices:
    rows = queries.action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN)
    return [(f"action:{row.ref}", f"Action: {row.what[:80]} ({row.ref})") for row in rows]


def _exchanges(viewer: Viewer) -> Choices:
    rows = queries.exchanges(viewer)[:20]
    return [(f"exchange:{row.ref}", f"Exchange: {row.organisation}, {row.on:%-d %B %Y} ({row.ref})") for row in rows]


class AlterItemForm(SeenForm):
    """How an item stands on the agenda."""

    title = Text("Item")
    minutes_allotted = Number("Minutes", required=False, min_value=1, max_value=480, error_messages=MINUTES)
    presenter = Text("Presented by", required=False, max_length=160, help_text="A post, where you can")
    marking = OneOf("Marking", choices=Marking.choices, inline=True)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not viewer.reads_sensitive:
            del self.fields["marking"]


class PaperForm(Form):
    """A paper for an item, from the documents register."""

    version = Pick("Document")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("version", [UNCHOSEN, *documents.pickable(viewer)])


class LaterMeetingForm(Form):
    """A later meeting of the same group, to carry items over to."""

    to = Pick("To which meeting")

    def __init__(self, *args: Any, later: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to", [UNCHOSEN, *later])
