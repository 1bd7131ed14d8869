"""What people type when minutes are cleared, approved and put right."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Form, LongText, Once, OneOf, Pick, SeenForm


class ClearForm(SeenForm):
    """The day the chair cleared the minutes."""

    on = Day("Cleared on")


class ApproveForm(SeenForm):
    """The later meeting that approved the minutes, and what it put right."""

    at_meeting = Pick("Approved at")
    corrections = LongText(
        "Corrections, if any", required=False, rows=4, help_text="Each on a line of its own. They stand beside the record"
    )

    def __init__(self, *args: Any, later: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("at_meeting", [UNCHOSEN, *later])

    def clean_corrections(self) -> list[str]:
        """Each line as one correction."""
        return [line.strip() for line in self.cleaned_data["corrections"].splitlines() if line.strip()]


class CorrectionForm(Form):
    """Something put right beside a locked record."""

    words = LongText("What the record should say")
    about = Pick("What it puts right", required=False)
    on = Day("Put right on")
    marking = OneOf("Marking", choices=Marking.choices, inline=True, initial=Marking.OFFICIAL)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, about: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("about", [("", "The record as a whole"), *about])
        if not viewer.reads_sensitive:
            del self.fields["marking"]

    def clean_about(self) -> dict[str, str]:
        """The item or decision it points to."""
        kind, _, ref = self.cleaned_data["about"].partition(":")
        return {kind: ref} if ref else {}
