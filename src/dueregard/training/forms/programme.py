"""What people type about programmes, inductions and continuing development."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import people, posts
from dueregard.training.queries.offered import documents_to_pick
from dueregard.training.rules.programme import ProgrammeKind, StepKind
from dueregard.ui.fields import Day, Figure, Form, LongText, Once, OneOf, Pick, SeenForm, Text

NOBODY = "Nobody’s name, and nothing about anybody’s beliefs or health"


class ProgrammeForm(Form):
    """A programme."""

    kind = OneOf("What it is for", choices=ProgrammeKind.choices)
    title = Text("Title", help_text="For example, Induction of Prevent officers")
    what = LongText("What it consists of", required=False, rows=5, help_text="Step by step, so that a newcomer can follow it")
    document = Pick("The document it is kept in", required=False)
    on = Day("Runs since")
    review_due = Day("To be reviewed by", required=False, help_text="Past that day it no longer counts as current; empty: it always does")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("document", documents_to_pick(viewer))


class ReviewForm(SeenForm):
    """A programme was looked at again."""

    on = Day("Reviewed on")
    said = LongText("What the review found", required=False, rows=3, max_length=400, help_text=NOBODY)
    review_due = Day("To be reviewed again by", required=False)


class EndForm(SeenForm):
    """Something runs no longer."""

    on = Day("From")


class InductionForm(Form):
    """Somebody began to deliver Prevent."""

    person = Pick("Who began", help_text="They are among the area’s people; add them there first if they are not")
    post = Pick("In which post", required=False)
    on = Day("Began on")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("person", people(viewer))
        self.offer("post", posts(viewer))


class StepForm(SeenForm):
    """A step of an induction."""

    kind = OneOf("What happened", choices=StepKind.choices)
    said = Text("Which step, or what was agreed", required=False, max_length=400, help_text=NOBODY)
    on = Day("On")


class DevelopmentForm(Form):
    """Somebody did something for their development."""

    person = Pick("Who", help_text="Those who deliver Prevent come first, then everybody else of the area")
    what = Text("What they did", max_length=300, help_text="For example, a regional day on ideologies")
    hours = Figure("Hours", required=False, max_digits=5, decimal_places=1)
    on = Day("On")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, first: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = {ref for ref, _words in first}
        nobody, *others = people(viewer)
        self.offer("person", [nobody, *first, *(each for each in others if each[0] not in there)])
