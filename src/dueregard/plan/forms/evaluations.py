"""What people type when completed actions are evaluated: what difference it made, what that changes, where it was taken."""

from collections.abc import Sequence
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations.queries.picking import people
from dueregard.partnership.queries.picking import open_item_choices
from dueregard.plan.queries.offered import action_choices, completed_choices, objective_choices
from dueregard.plan.queries.picking import open_risk_choices
from dueregard.plan.rules.evaluations import Changed
from dueregard.privacy.marking import Marking
from dueregard.risk.queries.matrix import scale_on
from dueregard.ui.fields import UNCHOSEN, Day, Form, LongText, Once, OneOf, Pick, SeenForm, Several

NO_NAMES = "Places, services and influences. Nobody’s name who is at risk or was referred"
CHANGE = ("changed", "because", "risk", "likelihood", "impact", "action", "objective")


class ChangeFields(Form):
    """What an evaluation changes; which answers are asked for depends on the first."""

    changed = OneOf("What does it change?", choices=Changed.choices)
    because = LongText("Because", rows=2, max_length=400, required=False, help_text="Always for a new score, and where nothing changes")
    risk = Pick("For a new residual score: which risk", required=False)
    likelihood = Pick("Likelihood it proposes", required=False, help_text="A person decides, in a review of the risk")
    impact = Pick("Impact it proposes", required=False)
    action = Pick("For an action: which one", required=False)
    objective = Pick("For an objective: which one", required=False)

    def offer_changes(self, viewer: Viewer) -> None:
        """Fill the lists from what the viewer may see."""
        self.offer("risk", [("", "None"), *open_risk_choices(viewer)])
        scale = scale_on(viewer, as_at=viewer.today)
        self.offer("likelihood", [("", "None"), *_steps(scale.likelihood)])
        self.offer("impact", [("", "None"), *_steps(scale.impact)])
        self.offer("action", [("", "None"), *action_choices(viewer)])
        self.offer("objective", [("", "None"), *objective_choices(viewer)])

    @property
    def change(self) -> dict[str, Any]:
        """The fields of the change, as the deed takes them."""
        given: dict[str, Any] = {name: self.cleaned_data.get(name) or ("" if name in {"changed", "because"} else None) for name in CHANGE}
        return given | {name: int(given[name]) if given[name] else None for name in ("likelihood", "impact")}

    @property
    def rest(self) -> dict[str, Any]:
        """Everything else that was typed."""
        return {name: value for name, value in self.cleaned_data.items() if name not in CHANGE}


def _steps(words: Sequence[str]) -> list[tuple[str, str]]:
    """The steps of a side of the matrix, each with its word."""
    return [(str(step), f"{step}: {word}") for step, word in enumerate(words, 1)]


class EvaluationForm(ChangeFields):
    """An evaluation of one completed action, or of several that belong together."""

    actions = Several("Which completed actions, several if they belong together")
    words = LongText("What difference it made, and how we know", rows=5, help_text=NO_NAMES)
    next_plan = LongText("What it says for the next plan", required=False, help_text="It is shown on the page of the plan that follows")
    item = Pick("Made at a meeting", required=False, help_text="Only if it was made there. A later meeting can be recorded afterwards")
    on = Day("Evaluated on")
    done_by = Pick("Who evaluated it", required=False)
    marking = OneOf("Marking", choices=Marking.choices, initial=Marking.OFFICIAL, inline=True)
    once = Once()
    field_order = ("actions", "words", *CHANGE, "next_plan", "item", "on", "done_by", "marking", "once")

    def __init__(self, *args: Any, viewer: Viewer, asked: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("actions", _with(completed_choices(viewer), asked, viewer))
        self.offer_changes(viewer)
        self.offer("item", [("", "None"), *open_item_choices(viewer)])
        self.offer("done_by", people(viewer, nobody="Not recorded"))
        if not viewer.reads_sensitive:
            del self.fields["marking"]


def _with(offered: list[tuple[str, str]], asked: tuple[str, ...], viewer: Viewer) -> list[tuple[str, str]]:
    """Those offered and, where a page led here from another action, that one too."""
    there = {ref for ref, _ in offered}
    missing = [ref for ref in asked if ref not in there]
    return offered + [pair for pair in action_choices(viewer) if pair[0] in missing] if missing else offered


class ChangeForm(SeenForm, ChangeFields):
    """Something more that an evaluation changed."""

    on = Day("On")
    field_order = (*CHANGE, "on", "seen")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_changes(viewer)


class TakenForm(SeenForm):
    """The item of a meeting at which an evaluation was taken."""

    item = Pick("At which item of which meeting")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("item", [UNCHOSEN, *open_item_choices(viewer)])
