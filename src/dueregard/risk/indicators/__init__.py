"""What the records show about section 2: the facts, the five indicators and the loose ends. Pure Python."""

from dueregard.risk.indicators.assessed import assessment_brings_risks_together, updated_each_quarter
from dueregard.risk.indicators.facts import RiskFacts
from dueregard.risk.indicators.loose import loose_ends
from dueregard.risk.indicators.resting import drives_the_plan, partners_shape_the_profile, rests_on_profile_and_local_knowledge

__all__ = [
    "RiskFacts",
    "assessment_brings_risks_together",
    "drives_the_plan",
    "loose_ends",
    "partners_shape_the_profile",
    "rests_on_profile_and_local_knowledge",
    "updated_each_quarter",
]
