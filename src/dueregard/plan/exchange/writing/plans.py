"""Writing plans to a file."""

from itertools import groupby
from typing import Any

from dueregard.access.viewer import Viewer
from dueregard.partnership import queries as partnership
from dueregard.plan import queries
from dueregard.plan.exchange.writing.pieces import checked, end, version
from dueregard.plan.models import Plan, PlannedAction
from dueregard.plan.queries.making import equality_analyses, references
from dueregard.plan.queries.planned import planned
from dueregard.risk.exchange.writing.kept import IN_ORDER, Written, by_number, marked, record, ref, said, seen
from dueregard.risk.queries.assessments import assessments

MOVED = "Moved within the plan"  # how the deed that moves an action ends its place


def plans(viewer: Viewer) -> list[Written]:
    """The plans the viewer may see, as they were begun, each with everything of its own."""
    return [_plan(row, viewer) for row in sorted(queries.plans(viewer), key=by_number)]


def _plan(row: Plan, viewer: Viewer) -> Written:
    return record(
        row,
        title=row.title,
        group=row.group.ref,
        lead=ref(row.lead),
        covers_from=row.covers_from,
        covers_to=row.covers_to,
        follows=seen(row.follows, by=viewer),
        marking=marked(row.marking),
        objectives=_objectives(row, viewer),
        **_made(row, viewer),
        checks=checked(row.checks.all()),
        actions=_planned(row, viewer),
        **_standing(row, viewer),
        closed=_closed(row),
    )


def _objectives(plan: Plan, viewer: Viewer) -> list[Written]:
    rows = queries.objectives(viewer).filter(plan=plan)
    return [
        record(row, national=row.national, title=row.title, position=None if row.position == place else row.position, ended=end(row))
        for place, row in enumerate(rows, start=1)
    ]


def _made(plan: Plan, viewer: Viewer) -> Written:
    """What is said of governance and roles, who took part, and the editions it rests on."""
    roles = plan.roles.select_related("body").order_by(*IN_ORDER, "body__ref", "words")
    parts = plan.contributions.select_related("body", "person").order_by(*IN_ORDER, "body__ref", "how", "words", "person__ref")
    editions = plan.assessments.filter(assessment__in=assessments(viewer).order_by()).select_related("assessment")
    return {
        "governance": [said(row, words=row.words) for row in plan.governance.order_by(*IN_ORDER, "words")],
        "roles": [said(row, body=row.body.ref, words=row.words) for row in roles],
        "contributions": [said(row, body=row.body.ref, how=row.how, words=row.words, person=ref(row.person)) for row in parts],
        "assessments": [said(row, assessment=row.assessment.ref) for row in editions.order_by(*IN_ORDER, "assessment__ref")],
    }


def _planned(plan: Plan, viewer: Viewer) -> list[Written]:
    """The places of actions in the plan, those of one action that followed on by a move as one."""
    rows = sorted(planned(viewer).filter(plan=plan), key=lambda row: (row.action.ref, row.on, row.typed_at, _is_open(row)))
    places = [_place(stay, viewer) for _, of_one in groupby(rows, key=lambda row: row.action_id) for stay in _stays(list(of_one))]
    return [written for _, written in sorted(places, key=lambda place: place[0])]


def _is_open(row: Any) -> bool:
    return getattr(row, "ending", None) is None


def _stays(rows: list[Any]) -> list[list[Any]]:
    """The rows of one action, each with those it moved on to."""
    found: list[list[Any]] = []
    for row in rows:
        if found and _moved_on(found[-1][-1], row):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _moved_on(before: Any, after: Any) -> bool:
    """Whether one place of an action was left for the other, in one deed."""
    return not _is_open(before) and before.ending.because == MOVED and before.ending.typed_at == after.typed_at


def _place(stay: list[PlannedAction], viewer: Viewer) -> tuple[tuple[Any, ...], Written]:
    first, last = stay[0], stay[-1]
    carried = seen(first.carried_from, by=viewer)
    written = said(
        first,
        action=first.action.ref,
        **_under(first),
        carried_from=carried,
        because=first.because if carried else "",
        moves=[said(row, **_under(row)) for row in stay[1:]],
        ended=end(last),
    )
    return (first.on, first.typed_at, len(first.action.ref), first.action.ref), written


def _under(row: Any) -> Written:
    return {"objective": ref(row.objective), "district": ref(row.district)}


def _standing(plan: Plan, viewer: Viewer) -> Written:
    """The agreement, ratifications, references and equality analyses."""
    ratified = plan.ratifications.order_by(*IN_ORDER, "by", "named", "minute")
    referred = references(viewer).filter(plan=plan).order_by(*IN_ORDER, "version_read__document__ref", "version_read__number", "place")
    analysed = equality_analyses(viewer).filter(plan=plan).order_by(*IN_ORDER, "version_read__document__ref", "version_read__number")
    return {
        "agreed": _agreed(plan, viewer),
        "ratified": [said(row, members=row.by, named=row.named, minute=row.minute) for row in ratified],
        "references": [said(row, version=version(row), kind=row.kind, place=row.place) for row in referred],
        "equality_analyses": [said(row, version=version(row)) for row in analysed],
    }


def _agreed(plan: Plan, viewer: Viewer) -> Written | None:
    agreement = getattr(plan, "agreement", None)
    if agreement is None or not partnership.decisions(viewer).filter(pk=agreement.decision_id).exists():
        return None
    return said(agreement, decision=agreement.decision.ref)


def _closed(plan: Plan) -> Written | None:
    closing = getattr(plan, "closing", None)
    return said(closing, because=closing.because) if closing else None
