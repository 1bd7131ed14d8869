"""Deeds on bodies and teams."""

from datetime import date
from uuid import UUID

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.audit.actions import record
from dueregard.basics.refused import refuse_if
from dueregard.organisations import queries, rules
from dueregard.organisations.actions.refs import made_before, ref_for
from dueregard.organisations.models import Body, BodyEnd, Team


@deed
def add_body(
    name: str, *, by: Viewer, on: date, kind: str, is_specified: bool = False, ref: str | None = None, once: UUID | None = None
) -> Body:
    """Add an organisation to the area's bodies, from a date."""
    by.must(Permission.AREA_EDIT)
    refuse_if(rules.why_not_date(on, today=by.today))
    given = ref_for("B", ref, by=by)
    if before := made_before(Body, once, by=by):
        return before
    refuse_if(rules.why_not_named(name, there=queries.bodies_called(by, name=name, on=on).values_list("ref", flat=True).first()))
    body = Body.objects.create(name=name, kind=rules.BodyKind(kind), is_specified=is_specified, on=on, ref=given, once=once, **by.stamp)
    record("organisations.body.added", body, by=by, on=on)
    return body


@deed
def close_body(ref: str, *, by: Viewer, on: date) -> None:
    """Say the last day of a body: it closed, or left the area."""
    by.must(Permission.AREA_EDIT)
    body = queries.body_to_change(by).get(ref=ref)
    held = queries.holdings_from(by, on=on).filter(post__body=body)
    still = sorted({holding.post.title for holding in held if not hasattr(holding, "ending") or holding.ending.on > on})
    refuse_if(rules.why_not_close(began=body.on, on=on, closed=queries.closed_on(by, body=body), held=still))
    refuse_if(rules.why_not_date(on, today=by.today))
    BodyEnd.objects.create(body=body, on=on, **by.stamp)
    record("organisations.body.closed", body, by=by, on=on)


@deed
def add_team(name: str, *, by: Viewer, on: date, body: str, ref: str | None = None, once: UUID | None = None) -> Team:
    """Add a team to a body, from a date."""
    by.must(Permission.AREA_EDIT)
    within = queries.bodies(by).get(ref=body)
    refuse_if(
        rules.why_not_date(on, today=by.today)
        or rules.why_not_in(within.name, on, began=within.on, closed=queries.closed_on(by, body=within))
    )
    given = ref_for("T", ref, by=by)
    if before := made_before(Team, once, by=by):
        return before
    team = Team.objects.create(body=within, name=name, on=on, ref=given, once=once, **by.stamp)
    record("organisations.team.added", team, by=by, on=on)
    return team
