"""The places one moves between: the main navigation, and each section's own row. Only what works is shown."""

from dataclasses import dataclass

from dueregard.access.roles import Permission
from dueregard.access.viewer import Viewer


@dataclass(frozen=True)
class Place:
    """One link of a navigation: its words, its page, what it takes to open it, and the addresses it stands for."""

    words: str
    page: str
    permission: Permission
    below: str = ""  # the parts after the area's slug that this place stands for


MAIN = (
    Place("The eight sections", "home:area", Permission.AREA_READ, "partnership risk plan training"),
    Place("Golden thread", "home:thread-list", Permission.RISK_READ, "thread"),
    Place("Loose ends", "home:loose-ends", Permission.PARTNERSHIP_READ, "loose-ends"),
    Place("Assurance", "assurance:now", Permission.ASSURANCE_READ, "assurance"),
    Place("Documents", "documents:document-list", Permission.DOCUMENT_READ, "documents"),
    Place("Bodies and people", "organisations:overview", Permission.AREA_READ, "organisations"),
    Place("Trail", "audit:event-list", Permission.AUDIT_READ, "trail"),
    Place("Search", "home:search", Permission.AREA_READ, "search"),
    Place("Accounts", "accounts-here:member-list", Permission.MEMBERS_EDIT, "accounts"),
)


def main_places(viewer: Viewer) -> tuple[Place, ...]:
    """The main places this viewer can open."""
    return tuple(place for place in MAIN if viewer.may(place.permission))
