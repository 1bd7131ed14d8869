"""What people type about the actions of a plan: which, where they stand, milestones, measures, and what a meeting takes up."""

from collections.abc import Sequence
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import bodies, districts, people
from dueregard.partnership.rules.decisions import ActionStatus, Rag
from dueregard.plan.forms.tying import TOOLKIT, toolkit_lines
from dueregard.privacy.marking import Marking
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Figure, FilterForm, Form, LongText, Once, OneOf, Pick, SeenForm, Several, Text, Yes

AREA = "The whole area"
NO_OBJECTIVE = ("", "None yet")
NO_LINE = ("", "None")
NOBODY = "Nobody by name"


class PlannedFilterForm(FilterForm):
    """Which actions of the plan: every answer narrows the list down."""

    plan = Pick("Plan", required=False)
    objective = Pick("Objective", required=False)
    body = Pick("Owned by", required=False)
    district = Pick("District", required=False)
    status = Pick(
        "How far",
        choices=[("", "Open"), ("all", "All"), (ActionStatus.DONE.value, "Done"), (ActionStatus.DROPPED.value, "Dropped")],
        required=False,
    )
    course = Pick("Course", choices=[("", "Any"), *Rag.choices, ("none", "Nothing said yet")], required=False)
    late = Yes("Only late ones")

    def __init__(self, *args: Any, viewer: Viewer, plans: Choices, objectives: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("plan", [("", "The one in force"), *plans])
        self.offer("objective", [("", "Any"), *objectives, ("none", "Under no objective")])
        self.offer("body", bodies(viewer, nobody="Any body"))
        offered = districts(viewer, nobody="Any")
        if len(offered) == 1:
            del self.fields["district"]
        else:
            self.offer("district", offered)


class Placed(Form):
    """Where an action stands in a plan."""

    objective = Pick("Objective", required=False)
    district = Pick("Whose part", required=False, help_text="In a joint plan: the district that owns and answers for it")

    def __init__(self, *args: Any, viewer: Viewer, objectives: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("objective", [NO_OBJECTIVE, *objectives])
        offered = districts(viewer, nobody=AREA)
        if len(offered) == 1:
            del self.fields["district"]
        else:
            self.offer("district", offered)


class WriteForm(Placed):
    """A new action of the plan."""

    what = LongText("What is to be done", max_length=400, rows=2)
    body = Pick("Body that owns it")
    person = Pick("Person in it", required=False)
    start = Day("Starts", required=False)
    due = Day("Due", required=False, help_text="An action without a due date shows as a loose end")
    risks = Several("Risks it answers", required=False)
    line = Pick("Line of the toolkit it furthers", required=False)
    further_line = Pick("A second line", required=False, help_text="More can be linked on its page")
    on = Day("Agreed on", help_text="The day from which it is in the plan")
    marking = OneOf("Marking", choices=Marking.choices, initial=Marking.OFFICIAL, inline=True)
    once = Once()
    field_order = (
        "what",
        "body",
        "person",
        "start",
        "due",
        "objective",
        "district",
        "risks",
        "line",
        "further_line",
        "on",
        "marking",
        "once",
    )

    def __init__(self, *args: Any, viewer: Viewer, risks: Choices, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        self.offer("body", bodies(viewer))
        self.offer("person", people(viewer, nobody=NOBODY))
        self.offer("risks", risks)
        for name in ("line", "further_line"):
            self.offer(name, [NO_LINE, *toolkit_lines()])
        if not risks:
            del self.fields["risks"]
        if not viewer.reads_sensitive:
            del self.fields["marking"]

    def said(self) -> dict[str, Any]:
        """What was typed, with the lines together, each once."""
        given = dict(self.cleaned_data)
        lines = dict.fromkeys((given.pop("line"), given.pop("further_line")))
        return {**given, "lines": [(TOOLKIT, line) for line in lines if line]}


class AddForm(Placed):
    """An action there is already comes into the plan."""

    action = Pick("Action")
    on = Day("In the plan from")
    once = Once()
    field_order = ("action", "objective", "district", "on", "once")

    def __init__(self, *args: Any, actions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("action", [UNCHOSEN, *actions])


class MovePlannedForm(Placed):
    """Another place in the plan."""

    on = Day("From")


class TakeOutForm(Form):
    """An action leaves the plan."""

    on = Day("Its last day in the plan")
    because = Text("Why", max_length=400)


class CarryForm(Form):
    """Open actions of the plan before that go on in this one."""

    actions = Several("Actions to carry forward")
    because = Text("Why they go on", max_length=400)
    on = Day("From")

    def __init__(self, *args: Any, actions: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("actions", actions)


class MilestoneForm(Form):
    """A step on the way."""

    words = Text("Milestone", max_length=300)
    due = Day("Due")
    on = Day("Set on")


class ReachedForm(Form):
    """What became of a milestone."""

    became = OneOf("What became of it", choices=(("reached", "Reached"), ("given-up", "Given up")))
    because = Text("In a few words", required=False, max_length=400, help_text="Needed where it is given up")
    on = Day("On")


class MeasureForm(Form):
    """How the difference is to be seen."""

    words = Text("What is measured", max_length=300, help_text="For example, schools that took the training. Counts, never a person")
    unit = Text("Unit", required=False, max_length=40, help_text="For example, schools or per cent")
    baseline = Figure("Where it stands at the start", required=False)
    target = Figure("Where it is to be", required=False)
    on = Day("Set on")


class ReadingForm(Form):
    """What a measure read."""

    value = Figure("It read")
    words = Text("In a few words", required=False, max_length=400)
    on = Day("On")


class OnAgendaForm(SeenForm):
    """The actions of the plan a meeting is to take up."""

    actions = Several("Actions")

    def __init__(self, *args: Any, actions: Choices, chosen: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("actions", actions)
        self.fields["actions"].initial = list(chosen)
