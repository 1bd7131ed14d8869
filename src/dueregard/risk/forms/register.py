"""What people ask of the register: which risks, as at which day, compared with which."""

from datetime import date
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.organisations import queries as organisations
from dueregard.organisations.rules import BodyKind
from dueregard.risk.queries.register import AREA_WIDE, Wanted
from dueregard.risk.rules.drivers import drivers
from dueregard.risk.rules.risks import RiskKind, RiskStatus
from dueregard.ui.as_at import AsAtForm
from dueregard.ui.fields import Day, Pick, Text, Yes

KINDS = [(kind.value, kind.label.partition(":")[0]) for kind in RiskKind]


class RegisterForm(AsAtForm):
    """Which risks: every answer narrows the register down."""

    text = Text("Words in it", required=False, width="10")
    kind = Pick("Kind", choices=[("", "Both kinds"), *KINDS], required=False)
    owner = Pick("Owned by", required=False)
    district = Pick("Where", required=False)
    driver = Pick("Driver", choices=[("", "Any driver"), *((one.id, one.words) for one in drivers())], required=False)
    status = Pick("Status", choices=[("", "Open"), (RiskStatus.CLOSED.value, "Closed"), ("all", "Open and closed")], required=False)
    then = Day("Compared with", required=False)
    above = Yes("Only above tolerance")

    narrowing = ("text", "kind", "owner", "district", "driver", "status", "above")
    looking_back = ("as_at", "known_on", "then")

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = list(organisations.open_bodies(viewer, on=viewer.today).values_list("ref", "name", "kind"))
        districts = [(ref, name) for ref, name, kind in there if kind == BodyKind.DISTRICT]
        self.offer("owner", [("", "Any body"), *((ref, name) for ref, name, _ in there)])
        self.offer("district", [("", "Anywhere"), (AREA_WIDE, "The whole area"), *districts])
        if not districts:
            del self.fields["district"]

    @property
    def said(self) -> dict[str, Any]:
        """What was asked, where it could be read."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def wanted(self, cell: tuple[int, int] | None) -> Wanted:
        """The risks asked for; in one cell of the heat map where one is named."""
        asked = {name: value for name, value in self.said.items() if name in self.narrowing}
        likelihood, impact = cell or (None, None)
        return Wanted(**asked, likelihood=likelihood, impact=impact)

    def compared(self, unless: date, *, as_at: date) -> date:
        """The day the register is compared with: not one after the day it is shown as at."""
        return min(self.said.get("then") or unless, as_at)
