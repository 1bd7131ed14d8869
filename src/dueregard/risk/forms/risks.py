"""What people type about risks: what one is and says, who owns it, what holds it down, how it stands."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.organisations.queries.picking import bodies, people
from dueregard.risk.forms.register import KINDS
from dueregard.risk.forms.sources import NO_PERSON, MarkedForm, marking
from dueregard.risk.queries.sources import source_choices
from dueregard.risk.rules.drivers import drivers_on
from dueregard.risk.rules.matrix import Scale, Scores
from dueregard.risk.rules.risks import Concerns, Setting, Wording
from dueregard.ui.fields import UNCHOSEN, Day, Form, LongText, Once, OneOf, Pick, SeenForm, Text

PARTS = ("title", "cause", "event", "effect", "influence", "narratives", "methods", "targets", "environment", "setting", "driver")
SCORES = ("inherent", "residual", "target")


class WordingForm(Form):
    """What a risk says."""

    title = Text("The risk, in one line", help_text=NO_PERSON)
    cause = LongText("Cause", required=False, rows=2)
    event = LongText("What may happen", required=False, rows=2)
    effect = LongText("What would follow", required=False, rows=2)
    influence = LongText("Radicalising influence", required=False, rows=2)
    narratives = LongText("Narratives of groups", required=False, rows=2)
    methods = LongText("Methods", required=False, rows=2, help_text="Such as the kinds of venue used, or the platforms")
    targets = LongText("Potential targets", required=False, rows=2, help_text="As a kind of place, service or group: never a person")
    environment = LongText("What permits it", required=False, rows=2, help_text="Such as lettings nobody looks into")
    setting = Pick("Where it plays out", choices=[("", "Not said"), *Setting.choices], required=False)
    driver = Pick("Ideological driver of the influence", required=False)

    def offer_drivers(self, viewer: Viewer, now: str = "") -> None:
        """The drivers that are used today, and the one that is named already."""
        there = [(one.id, one.words) for one in drivers_on(viewer.today)]
        there += [(now, now)] if now and now not in dict(there) else []
        self.offer("driver", [("", "Not said"), *there])

    @property
    def wording(self) -> Wording:
        """The words as a deed takes them."""
        return Wording(**{name: self.cleaned_data[name] for name in PARTS})

    @property
    def rest(self) -> dict[str, Any]:
        """Everything else that was typed."""
        return {name: value for name, value in self.cleaned_data.items() if name not in PARTS}


class IdentifyForm(WordingForm, MarkedForm):
    """A new risk."""

    kind = OneOf("Kind", choices=KINDS, help_text="Situational: what may happen in the area. Corporate: the duty not being met")
    concerns = Pick(
        "A situational risk of",
        choices=[("", "Choose, for a situational risk"), *((one.value, one.label) for one in Concerns if one is not Concerns.DUTY)],
        required=False,
    )
    district = Pick("Where", required=False)
    owner = Pick("Body that owns it", required=False)
    person = Pick("Person in it", required=False)
    reference = Text("Reference in the corporate register", required=False, width="20", max_length=80, help_text="Of a corporate risk")
    marking = marking("It cannot be changed afterwards. A risk that has to be marked otherwise is closed and continued")
    on = Day("Identified on")
    once = Once()

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = organisations.districts_at(viewer, on=viewer.today, known=viewer.today)
        self.offer("district", [("", "The whole area"), *known.values_list("ref", "name")])
        self.offer("owner", bodies(viewer, nobody="Nobody yet"))
        self.offer("person", people(viewer, nobody="Nobody by name"))
        self.offer_drivers(viewer)
        self.order_fields(["kind", "concerns", "title"])
        self.hide_marking(viewer)


class RewordForm(SeenForm, WordingForm):
    """Other words for a risk, from a day."""

    on = Day("It has said so since")

    def __init__(self, *args: Any, viewer: Viewer, driver: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_drivers(viewer, driver)


class OwnerForm(SeenForm):
    """Who owns a risk, from a day."""

    body = Pick("Body that owns it")
    person = Pick("Person in it", required=False)
    on = Day("From")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("body", bodies(viewer))
        self.offer("person", people(viewer, nobody="Nobody by name"))


class ReferenceForm(SeenForm):
    """Where a corporate risk stands in the council's own register."""

    reference = Text("Reference in the corporate register", width="20", max_length=80)
    on = Day("Since")


class RestForm(SeenForm):
    """A source a risk rests on."""

    source = Pick("Source")
    on = Day("Since")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("source", [UNCHOSEN, *source_choices(viewer, on=viewer.today)])


class ControlForm(SeenForm):
    """Something that holds a risk down."""

    words = LongText("What is in place", max_length=400, rows=2)
    on = Day("Since")


class EndControlForm(SeenForm):
    """A control is no longer in place."""

    on = Day("Its last day")
    because = Text("Why it ended", required=False, max_length=400)


class ReviewForm(SeenForm):
    """How a risk stands, and why."""

    residual_likelihood = Pick("Residual likelihood", required=False)
    residual_impact = Pick("Residual impact", required=False)
    inherent_likelihood = Pick("Inherent likelihood", required=False)
    inherent_impact = Pick("Inherent impact", required=False)
    target_likelihood = Pick("Target likelihood", required=False)
    target_impact = Pick("Target impact", required=False)
    because = LongText("Why it stands so", help_text=NO_PERSON)
    next_due = Day("Next review due", required=False)
    done_by = Pick("Reviewed by", required=False)
    on = Day("Reviewed on")

    pairs = (
        ("As it stands, with the controls in place", "residual_likelihood", "residual_impact"),
        ("Without any control", "inherent_likelihood", "inherent_impact"),
        ("What is aimed at", "target_likelihood", "target_impact"),
    )
    paired = frozenset(name for _, *names in pairs for name in names)

    def __init__(self, *args: Any, viewer: Viewer, scale: Scale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("done_by", people(viewer, nobody="Not recorded"))
        for score in SCORES:
            for side, words in (("likelihood", scale.likelihood), ("impact", scale.impact)):
                steps = [(str(step), f"{step} {word}") for step, word in enumerate(words, 1)]
                self.offer(f"{score}_{side}", [("", "As it was"), *steps])
                outside = f"The {side} of the {score} score goes from 1 to {scale.size} on the matrix in force"
                self.fields[f"{score}_{side}"].error_messages["invalid_choice"] = outside

    @property
    def scores(self) -> Scores:
        """The scores as a deed takes them."""
        said = {name: int(self.cleaned_data[name]) if self.cleaned_data[name] else None for name in self.fields if name.startswith(SCORES)}
        return Scores(**{score: (said[f"{score}_likelihood"], said[f"{score}_impact"]) for score in SCORES})

    @property
    def rest(self) -> dict[str, Any]:
        """Everything else that was typed."""
        return {name: value for name, value in self.cleaned_data.items() if not name.startswith(SCORES)}


class CloseForm(SeenForm):
    """A risk no longer stands."""

    because = LongText("Why it no longer stands", max_length=400, rows=2)
    on = Day("Closed on")


class ReopenForm(SeenForm):
    """A closed risk stands again."""

    because = LongText("Why it stands again", max_length=400, rows=2)
    on = Day("Opened again on")


class ContinueForm(RewordForm):
    """A risk goes on under the other marking: what it says there, and why it is closed here."""

    because = LongText(
        "Why it is closed here", max_length=400, rows=2, help_text="Stands on the closed risk: in words for everybody who could read it"
    )
    once = Once()
