"""The deed that puts actions of a plan on a meeting's agenda, to be reviewed together."""

from collections.abc import Sequence
from datetime import date

from dueregard.access.deeds import deed
from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.basics.refused import Refused
from dueregard.partnership import queries as partnership
from dueregard.partnership.actions import add_item, take_up
from dueregard.partnership.rules.meetings import ItemKind
from dueregard.plan import queries
from dueregard.plan.actions.recording import record
from dueregard.plan.queries.planned import place_of

TITLE = "Partnership plan: review of its actions"
MINUTES = 20


@deed
def put_on_agenda(plan: str, *, by: Viewer, on: date, meeting: str, actions: Sequence[str]) -> str:
    """Put actions of a plan on a meeting's agenda under one item, added where there is none: the ref of the item."""
    by.must(Permission.PARTNERSHIP_EDIT)
    of = queries.plans_to_change(by).get(ref=plan)
    for ref in actions:
        if place_of(by, action=ref, plan=plan) is None:
            raise Refused(f"There is no action {ref} in this plan that you can see")
    item = partnership.items(by).filter(meeting__ref=meeting, kind=ItemKind.PLAN, title=TITLE).first()
    if item is None:
        item = add_item(meeting, by=by, on=on, title=TITLE, kind=ItemKind.PLAN.value, minutes_allotted=MINUTES)
    take_up(item.ref, by=by, on=on, actions=actions)
    record("plan.actions.put-on-agenda", of, by=by, on=on)
    return item.ref
