"""Writing funded projects to a file."""

from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.plan.exchange.writing.pieces import checked, end, number
from dueregard.plan.models import Project
from dueregard.plan.queries import projects as read
from dueregard.privacy.marking import readable
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, by_number, marked, record, ref, said


def projects(viewer: Viewer) -> list[Written]:
    """The projects the viewer may see, in the order their funding began."""
    return [_project(row, viewer) for row in sorted(read.projects(viewer), key=by_number)]


def _project(row: Project, viewer: Viewer) -> Written:
    looks = row.looks.order_by(*IN_ORDER, "status", "words")
    amounts = row.amounts.order_by(*IN_ORDER, "kind", "pounds", "words")
    outputs = row.outputs.order_by(*IN_ORDER, "words", "number")
    return record(
        row,
        title=row.title,
        funder=row.funder,
        funder_named=row.funder_named,
        provider=row.provider,
        body=ref(row.body),
        until=row.until,
        marking=marked(row.marking),
        **_ties(row, viewer),
        looks=[said(one, status=one.status, words=one.words) for one in looks],
        amounts=[said(one, kind=one.kind, pounds=number(one.pounds), words=one.words) for one in amounts],
        outputs=[said(one, words=one.words, number=one.number) for one in outputs],
        checks=checked(row.checks.all()),
        ended=end(row),
    )


def _ties(row: Any, viewer: Viewer) -> Written:
    serves = row.objectives.filter(readable(viewer, "objective__plan__marking")).select_related("objective")
    delivers = row.actions.filter(readable(viewer, "action__marking")).select_related("action")
    return {
        "objectives": [said(one, objective=one.objective.ref) for one in serves.order_by(*IN_ORDER, "objective__ref")],
        "actions": [said(one, action=one.action.ref) for one in delivers.order_by(*IN_ORDER, "action__ref")],
    }
