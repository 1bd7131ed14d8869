"""What people type about risks in section 1: that an action answers one, that a group accepts one."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership.queries.risks import answer_choices, decision_choices
from dueregard.risk.queries.assessed import risk_choices
from dueregard.ui.fields import UNCHOSEN, Choices, Day, Form, LongText, Pick


class AnswerForm(Form):
    """An action that answers the risk."""

    action = Pick("Action")
    on = Day("Since")

    def __init__(self, *args: Any, viewer: Viewer, risk: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("action", [UNCHOSEN, *answer_choices(viewer, risk)])


class AcceptForm(Form):
    """A group accepts a risk by a decision."""

    because = LongText("Why it is accepted as it stands", max_length=400, rows=2)
    until = Day("Until", required=False, help_text="Leave it empty if no day was said. After it, the risk counts as not accepted")


class AcceptByForm(AcceptForm):
    """The decision by which a risk is accepted."""

    decision = Pick("Decision")

    def __init__(self, *args: Any, viewer: Viewer, since: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("decision", [UNCHOSEN, *decision_choices(viewer, since=since)])
        self.order_fields(["decision"])


class AcceptedForm(AcceptForm):
    """The risk a decision accepts."""

    risk = Pick("Risk")

    def __init__(self, *args: Any, viewer: Viewer, on: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Choices = [UNCHOSEN, *risk_choices(viewer, on=on)]
        self.offer("risk", offered)
        self.order_fields(["risk"])
