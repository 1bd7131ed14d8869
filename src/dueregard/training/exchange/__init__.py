"""What goes in and out of section 6: its part of an area file, and the tables that leave the house."""

from dueregard.basics.part import Part
from dueregard.training.exchange.loading import deeds
from dueregard.training.exchange.shapes import TrainingPart
from dueregard.training.exchange.writing import write
from dueregard.training.exchange.writing.certificates import write_bytes

PART: Part[TrainingPart] = Part("training", TrainingPart, deeds, write)

__all__ = ["PART", "write_bytes"]
