"""What the records show about section 1: the facts, the eight indicators and the loose ends. Pure Python."""

from dueregard.partnership.indicators.facts import PartnershipFacts

__all__ = ["PartnershipFacts"]
