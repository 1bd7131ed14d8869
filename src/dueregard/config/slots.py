"""Which app's function fills which slot on a lower app's page: the one upward path, all of it on this page."""

from dueregard.accounts.views import slots as accounts
from dueregard.assurance.views import slots as assurance
from dueregard.home.views import slots as home
from dueregard.partnership.views import risks as partnership_risks
from dueregard.plan.views import sides as plan_sides
from dueregard.plan.views import slots as plan
from dueregard.ui.slots import CellFiller, Filler, NumberFiller

TABLE: dict[str, list[Filler]] = {
    "section-standing": [assurance.section_standing],
    "meeting-changed": [assurance.meeting_changed],
    "document-lines": [assurance.document_lines],
    "decision": [assurance.decision_lines, home.decision_thread],
    "link": [assurance.link_lines],
    "exchange": [assurance.exchange_lines],
    "source": [home.source_thread],
    "assessment": [home.assessment_thread],
    "evaluation": [home.evaluation_thread],
    "plan": [home.plan_thread],
    "risk": [partnership_risks.risk_answered, plan.risk_proposals, home.risk_thread],
    "risk-closing": [partnership_risks.before_closing],
    "agenda": [plan_sides.agenda_plan],
    "objective": [],
    "action": [plan_sides.action_planned, plan.action_evaluated, home.action_thread],
    "action-closing": [plan.before_closing],
    "threat-check": [],
    "guidance-line": [assurance.line_found],
}
# Which function fills which column of a lower app's list: asked once for a page, it answers by ref.
CELLS: dict[str, CellFiller] = {"risk-actions": partnership_risks.risk_actions, "trail-people": accounts.trail_people}
# Which function gives a lower app's page numbers that a higher one keeps.
NUMBERS: dict[str, NumberFiller] = {"shares-expected": assurance.shares_expected}
