"""Writing decisions and actions to a file."""

from typing import Any

from django.db.models import Prefetch

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries
from dueregard.partnership.exchange.writing.kept import Written, dated, kept, marked, may_see, ref, seen, typed, version_of
from dueregard.partnership.models import Action, ActionDue, Approval, Decision, DecisionCheck
from dueregard.partnership.queries.actions import with_rows
from dueregard.privacy.marking import readable


def decisions(viewer: Viewer) -> list[Written]:
    """The decisions the viewer may see, oldest first, those taken out as mistakes included."""
    rows = Decision.objects.filter(readable(viewer), area=viewer.area_id)
    rows = rows.select_related("group", "item", "paper__version_read__document", "done_by", "withdrawal")
    found = rows.prefetch_related(
        Prefetch("checks", DecisionCheck.objects.select_related("check_made").order_by("on", "typed_at", "check_made__ref")),
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
            "withdrawn": kept({**dated(gone), "because": gone.because}) if gone else None,
        }
    )


def actions(viewer: Viewer) -> list[Written]:
    """The actions the viewer may see, in the order they were raised, with all that was said of them."""
    return [_action(row, viewer) for row in with_rows(queries.actions(viewer), as_at=viewer.today)]


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
            "owners": [kept({**dated(one), "body": one.body.ref, "person": ref(one.person)}) for one in owners[1:]],
            "dues": [_due(one) for one in dues if one.item and seen(one.item, by=viewer)],
            "updates": [_update(one) for one in row.updates.all()],
            "reviews": [kept({**dated(one), "item": one.item.ref, "words": one.words}) for one in reviews],
            "steps": [_step(one) for one in row.steps.all()],
        }
    )


def _due(row: ActionDue) -> Written:
    return kept({**dated(row), "due": row.due, "item": ref(row.item), "because": row.because})


def _update(row: Any) -> Written:
    return kept({**dated(row), "words": row.words, "rag": row.rag, "done_by": ref(row.done_by)})


def _step(row: Any) -> Written:
    return kept({**dated(row), "status": row.status, "because": row.because, "done_by": ref(row.done_by)})
