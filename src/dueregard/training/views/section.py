"""Section 6: its places, and how its pages are shown and ask for something."""

from dueregard.access.roles import Permission
from dueregard.ui.section import Section

SECTION = Section(
    app="training",
    number=6,
    title="Training programme",
    places=(
        ("Overview", "training:overview"),
        ("Coverage", "training:coverage"),
        ("Workforce", "training:learner-list"),
        ("Teams", "training:team-list"),
        ("Plan", "training:plan-list"),
        ("Courses", "training:course-list"),
        ("Sessions", "training:session-list"),
        ("Returns", "training:return-list"),
        ("Settings", "training:setting-list"),
        ("Files", "training:import-list"),
    ),
    may={"may_edit": Permission.TRAINING_EDIT, "may_name": Permission.TRAINING_NAMES},
)
show, asked = SECTION.show, SECTION.asked
