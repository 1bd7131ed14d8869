"""Writing decisions and actions to a file."""

from typing import Any

from django.db.models import Prefetch

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.exchange.writing.kept import Written, dated, end, kept, marked, may_see, ref, seen, typed, version_of
from dueregard.partnership.models import (
    Action,
    ActionCheck,
    ActionDue,
    ActionLine,
    ActionRisk,
    ActionStart,
    Approval,
    Decision,
    DecisionCheck,
    RiskAccepted,
)
from dueregard.partnership.queries.actions import with_rows
from dueregard.partnership.rules.decisions import CheckCovers
from dueregard.privacy.marking import readable


def decisions(viewer: Viewer) -> list[Written]:
    """The decisions the viewer may see, oldest first, those taken out as mistakes included."""
    rows = Decision.objects.filter(readable(viewer), area=viewer.area_id)
    rows = rows.select_related("group", "item", "paper__version_read__document", "done_by", "withdrawal")
    found = rows.prefetch_related(
        Prefetch("checks", DecisionCheck.objects.select_related("check_made").order_by("on", "typed_at", "check_made__ref")),
        Prefetch("risks_accepted", _in_order(RiskAccepted, viewer, "risk")),
        Prefetch("approvals", Approval.objects.select_related("version_approved__document").order_by("typed_at", "id")),
    )
    return [_decision(row, viewer) for row in found.order_by("on", "ref")]


def _decision(row: Decision, viewer: Viewer) -> Written:
    gone = getattr(row, "withdrawal", None)
    at = seen(row.item, by=viewer)
    paper = row.paper if at and row.paper and may_see(row.paper.version_read.document.marking, by=viewer) else None
    approved = [one for one in row.approvals.all() if may_see(one.version_approved.document.marking, by=viewer)]
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "group": row.group.ref,
            "item": at,
            "paper": ref(paper),
            "kind": row.kind,
            "words": row.words,
            "marking": marked(row.marking),
            "done_by": ref(row.done_by),
            "checks": [kept({**dated(one), "check": one.check_made.ref, "covers": one.covers}) for one in row.checks.all()],
            "approves": [kept({"typed": typed(one, row.on), "version": version_of(one.version_approved)}) for one in approved],
            "accepts": [_accepts(one) for one in row.risks_accepted.all()],
            "withdrawn": kept({**dated(gone), "because": gone.because}) if gone else None,
        }
    )


def _in_order(model: type[Any], viewer: Viewer, *marked_by: str) -> Any:
    """The rows of these the viewer may see, oldest first; those of one moment by what they name."""
    rows = model.objects.filter(*(readable(viewer, f"{name}__marking") for name in marked_by))
    return rows.select_related(*marked_by).order_by("on", "typed_at", *(f"{name}__ref" for name in marked_by))


def _accepts(row: Any) -> Written:
    return kept({"typed": typed(row, row.on), "risk": row.risk.ref, "because": row.because, "until": row.until})


def actions(viewer: Viewer) -> list[Written]:
    """The actions the viewer may see, in the order they were raised, with all that was said of them."""
    rows = with_rows(queries.actions(viewer), as_at=viewer.today).prefetch_related(
        Prefetch("starts", ActionStart.objects.order_by("on", "typed_at", "start")),
        Prefetch("risks", _in_order(ActionRisk, viewer, "risk").select_related("risk", "ending")),
        Prefetch("lines", ActionLine.objects.order_by("on", "typed_at", "framework", "line")),
        Prefetch("checks", ActionCheck.objects.select_related("check_made").order_by("on", "typed_at", "check_made__ref")),
    )
    return [_action(row, viewer) for row in rows]


def _action(row: Action, viewer: Viewer) -> Written:
    owners, dues = list(row.owners.all()), list(row.dues.all())
    first = dues.pop(0) if dues and dues[0].item_id is None else None
    reviews = [one for one in row.reviews.all() if seen(one.item, by=viewer)]
    return kept(
        {
            "ref": row.ref,
            **dated(row),
            "what": row.what,
            "group": ref(row.group),
            "item": seen(row.item, by=viewer),
            "decision": seen(row.decision, by=viewer),
            "marking": marked(row.marking),
            "body": owners[0].body.ref,
            "person": ref(owners[0].person),
            "due": first.due if first else None,
            "starts": [kept({**dated(one), "start": one.start}) for one in row.starts.all()],
            "risks": [kept({**dated(one), "risk": one.risk.ref, "ended": end(one, because=True)}) for one in row.risks.all()],
            "lines": [kept({**dated(one), "framework": one.framework, "line": one.line}) for one in row.lines.all()],
            "checks": [_check(one) for one in row.checks.all()],
            "owners": [kept({**dated(one), "body": one.body.ref, "person": ref(one.person)}) for one in owners[1:]],
            "dues": [_due(one) for one in dues if one.item and seen(one.item, by=viewer)],
            "updates": [_update(one) for one in row.updates.all()],
            "reviews": [kept({**dated(one), "item": one.item.ref, "words": one.words}) for one in reviews],
            "steps": [_step(one) for one in row.steps.all()],
        }
    )


def _check(row: Any) -> Written:
    covers = None if row.covers == CheckCovers.ACTION else row.covers
    return kept({**dated(row), "check": row.check_made.ref, "covers": covers})


def _due(row: ActionDue) -> Written:
    return kept({**dated(row), "due": row.due, "item": ref(row.item), "because": row.because})


def _update(row: Any) -> Written:
    return kept({**dated(row), "words": row.words, "rag": row.rag, "done_by": ref(row.done_by)})


def _step(row: Any) -> Written:
    return kept({**dated(row), "status": row.status, "because": row.because, "done_by": ref(row.done_by)})
