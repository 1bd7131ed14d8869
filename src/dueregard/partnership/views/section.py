"""Section 1: its places, and how its pages are shown and ask for something."""

from dueregard.access.roles import Permission
from dueregard.ui.section import Section

SECTION = Section(
    app="partnership",
    number=1,
    title="Multi-agency partnership group",
    places=(
        ("Overview", "partnership:overview"),
        ("Meetings", "partnership:meeting-list"),
        ("Members and attendance", "partnership:member-list"),
        ("Decisions", "partnership:decision-list"),
        ("Actions", "partnership:action-list"),
        ("Terms and agreements", "partnership:terms-list"),
        ("Registers", "partnership:register-list"),
    ),
    may={"may_edit": Permission.PARTNERSHIP_EDIT},
)
show, asked = SECTION.show, SECTION.asked
