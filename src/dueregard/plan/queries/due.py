"""What is due in section 3: milestones, a plan to be agreed, a plan whose period ends; and what is due after the doing."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import say
from dueregard.basics.due import Due
from dueregard.partnership import queries as partnership
from dueregard.partnership.rules.decisions import ActionStatus
from dueregard.plan.queries.due_after import evaluations_due, projects_ending
from dueregard.plan.queries.measures import milestones
from dueregard.plan.queries.plans import agreed_on, closed_on, plans

PART = "3 Partnership plan"


def due(viewer: Viewer, *, until: date) -> list[Due]:
    """Everything of section 3 that is due by a day, the late included, earliest first."""
    after = [*evaluations_due(viewer, until=until), *projects_ending(viewer, until=until)]
    found = [*_plans(viewer), *_milestones(viewer, until), *after]
    return sorted((one for one in found if one.on <= until), key=lambda one: (one.on, one.says))


def _plans(viewer: Viewer) -> list[Due]:
    rows = [plan for plan in plans(viewer) if closed_on(plan) is None]
    found = []
    for plan in rows:
        named = f"{plan.title} ({plan.ref})"
        if agreed_on(plan) is None:
            why = f"{plan.group.name} has not agreed it; its period begins on {say(plan.covers_from)}"
            found.append(_due(plan.covers_from, f"Have the group agree {named}", why, "plan:plan-agree", plan.ref))
        why = "Carry forward what goes on, and close it"
        found.append(_due(plan.covers_to, f"Follow up and close {named}", why, "plan:plan", plan.ref))
    return found


def _due(on: date, says: str, why: str, page: str, ref: str) -> Due:
    return Due(on=on, says=says, why=why, part=PART, page=page, ref=ref)


def _milestones(viewer: Viewer, until: date) -> list[Due]:
    """The milestones of open actions that nothing became of yet: four statements."""
    rows = list(milestones(viewer).filter(reached=None, due__lte=until))
    if not rows:
        return []
    keys = {row.action_id for row in rows}
    still = {one.ref: one for one in partnership.action_rows(viewer, as_at=viewer.today, status=ActionStatus.OPEN, among=list(keys))}
    return [
        Due(
            on=row.due,
            says=f"Reach the milestone: {row.words}",
            why=f"{row.action.ref}, {row.action.what}",
            part=PART,
            page="plan:planned",
            ref=row.action.ref,
            person_id=still[row.action.ref].person_id,
        )
        for row in rows
        if row.action.ref in still
    ]
