"""What the records show about section 3: the facts, the nine indicators and the loose ends. Pure Python."""

from dueregard.plan.indicators.beyond import directs_funded_projects, finished_actions_are_evaluated, referred_to_elsewhere
from dueregard.plan.indicators.facts import PlanFacts
from dueregard.plan.indicators.followed import actions_are_whole_and_followed, discussed_at_meetings
from dueregard.plan.indicators.loose import loose_ends
from dueregard.plan.indicators.made import (
    built_on_local_assessments,
    gives_each_partner_a_role,
    is_threat_checked,
    partners_helped_to_write_it,
)

__all__ = [
    "PlanFacts",
    "actions_are_whole_and_followed",
    "built_on_local_assessments",
    "directs_funded_projects",
    "discussed_at_meetings",
    "finished_actions_are_evaluated",
    "gives_each_partner_a_role",
    "is_threat_checked",
    "loose_ends",
    "partners_helped_to_write_it",
    "referred_to_elsewhere",
]
