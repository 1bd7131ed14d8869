"""What the plan shows on lower pages: of an action its place, milestones and measures; on an agenda the way to put actions there."""

from collections.abc import Sequence

from django.template.loader import render_to_string

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer
from dueregard.partnership import queries as partnership
from dueregard.plan import queries
from dueregard.plan.queries.links import line_words, linked
from dueregard.plan.queries.measures import measure_rows, milestone_rows
from dueregard.plan.views.on_agenda import plan_of_meeting


def action_planned(viewer: Viewer, *, refs: Sequence[str]) -> str:
    """An action's plan and objective, the risks it answers, the lines it furthers, its milestones and measures."""
    if not viewer.may(Permission.PLAN_READ):
        return ""
    [ref], today = refs, viewer.today
    links = linked(viewer, refs, on=today).get(ref)
    places = [row for row in queries.planned(viewer).filter(action__ref=ref) if getattr(row, "ending", None) is None]
    shown = {
        "viewer": viewer,
        "ref": ref,
        "places": places,
        "links": links,
        "lines": line_words(links.lines if links else ()),
        "milestones": milestone_rows(viewer, as_at=today, known=today, among=refs).get(ref, []),
        "measures": measure_rows(viewer, as_at=today, known=today, among=refs).get(ref, []),
        "plan": queries.plan_in_force(viewer, as_at=today, known=today) if viewer.may(Permission.PLAN_EDIT) and not places else None,
    }
    return render_to_string("plan/slot_action.html", shown)


def agenda_plan(viewer: Viewer, *, ref: str) -> str:
    """The way to put the plan's actions on this meeting's agenda, and how many are there."""
    meeting = partnership.meetings(viewer).filter(ref=ref).first() if viewer.may(Permission.PLAN_READ) else None
    if meeting is None:
        return ""
    plan = plan_of_meeting(viewer, partnership.state_of(meeting))
    there = sum(len(rows) for rows in partnership.taken_up(viewer, meeting=ref).values())
    return render_to_string("plan/slot_agenda.html", {"viewer": viewer, "ref": ref, "plan": plan, "there": there}) if plan else ""
