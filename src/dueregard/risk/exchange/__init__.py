"""What goes in and out of section 2: its part of an area file, and the files that leave the house."""

from dueregard.basics.part import Part
from dueregard.risk.exchange.loading import deeds
from dueregard.risk.exchange.shapes import RiskPart
from dueregard.risk.exchange.writing import write

PART: Part[RiskPart] = Part("risk", RiskPart, deeds, write)

__all__ = ["PART"]
