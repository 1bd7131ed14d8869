"""What people type about teams, profiles and learners."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, people
from dueregard.training.queries.offered import jobs_to_pick, requirable, teams_to_pick
from dueregard.training.rules.requirements import State
from dueregard.training.rules.workforce import Contact, LearnerKind, Service, Tier
from dueregard.ui.fields import Day, Email, FilterForm, Form, LongText, Once, OneOf, Pick, SeenForm, Text, Yes

IN, OUT = "in", "out"


class PlaceTeamForm(Form):
    """A team in or out of scope."""

    service = Pick("What the team does", choices=Service.choices)
    scope = OneOf("Scope", choices=[(IN, "In: its people count in coverage"), (OUT, "Out: they do not")])
    because = LongText("Why", rows=2, max_length=400, help_text="Everybody who sees coverage can read it")
    on = Day("From")


class LearnerForm(Form):
    """Somebody of the workforce."""

    body_ref = Pick("Body")
    kind = OneOf("Who they are to it", choices=LearnerKind.choices)
    number = Text("Employee number", required=False, max_length=40, width="10")
    email = Email("E-mail address", required=False)
    name = Text("Name", required=False, max_length=120)
    manager = Email("Their manager’s e-mail address", required=False, help_text="Reminders go there as well")
    team = Pick("Team", required=False)
    job = Text("Job title", required=False, max_length=120)
    site = Text("Site", required=False, max_length=80)
    person = Pick("The same person among the area’s people", required=False, help_text="Where they hold a post")
    on = Day("Joined")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body_ref", bodies(viewer))
        self.offer("team", teams_to_pick(viewer, nobody="None, or not known"))
        self.offer("person", people(viewer, nobody="None of them"))


class LearnerFilterForm(FilterForm):
    """Which learners to list."""

    team = Pick("Team", required=False)
    requirement = Pick("Requirement", required=False)
    state = Pick("Stands", required=False, choices=[("", "Anywhere"), *State.choices])

    def __init__(self, *args: Any, viewer: Viewer, required: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("team", teams_to_pick(viewer, nobody="All teams"))
        self.offer("requirement", [("", "Any"), *required.items()])


class FindLearnerForm(Form):
    """Somebody to be found."""

    words = Text(
        "Find somebody",
        min_length=2,
        max_length=120,
        width="20",
        help_text="Employee number, e-mail address or part of a name",
        error_messages={"min_length": "Type two letters or figures at least", "required": "Type a number, an address or a name"},
    )


class MoveForm(SeenForm):
    """A learner works elsewhere."""

    team = Pick("Team", required=False)
    job = Text("Job title", required=False, max_length=120)
    site = Text("Site", required=False, max_length=80)
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("team", teams_to_pick(viewer, nobody="None, or not known"))

    def clean(self) -> dict[str, Any]:
        """Something of it is another than now."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if not {"team", "job", "site"} & set(self.changed_data):
            raise ValidationError("They work there already: say what is another")
        return said


class LearnerDayForm(SeenForm):
    """A day of a learner: away since, back on, or their last."""

    on = Day("Day")

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = label


class CompletionForm(Form):
    """A learner completed a course."""

    course = Pick("Course")
    on = Day("Completed on")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("course", requirable(viewer))


class WithdrawForm(Form):
    """A completion was recorded by mistake."""

    because = Text("Why it does not count", max_length=400, help_text="Nobody’s name")
    on = Day("Said on")


class ProfileForm(Form):
    """A role profile."""

    name = Text("Name", max_length=120, help_text="For example, Practitioners in children’s social care")
    tier = OneOf("Tier", choices=Tier.choices)
    contact = OneOf("Contact with people who may be susceptible", choices=Contact.choices)
    is_frontline = Yes("Frontline: they meet the public")
    fits_posts = Yes("It fits whoever holds a Prevent-specific post here: Prevent lead, Prevent officer, Prevent education officer")
    on = Day("From")
    once = Once()


class FitForm(Form):
    """Whom a profile fits."""

    team = Pick("Everybody in the team", required=False)
    job = Pick("Everybody with the job title", required=False, help_text="With a team chosen too: only those of both")
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("team", teams_to_pick(viewer, nobody="Any team"))
        self.offer("job", jobs_to_pick(viewer, nobody="Any job"))


class ByHandForm(Form):
    """One learner a profile fits by hand."""

    learner = Text("Reference of the learner", width="10", max_length=20, help_text="For example, LN-12; it stands on their page")
    on = Day("From")


class OnForm(Form):
    """The day from which something is no more."""

    on = Day("From")
