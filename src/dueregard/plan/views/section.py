"""Section 3: its places, and how its pages are shown and ask for something."""

from dueregard.access.roles import Permission
from dueregard.ui.section import Section

SECTION = Section(
    app="plan",
    number=3,
    title="Partnership plan",
    places=(
        ("Overview", "plan:overview"),
        ("The plan", "plan:plan-list"),
        ("Actions", "plan:action-list"),
        ("Evaluations", "plan:evaluation-list"),
        ("Projects", "plan:project-list"),
        ("Year planner", "home:year"),
    ),
    may={"may_edit": Permission.PLAN_EDIT},
)
show, asked = SECTION.show, SECTION.asked
