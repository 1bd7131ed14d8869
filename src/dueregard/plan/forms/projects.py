"""What people type about funded projects."""

from typing import Any

from django import forms

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies
from dueregard.partnership.queries.picking import check_choices
from dueregard.plan.queries.offered import action_choices, objective_choices
from dueregard.plan.rules.projects import AmountKind, DueDiligence, Funder
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import Day, Form, LongText, Number, Once, OneOf, Pick, SeenForm, Several, Text

ANSWER_NOW = ("", "None: the three questions are answered below")


class Pounds(forms.DecimalField):
    """An amount of money, with or without its sign and commas."""

    kind, inline = "text", False

    def __init__(self, label: str, **options: Any) -> None:
        wrong = "Write the amount in pounds, such as 12500 or 99.50"
        widget = forms.TextInput(attrs={"class": "govuk-input govuk-input--width-10", "inputmode": "decimal"})
        messages = {
            "required": "Give the amount",
            "invalid": wrong,
            "max_digits": wrong,
            "max_decimal_places": wrong,
            "max_whole_digits": wrong,
        }
        super().__init__(label=label, max_digits=12, decimal_places=2, widget=widget, error_messages=messages, **options)

    def to_python(self, value: Any) -> Any:
        """The number, whatever stands around it."""
        return super().to_python(str(value).replace("£", "").replace(",", "").replace("−", "-").strip() if value else value)


class ProjectForm(Form):
    """A funded project."""

    title = Text("What it is called")
    funder = OneOf("Who funds it", choices=Funder.choices)
    funder_named = Text(
        "The funder by name", required=False, max_length=160, help_text="Needed where somebody else funds it; a fund or grant"
    )
    provider = Text("Which organisation delivers it", max_length=160, help_text="An organisation, never a person")
    body = Pick("The same organisation among the area’s bodies", required=False)
    on = Day("Funded from")
    until = Day("Funded until", required=False)
    objectives = Several("Objectives it serves", required=False)
    actions = Several("Actions it delivers", required=False)
    marking = OneOf("Marking", choices=Marking.choices, initial=Marking.OFFICIAL, inline=True)
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer, nobody="None of them"))
        _offer_ties(self, viewer)
        if not viewer.reads_sensitive:
            del self.fields["marking"]


class TieForm(SeenForm):
    """What of the plan a project serves and delivers."""

    objectives = Several("Objectives it serves", required=False)
    actions = Several("Actions it delivers", required=False)
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, but: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_ties(self, viewer, but=but)


def _offer_ties(form: Form, viewer: Viewer, *, but: frozenset[str] = frozenset()) -> None:
    """Offer the objectives and open actions there are; a question with nothing to choose from is left out."""
    offered = {"objectives": objective_choices(viewer), "actions": action_choices(viewer, only_open=True)}
    for name, choices in offered.items():
        left = [pair for pair in choices if pair[0] not in but]
        if left:
            form.offer(name, left)
        else:
            del form.fields[name]


class LookForm(SeenForm):
    """How far the provider was looked into."""

    status = OneOf("Due diligence", choices=DueDiligence.choices)
    words = Text("In words", required=False, max_length=400, help_text="The conditions, or why it is not to be used. Nobody’s name")
    on = Day("As it stood on")


class AmountForm(SeenForm):
    """An award, or what was spent by a day."""

    kind = OneOf(
        "What it is",
        choices=[
            (AmountKind.AWARDED.value, "Awarded: each award is added to those before"),
            (AmountKind.SPENT.value, "Spent: altogether, from the beginning to this day"),
        ],
    )
    pounds = Pounds("Pounds", help_text="An award that was cut: the cut with a minus")
    words = Text("In words", required=False, help_text="Such as which payment, or why it was cut")
    on = Day("On")


class OutputForm(SeenForm):
    """What a project delivered."""

    words = Text("What it delivered", max_length=400, help_text="Sessions, something made, people reached as a number. Nobody’s name")
    number = Number("How many", required=False, min_value=0)
    on = Day("By")


class EndForm(SeenForm):
    """The last day of a project."""

    on = Day("Last day")
    because = LongText("In words", rows=2, required=False, max_length=400)


class CheckForm(Form):
    """The day of a Security Threat Check, or one made before that covers the project."""

    on = Day("Made on")
    check = Pick("A check made before that covers it", required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("check", [ANSWER_NOW, *check_choices(viewer)])
