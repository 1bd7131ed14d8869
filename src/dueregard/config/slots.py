"""Which app's function fills which slot on a lower app's page: the one upward path, all of it on this page."""

from dueregard.accounts.views import slots as accounts
from dueregard.assurance.views import slots as assurance
from dueregard.ui.slots import Filler

TABLE: dict[str, list[Filler]] = {
    "section-standing": [assurance.section_standing],
    "meeting-changed": [assurance.meeting_changed],
    "document-lines": [assurance.document_lines],
    "decision": [assurance.decision_lines],
    "link": [assurance.link_lines],
    "exchange": [assurance.exchange_lines],
    "source": [],
    "assessment": [],
    "risk": [],
    "action": [],  # the plan will show the risks and objectives an action answers
    "threat-check": [],
    "guidance-line": [],
    "trail-people": [accounts.trail_people],
}
