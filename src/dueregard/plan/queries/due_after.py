"""What is due after the doing: completed actions to be evaluated, projects whose funding ends."""

from datetime import date

from dueregard.access.viewer import Viewer
from dueregard.basics.dates import months_before, say
from dueregard.basics.due import Due
from dueregard.plan.indicators.loose import WINDOW_MONTHS
from dueregard.plan.queries.evaluations import completed_actions
from dueregard.plan.queries.projects import projects

PART = "3 Partnership plan"


def evaluations_due(viewer: Viewer, *, until: date) -> list[Due]:
    """The completed actions that are to be evaluated by a day, the late included; of those a finding still asks after."""
    since = months_before(viewer.today, WINDOW_MONTHS)
    return [
        Due(
            on=row.due,
            says=f"Evaluate what came of {row.what} ({row.ref})",
            why=f"completed on {say(row.completed)}; {row.owner or 'nobody'} owned it",
            part=PART,
            page="plan:evaluation-list",
        )
        for row in completed_actions(viewer, as_at=viewer.today).waiting
        if row.due <= until and row.completed > since
    ]


def projects_ending(viewer: Viewer, *, until: date) -> list[Due]:
    """The projects whose funding ends by a day and whose end nobody has recorded."""
    return [
        Due(
            on=project.until,
            says=f"Record the end of the project {project.title} ({project.ref})",
            why=f"its funding ends; {project.provider} delivers it",
            part=PART,
            page="plan:project",
            ref=project.ref,
        )
        for project in projects(viewer).filter(until__lte=until, ending__isnull=True)
        if project.until
    ]
