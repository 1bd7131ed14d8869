"""What the records show about section 1: the facts, the eight indicators and the loose ends. Pure Python."""

from dueregard.partnership.indicators.attendance import authorities_attend
from dueregard.partnership.indicators.chairs import chairs_are_different_people
from dueregard.partnership.indicators.facts import PartnershipFacts
from dueregard.partnership.indicators.governance import governs_and_meets, group_oversees
from dueregard.partnership.indicators.loose import loose_ends
from dueregard.partnership.indicators.reach import dialogue_with_communities, strategic_officer_involved, works_beyond_itself
from dueregard.partnership.indicators.threat_checks import decisions_are_threat_checked

__all__ = [
    "PartnershipFacts",
    "authorities_attend",
    "chairs_are_different_people",
    "decisions_are_threat_checked",
    "dialogue_with_communities",
    "governs_and_meets",
    "group_oversees",
    "loose_ends",
    "strategic_officer_involved",
    "works_beyond_itself",
]
