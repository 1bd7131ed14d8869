"""What comes in and goes out of section 3 as files: its part of an area file, and the plan as Word and PDF."""

from dueregard.basics.part import Part
from dueregard.plan.exchange.loading import deeds
from dueregard.plan.exchange.shapes import PlanPart
from dueregard.plan.exchange.writing import write

PART: Part[PlanPart] = Part("plan", PlanPart, deeds, write)

__all__ = ["PART"]
