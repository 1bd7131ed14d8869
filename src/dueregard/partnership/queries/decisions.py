"""Reads of decisions, with the checks that cover them and the documents they approved."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from dueregard.access.viewer import Viewer
from dueregard.guidance.rules import ANSWERS
from dueregard.partnership.models import Action, Approval, Decision, DecisionCheck, PaperCheck
from dueregard.partnership.rules.decisions import CheckCovers, DecisionKind
from dueregard.privacy.marking import Marking, highest, readable


def decisions(viewer: Viewer) -> QuerySet[Decision]:
    """The decisions the viewer may see, newest first; those taken out as mistakes are left out."""
    rows = Decision.objects.filter(readable(viewer), area=viewer.area_id, withdrawal__isnull=True)
    return rows.select_related("group", "meeting", "item", "paper", "done_by").order_by("-on", "-ref")


def decisions_to_change(viewer: Viewer) -> QuerySet[Decision]:
    """The decisions the viewer may see, locked for a deed."""
    rows = Decision.objects.filter(readable(viewer), area=viewer.area_id, withdrawal__isnull=True)
    return rows.select_related("group", "meeting").select_for_update(of=("self",))


@dataclass(frozen=True, kw_only=True)
class CheckRow:
    """A check that covers a decision: what it was made for, and whether before or after."""

    check: Any  # guidance.ThreatCheck
    covers: CheckCovers
    days_after: int

    @property
    def noes(self) -> int:
        """How many of the three questions were answered with no."""
        return sum(not getattr(self.check, question) for question in ANSWERS)


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """A decision as a list shows it, with its checks, what it approved and the actions that follow from it."""

    decision: Decision
    checks: tuple[CheckRow, ...]
    approvals: tuple[Approval, ...]
    actions: tuple[Action, ...]

    @property
    def marking(self) -> Marking:
        """The most sensitive of what is shown of it."""
        return highest([self.decision.marking, *(approval.version_approved.document.marking for approval in self.approvals)])

    @property
    def needs_check(self) -> bool:
        return self.decision.kind == DecisionKind.DELIVERY

    @property
    def is_break(self) -> bool:
        """A delivery decision that no check covers."""
        return self.needs_check and not self.checks

    @property
    def noes_in_time(self) -> int | None:
        """How many answers are no in the best check made before or with it; None where there is no such check."""
        return min((row.noes for row in self.checks if not row.days_after), default=None)


def decision_rows(viewer: Viewer, *, meeting: str = "", group: str = "", since: date | None = None) -> list[DecisionRow]:
    """The decisions with everything that hangs on them, in a fixed number of queries; of one meeting or group where it is given."""
    rows = decisions(viewer)
    rows = rows.filter(meeting__ref=meeting) if meeting else rows
    rows = rows.filter(group__ref=group) if group else rows
    rows = rows.filter(on__gte=since) if since else rows
    return [_row(row) for row in _with_everything(viewer, rows)]


def decision_row(viewer: Viewer, ref: str) -> DecisionRow:
    """One decision with everything that hangs on it."""
    return _row(_with_everything(viewer, decisions(viewer)).get(ref=ref))


def _with_everything(viewer: Viewer, rows: QuerySet[Decision]) -> QuerySet[Decision]:
    return rows.prefetch_related(
        Prefetch("checks", DecisionCheck.objects.select_related("check_made").order_by("on", "typed_at")),
        Prefetch("paper__checks", PaperCheck.objects.select_related("check_made").order_by("on", "typed_at")),
        Prefetch("approvals", _approvals(viewer)),
        Prefetch("actions", Action.objects.filter(readable(viewer)).order_by("ref")),
    )


def _approvals(viewer: Viewer) -> QuerySet[Approval]:
    """What decisions approved, where the viewer may read the document."""
    rows = Approval.objects.filter(readable(viewer, "version_approved__document__marking"))
    return rows.select_related("version_approved__document").order_by("typed_at")


def _row(decision: Decision) -> DecisionRow:
    own = [(row.check_made, CheckCovers(row.covers)) for row in decision.checks.all()]
    of_paper = [(row.check_made, CheckCovers.PAPER) for row in decision.paper.checks.all()] if decision.paper else []
    return DecisionRow(
        decision=decision,
        checks=tuple(
            CheckRow(check=check, covers=covers, days_after=max((check.on - decision.on).days, 0)) for check, covers in own + of_paper
        ),
        approvals=tuple(decision.approvals.all()),
        actions=tuple(decision.actions.all()),
    )
