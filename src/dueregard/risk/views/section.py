"""Section 2: its places, and how its pages are shown and ask for something."""

from dueregard.access.roles import Permission
from dueregard.ui.section import Section

SECTION = Section(
    app="risk",
    number=2,
    title="Local risk assessment",
    places=(
        ("Overview", "risk:overview"),
        ("Risk register", "risk:risk-list"),
        ("Matrix", "risk:matrix"),
        ("Assessments", "risk:assessment-list"),
        ("Sources", "risk:source-list"),
    ),
    may={"may_edit": Permission.RISK_EDIT, "may_approve": Permission.RISK_APPROVE},
)
show, asked = SECTION.show, SECTION.asked
