"""How a risk stands before something more is told of it: what the rules ask, of one or of thousands in the same few statements."""

from datetime import date
from functools import cached_property

from django.db.models import QuerySet

from dueregard.access.viewer import Viewer
from dueregard.risk.models import Control, Risk, RiskStep, RiskWording
from dueregard.risk.queries.risks import IN_ORDER
from dueregard.risk.queries.sheets import WORDED
from dueregard.risk.rules.risks import RiskStatus, Wording


class RiskNow:
    """A risk as everything told of it so far leaves it. Read when a rule first asks, unless `risks_now` has read it."""

    def __init__(self, risk: Risk) -> None:
        self.risk = risk

    @cached_property
    def steps(self) -> list[tuple[RiskStatus, date]]:
        """When it was closed and opened again, oldest first."""
        return [(RiskStatus(status), on) for status, on in self.risk.steps.order_by(*IN_ORDER).values_list("status", "on")]

    @cached_property
    def controls(self) -> set[str]:
        """The controls in place, in their words."""
        return set(self.risk.controls.filter(ending__isnull=True).values_list("words", flat=True))

    @cached_property
    def wording(self) -> Wording:
        """What it says, as last worded."""
        last = self.risk.wordings.order_by(*IN_ORDER).values(*WORDED).last()
        return Wording(**(last or {"title": ""}))

    def status(self, *, on: date | None = None) -> tuple[RiskStatus, date | None]:
        """Whether it is open, and since when if it was ever closed: by a day, or by now."""
        by_then = [step for step in self.steps if on is None or step[1] <= on]
        return by_then[-1] if by_then else (RiskStatus.OPEN, None)


def fresh(risk: Risk, *, wording: Wording) -> RiskNow:
    """A risk of which nothing has been told yet but what it says."""
    found = RiskNow(risk)
    found.steps, found.controls, found.wording = [], set(), wording
    return found


def risks_now(viewer: Viewer, rows: QuerySet[Risk]) -> dict[str, RiskNow]:
    """How each of these risks stands, by its ref; four statements, however many there are."""
    found = {risk.pk: fresh(risk, wording=Wording(title="")) for risk in rows}
    of = {"area": viewer.area_id, "risk__in": list(found)}
    if found:
        for risk, status, on in RiskStep.objects.filter(**of).order_by(*IN_ORDER).values_list("risk_id", "status", "on"):
            found[risk].steps.append((RiskStatus(status), on))
        for risk, words in Control.objects.filter(**of, ending__isnull=True).values_list("risk_id", "words"):
            found[risk].controls.add(words)
        for risk, *said in RiskWording.objects.filter(**of).order_by(*IN_ORDER).values_list("risk_id", *WORDED):
            found[risk].wording = Wording(**dict(zip(WORDED, said, strict=True)))
    return {each.risk.ref: each for each in found.values()}
