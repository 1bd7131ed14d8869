"""What the records show about section 6, and lines 4.g2 and 7.b2: the facts, the indicators and the loose ends. Pure Python."""

from dueregard.training.indicators.covered import (
    frontline_understands_ideologies,
    plan_measures_need,
    staff_know_how_to_refer,
    staff_know_the_signs,
    strategy_says_who,
    venue_staff_due_diligence,
)
from dueregard.training.indicators.facts import TrainingFacts
from dueregard.training.indicators.loose import loose_ends
from dueregard.training.indicators.programme import (
    continuing_development,
    information_available,
    new_officers_are_inducted,
    posts_refresh,
    update_others,
    works_with_settings,
)

__all__ = [
    "TrainingFacts",
    "continuing_development",
    "frontline_understands_ideologies",
    "information_available",
    "loose_ends",
    "new_officers_are_inducted",
    "plan_measures_need",
    "posts_refresh",
    "staff_know_how_to_refer",
    "staff_know_the_signs",
    "strategy_says_who",
    "update_others",
    "venue_staff_due_diligence",
    "works_with_settings",
]
