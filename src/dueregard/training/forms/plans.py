"""What people type about courses, training plans and requirements; and what is asked of coverage."""

from typing import Any

from django import forms

from dueregard.access.viewer import Viewer
from dueregard.training.queries.offered import documents_to_pick, known_to_pick, profiles_to_pick, requirable, risk_choices
from dueregard.training.rules.courses import CourseKind, Duty, Subject
from dueregard.training.rules.tables import By
from dueregard.ui.as_at import AsAtForm
from dueregard.ui.fields import Day, Form, Number, Once, OneOf, Pick, Several, Text

BY = (
    (By.TEAM, "Team"),
    (By.BODY, "Body"),
    (By.SECTOR, "Sector"),
    (By.JOB, "Job"),
    (By.PROFILE, "Profile"),
    (By.TIER, "Tier"),
    (By.KIND, "Staff, contractors and others"),
    (By.REQUIREMENT, "Requirement"),
)


class CourseForm(Form):
    """A course of the register."""

    title = Text("Title", max_length=160)
    kind = OneOf("How it is given", choices=CourseKind.choices)
    subjects = Several("What it teaches", choices=Subject.choices)
    provider = Text("Who provides it", required=False, max_length=120)
    address = Text("Address of the page", required=False, help_text="Begins with https://")
    months = Number("A completion holds for so many months", required=False, min_value=1, max_value=240, help_text="Empty: for good")
    on = Day("Offered since")
    once = Once()

    def clean_address(self) -> str:
        """A page that a browser can open, or none."""
        given: str = self.cleaned_data["address"]
        if given and not given.startswith(("https://", "http://")):
            raise forms.ValidationError("Write the whole address, such as https://www.example.org/course")
        return given


class KnownCoursesForm(Form):
    """Courses the toolkit speaks of."""

    ids = Several("Courses to take into the register")
    on = Day("Offered since")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("ids", known_to_pick(viewer))


class CountAsForm(Form):
    """A course counts as another."""

    counts_as = Pick("Whoever completed it counts as having completed")
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, but: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("counts_as", requirable(viewer, but=but))


class PlanForm(Form):
    """A training plan."""

    title = Text("Title", help_text="For example, Prevent training plan 2026 to 2028")
    covers_from = Day("Covers the period from")
    covers_to = Day("To")
    document = Pick("The document it is kept in", required=False)
    on = Day("Agreed on")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("document", documents_to_pick(viewer))


class EndForm(Form):
    """A plan or requirement holds no longer."""

    on = Day("From")
    because = Text("Why", max_length=400)


class RequirementForm(Form):
    """What a plan requires."""

    course = Pick("Course")
    profile = Pick("Of whom", required=False)
    within_days = Number("Within so many days of joining", initial=90, min_value=0)
    every_months = Number(
        "Again every so many months", required=False, min_value=1, max_value=240, help_text="Empty: as long as the course itself holds"
    )
    duty = OneOf("Duty", choices=Duty.choices, initial=Duty.MANDATORY, inline=True)
    risk = Pick("The risk it answers", required=False, help_text="Specialist training is asked of a profile because of a risk")
    line = Text("The line of guidance it answers", required=False, max_length=40, width="10", help_text="For example, 6.g3")
    because = Text("Why, in words", required=False, max_length=400)
    on = Day("Since")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("course", requirable(viewer))
        self.offer("profile", profiles_to_pick(viewer, nobody="Everybody in scope"))
        self.offer("risk", [("", "None"), *risk_choices(viewer, on=viewer.today)])


class CoverageForm(AsAtForm):
    """Coverage as at which day, and by what."""

    by = Pick("Show by", required=False, choices=BY)

    def __init__(self, *args: Any, names: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("by", [(by.value, words) for by, words in BY if names or not by.needs_names])

    def rows(self) -> By:
        """What the rows are; teams where nothing else was asked."""
        given = self.cleaned_data.get("by") if self.is_bound and self.is_valid() else None
        return By(given) if given else By.TEAM
