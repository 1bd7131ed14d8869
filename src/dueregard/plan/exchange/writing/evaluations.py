"""Writing evaluations to a file."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.plan.models import Evaluation
from dueregard.plan.queries import evaluations as read
from dueregard.privacy.marking import readable
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, by_number, kept, marked, record, ref, said, seen


def evaluations(viewer: Viewer) -> list[Written]:
    """The evaluations the viewer may see, as they were made."""
    return [_evaluation(row, viewer) for row in sorted(read.evaluations(viewer), key=by_number)]


def _evaluation(row: Evaluation, viewer: Viewer) -> Written:
    order = (*IN_ORDER, "changed", "risk__ref", "action__ref", "objective__ref", "likelihood", "impact", "because")
    changes = list(row.changes.select_related("risk", "action", "objective").order_by(*order))
    taken = row.taken.filter(readable(viewer, "item__marking")).select_related("item")
    return record(
        row,
        words=row.words,
        next_plan=row.next_plan,
        item=seen(row.item, by=viewer),
        done_by=ref(row.done_by),
        marking=marked(row.marking),
        actions=sorted((one.action.ref for one in row.actions.select_related("action")), key=lambda one: (len(one), one)),
        changes=[kept(_change(one)) for one in changes if one.typed_at == row.typed_at],
        later_changes=[said(one, **_change(one)) for one in changes if one.typed_at != row.typed_at],
        taken=[said(one, item=one.item.ref) for one in taken.order_by(*IN_ORDER, "item__ref")],
    )


def _change(row: Any) -> Written:
    return {
        "changed": row.changed,
        "risk": ref(row.risk),
        "likelihood": row.likelihood,
        "impact": row.impact,
        "action": ref(row.action),
        "objective": ref(row.objective),
        "because": row.because,
    }
