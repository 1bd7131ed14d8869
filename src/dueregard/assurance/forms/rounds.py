"""What people type about a round as a whole."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.assurance.rules.rounds import ScoredBy
from dueregard.guidance import catalogue
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import Day, File, Form, Hidden, LongText, Once, OneOf, Pick, Text


class OpenForm(Form):
    """A new round."""

    once = Once()
    title = Text("Title", max_length=120, help_text="For example, Round 2026 to 2027")
    framework = Pick("Held against")
    criteria = File("Or the year’s own criteria", required=False, help_text="A YAML file in the shape of our frameworks, up to 1 MB")
    period_from = Day("First day of the period")
    period_to = Day("Last day of the period")
    as_at = Day("Findings as at", help_text="What the records show is looked up as things stood on this day")
    due = Day("To be signed off by")
    scale = Pick("Scale", required=False)
    scored_by = OneOf("What is scored on it", ScoredBy.choices)
    marking = OneOf("Marking", ())

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        markings = Marking.choices if viewer.reads_sensitive else Marking.choices[:1]
        self.offer("framework", [(each.id, each.title) for each in catalogue.frameworks()])
        self.offer("scale", [("", "None: nothing is scored"), *((each.id, each.title) for each in catalogue.scales())])
        self.offer("marking", markings)

    def clean_criteria(self) -> str:
        """The words of the file; empty where none was given."""
        given = self.cleaned_data["criteria"]
        if given is None:
            return ""
        if given.size > 1_000_000:
            self.add_error("criteria", "The criteria file is larger than 1 MB: choose the file the criteria came in")
            return ""
        try:
            return str(given.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            self.add_error("criteria", "The criteria file is not text: choose a YAML file")
            return ""


class RefreshForm(Form):
    """Nothing is typed: one button."""


class SignForm(Form):
    """The sign-off."""

    seen = Hidden()
    on = Day("Signed off on")
    because = LongText(
        "If something is not judged or scored, why it is signed all the same and who agreed it", required=False, max_length=2000
    )
